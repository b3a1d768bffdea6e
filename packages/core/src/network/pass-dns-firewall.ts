import type { OpenFact } from '../model/judgement.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { type Asked, type FirewallAnswer, firewallAnswer, type QueryType } from './dns-firewall.ts'
import { nameOf } from './dns-name.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { oncePerKey } from './once.ts'
import { notModeled, openFact } from './open-fact.ts'

/** What DNS Firewall does to the question for a name. */
export interface Inspection {
  readonly hop: Hop
  /** The name that it answers with instead. */
  readonly override: string | null
  /** Whether it lets pass all that the name redirects to. */
  readonly trusts: boolean
  /** Whether a rule of which not all is known may answer with another name. */
  readonly mayLeadAway: boolean
}

const PASSES: Inspection = Object.freeze({ hop: WORKS, override: null, trusts: false, mayLeadAway: false })

function open(facts: readonly OpenFact[], mayLeadAway = true): Inspection {
  return { ...PASSES, hop: openHop(facts), mayLeadAway }
}

export function inspect(vpc: Placed<Vpc>, name: string, redirected: boolean): Inspection {
  const { dnsFirewall } = vpc.value
  if (dnsFirewall === undefined) return PASSES
  const at = pointerTo(vpc.at, 'dnsFirewall')
  if (isGap(dnsFirewall)) return open([openFact('dns', vpc.id, at, dnsFirewall)])
  const ask = (type: QueryType) => firewallAnswer(dnsFirewall, { name }, type, redirected)
  const answer = ask('A')
  const other = ask('AAAA')
  const facts = factsOf(vpc, answer)
  if (facts.length > 0) return open(facts, mayOverride(answer))
  const { decides } = answer
  if (decides === null || decides.rule.action !== 'BLOCK') {
    const trusts = decides?.rule.domainRedirection === 'TRUST_REDIRECTION_DOMAIN'
    return trusts ? { ...PASSES, trusts } : PASSES
  }
  const here = pointerTo(at, 'rules', decides.position)
  const { ruleGroupId = null, blockResponse = 'NODATA', blockOverrideDomain } = decides.rule
  if (blockResponse === 'OVERRIDE') {
    if (typeof blockOverrideDomain === 'string') return { ...PASSES, override: nameOf(blockOverrideDomain) }
    const fact = isGap(blockOverrideDomain)
      ? openFact('dns', vpc.id, here, blockOverrideDomain)
      : notModeled('dns', vpc.id, here, 'dns-firewall-override')
    return open([fact])
  }
  if (!surelyBlocks(other)) {
    return open([notModeled('dns', vpc.id, here, 'dns-firewall-query-type')], false)
  }
  const { domain } = decides
  return {
    ...PASSES,
    hop: blocked({ blocker: 'dns-firewall', vpcId: vpc.id, name, domain, ruleGroupId, at: here }),
  }
}

function mayOverride({ decides, doubts }: FirewallAnswer): boolean {
  return (
    decides?.rule.blockResponse === 'OVERRIDE' || doubts.some(({ effect }) => isGap(effect) || effect === 'override')
  )
}

function surelyBlocks({ decides, doubts }: FirewallAnswer): boolean {
  if (decides === null || doubts.length > 0) return false
  const { action, blockResponse } = decides.rule
  return action === 'BLOCK' && blockResponse !== 'OVERRIDE'
}

function factsOf(vpc: Placed<Vpc>, { doubts }: FirewallAnswer): readonly OpenFact[] {
  return doubts.map(({ position, gap }) => {
    const at = pointerTo(vpc.at, 'dnsFirewall', 'rules')
    return openFact('dns', vpc.id, position === null ? at : pointerTo(at, position), gap)
  })
}

/**
 * What DNS Firewall may do to names that a public name below a domain redirects to: which they are is not known, so
 * that rules which inspect them may block one.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRule.html (FirewallDomainRedirectionAction)
 */
export const inspectRedirections = oncePerKey((vpc: Placed<Vpc>, below): Inspection => {
  const { dnsFirewall } = vpc.value
  if (dnsFirewall === undefined || isGap(dnsFirewall)) return PASSES
  const asked: Asked = { below }
  const answer = firewallAnswer(dnsFirewall, asked, 'A', true)
  const { decides } = answer
  if (decides === null || decides.rule.action !== 'BLOCK') {
    return open(factsOf(vpc, answer), mayOverride(answer))
  }
  // The name may just as well redirect to none.
  const at = pointerTo(vpc.at, 'dnsFirewall', 'rules', decides.position)
  return open([notModeled('dns', vpc.id, at, 'dns-redirection')], mayOverride(answer))
})
