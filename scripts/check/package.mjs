import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from '../build.mjs'
import { root } from '../repository.mjs'
import { npmCommand, runCommand } from '../run-command.mjs'

const cli = join(root, 'packages', 'cli')
const manifest = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'))

const required = ['LICENSE', 'NOTICE', 'README.md', 'bin/farsight.js', 'dist/main.js', 'package.json']
const expected = /^dist\/[\w-]+\.js$/

/**
 * Packs the published package, checks it with publint and attw, and installs and runs it as a user would.
 *
 * @type {import('../check.mjs').Check}
 */
export const packed = {
  name: 'package',
  async run() {
    await build()
    const folder = mkdtempSync(join(tmpdir(), 'farsight-package-'))
    try {
      const { filename, files, size } = await pack(folder)
      const tarball = join(folder, filename)
      const problems = [
        ...unexpectedFiles(files),
        ...(await attwProblems(tarball)),
        ...(await runsInstalled(folder, tarball)),
      ]
      return { problems: problems.join('\n'), note: `${filename}, ${Math.round(size / 1000)} kB` }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/**
 * @param {string} folder
 * @returns {Promise<{ filename: string, size: number, files: readonly { path: string, mode: number }[] }>}
 */
async function pack(folder) {
  const { code, stdout, output } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    cli,
  )
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`)
  return JSON.parse(stdout)[0]
}

/** @param {readonly { path: string, mode: number }[]} files */
function unexpectedFiles(files) {
  const paths = files.map(({ path }) => path)
  return [
    ...required.filter((path) => !paths.includes(path)).map((path) => `The package lacks ${path}.`),
    ...paths
      .filter((path) => !required.includes(path) && !expected.test(path))
      .map((path) => `The package contains ${path}, which no user needs: see "files" in packages/cli/package.json.`),
  ]
}

/**
 * @param {string} folder
 * @param {string} tarball
 */
async function runsInstalled(folder, tarball) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const install = await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], folder)
  if (install.code !== 0) return [`npm install of the package failed:\n${install.output}`]
  const version = await run('npx', ['--no-install', 'farsight', '--version'], folder)
  const demo = await runCommand(process.execPath, [join(folder, 'node_modules', '.bin', 'farsight'), 'demo'], {
    cwd: folder,
  })
  return [
    ...(await publintProblems(join(folder, 'node_modules', 'farsight'))),
    ...(version.code === 0 && version.stdout.trim() === manifest.version
      ? []
      : [`npx farsight --version exits ${version.code} and does not print ${manifest.version}:\n${version.output}`]),
    ...(demo.code === 0 && demo.stdout.trim() !== ''
      ? []
      : [`farsight demo exits ${demo.code}${demo.stdout.trim() ? '' : ' and prints nothing'}:\n${demo.output}`]),
  ]
}

/**
 * Whether types and entry points fit together for those who import the package. A program without types, as it is now,
 * has nothing that attw could find wrong; the check holds from the day on which it has.
 *
 * @param {string} tarball
 */
async function attwProblems(tarball) {
  const { code, stdout, output } = await run(
    'npx',
    ['--no-install', 'attw', tarball, '--profile', 'esm-only', '--format', 'json'],
    root,
  )
  if (!stdout.trim().startsWith('{')) return [`attw exits ${code}:\n${output}`]
  const { analysis, problems = {} } = JSON.parse(stdout)
  if (code === 0 && (analysis.types === false || Object.keys(problems).length === 0)) return []
  return [`attw: ${JSON.stringify(problems)}`]
}

/** @param {string} pkgDir */
async function publintProblems(pkgDir) {
  const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true })
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`)
}

/**
 * @param {'npm' | 'npx'} name
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(name, args, cwd) {
  const [file, all, options] = npmCommand(name, args)
  return runCommand(file, all, { ...options, cwd })
}
