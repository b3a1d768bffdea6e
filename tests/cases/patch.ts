import { type Document, parseDocument } from 'yaml'

/** A change of RFC 6902: `add` (at the end of a list with `-`), `replace` or `remove`. */
export interface Change {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: string
  readonly value?: unknown
}

/** The text of a snapshot or template with the changes made; tags, and all that no change names, stay as they are. */
export function patched(text: string, changes: readonly Change[]): string {
  const isJson = text.trimStart().startsWith('{')
  const document = parseDocument(text, { logLevel: 'silent' })
  for (const change of changes) apply(document, change)
  return isJson ? JSON.stringify(document.toJS()) : String(document)
}

function apply(document: Document, { op, path, value }: Change): void {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const exists = document.hasIn(keys)
  if (op === 'remove' || op === 'replace') {
    if (!exists) throw new Error(`${op} ${path}: there is nothing`)
  }
  if (op === 'remove') document.deleteIn(keys)
  else if (keys.at(-1) === '-') document.addIn(keys.slice(0, -1), document.createNode(value))
  else document.setIn(keys, document.createNode(value))
}
