import { field } from './json.ts'
import type { Removed } from './plan.ts'
import { ADDITIONS, OPENINGS, plain, type Tables } from './take-additions-away.ts'
import { REMOVERS } from './take-things-away.ts'

/**
 * Takes out of an account what a plan destroys or replaces, and of what it changes, what it had added to other things. What
 * takes its place is added afterwards.
 */
export function takeAway(removed: readonly Removed[], tables: Tables): void {
  for (const { type, values, isChanged } of removed) {
    const remove = isChanged ? ADDITIONS.get(type) : (ADDITIONS.get(type) ?? OPENINGS.get(type) ?? REMOVERS.get(type))
    remove?.(tables, (name) => plain(field(values, name)), values)
  }
}
