import { type Gap, isGap, placeholder } from '@farsight/core'

/**
 * What an expression of the template gives: something literal, a reference that keeps its identity, or nothing that
 * anybody knows yet. `at` is the offset of the expression in the text.
 */
export type Value = TextValue | ReferenceValue | ListValue | MapValue | UnknownValue | AbsentValue

export interface TextValue {
  readonly kind: 'text'
  /** May hold placeholders. */
  readonly text: string
  /** Why a part of the text is a placeholder. */
  readonly open: Gap | null
  readonly at: number
}

/** An id that AWS gives to a resource of the template: `id` stands for it wherever it is the whole value. */
export interface ReferenceValue {
  readonly kind: 'reference'
  /** The id of the resource, and its type. */
  readonly owner: string
  readonly type: string
  readonly id: string
  /** What it looks like inside a longer text, such as an ARN. */
  readonly embedded: string
  readonly at: number
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly at: number
}

export interface MapValue {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, ValueEntry>
  readonly at: number
}

export interface ValueEntry {
  readonly keyAt: number
  readonly value: Value
}

export interface UnknownValue {
  readonly kind: 'unknown'
  readonly gap: Gap
  /** Names it inside a longer text: equal names are the same unknown. */
  readonly name: string
  /** The type of the resource of which it is an attribute. */
  readonly type?: string
  /** What it may turn out to be, where that is known: the branches of an undecided `Fn::If`. */
  readonly candidates?: readonly Value[]
  readonly at: number
}

/** No such property, or `AWS::NoValue`. */
export interface AbsentValue {
  readonly kind: 'absent'
  readonly at: number
}

export const ABSENT: AbsentValue = Object.freeze({ kind: 'absent', at: 0 })

/** AWS gives ids and generated names when it deploys. */
export const AFTER_DEPLOY: Gap = Object.freeze({ gap: 'after-deploy' })

export function text(value: string, at: number, open: Gap | null = null): TextValue {
  return { kind: 'text', text: value, open: open === null ? null : whyOpen(open, value, placeholder), at }
}

export function unknown(gap: Gap, name: string, at: number): UnknownValue {
  return { kind: 'unknown', gap: whyOpen(gap, name, String), name, at }
}

/** What is not a parameter as it is, but made of one, says so. */
function whyOpen(gap: Gap, value: string, asItIs: (parameter: string) => string): Gap {
  return gap.gap === 'parameter' && asItIs(gap.name) !== value ? { ...gap, derived: true } : gap
}

export function unresolved(expression: string, at: number): UnknownValue {
  return unknown({ gap: 'unresolved', expression }, expression, at)
}

/** The value as part of a longer text; null where it is a list or a map, which texts cannot hold. */
export function embed(value: Value): string | null {
  if (value.kind === 'text') return value.text
  if (value.kind === 'reference') return value.embedded
  if (value.kind === 'unknown') return placeholder(value.name)
  return value.kind === 'absent' ? '' : null
}

/** Why the text of a value is not fully known; null where it is. */
export function openOf(value: Value): Gap | null {
  if (value.kind === 'text') return value.open
  if (value.kind === 'unknown') return value.gap
  return value.kind === 'reference' ? AFTER_DEPLOY : null
}

export function fieldOf(value: Value, name: string): ValueEntry | null {
  if (value.kind !== 'map') return null
  const exact = value.entries.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const [key, entry] of value.entries) if (key.toLowerCase() === wanted) return entry
  return null
}

/** A part of an unknown value, or what a function makes of it. */
export function derived({ gap, type }: UnknownValue, name: string, at: number): UnknownValue {
  const made: Gap = gap.gap === 'parameter' ? { ...gap, derived: true } : gap
  return { ...unknown(made, name, at), ...(type === undefined ? {} : { type }) }
}

/** Equal whatever is still unknown: places apart, the same expressions. */
export function sameValue(left: Value, right: Value): boolean {
  return canonical(left) === canonical(right)
}

function canonical(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text)
    case 'reference':
      return `&${value.id}`
    case 'unknown':
      return `?${JSON.stringify(value.name)}`
    case 'absent':
      return '-'
    case 'list':
      return `[${value.items.map(canonical).join(',')}]`
    case 'map':
      return `{${[...value.entries].map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry.value)}`).join(',')}}`
  }
}

/** The value as it stands at another place, such as in the file of another stack. */
export function relocated(value: Value, at: number): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => relocated(item, at)), at }
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, entry]) => [key, { keyAt: at, value: relocated(entry.value, at) }])
    return { ...value, entries: new Map(entries as [string, ValueEntry][]), at }
  }
  if (value.kind !== 'unknown' || value.candidates === undefined) return { ...value, at }
  return { ...value, candidates: value.candidates.map((each) => relocated(each, at)), at }
}

/** A literal with all of its parts as plain data; a gap where any part is not known. */
export function plainOf(value: Value): unknown {
  if (value.kind === 'list') return firstGap(value.items.map(plainOf))
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, entry]): [string, unknown] => [key, plainOf(entry.value)])
    const gap = entries.map(([, item]) => item).find(isGap)
    return gap ?? Object.fromEntries(entries)
  }
  return openOf(value) ?? embed(value)
}

function firstGap(items: readonly unknown[]): unknown {
  return items.find(isGap) ?? items
}

/** A value that something is, or may be. */
export interface Candidate {
  readonly value: Value
  /** Why it may be another one; null: it is this one. */
  readonly doubt: Gap | null
}

export function candidatesOf(value: Value): readonly Candidate[] {
  if (value.kind !== 'unknown' || value.candidates === undefined) return [{ value, doubt: null }]
  return value.candidates.flatMap(candidatesOf).map((each) => ({ value: each.value, doubt: value.gap }))
}

/** The single things that a value or a list names, or may name. */
export function targetsOf(value: Value): readonly Candidate[] {
  return candidatesOf(value).flatMap(({ value: each, doubt }) => {
    if (each.kind !== 'list') return [{ value: each, doubt }]
    return each.items.flatMap(targetsOf).map((target) => ({ value: target.value, doubt: target.doubt ?? doubt }))
  })
}
