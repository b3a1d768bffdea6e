import { NOT_READ } from './gap.ts'
import { isGap, type Known } from './known.ts'
import { openKey } from './open-key.ts'

/**
 * Things that are asked for one by one, by name, id or ARN. Present: the thing. `null`: asked, and not there. Absent:
 * never asked, unless the key `*` speaks for all others: `null` = everything was read, a gap = why it was not.
 */
export interface Table<T> {
  readonly [key: string]: Known<T> | null
}

/**
 * Things that one question lists completely (the subnets of a VPC). A key that is absent is not there, unless the key
 * `*` holds a gap: then there may be more than what is written.
 */
export interface Listing<T> {
  readonly [key: string]: Known<T> | null
}

export function lookUp<T>(table: Known<Table<T>> | undefined, key: string): Known<T> | null {
  if (table === undefined) return NOT_READ
  if (isGap(table)) return table
  const found = ownIn(table, key)
  if (found !== undefined) return found
  if (!Object.hasOwn(table, '*')) return NOT_READ
  return table['*'] ?? openKey(table, key)
}

export function lookUpListed<T>(listing: Known<Listing<T>> | undefined, key: string): Known<T> | null {
  if (listing === undefined) return NOT_READ
  if (isGap(listing)) return listing
  const found = ownIn(listing, key)
  if (found !== undefined) return found
  return Object.hasOwn(listing, '*') ? (listing['*'] ?? null) : null
}

/** In one look-up: what every object inherits are functions, which JSON has not, and by `__proto__` its prototype. */
export function ownIn<T>(table: Table<T>, key: string): Known<T> | null | undefined {
  const found = table[key]
  return typeof found === 'function' || found === Object.prototype ? undefined : found
}

/** The entries that are there, and the gap that says why there may be more. */
export function entriesOf<T>(listing: Known<Listing<T>> | undefined): {
  readonly entries: readonly (readonly [string, Known<T>])[]
  readonly more: ReturnType<typeof gapOf>
} {
  if (listing === undefined || isGap(listing)) return { entries: [], more: listing ?? NOT_READ }
  const entries: [string, Known<T>][] = []
  for (const [key, value] of Object.entries(listing)) {
    if (key !== '*' && value !== null) entries.push([key, value])
  }
  return { entries, more: gapOf(listing['*']) }
}

function gapOf(value: unknown) {
  return isGap(value) ? value : null
}
