import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { root } from './repository.mjs'

/**
 * Runs a program and returns its exit code with what it wrote, stdout and stderr in the order of arrival.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function runCommand(file, args, { cwd = root, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : (code ?? 1), output, stdout }))
  })
}

/**
 * Runs a JavaScript program of node_modules by its path. The names in node_modules/.bin are links on some systems and
 * shell scripts on others, and two TypeScripts here both offer a `tsc`.
 *
 * @param {string} program path below node_modules
 * @param {readonly string[]} args
 */
export const runInstalled = (program, args) =>
  runCommand(process.execPath, [join(root, 'node_modules', program), ...args])

/**
 * The npm (or npx) that started us, else the one on the PATH.
 *
 * @param {'npm' | 'npx'} name
 * @param {readonly string[]} args
 * @returns {[file: string, args: string[], options: { shell: boolean }]}
 */
export function npmCommand(name, args) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js')
    ? [process.execPath, [join(dirname(npm), `${name}-cli.js`), ...args], { shell: false }]
    : [name, [...args], { shell: process.platform === 'win32' }]
}
