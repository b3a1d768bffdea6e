import type { Gap } from './gap.ts'

/**
 * A fact that may not be known. INVARIANT: a gap is never replaced by a default or an empty list; whoever needs the
 * fact to decide answers "undecided" and passes the gap on.
 */
export type Known<T> = T | Gap

export function isGap(value: unknown): value is Gap {
  return typeof value === 'object' && value !== null && 'gap' in value && typeof value.gap === 'string'
}
