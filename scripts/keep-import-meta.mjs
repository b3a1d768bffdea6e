import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * In a bundle, `import.meta` still tells of the source, beside which lies what it reads.
 *
 * @param {(source: string) => string} change what else is done to the text of a source
 * @returns {import('esbuild').Plugin}
 */
export function keepImportMeta(change = (source) => source) {
  return {
    name: 'keep-import-meta',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        loader: 'ts',
        contents: change(readFileSync(path, 'utf8'))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.filename', JSON.stringify(path)),
      }))
    },
  }
}
