import type { OpenFact } from '../model/judgement.ts'
import { along, type Hop, inPart, openHop, type Whereabouts } from './hop.ts'
import { type RangeSet, sizeOf } from './range-set.ts'
import { openStep, type Step, type StepKind } from './step.ts'
import type { Leg } from './trip.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

export function leg(out: readonly Step[], back: readonly Step[] = []): Leg {
  return { out, back, ends: false, endpoints: NO_ENDPOINTS, seenAs: null }
}

/** What lies beyond is not known, or not modeled. */
export function unknownLeg(kind: StepKind, ...[first, ...more]: readonly [OpenFact, ...OpenFact[]]): Leg {
  return { ...leg([openStep(kind, first, ...more)]), ends: true }
}

/** First these steps out, and last those back, which are not judged where something before them is open. */
export function around(out: readonly Step[], inner: Leg, back: readonly Step[] = []): Leg {
  return { ...inner, out: [...out, ...inner.out], back: inner.ends ? inner.back : [...inner.back, ...back] }
}

function hopAlong({ out, back }: Leg): Hop {
  return along([...out, ...back].map(({ hop }) => hop))
}

export function works(whole: Leg): boolean {
  return !whole.ends && hopAlong(whole).verdict === 'works'
}

/** One of several legs, each for a part of where the packets go. */
interface Part {
  readonly within: RangeSet
  readonly leg: Leg
}

/** Several routes may each take a part of the addresses. */
export function mergeParts(parts: readonly Part[], target: Whereabouts): Leg {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only.leg
  const ways = parts.map(({ leg: part }) => hopAlong(part))
  const decided = ways.every(({ verdict }) => verdict !== 'undecided')
  const agreed = ways.every(({ verdict }) => verdict === ways[0]?.verdict)
  if (agreed && decided)
    return { ...leg(parts.flatMap((part) => [...part.leg.out, ...part.leg.back])), ...common(parts) }
  const { open } = target
  const steps = parts.flatMap((part) => part.leg.out)
  const as = (hop: Hop): Leg => ({
    ...leg([{ kind: 'route', id: steps[0]?.id ?? '', at: steps[0]?.at ?? '', hop }]),
    ...common(parts),
  })
  if (decided && open === null) {
    const works = parts.reduce(
      (sum, { within }, place) => sum + (ways[place]?.verdict === 'works' ? sizeOf(within) : 0),
      0,
    )
    return as(
      inPart(
        works,
        sizeOf(target.within),
        ways.flatMap(({ blockers }) => blockers),
      ),
    )
  }
  const gaps = ways.flatMap((way) => way.gaps)
  return { ...as(openHop(agreed || open === null ? gaps : [...gaps, open])), ends: true }
}

function common(parts: readonly Part[]): Pick<Leg, 'endpoints' | 'seenAs'> {
  const [first] = parts
  return { endpoints: first?.leg.endpoints ?? NO_ENDPOINTS, seenAs: first?.leg.seenAs ?? null }
}

/** Any of these may be taken, and nobody knows which. */
export function anyOf(legs: readonly Leg[], doubt: OpenFact): Leg {
  const [first, ...others] = legs
  if (first === undefined) return unknownLeg('transit-gateway', doubt)
  const verdict = hopAlong(first).verdict
  return others.every((other) => hopAlong(other).verdict === verdict) ? first : unknownLeg('transit-gateway', doubt)
}
