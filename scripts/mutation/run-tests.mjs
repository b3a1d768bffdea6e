/**
 * Runs `tests.cjs` of the working folder. What V8 made of its text is kept in `tests.cache`, because making it anew takes
 * longer than most changes take to be noticed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Script } from 'node:vm'

const CODE = 'tests.cjs'
const CACHE = 'tests.cache'

const script = new Script(`(function (require) {${readFileSync(CODE, 'utf8')}\n})`, {
  filename: resolve(CODE),
  cachedData: existsSync(CACHE) ? readFileSync(CACHE) : undefined,
})
script.runInThisContext()(createRequire(resolve(CODE)))
if (process.env.FARSIGHT_MUTATION_CACHE === 'write') {
  process.on('exit', () => writeFileSync(CACHE, script.createCachedData()))
}
