import { type Gap, isGap, type Known, type Pointer, placeholder, pointerTo } from '@farsight/core'
import type { Origins } from './origins.ts'
import type { Problems } from './problems.ts'
import { openOf, plainOf, type Value } from './value.ts'

/** What a shape needs beside the value: where to note places and problems, and for which resource. */
export interface Reading {
  readonly origins: Origins
  readonly problems: Problems
  readonly path: string
}

/** Reads values of one form into the snapshot; undefined where there is nothing. */
export interface Shape<T> {
  readonly read: (value: Value, at: Pointer, reading: Reading) => Known<T> | undefined
  /** A person would look for this very line: it gets an origin of its own. */
  readonly marked?: boolean
  /** The name of the property where it differs by more than capital letters. */
  readonly from?: string
  readonly required?: boolean
}

export function marked<T>(shape: Shape<T>): Shape<T> {
  return { ...shape, marked: true }
}

export function required<T>(shape: Shape<T>): Shape<T> {
  return { ...shape, required: true }
}

export function from<T>(property: string, shape: Shape<T>): Shape<T> {
  return { ...shape, from: property }
}

/** A text, or the id of a resource of the template. */
export const text: Shape<string> = {
  read: (value, _at, reading) => {
    if (value.kind === 'text') return value.text
    if (value.kind === 'reference') return value.id
    return otherwise(value, 'text', reading)
  },
}

/** A text of which every part must be known. */
export const literal: Shape<string> = {
  read: (value, at, reading) => (value.kind === 'text' ? (value.open ?? value.text) : text.read(value, at, reading)),
}

/** A text that is matched, such as an ARN in a policy: what is not known is a placeholder in it. */
export const pattern: Shape<string> = {
  read: (value, _at, reading) => {
    if (value.kind === 'text') return value.text
    if (value.kind === 'reference') return value.embedded
    return value.kind === 'unknown' ? placeholder(value.name) : otherwise(value, 'text', reading)
  },
}

export const number: Shape<number> = {
  read: (value, at, reading) => {
    const found = literal.read(value, at, reading)
    if (found === undefined || isGap(found)) return found
    return found.trim() !== '' && Number.isFinite(Number(found))
      ? Number(found)
      : badValue(value, 'number', found, reading)
  },
}

/** YAML 1.1, which CloudFormation reads, has more words for them than JSON. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '1'].map((word): [string, boolean] => [word, true]),
  ...['false', 'no', 'off', '0'].map((word): [string, boolean] => [word, false]),
])

export const boolean: Shape<boolean> = {
  read: (value, at, reading) => {
    const found = literal.read(value, at, reading)
    if (found === undefined || isGap(found)) return found
    return BOOLEANS.get(found.toLowerCase()) ?? badValue(value, 'boolean', found, reading)
  },
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return {
    read: (value, at, reading) => {
      const found = literal.read(value, at, reading)
      if (found === undefined || isGap(found)) return found
      const match = allowed.find((item) => item.toLowerCase() === found.toLowerCase())
      return match ?? badValue(value, allowed.join(' | '), found, reading)
    },
  }
}

/** A list whose items are known or not one by one. */
export function list<T>(item: Shape<T>): Shape<readonly Known<T>[]> {
  return {
    read: (value, at, reading) => {
      if (value.kind === 'unknown' || value.kind === 'absent') return otherwise(value, 'list', reading)
      if (value.kind === 'map') wrong(value, 'list', 'map', reading)
      const items: Known<T>[] = []
      for (const each of flatten(value)) {
        const pointer = pointerTo(at, items.length)
        const found = item.read(each, pointer, reading)
        if (found === undefined) continue
        reading.origins.set(pointer, each.at, reading.path)
        items.push(found)
      }
      return items
    },
  }
}

/** A list that says nothing unless all of its items are known. */
export function fullList<T>(item: Shape<T>): Shape<readonly T[]> {
  const items = list(item)
  return {
    read: (value, at, reading) => {
      const found = items.read(value, at, reading)
      if (found === undefined || isGap(found)) return found
      return found.find((each): each is Gap => isGap(each)) ?? (found as readonly T[])
    },
  }
}

function flatten(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items.flatMap(flatten)
  return value.kind === 'text' && value.text === '' ? [] : [value]
}

/** Members of somebody else that look like a gap of ours are not known. */
export function notLikeGap<T extends object>(members: T): T | Gap {
  return isGap(members) ? { gap: 'unresolved', expression: 'gap' } : members
}

export const stringMap: Shape<{ readonly [key: string]: Known<string> }> = {
  read: (value, at, reading) => {
    if (value.kind !== 'map') return otherwise(value, 'map', reading)
    const entries: [string, Known<string>][] = []
    for (const [key, entry] of value.entries) {
      const found = text.read(entry.value, pointerTo(at, key), reading)
      if (found === undefined) continue
      reading.origins.set(pointerTo(at, key), entry.keyAt, reading.path)
      entries.push([key, found])
    }
    return notLikeGap(Object.fromEntries(entries))
  },
}

/** An object that is there or not; what is in it decides nothing. */
export const object: Shape<object> = {
  read: (value, _at, reading) => (value.kind === 'map' ? (plainOf(value) as object) : otherwise(value, 'map', reading)),
}

/** What a value that has not the form gives: its own gap, nothing, or a problem. */
export function otherwise(value: Value, expected: string, reading: Reading): Gap | undefined {
  if (value.kind === 'absent') return undefined
  if (value.kind === 'unknown') return value.gap
  if (value.kind === 'reference') return openOf(value) ?? undefined
  return wrong(value, expected, value.kind, reading)
}

function wrong(value: Value, expected: string, found: string, { problems, path }: Reading): Gap {
  problems.report('W_WRONG_PROPERTY_TYPE', value.at, { expected, found }, path)
  return { gap: 'unresolved', expression: found }
}

/** A text that is not of the values that the property takes. */
function badValue(value: Value, expected: string, found: string, { problems, path }: Reading): Gap {
  problems.report('W_BAD_VALUE', value.at, { expected, value: found }, path)
  return { gap: 'unresolved', expression: found }
}
