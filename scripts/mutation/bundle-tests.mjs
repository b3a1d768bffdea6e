/**
 * Makes one program of the tests that FARSIGHT_MUTATION_TESTS names, below the working folder: `tests.cjs` there, and beside
 * it what says which tests pass which changes, so that a change asks those alone.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { keepImportMeta } from '../keep-import-meta.mjs'

const bare = fileURLToPath(new URL('bare-vitest.mjs', import.meta.url))
const files = (process.env.FARSIGHT_MUTATION_TESTS ?? '').split(',')

await bundle(withCounters)
run({ FARSIGHT_PASSED: 'write' })
await bundle(withPlainSwitches)
run({ FARSIGHT_MUTATION_CACHE: 'write' })

function run(/** @type {Record<string, string>} */ env) {
  const runner = fileURLToPath(new URL('run-tests.mjs', import.meta.url))
  execFileSync(process.execPath, [runner], { stdio: 'inherit', env: { ...process.env, ...env } })
}

async function bundle(/** @type {(source: string) => string} */ change) {
  await esbuild.build({
    stdin: {
      contents: [...files.map((file) => `import './${file}'`), "import { runAll } from 'vitest'", 'void runAll()'].join(
        '\n',
      ),
      resolveDir: process.cwd(),
    },
    bundle: true,
    // The tests are there for what they do, whatever package.json says of side effects
    ignoreAnnotations: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: 'tests.cjs',
    banner: { js: 'const strykerActive = process.env.__STRYKER_ACTIVE_MUTANT__' },
    plugins: [keepImportMeta(change)],
    // Not what node_modules links to, which is not changed
    alias: { vitest: bare, '@farsight/core': join(process.cwd(), 'packages/core/src/index.ts') },
    logLevel: 'error',
  })
}

/** What Stryker does to note what was passed takes ten times as long as the code. */
function withCounters(/** @type {string} */ source) {
  return source.replace(/\bstryCov_\w+\((?=")/g, 'farsightPassed(').replace(/\bstryMutAct_\w+\("\d+"\)/g, 'false')
}

/** One program tries one change: whether it is switched on is known from the start, and nobody counts what is passed. */
function withPlainSwitches(/** @type {string} */ source) {
  return source
    .replace(/\bstryCov_\w+\((?:"\d+"(?:, )?)+\)[,;]/g, '')
    .replace(/\bstryMutAct_\w+\(("\d+")\)/g, '(strykerActive === $1)')
}
