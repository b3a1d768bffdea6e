import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly name: string
  readonly shell: string
  readonly run: string
  readonly env: Readonly<Record<string, string>>
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}
const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [
  { readonly entry: string; readonly args: string[] },
]

const FAILING = resolve('cases/no-route-to-ecr-api/template-isolated-subnets/template.yaml')
const STARTING = resolve('cases/starts/template-nat/template.yaml')
const BIN = resolve('packages/cli/bin/farsight.js')
const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-action-'))
  // Stand in for the registry: the action asks for `npx --yes farsight@<version> …`, the hook for `farsight …`
  for (const [name, command] of [
    ['npx', 'shift 2; exec'],
    ['farsight', 'exec'],
  ] as const) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${command} '${process.execPath}' '${BIN}' "$@"\n`)
    chmodSync(join(folder, name), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function bash(script: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { PATH = '' } = process.env
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script, 'bash', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${PATH}`, LANG: 'C', ...env },
  })
}

describe.skipIf(!hasBash || process.platform === 'win32')('the action', () => {
  const [preflight, , result] = action.runs.steps

  function run(inputs: Readonly<Record<string, string>>) {
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }
    for (const file of Object.values(files)) writeFileSync(file, '')
    const env = Object.fromEntries(
      Object.entries(preflight?.env ?? {}).map(([name, expression]) => {
        const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression) ?? []
        return [name, inputs[input] ?? action.inputs[input]?.default ?? '']
      }),
    )
    const { status, stdout } = bash(preflight?.run ?? '', { ...env, ...files, RUNNER_TEMP: folder })
    const output = readFileSync(files.GITHUB_OUTPUT, 'utf8')
    return { status, stdout, output, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
  }

  test('gives the report to the log and the summary, and the exit code to later steps', () => {
    const { status, stdout, output, summary } = run({ source: FAILING })
    expect(status).toBe(0)
    expect(stdout).toContain('[no-route-to-ecr-api]')
    expect(summary).toMatch(/^<!-- farsight -->\n### Farsight: /)
    expect(output).toBe('exit-code=1\n')
    expect(bash(result?.run ?? '', { CODE: '1' }).status).toBe(1)
  })

  test('is green where everything starts', () => {
    expect(run({ source: STARTING }).output).toBe('exit-code=0\n')
  })

  test('takes one option a line as words, and writes SARIF', () => {
    const ignored = ['ecr-api', 'ecr-dkr', 's3', 'logs'].map((name) => `  --ignore no-route-to-${name}`)
    const { output } = run({ source: FAILING, options: `${ignored.join('\n')}\n\n--strict\n`, sarif: 'out file.sarif' })
    expect(output).toMatch(/^exit-code=[04]\n$/)
    expect(JSON.parse(readFileSync(join(folder, 'out file.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  test('lets no input run anything', () => {
    const { output } = run({ source: FAILING, options: '--parameter A=$(touch hacked) ; touch hacked' })
    expect(output).toBe('exit-code=1\n')
    expect(() => readFileSync(join(folder, 'hacked'))).toThrow()
  })

  test('has no input inside of a script', () => {
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{')
  })

  test('does not write a summary for a source that is none', () => {
    const { output, summary } = run({ source: 'missing.yaml' })
    expect([output, summary]).toEqual(['exit-code=2\n', ''])
  })
})

describe.skipIf(!hasBash || process.platform === 'win32')('the hook for pre-commit', () => {
  const run = (args: readonly string[], ...files: readonly string[]) => {
    const words = [...args, ...files].map((word) => `'${word}'`).join(' ')
    return bash(`${hook.entry} ${words}`, {}).status
  }

  test.each([
    [[STARTING], 0],
    [[FAILING], 1],
    [[STARTING, FAILING], 1],
    [[FAILING, STARTING], 1],
  ])('judges each file: %j', (files, status) => {
    expect(run(hook.args, ...files)).toBe(status)
  })

  test('passes options on', () => {
    const causes = ['ecr-api', 'ecr-dkr', 's3', 'logs'].flatMap((name) => ['--ignore', `no-route-to-${name}`])
    expect(run([...causes, '--'], FAILING)).toBe(0)
  })
})
