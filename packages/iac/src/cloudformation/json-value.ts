import { MAX_DEPTH } from './measure-depth.ts'
import { ABSENT, text, type Value, type ValueEntry } from './value.ts'

/** The value of a text of JSON; null where it is none, or nests too deep. */
export function jsonValue(json: string, at: number): Value | null {
  try {
    return toValue(JSON.parse(json), at, MAX_DEPTH)
  } catch {
    return null
  }
}

function toValue(data: unknown, at: number, levels: number): Value | null {
  if (levels === 0) return null
  if (data === null || data === undefined) return { ...ABSENT, at }
  if (typeof data !== 'object') return text(String(data), at)
  const children = Object.entries(data).map(([key, item]) => [key, toValue(item, at, levels - 1)] as const)
  const entries = new Map<string, ValueEntry>()
  for (const [key, value] of children) {
    if (value === null) return null
    entries.set(key, { keyAt: at, value })
  }
  if (!Array.isArray(data)) return { kind: 'map', entries, at }
  return { kind: 'list', items: [...entries.values()].map(({ value }) => value), at }
}
