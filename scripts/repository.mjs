import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, wherever the command was started. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Where scripts keep what they can make again. */
export const cache = join(root, 'node_modules', '.cache', 'farsight')

/**
 * Whether this module is the program that Node was asked to run, and not imported by another.
 *
 * @param {string} url the module's `import.meta.url`
 */
export const isProgram = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url))

/**
 * Every file below a folder, named from the root with slashes; none when there is no such folder. Installed and built
 * files are left out.
 *
 * @param {string} folder from the root
 * @returns {string[]}
 */
export function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.sort(byName).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/**
 * @param {import('node:fs').Dirent} left
 * @param {import('node:fs').Dirent} right
 */
const byName = (left, right) => (left.name < right.name ? -1 : 1)
