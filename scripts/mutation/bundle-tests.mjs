/** Makes one program of the tests that FARSIGHT_MUTATION_TESTS names, below the working folder: `tests.mjs` there. */
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { keepImportMeta } from '../keep-import-meta.mjs'

const bare = fileURLToPath(new URL('bare-vitest.mjs', import.meta.url))
const files = (process.env.FARSIGHT_MUTATION_TESTS ?? '').split(',')

await esbuild.build({
  stdin: {
    contents: [...files.map((file) => `import './${file}'`), "import { runAll } from 'vitest'", 'await runAll()'].join(
      '\n',
    ),
    resolveDir: process.cwd(),
  },
  bundle: true,
  // The tests are there for what they do, whatever package.json says of side effects
  ignoreAnnotations: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outfile: 'tests.mjs',
  banner: { js: 'const strykerActive = process.env.__STRYKER_ACTIVE_MUTANT__' },
  plugins: [keepImportMeta(withPlainSwitches)],
  alias: { vitest: bare },
  logLevel: 'error',
})

/**
 * Stryker asks a function whether a change is switched on, and counts what was passed; each program here has one change
 * for good and nobody reads the counts. Without both, what is asked millions of times is ten times as fast.
 */
function withPlainSwitches(/** @type {string} */ source) {
  return source
    .replace(/\bstryCov_\w+\((?:"\d+"(?:, )?)+\)[,;]/g, '')
    .replace(/\bstryMutAct_\w+\(("\d+")\)/g, '(strykerActive === $1)')
}
