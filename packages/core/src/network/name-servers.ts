import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'
import { entriesOf, type Listing } from '../model/table.ts'
import type { DnsFirewall, HostedZone, ResolverRule, Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { openFact, unresolved } from './open-fact.ts'

/**
 * What else than the resolver of AWS, the endpoints of the VPC and the public DNS may answer a name there.
 *
 * A part of the VPC that the snapshot does not hold (`dhcpOptions`, `hostedZones`, `resolverRules`, `dnsFirewall`,
 * `blockPublicAccess`) is as AWS makes it: none. One that was asked for and denied is a gap, and stays open.
 */
export function nameServerFacts(vpc: Placed<Vpc>, host: string): readonly OpenFact[] {
  const { dhcpOptions, hostedZones, resolverRules, dnsFirewall } = vpc.value
  const name = nameOf(host)
  const facts = [
    ...(dhcpOptions === undefined ? [] : dhcpFacts(dhcpOptions)),
    ...(hostedZones === undefined ? [] : zoneFacts(hostedZones, name)),
    ...(resolverRules === undefined ? [] : ruleFacts(resolverRules, name)),
    ...(dnsFirewall === undefined ? [] : firewallFacts(dnsFirewall, name)),
  ]
  return facts.map(({ part, gap }) => openFact('dns', vpc.id, pointerTo(vpc.at, ...part), gap))
}

interface Finding {
  readonly part: readonly (string | number)[]
  readonly gap: Gap
}

function unmodeled(part: Finding['part'], what: string, of: string): readonly Finding[] {
  return [{ part, gap: { gap: 'not-modeled', what, of } }]
}

/** Names are compared without case and without the dot that ends them. */
function nameOf(text: string): string {
  return text.toLowerCase().replace(/\.$/, '')
}

/** Whether the name is the domain or lies below it; `.` is above all names. */
function isUnder(name: string, domain: string): boolean | undefined {
  const parent = nameOf(domain)
  if (parent === '' || name === parent || name.endsWith(`.${parent}`)) return true
  if (!hasPlaceholder(parent) && !hasPlaceholder(name)) return false
  const labels = splitText(name, '.')
  const open = labels.some((_, from) => sameText(labels.slice(from).join('.'), parent) === undefined)
  return open ? undefined : false
}

/**
 * The resolver of the VPC, by name or by its fixed address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
const OF_AWS = ['amazonprovideddns', '169.254.169.253']

function dhcpFacts(options: NonNullable<Vpc['dhcpOptions']>): readonly Finding[] {
  if (isGap(options)) return [{ part: ['dhcpOptions'], gap: options }]
  const part = ['dhcpOptions', 'domainNameServers']
  const servers = options.domainNameServers
  if (isGap(servers)) return [{ part, gap: servers }]
  const ofAws = servers.length > 0 && servers.every((server) => OF_AWS.includes(server.toLowerCase()))
  return ofAws ? [] : unmodeled(part, 'name-servers', servers.join(', '))
}

function zoneFacts(zones: Known<Listing<HostedZone>>, name: string): readonly Finding[] {
  const { entries, more } = entriesOf(zones)
  const facts: Finding[] = more === null ? [] : [{ part: ['hostedZones'], gap: more }]
  for (const [id, zone] of entries) {
    const part = ['hostedZones', id]
    const domain = isGap(zone) ? zone : zone.name
    if (isGap(domain)) facts.push({ part, gap: domain })
    else if (isUnder(name, domain) !== false) facts.push(...unmodeled(part, 'private-hosted-zone', domain))
  }
  return facts
}

/**
 * Of the rules whose domain holds the name the most specific decides.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches-rules.html
 */
function ruleFacts(rules: Known<Listing<ResolverRule>>, name: string): readonly Finding[] {
  const { entries, more } = entriesOf(rules)
  const facts: Finding[] = more === null ? [] : [{ part: ['resolverRules'], gap: more }]
  const matching: { readonly id: string; readonly rule: ResolverRule; readonly domain: string }[] = []
  for (const [id, rule] of entries) {
    const domain = isGap(rule) ? rule : rule.domainName
    if (isGap(domain)) facts.push({ part: ['resolverRules', id], gap: domain })
    else if (isUnder(name, domain) === undefined) facts.push({ part: ['resolverRules', id], gap: unresolved(domain) })
    else if (!isGap(rule) && isUnder(name, domain) === true) matching.push({ id, rule, domain: nameOf(domain) })
  }
  const longest = Math.max(...matching.map(({ domain }) => domain.length))
  for (const { id, rule, domain } of matching.filter((match) => match.domain.length === longest)) {
    const part = ['resolverRules', id]
    if (isGap(rule.ruleType)) facts.push({ part, gap: rule.ruleType })
    else if (rule.ruleType === 'FORWARD') {
      facts.push(...unmodeled(part, 'resolver-rule', domain === '' ? '.' : domain))
    }
  }
  return facts
}

/**
 * The first rule whose domains hold the name decides; `*` stands for everything before it.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-domain-lists.html
 */
function firewallFacts(firewall: Known<DnsFirewall>, name: string): readonly Finding[] {
  if (isGap(firewall)) return [{ part: ['dnsFirewall'], gap: firewall }]
  const { rules } = firewall
  if (isGap(rules)) return [{ part: ['dnsFirewall', 'rules'], gap: rules }]
  for (const [position, { domains, action }] of rules.entries()) {
    const part = ['dnsFirewall', 'rules', position]
    if (isGap(domains)) return [{ part, gap: domains }]
    if (!domains.some((domain) => isBlocked(name, nameOf(domain)))) continue
    return action === 'BLOCK' ? unmodeled(part, 'dns-firewall', name) : []
  }
  return []
}

function isBlocked(name: string, domain: string): boolean {
  return domain === '*' || name === domain || (domain.startsWith('*.') && name.endsWith(domain.slice(1)))
}
