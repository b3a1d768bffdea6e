import type { DnsFirewall, HostedZone, ResolverRule } from '../model/dns.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'
import { entriesOf, type Listing } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { oncePer } from './once.ts'
import { openFact, unresolved } from './open-fact.ts'

/**
 * What else than the resolver of AWS, the endpoints of the VPC and the public DNS may answer a name there.
 *
 * A part of the VPC that the snapshot does not hold (`dhcpOptions`, `hostedZones`, `resolverRules`, `dnsFirewall`,
 * `blockPublicAccess`) is as AWS makes it: none. One that was asked for and denied is a gap, and stays open.
 */
export function nameServerFacts(vpc: Placed<Vpc>, host: string): readonly OpenFact[] {
  const { dhcp, zones, rules, dnsFirewall } = nameServersOf(vpc)
  const name = nameOf(host)
  const findings = [...dhcp]
  if (zones !== null) findZones(zones, name, findings)
  if (rules !== null) findRules(rules, name, findings)
  if (dnsFirewall !== undefined) findings.push(...firewallFacts(dnsFirewall, name))
  return findings.map(({ part, gap }) => openFact('dns', vpc.id, pointerTo(vpc.at, ...part), gap))
}

const nameServersOf = oncePer(({ value: { dhcpOptions, hostedZones, resolverRules, dnsFirewall } }: Placed<Vpc>) => ({
  dhcp: dhcpOptions === undefined ? [] : dhcpFacts(dhcpOptions),
  zones: hostedZones === undefined ? null : domainsIn('hostedZones', hostedZones, ({ name }) => name),
  rules: resolverRules === undefined ? null : domainsIn('resolverRules', resolverRules, ({ domainName }) => domainName),
  dnsFirewall,
}))

/** Things that each answer for one domain. */
interface Domains<T> {
  readonly listing: string
  readonly all: readonly Domain<T>[]
  /** Why there may be more. */
  readonly more: Gap | null
}

interface Domain<T> {
  readonly part: Finding['part']
  readonly value: Known<T>
  readonly domain: Known<string>
}

function domainsIn<T>(listing: string, things: Known<Listing<T>>, domainOf: (thing: T) => Known<string>): Domains<T> {
  const { entries, more } = entriesOf(things)
  const all = entries.map(([id, value]) => {
    const domain = isGap(value) ? value : domainOf(value)
    return { part: [listing, id], value, domain }
  })
  return { listing, all, more }
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
  const name = text.toLowerCase()
  return name.endsWith('.') ? name.slice(0, -1) : name
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

function findZones({ listing, all, more }: Domains<HostedZone>, name: string, into: Finding[]): void {
  if (more !== null) into.push({ part: [listing], gap: more })
  for (const { part, domain } of all) {
    if (isGap(domain)) into.push({ part, gap: domain })
    else if (isUnder(name, domain) !== false) into.push(...unmodeled(part, 'private-hosted-zone', domain))
  }
}

/**
 * Of the rules whose domain holds the name the most specific decides.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches-rules.html
 */
function findRules({ listing, all, more }: Domains<ResolverRule>, name: string, into: Finding[]): void {
  if (more !== null) into.push({ part: [listing], gap: more })
  const matching: Domain<ResolverRule>[] = []
  for (const rule of all) {
    const { part, domain } = rule
    const under = isGap(domain) ? domain : (isUnder(name, domain) ?? unresolved(domain))
    if (isGap(under)) into.push({ part, gap: under })
    else if (under) matching.push(rule)
  }
  if (matching.length === 0) return
  const longest = Math.max(...matching.map(lengthOf))
  for (const rule of matching) if (lengthOf(rule) === longest) addRule(rule, into)
}

function lengthOf({ domain }: Domain<unknown>): number {
  return isGap(domain) ? 0 : nameOf(domain).length
}

function addRule({ part, value, domain }: Domain<ResolverRule>, into: Finding[]): void {
  if (isGap(value) || isGap(domain)) return
  if (isGap(value.ruleType)) into.push({ part, gap: value.ruleType })
  else if (value.ruleType === 'FORWARD') into.push(...unmodeled(part, 'resolver-rule', nameOf(domain) || '.'))
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
