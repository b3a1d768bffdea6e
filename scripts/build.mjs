/**
 * Bundles the command line into packages/cli/dist, so that the published package has no dependencies and starts fast,
 * and copies into packages/cli what the package ships beside it.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as esbuild from 'esbuild'
import { directImports } from './direct-imports.mjs'
import { cache, isProgram, root } from './repository.mjs'
import { buildInputsHash, buildStamp } from './setup/build-inputs.mjs'

const cli = join(root, 'packages', 'cli')
const dist = join(cli, 'dist')

/** Which source went into which output, with sizes, as esbuild says it. */
export const metafile = join(cache, 'metafile.json')

/** @type {esbuild.BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints: { main: 'packages/cli/src/main.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The ES modules of a package where it has them: only they can be tree-shaken
  mainFields: ['module', 'main'],
  // The licenses of bundled libraries are in NOTICE
  legalComments: 'none',
  // A CommonJS library inside an ES module still asks for Node's own modules with require
  banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
  // Less to parse at each start; names stay, so that stack traces can be read
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  plugins: [directImports],
  logLevel: 'silent',
  metafile: true,
  write: false,
}

export async function build() {
  const hash = buildInputsHash()
  const result = await esbuild.build(options).catch((error) => {
    throw new Error(`the bundle did not build; correct the source and run the command again.\n${error.message}`)
  })
  mkdirSync(dist, { recursive: true })
  mkdirSync(cache, { recursive: true })
  const outputs = result.outputFiles ?? []
  for (const { path, contents } of outputs) writeFileSync(path, contents)
  removeAllBut(new Set(outputs.map(({ path }) => basename(path))))
  for (const file of ['LICENSE', 'NOTICE', 'README.md']) {
    if (existsSync(join(root, file))) copyFileSync(join(root, file), join(cli, file))
  }
  writeFileSync(metafile, JSON.stringify(result.metafile))
  writeFileSync(buildStamp, hash)
  return outputs.map(({ path, contents }) => ({ file: basename(path), bytes: contents.length }))
}

/**
 * Outputs of earlier builds go last: a farsight that is running in the meantime still finds its own.
 *
 * @param {ReadonlySet<string>} names
 */
function removeAllBut(names) {
  for (const name of readdirSync(dist)) {
    if (!names.has(name)) rmSync(join(dist, name), { recursive: true })
  }
}

if (isProgram(import.meta.url)) {
  const outputs = await build()
  for (const { file, bytes } of outputs) process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}\n`)
  const total = outputs.reduce((sum, { bytes }) => sum + bytes, 0)
  process.stdout.write(`${(total / 1000).toFixed(1).padStart(8)} kB  in all\n`)
}
