/** Type-checks every tsconfig of the repository with TypeScript 7. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isProgram, root } from './repository.mjs'
import { runCommand } from './run-command.mjs'

// By path: node_modules/.bin/tsc may be TypeScript 6, which is installed for the tools that need its API
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('@typescript/native/package.json')))

/** @returns {Promise<{ problems: string, projects: number }>} */
export async function typecheck() {
  const projects = ['tsconfig.json', ...readdirSync(join(root, 'packages')).flatMap(projectsOf)]
  const problems = await Promise.all(projects.map(problemsOf))
  return { problems: problems.join(''), projects: projects.length }
}

/** @param {string} project */
async function problemsOf(project) {
  const { code, output } = await runCommand(process.execPath, [tsc, '--project', project])
  return code === 0 ? '' : `${project}\n${output}\n`
}

/** @param {string} name */
const projectsOf = (name) =>
  ['tsconfig.json', 'tsconfig.test.json']
    .map((file) => `packages/${name}/${file}`)
    .filter((file) => existsSync(join(root, file)))

if (isProgram(import.meta.url)) {
  const { problems, projects } = await typecheck()
  process.stdout.write(problems || `${projects} projects, no type errors\n`)
  process.exitCode = problems ? 1 : 0
}
