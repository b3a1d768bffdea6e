/** The way from the root of the document to a part of it. */
export type Path = readonly (string | number)[]

/** A problem of a snapshot before its place in the text is known. */
export interface Fault {
  readonly code: FaultCode
  readonly path: Path
  /** Whether it is the key that is wrong, and not what it holds. */
  readonly atKey?: boolean
  readonly params: Readonly<Record<string, string>>
}

/** `E_`: there is no snapshot; `W_`: there is one. */
export type FaultCode =
  | 'E_SNAPSHOT_SCHEMA'
  | 'E_SNAPSHOT_UNKNOWN_KEY'
  | 'E_SNAPSHOT_MISSPELLED_KEY'
  | 'E_SNAPSHOT_FORBIDDEN_KEY'
  | 'E_SNAPSHOT_DUPLICATE_KEY'
  | 'E_SNAPSHOT_MISSING_KEY'
  | 'E_SNAPSHOT_WRONG_TYPE'
  | 'E_SNAPSHOT_WRONG_VALUE'
  | 'E_SNAPSHOT_WRONG_FORMAT'
  | 'E_SNAPSHOT_TOO_SMALL'
  | 'E_SNAPSHOT_TOO_LARGE'
  | 'E_SNAPSHOT_WRONG_REST'
  | 'E_SNAPSHOT_GAP_NOT_POSSIBLE'
  | 'E_SNAPSHOT_NO_PEER'
  | 'E_SNAPSHOT_NOT_ONE_PEER'
  | 'W_SNAPSHOT_ODD_POLICY'

/** A value as JSON, short enough for a sentence. */
export function preview(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}'
  const text = JSON.stringify(value) ?? '—'
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

/** Names or symbols for a sentence of any language. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}
