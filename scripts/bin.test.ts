import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../packages/cli/bin/farsight.js', import.meta.url))

describe('bin/farsight.js', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'farsight-bin-'))
    mkdirSync(join(folder, 'bin'))
    copyFileSync(bin, join(folder, 'bin', 'farsight.js'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function writeMain(body: string) {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist', 'main.js'), `export async function main(args, io) { ${body} }`)
  }

  function run(main: string | null, args: readonly string[] = []) {
    if (main !== null) writeMain(main)
    return spawnSync(process.execPath, [join(folder, 'bin', 'farsight.js'), ...args], { encoding: 'utf8' })
  }

  test('without a bundle it says in one line how to make one, and exits 3', () => {
    const { status, stdout, stderr } = run(null)
    expect({ status, stdout, stderr }).toEqual({
      status: 3,
      stdout: '',
      stderr: 'farsight is not built: run `npm start` or `npm run build` first.\n',
    })
  })

  test('it hands the arguments on and exits with the code that main returns', () => {
    const { status, stdout } = run('io.stdout.write(args.join()); return 4', ['preflight', 'app.yaml'])
    expect({ status, stdout }).toEqual({ status: 4, stdout: 'preflight,app.yaml' })
  })

  test.each([
    ['rejects', "throw new Error('broken')"],
    ['fails later', "setTimeout(() => { throw new Error('broken') }); return new Promise(() => {})"],
  ])('a main that %s is a failure of ours: exit 3, never the 1 of a finding', (_, main) => {
    const { status, stdout, stderr } = run(main)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain('Error: broken')
  })

  test('a reader that leaves early does not change the exit code', async () => {
    writeMain(
      "io.stdout.write('x'.repeat(1e6)); await new Promise((r) => setTimeout(r, 100)); io.stdout.write('y'); return 1",
    )
    const child = spawn(process.execPath, [join(folder, 'bin', 'farsight.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [status] = await once(child, 'exit')
    expect(status).toBe(1)
  })
})
