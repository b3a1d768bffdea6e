import type { AssumptionId } from './assumption.ts'
import type { Gap } from './gap.ts'
import type { Pointer } from './origin.ts'

export type Verdict = 'works' | 'fails' | 'undecided'

/**
 * The answer to one question about the world. `blockers` are all that stop it, in the order in which they are met;
 * `gaps` are all facts whose absence leaves it open. INVARIANT: fails ⇒ a blocker; undecided ⇒ a gap or `partial`.
 */
export interface Judgement<Blocker> {
  readonly verdict: Verdict
  readonly blockers: readonly Blocker[]
  readonly gaps: readonly OpenFact[]
  readonly assumptions: readonly AssumptionId[]
  /** Works for some of the addresses or ports and fails for the others; then the verdict is undecided. */
  readonly partial?: PartialShare
}

export interface PartialShare {
  readonly works: number
  readonly of: number
}

/** A fact that was needed and is not known: what it is about, and why. */
export interface OpenFact {
  readonly gap: Gap
  readonly what: Subject
  readonly at: Pointer
}

/** What a fact is about: a kind of thing (`words/subjects.ts` names each) and its id, ARN or name. */
export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
}

export type SubjectKind =
  | 'vpc'
  | 'subnet'
  | 'route-tables'
  | 'route-table'
  | 'route'
  | 'network-acls'
  | 'network-acl'
  | 'security-groups'
  | 'security-group'
  | 'endpoints'
  | 'endpoint'
  | 'endpoint-policy'
  | 'nat-gateways'
  | 'nat-gateway'
  | 'internet-gateways'
  | 'prefix-list'
  | 'peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-attachments'
  | 'transit-gateway-attachment'
  | 'transit-gateway-route-table'
  | 'dns'
  | 'hop'
  | 'host'
  | 'role'
  | 'trust-policy'
  | 'policy'
  | 'policy-layer'
  | 'condition'
  | 'secret'
  | 'parameter'
  | 'key'
  | 'log-group'
  | 'volume'
  | 'load-balancer'
  | 'target-group'
  | 'service-registry'
  | 'file-system'
  | 'ebs-snapshot'
  | 'log-configuration'
  | 'repository'
  | 'image'
  | 'pull-through-cache-rules'
  | 'environment-file'
  | 'bucket'
  | 'task-definition'
  | 'container'
  | 'network-configuration'
  | 'public-ip'
  | 'request'
  | 'launch-type'
  | 'placement'
  | 'container-overrides'
  | 'request-tags'
  | 'platform'
  | 'cluster'
  | 'namespace'
  | 'service-connect'
  | 'key'
  | 'free-addresses'
  | 'assumption'

export const WORKS: Judgement<never> = Object.freeze({
  verdict: 'works',
  blockers: Object.freeze([]),
  gaps: Object.freeze([]),
  assumptions: Object.freeze([]),
})

export function fails<Blocker>(...blockers: readonly [Blocker, ...Blocker[]]): Judgement<Blocker> {
  return { verdict: 'fails', blockers, gaps: [], assumptions: [] }
}

export function undecided(...gaps: readonly [OpenFact, ...OpenFact[]]): Judgement<never> {
  return { verdict: 'undecided', blockers: [], gaps, assumptions: [] }
}

/** Works on the ground of what cannot be read by nature. */
export function assuming(...assumptions: readonly AssumptionId[]): Judgement<never> {
  return { verdict: 'works', blockers: [], gaps: [], assumptions }
}

/** Holds when all hold: fails if one fails, else is undecided if one is. */
export function all<Blocker>(judgements: readonly Judgement<Blocker>[]): Judgement<Blocker> {
  const telling = judgements.filter((judgement) => judgement !== WORKS)
  const [first] = telling
  if (first === undefined) return WORKS
  if (telling.length === 1) return first
  const partial = telling.find((judgement) => judgement.partial !== undefined)?.partial
  return {
    verdict: telling.some(({ verdict }) => verdict === 'fails')
      ? 'fails'
      : telling.some(({ verdict }) => verdict === 'undecided')
        ? 'undecided'
        : 'works',
    blockers: telling.flatMap(({ blockers }) => blockers),
    gaps: telling.flatMap(({ gaps }) => gaps),
    assumptions: [...new Set(telling.flatMap(({ assumptions }) => assumptions))],
    ...(partial === undefined ? {} : { partial }),
  }
}
