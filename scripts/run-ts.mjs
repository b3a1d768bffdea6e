/**
 * Runs a TypeScript program, which Node 20 cannot: `node scripts/run-ts.mjs bench/main.ts [arguments]`.
 *
 * It is bundled with everything that it imports, so the working directory is the repository's root and
 * `import.meta.url` is that of the source, not of the bundle.
 */
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { keepImportMeta } from './keep-import-meta.mjs'
import { cache, isProgram, root } from './repository.mjs'

/**
 * @param {string} file path from the root of the repository
 * @param {readonly string[]} args what the program finds in `process.argv` from the third place on
 */
export async function runTs(file, args) {
  const source = resolve(root, file)
  const outfile = join(cache, 'run', `${file.replace(/[^\w.-]+/g, '-')}.mjs`)
  mkdirSync(dirname(outfile), { recursive: true })
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    plugins: [keepImportMeta()],
    sourcemap: 'inline',
    logLevel: 'error',
  })
  process.chdir(root)
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, source, ...args]
  await import(pathToFileURL(outfile).href)
}

if (isProgram(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  if (file === undefined) {
    process.stderr.write('usage: node scripts/run-ts.mjs <file.ts> [arguments]\n')
    process.exitCode = 2
  } else {
    await runTs(file, args)
  }
}
