/** Where a part of the snapshot came from: a place in code, or a call to AWS. Provenance, nothing else. */
export type Origin = CodeOrigin | CallOrigin

/** `line` and `column` count from 1; `path` is the address inside the file (a logical id, a construct path). */
export interface CodeOrigin {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly path?: string
}

export interface CallOrigin {
  readonly call: string
  readonly arn?: string
}

/** RFC 6901 JSON pointer into the snapshot. */
export type Pointer = string

export function pointerTo(base: Pointer, ...keys: readonly (string | number)[]): Pointer {
  let pointer = base
  for (const key of keys) pointer += typeof key === 'number' ? `/${key}` : `/${escaped(key)}`
  return pointer
}

function escaped(key: string): string {
  if (!key.includes('/') && !key.includes('~')) return key
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The origin of the nearest enclosing part that has one. */
export function originOf(origins: { readonly [pointer: Pointer]: Origin } | undefined, at: Pointer): Origin | null {
  if (origins === undefined) return null
  for (let pointer = at; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const origin = origins[pointer]
    if (origin !== undefined) return origin
  }
  return origins[''] ?? null
}
