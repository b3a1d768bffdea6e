import { type Gap, type Known, type Pointer, pointerTo, type Table } from '@farsight/core'

/** A table of the snapshot while it is filled: what one resource puts there, others may still add to. */
export interface DraftTable<T> {
  readonly at: Pointer
  readonly drafts: Map<string, T>
  /** Why an entry may not be there at all. */
  readonly doubts: Map<string, Gap>
  /** Entries of the account that the code lies over, of which nothing more is known: not there, or a gap. */
  readonly kept: Map<string, Gap | null>
  /** Those that the account has and the code does not make, or not yet. */
  readonly laid: Set<string>
  /** What the account says of all that the table does not hold; absent: the code lies over none. */
  rest?: Gap | null
}

export function draftTable<T>(at: Pointer): DraftTable<T> {
  return { at, drafts: new Map(), doubts: new Map(), kept: new Map(), laid: new Set() }
}

export function pointerIn(table: DraftTable<unknown>, key: string): Pointer {
  return pointerTo(table.at, key)
}

/** The finished table; `rest` speaks for all that it does not hold, where no account does. */
export function finish<T>(table: DraftTable<T>, rest?: Gap | null): Table<T> {
  const kept = [...table.kept].filter(([key]) => !table.drafts.has(key))
  const drafts = [...table.drafts].map(([key, draft]): [string, Known<T>] => [key, table.doubts.get(key) ?? draft])
  const others = table.rest === undefined ? (rest ?? undefined) : table.rest
  return Object.fromEntries([...kept, ...drafts, ...(others === undefined ? [] : [['*', others] as const])])
}
