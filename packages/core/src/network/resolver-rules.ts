import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { covering, domainsIn } from './domains.ts'
import { oncePer } from './once.ts'
import { notModeled, openFact } from './open-fact.ts'

/** What keeps the resolver of the VPC from answering a name itself, or hides whether something does. */
export interface Forwarding {
  /** Facts that stay open whatever else answers for the name. */
  readonly doubts: readonly OpenFact[]
  /** Those of the rule that decides, and the length of its domain. */
  readonly facts: readonly OpenFact[]
  readonly length: number
}

const NONE: Forwarding = Object.freeze({ doubts: Object.freeze([]), facts: Object.freeze([]), length: -1 })

const rulesOf = oncePer(({ value: { resolverRules } }: Placed<Vpc>) =>
  resolverRules === undefined ? null : domainsIn(resolverRules, ({ domainName }) => domainName),
)

/**
 * Of the rules whose domain holds the name the most specific decides. Private hosted zones, those of endpoints among
 * them, count as rules for their domain; of two equal ones the rule that forwards wins.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-autodefined-rules.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function forwardingOf(vpc: Placed<Vpc>, name: string): Forwarding {
  const rules = rulesOf(vpc)
  if (rules === null) return NONE
  const { longest, doubts } = covering(rules, name)
  const base = pointerTo(vpc.at, 'resolverRules')
  const facts = longest.flatMap(({ id, domain, value: { ruleType } }): readonly OpenFact[] => {
    const at = pointerTo(base, id)
    if (isGap(ruleType)) return [openFact('dns', vpc.id, at, ruleType)]
    const leadsAway = ruleType === 'FORWARD' || ruleType === 'DELEGATE'
    return leadsAway ? [notModeled('dns', vpc.id, at, 'resolver-rule', domain || '.')] : []
  })
  return {
    doubts: doubts.map(({ id, gap }) => openFact('dns', vpc.id, id === null ? base : pointerTo(base, id), gap)),
    facts,
    length: longest[0]?.domain.length ?? -1,
  }
}
