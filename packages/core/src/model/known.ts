import type { Gap } from './gap.ts'

/**
 * A fact that may not be known. INVARIANT: a gap is never replaced by a default or an empty list; whoever needs the
 * fact to decide answers "undecided" and passes the gap on.
 */
export type Known<T> = T | Gap

/** The same of things of which an account has thousands: see `field.ts`. */
export function isGapOfMany<T extends object>(value: T | Gap): value is Gap {
  return Object.hasOwn(value, 'gap') && isGap(value)
}

export function isGap(value: unknown): value is Gap {
  // Read, not asked for with `in`: that is many times slower on objects of many shapes, and this is asked most of all.
  if (typeof value !== 'object' || value === null) return false
  const { gap } = value as { readonly gap?: unknown }
  // A member of that name that somebody else wrote, such as a tag, makes no gap.
  return typeof gap === 'string' && KINDS.has(gap)
}

const KINDS: ReadonlySet<string> = new Set<Gap['gap']>([
  'not-read',
  'denied',
  'other-owner',
  'parameter',
  'option',
  'unresolved',
  'refused',
  'after-deploy',
  'not-modeled',
  'assumed',
])
