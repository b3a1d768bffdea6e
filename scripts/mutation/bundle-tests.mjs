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
  plugins: [keepImportMeta],
  alias: { vitest: bare },
  logLevel: 'error',
})
