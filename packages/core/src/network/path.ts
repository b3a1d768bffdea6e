import type { AssumptionId } from '../model/assumption.ts'
import { type Judgement, type OpenFact, type Verdict, WORKS } from '../model/judgement.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { NetworkBlocker } from './blocker.ts'
import type { Hop } from './hop.ts'
import { inMap, oncePer } from './once.ts'

/**
 * Whether a packet can go to the host and its answer come back, and the VPC endpoints that it passes on its way.
 *
 * @public
 */
export interface Path extends Judgement<NetworkBlocker> {
  readonly endpoints: readonly Placed<VpcEndpoint>[]
}

export function pathOf(endpoints: Path['endpoints'], hop: Hop): Path {
  const { verdict, blockers, gaps, assumptions, partial } = hop
  if (verdict === 'works') return working(endpoints, assumptions)
  const path = { verdict, blockers, gaps, assumptions, endpoints }
  return partial === undefined ? path : { ...path, partial }
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
      assumptions,
      endpoints,
    }),
  )
}

const workingThrough = oncePer((_: Path['endpoints']) => new Map<string, Path>())

/** A path in one family; the doubt hides whether there are addresses for it. */
export interface Alternative {
  readonly path: Path
  readonly doubt: OpenFact | null
}

/**
 * With IPv4 and IPv6 one of them is enough: what makes the calls of a task (the agent, containerd, the SDKs in Go) tries
 * the other family where the first does not answer.
 *
 * @see https://pkg.go.dev/net#Dialer (FallbackDelay)
 * @see https://www.rfc-editor.org/rfc/rfc6555
 */
export function eitherOf(alternatives: readonly [Alternative, ...Alternative[]]): Path {
  const sure = alternatives.filter(({ doubt }) => doubt === null)
  const works = sure.find(({ path }) => path.verdict === 'works')
  if (works !== undefined) return works.path
  const { endpoints } = (sure[0] ?? alternatives[0]).path
  const verdict: Verdict = alternatives.every(({ path }) => path.verdict === 'fails') ? 'fails' : 'undecided'
  const told = sure.length > 0 ? sure : alternatives
  const blockers = told.flatMap(({ path }) => path.blockers)
  const doubts = alternatives.flatMap(({ doubt, path }) => (doubt === null || path.verdict === 'fails' ? [] : [doubt]))
  const partial = told.find(({ path }) => path.partial !== undefined)?.path.partial
  return {
    verdict,
    blockers: distinct(blockers),
    gaps: distinct([...alternatives.flatMap(({ path }) => path.gaps), ...doubts]),
    assumptions: [...new Set(alternatives.flatMap(({ path }) => path.assumptions))],
    endpoints,
    ...(partial === undefined ? {} : { partial }),
  }
}

function distinct<T extends object>(things: readonly T[]): readonly T[] {
  return things.length < 2 ? things : [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()]
}
