import type { OpenFact } from '../model/judgement.ts'
import { along, type Hop, type Whereabouts } from './hop.ts'
import { union } from './range-set.ts'
import { openStep, type Step, type StepKind } from './step.ts'
import type { Leg } from './trip.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

export function leg(out: readonly Step[], back: readonly Step[] = []): Leg {
  return { out, back, ends: false, endpoints: NO_ENDPOINTS, seenAs: null }
}

/** What lies beyond is not known, or not modeled. */
export function unknownLeg(kind: StepKind, ...[first, ...more]: readonly [OpenFact, ...OpenFact[]]): Leg {
  return { out: [openStep(kind, first, ...more)], back: [], ends: true, endpoints: NO_ENDPOINTS, seenAs: null }
}

/** First these steps out, and last those back, which are not judged where something before them is open. */
export function around(out: readonly Step[], inner: Leg, back: readonly Step[] = []): Leg {
  const { ends, endpoints, seenAs } = inner
  return { out: [...out, ...inner.out], back: ends ? inner.back : [...inner.back, ...back], ends, endpoints, seenAs }
}

export function hopAlong({ out, back }: Leg): Hop {
  return along([...out, ...back].map(({ hop }) => hop))
}

export function works(whole: Leg): boolean {
  return !whole.ends && hopAlong(whole).verdict === 'works'
}

/** Any of these may be taken, and nobody knows which. */
export function anyOf(legs: readonly Leg[], doubt: OpenFact): Leg {
  const [first, ...others] = legs
  if (first === undefined) return unknownLeg('transit-gateway', doubt)
  const verdict = hopAlong(first).verdict
  return others.every((other) => hopAlong(other).verdict === verdict) ? first : unknownLeg('transit-gateway', doubt)
}

/**
 * As whom those at the ends of some legs see what is sent from `source`; null: as that itself. Where they differ, it must
 * be let in as each of those that they see.
 */
export function seenBy(source: Whereabouts, legs: readonly Leg[]): Whereabouts | null {
  const translated = legs.find(({ seenAs }) => seenAs !== null)?.seenAs ?? null
  if (translated === null) return null
  const within = legs.reduce((all, { seenAs }) => union(all, (seenAs ?? source).within), translated.within)
  return { within, open: translated.open }
}
