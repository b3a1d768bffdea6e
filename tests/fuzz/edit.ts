import * as fc from 'fast-check'
import { odd, oddLike, pick } from './odd.ts'

/** A change of a value, as numbers that mean something for every value: so that an input can be made small and told. */
export interface Edit {
  readonly how: How
  /** Which part of the value, counted in order. */
  readonly at: number
  /** Which other part, or which of the odd values. */
  readonly which: number
}

const HOWS = ['drop', 'alike', 'same type', 'gap', 'odd', 'twice', 'key', 'many', 'deep', 'empty'] as const
export type How = (typeof HOWS)[number]

export const edit: fc.Arbitrary<Edit> = fc.record({
  // Most inputs shall still be read, so that they are judged
  how: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<How>('drop', 'alike', 'same type', 'gap', 'twice', 'empty') },
    { weight: 1, arbitrary: fc.constantFrom<How>('odd', 'key', 'many', 'deep') },
  ),
  at: fc.nat(100_000),
  which: fc.nat(100_000),
})

/** How often a part is repeated, and how deep one is put, at most. */
const MOST = 3000
const DEEPEST = 200
/** No input is longer: about the size of a snapshot of a large account. */
const LONGEST = 1_000_000

interface Place {
  readonly parent: Container
  readonly key: string | number
}
type Container = Record<string | number, unknown>

/** The JSON text of a copy with the changes made one after the other. */
export function edited(value: object, edits: readonly Edit[]): string {
  let text = JSON.stringify(value)
  for (const each of edits) {
    // Read again, so that no part stands in two places
    const root: Container = { root: JSON.parse(text) as unknown }
    apply(root, each)
    const next = JSON.stringify(root.root)
    if (next.length <= LONGEST) text = next
  }
  return text
}

function apply(root: Container, { how, at, which }: Edit): void {
  const places = placesIn(root)
  const { parent, key } = pick(places, at)
  const value = parent[key]
  if (how === 'drop') drop(parent, key)
  else if (how === 'twice') put(parent, Array.isArray(parent) ? parent.length : `${key}-${which}`, value)
  else if (how === 'key') put(parent, Array.isArray(parent) ? key : pick(odd.key, which), value)
  else if (how === 'same type') {
    const others = places.map((other) => other.parent[other.key]).filter((other) => typeOf(other) === typeOf(value))
    put(parent, key, structuredClone(pick(others, which)))
  } else put(parent, key, changed(how, key, value, which))
}

function changed(how: How, key: string | number, value: unknown, which: number): unknown {
  if (how === 'alike') return oddLike(key, value, which)
  if (how === 'many') return repeated(value, which)
  if (how === 'deep') return nested(value, which % DEEPEST)
  if (how === 'empty') return emptyOf(value)
  return pick(how === 'gap' ? odd.gap : odd.value, which)
}

function drop(parent: Container, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else if (key !== 'root') delete parent[key]
}

/** As JSON.parse does: a key `__proto__` is a key like any other. */
function put(parent: Container, key: string | number, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

function placesIn(root: Container): readonly Place[] {
  const places: Place[] = [{ parent: root, key: 'root' }]
  for (let next = 0; next < places.length; next++) {
    const place = places[next]
    const value = place?.parent[place.key]
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      places.push({ parent: value as Container, key: Array.isArray(value) ? Number(key) : key })
    }
  }
  return places
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function repeated(value: unknown, which: number): unknown {
  const size = JSON.stringify(value)?.length ?? 1
  const times = Math.min(1 + (which % MOST), Math.floor(LONGEST / (size + 1)))
  if (typeof value === 'string') return value.repeat(times)
  if (Array.isArray(value)) return Array.from({ length: times }, () => value).flat()
  if (typeof value === 'object' && value !== null) {
    const [first] = Object.values(value)
    return { ...value, ...Object.fromEntries(Array.from({ length: times }, (_, at) => [`k${at}`, first])) }
  }
  return Array.from({ length: times }, () => value)
}

function nested(value: unknown, levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>(
    (inner, _, level) => (level % 2 ? { a: inner } : [inner]),
    value,
  )
}

function emptyOf(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return !value
  return Array.isArray(value) ? [] : {}
}
