import { hasPlaceholder } from '@farsight/core'
import { MAX_DEPTH } from './measure-depth.ts'
import { ABSENT, type ReferenceValue, relocated, text, type Value, type ValueEntry } from './value.ts'

type Recognize = (embedded: string) => ReferenceValue | undefined

/** The value of a text of JSON; null where it is none, or nests too deep. A text that is a reference is one again. */
export function jsonValue(json: string, at: number, recognize: Recognize = () => undefined): Value | null {
  try {
    return toValue(JSON.parse(json), at, MAX_DEPTH, recognize)
  } catch {
    return null
  }
}

/** A text that is no JSON. One that nests too deep to be read may be, or has parts that are not known. */
export function isNoJson(json: string): boolean {
  if (hasPlaceholder(json)) return false
  try {
    JSON.parse(json)
    return false
  } catch (error) {
    return error instanceof SyntaxError
  }
}

function toValue(data: unknown, at: number, levels: number, recognize: Recognize): Value | null {
  if (levels === 0) return null
  if (data === null || data === undefined) return { ...ABSENT, at }
  if (typeof data !== 'object') return literal(String(data), at, recognize)
  const children = Object.entries(data).map(([key, item]) => [key, toValue(item, at, levels - 1, recognize)] as const)
  const entries = new Map<string, ValueEntry>()
  for (const [key, value] of children) {
    if (value === null) return null
    entries.set(key, { keyAt: at, value })
  }
  if (!Array.isArray(data)) return { kind: 'map', entries, at }
  return { kind: 'list', items: [...entries.values()].map(({ value }) => value), at }
}

function literal(data: string, at: number, recognize: Recognize): Value {
  if (!hasPlaceholder(data)) return text(data, at)
  const reference = recognize(data)
  return reference === undefined ? text(data, at, { gap: 'unresolved', expression: data }) : relocated(reference, at)
}
