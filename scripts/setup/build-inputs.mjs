import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, filesBelow, root } from '../repository.mjs'

/** What bin/farsight.js imports. */
export const bundle = join(root, 'packages', 'cli', 'dist', 'main.js')

/** Holds the hash that the present bundle was built from. */
export const buildStamp = join(cache, 'built-from')

const rootFiles = [
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/direct-imports.mjs',
  'LICENSE',
  'NOTICE',
  'README.md',
]

const isSource = /^packages\/[^/]+\/(src\/.*|package\.json)$/

/** A hash over the contents of every file that the bundle and the published package are made from. */
export function buildInputsHash() {
  const hash = createHash('sha256')
  const packageFiles = filesBelow('packages').filter((file) => isSource.test(file) && !file.endsWith('.test.ts'))
  for (const file of [...rootFiles, ...packageFiles]) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
