import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../repository.mjs'
import { npmCommand } from '../run-command.mjs'

const stamp = join(root, 'node_modules', '.farsight-installed')

/**
 * Installs what package-lock.json says, unless that was done already.
 *
 * Dependencies' install scripts do not run: nothing here needs one.
 *
 * @param {(text: string) => void} say
 */
export function install(say) {
  const wanted = lockfileHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('installing the dependencies (once per package-lock.json, about 20 seconds)')
  const flags = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=notice']
  const [file, args, { shell }] = npmCommand('npm', ['ci', ...flags])
  // npm's own progress goes to stderr too: stdout belongs to the command that setup runs before
  const { status, error } = spawnSync(file, args, { cwd: root, shell, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    throw new Error(
      `npm ci failed${error ? ` (${error.message})` : ''}. Its message is above: most often there is no way to the ` +
        'package registry (check the network, or `npm config get registry`), or package-lock.json does not fit ' +
        'package.json (run `npm install`). Then run the same command again.',
    )
  }
  writeFileSync(stamp, wanted)
}

/** Native parts differ by system, so a folder that two systems share is installed again by each. */
function lockfileHash() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}
