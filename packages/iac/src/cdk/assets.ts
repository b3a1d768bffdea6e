import { parseText } from '../cloudformation/parse-template.ts'
import { textOf } from '../cloudformation/template-node.ts'
import { child } from './manifest.ts'

/** The files of assets by their hashes, which stand in the URLs that templates name. */
export function assetFiles(file: string, text: string): ReadonlyMap<string, string> {
  const files = child(parseText(file, text).root ?? undefined, 'files')
  const found = new Map<string, string>()
  for (const [hash, { value }] of files?.kind === 'map' ? files.entries : []) {
    const path = textOf(child(child(value, 'source'), 'path'))
    if (path !== null) found.set(hash, path)
  }
  return found
}

/** The hash that the object key of an asset is named after. */
export function assetHash(url: string): string | null {
  return /([0-9a-f]{64})\.json$/.exec(url)?.[1] ?? null
}
