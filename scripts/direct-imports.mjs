import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './repository.mjs'

const index = join(root, 'packages', 'core', 'src', 'index.ts')

/**
 * Imports from `@farsight/core` become imports of the modules that it exports from. esbuild puts what a program reaches
 * into its chunks file by file: through the one index every command would load all that any command needs.
 *
 * @type {import('esbuild').Plugin}
 */
export const directImports = {
  name: 'direct-imports',
  setup({ onLoad }) {
    const modules = exportedFrom()
    onLoad({ filter: /[\\/]packages[\\/](?:cli|iac)[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(FROM_CORE, (_, word, names) => directly(word, names, modules)),
    }))
  },
}

const FROM_CORE = /^(import|export) \{([^}]*)\} from '@farsight\/core'$/gm

/** The module of each name that the index exports as a value. */
function exportedFrom() {
  /** @type {Map<string, string>} */
  const modules = new Map()
  const source = readFileSync(index, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  for (const [, names = '', module = ''] of source.matchAll(/^export \{([^}]*)\} from '([^']+)'$/gm)) {
    for (const name of valuesIn(names)) modules.set(name, join(dirname(index), module))
  }
  return modules
}

/**
 * @param {string} word `import` or `export`
 * @param {string} names as they stand between the braces
 * @param {ReadonlyMap<string, string>} modules
 */
function directly(word, names, modules) {
  return valuesIn(names)
    .map((name) => {
      const module = modules.get(name)
      if (module === undefined) throw new Error(`@farsight/core does not export ${name}`)
      return `${word} { ${name} } from ${JSON.stringify(module)}`
    })
    .join('; ')
}

/** @param {string} names */
function valuesIn(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
}
