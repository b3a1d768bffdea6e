import type { PartialShare } from '../model/judgement.ts'
import { along, type Hop, inPart, openHop, type Whereabouts } from './hop.ts'
import { hopAlong, leg } from './leg.ts'
import { type RangeSet, sizeOf } from './range-set.ts'
import type { Leg } from './trip.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

/** One of several legs, each for a part of where the packets go. */
interface Part {
  readonly within: RangeSet
  readonly leg: Leg
}

/** Several routes may each take a part of the addresses. */
export function mergeParts(parts: readonly Part[], target: Whereabouts): Leg {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only.leg
  const ways = parts.map((part) => hopAlong(part.leg))
  const shares = ways.map(shareOf)
  const known = shares.filter((share) => share !== null)
  const [first] = known
  if (first !== undefined && known.length === shares.length) {
    const isShared = known.every((share) => share.works * first.of === first.works * share.of)
    if (isShared) return { ...leg(stepsOf(parts)), ...common(parts) }
    if (target.open === null) return asOne(parts, some(weighted(parts, known), ways))
  }
  const { gaps } = along(ways)
  const depends = target.open !== null && ways.some((way) => way.gaps.length === 0) ? [target.open] : []
  return { ...asOne(parts, openHop([...gaps, ...depends])), ends: true }
}

/** How much of what is sent arrives; null: not known. */
function shareOf({ verdict, gaps, partial }: Hop): PartialShare | null {
  if (verdict === 'works') return { works: 1, of: 1 }
  if (verdict === 'fails') return { works: 0, of: 1 }
  return gaps.length > 0 || partial === undefined ? null : partial
}

/** Each address counts alike. */
function weighted(parts: readonly Part[], shares: readonly PartialShare[]): PartialShare {
  const scale = [...new Set(shares.map(({ of }) => of))].reduce((product, of) => product * of, 1)
  return parts.reduce(
    ({ works, of }, { within }, place) => {
      const share = shares[place] ?? { works: 0, of: 1 }
      const size = sizeOf(within) * scale
      return { works: works + (size / share.of) * share.works, of: of + size }
    },
    { works: 0, of: 0 },
  )
}

function some({ works, of }: PartialShare, ways: readonly Hop[]): Hop {
  const { blockers, assumptions } = along(ways)
  return { ...inPart(works, of, blockers), assumptions }
}

function asOne(parts: readonly Part[], hop: Hop): Leg {
  const [first] = stepsOf(parts)
  return { ...leg([{ kind: 'route', id: first?.id ?? '', at: first?.at ?? '', hop }]), ...common(parts) }
}

function stepsOf(parts: readonly Part[]) {
  return parts.flatMap((part) => [...part.leg.out, ...part.leg.back])
}

function common(parts: readonly Part[]): Pick<Leg, 'endpoints' | 'seenAs'> {
  const [first] = parts
  return { endpoints: first?.leg.endpoints ?? NO_ENDPOINTS, seenAs: first?.leg.seenAs ?? null }
}
