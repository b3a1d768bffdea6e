import { type Gap, type Known, type Pointer, pointerTo, type Table } from '@farsight/core'

/** A table of the snapshot while it is filled: what one resource puts there, others may still add to. */
export interface DraftTable<T> {
  readonly at: Pointer
  readonly drafts: Map<string, T>
  /** Why an entry may not be there at all. */
  readonly doubts: Map<string, Gap>
}

export function draftTable<T>(at: Pointer): DraftTable<T> {
  return { at, drafts: new Map(), doubts: new Map() }
}

export function pointerIn(table: DraftTable<unknown>, key: string): Pointer {
  return pointerTo(table.at, key)
}

/** The finished table; `rest` speaks for all that it does not hold. */
export function finish<T>(table: DraftTable<T>, rest?: Gap | null): Table<T> {
  const entries = [...table.drafts].map(([key, draft]): [string, Known<T>] => [key, table.doubts.get(key) ?? draft])
  return Object.fromEntries(rest ? [...entries, ['*', rest]] : entries)
}
