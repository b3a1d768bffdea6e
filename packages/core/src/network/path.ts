import type { AssumptionId } from '../model/assumption.ts'
import { type Judgement, type OpenFact, WORKS } from '../model/judgement.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { NetworkBlocker } from './blocker.ts'
import { type Hop, openHop } from './hop.ts'
import { inMap, oncePer } from './once.ts'
import type { Course } from './trip.ts'

/** Whether a packet can go to the host and its answer come back, and the VPC endpoints that it passes on its way. */
export interface Path extends Judgement<NetworkBlocker> {
  readonly endpoints: readonly Placed<VpcEndpoint>[]
}

/** A course with what may lead to the host where IPv4 does not. */
interface Alternatives extends Pick<Course, 'endpoints'> {
  readonly otherwise: OpenFact | null
}

/** Where IPv4 fails and something else may lead to the host, nothing is decided. */
export function pathOf({ endpoints, otherwise }: Alternatives, hop: Hop): Path {
  if (hop.verdict === 'works') return working(endpoints, hop.assumptions)
  const whole = otherwise === null || hop.verdict !== 'fails' ? hop : openHop([...hop.gaps, otherwise])
  return { ...whole, endpoints }
}

/**
 * Paths that work alike through the same endpoints are one object. INVARIANT: lists of the same endpoints are one
 * object, too.
 */
function working(endpoints: Path['endpoints'], assumptions: readonly AssumptionId[]): Path {
  return inMap(workingThrough(endpoints), assumptions.join(' '), () =>
    Object.freeze({
      verdict: 'works',
      blockers: WORKS.blockers,
      gaps: WORKS.gaps,
      assumptions: assumptions.length === 0 ? WORKS.assumptions : assumptions,
      endpoints,
    }),
  )
}

const workingThrough = oncePer((_: Path['endpoints']) => new Map<string, Path>())
