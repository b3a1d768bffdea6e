import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { entriesOf } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { type AwsHost, type HostKind, kindOfHost } from './aws-host.ts'
import { partitionWith } from './aws-partition.ts'
import type { UnusedEndpoint } from './blocker.ts'
import { isUnder, nameOf } from './dns-name.ts'
import { endpointAt, endpointNamed, type LocatedEndpoint, onlyAt } from './endpoint-directory.ts'
import { type Families, familiesOfEndpoint, familiesOfHost, withRecords } from './families.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { type Zone, zoneFor } from './hosted-zones.ts'
import { notModeled, openFact, unresolved } from './open-fact.ts'
import { inspect, inspectRedirections } from './pass-dns-firewall.ts'
import { resolveName, servesIn } from './resolve-name.ts'
import { forwardingOf } from './resolver-rules.ts'
import { lookUpName, type ZoneAnswer } from './zone-records.ts'

/** Where a name leads in a VPC, and what the hops on the way to the answer do to the question. */
export type Found = { readonly hops: readonly Hop[] } & (
  | (LocatedEndpoint & {
      readonly to: 'endpoint'
      readonly families: Families
      /** By records with its IPv4 addresses. What records for IPv6 say is not read. */
      readonly byAddress: boolean
    })
  | {
      readonly to: 'public'
      /** Null: not a service of AWS. */
      readonly service: AwsHost | null
      readonly unused: UnusedEndpoint | null
      readonly families: Families
    }
  | { readonly to: 'addresses'; readonly addresses: readonly number[]; readonly families: Families }
  /** What hides where it leads; null where it leads nowhere, as the last of the hops tells. */
  | { readonly to: 'unknown'; readonly fact: OpenFact | null }
)

/** One question to the resolver, which follows what names redirect to. */
interface Question {
  readonly world: World
  readonly vpc: Placed<Vpc>
  readonly host: string
  readonly name: string
  readonly hops: readonly Hop[]
  /** How many names led to this one. */
  readonly redirections: number
  /** DNS Firewall lets pass whatever comes now. */
  readonly trusted: boolean
}

const LETS_PASS = { hop: WORKS, mayLeadAway: false }

/** Resolvers give up where names redirect to each other. */
const MOST_REDIRECTIONS = 8

export function findName(world: World, vpc: Placed<Vpc>, host: string, name: string): Found {
  return ask({ world, vpc, host, name, hops: [], redirections: 0, trusted: false })
}

function ask(question: Question): Found {
  const { vpc, name, redirections, trusted } = question
  if (redirections > MOST_REDIRECTIONS) return open(question, [tooLong(vpc, name)])
  if (trusted) return answer(question)
  const { hop, override, trusts, mayLeadAway } = inspect(vpc, name, redirections > 0)
  if (mayLeadAway) return open(question, hop.gaps)
  const inspected = { ...question, hops: [...question.hops, hop], trusted: trusts }
  return override === null ? answer(inspected) : redirect(inspected, override)
}

function redirect(question: Question, name: string): Found {
  return ask({ ...question, name, redirections: question.redirections + 1 })
}

/**
 * Of the zones of Route 53, those of endpoints and the rules that forward, the one of the longest domain answers. The
 * private DNS of an endpoint is a zone like others.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html (PrivateDnsEnabled)
 */
function answer(question: Question): Found {
  const { vpc, name } = question
  const profiles = profilesOf(vpc)
  const { zone, facts } = zoneFor(vpc, name)
  const rule = forwardingOf(vpc, name)
  const doubts = [...profiles, ...facts, ...rule.doubts]
  if (doubts.length > 0) return open(question, [...doubts, ...rule.facts])
  const kind = kindOfHost(name)
  const service = typeof kind === 'object' ? kind : null
  const ofZone = zone === null ? -1 : zone.domain.length
  const ofEndpoint = service === null ? name.length : privateZoneLength(name, service)
  // The names that AWS keeps for itself are of no endpoint service of others.
  const here = ofEndpoint < ofZone || kind === 'aws' ? null : resolveName(vpc, service)
  const byEndpoint = here?.answer === 'endpoint'
  if (rule.facts.length > 0 && rule.length >= Math.max(ofZone, byEndpoint ? ofEndpoint : -1)) {
    return open(question, rule.facts)
  }
  if (here?.answer === 'open') return open(question, here.facts)
  if (zone !== null && here?.answer === 'endpoint' && ofEndpoint === ofZone) {
    return open(question, [notModeled('dns', vpc.id, zone.at, 'conflicting-zones', zone.domain)])
  }
  if (here?.answer === 'endpoint') {
    const { endpoint } = here
    const families = familiesOfEndpoint(endpoint.value, false)
    return { hops: question.hops, to: 'endpoint', endpoint, vpc, families, byAddress: false }
  }
  if (zone !== null) return byZone(question, zone)
  return outside(question, kind, here?.answer === 'public' ? here.unused : null)
}

/** The length of the domain of the private zone that an endpoint brings for the name: all registries and buckets share one. */
function privateZoneLength(name: string, { service }: AwsHost): number {
  if (service === 'ecr.dkr') return name.length - name.indexOf('.') - 1
  if (service !== 's3') return name.length
  return name.length - (name.lastIndexOf('.s3.') + 1)
}

function profilesOf(vpc: Placed<Vpc>): readonly OpenFact[] {
  const { route53Profiles } = vpc.value
  if (route53Profiles === undefined) return []
  const at = pointerTo(vpc.at, 'route53Profiles')
  const { entries, more } = entriesOf(route53Profiles)
  const facts = entries.map(([id]) => notModeled('dns', vpc.id, pointerTo(at, id), 'route-53-profile', id))
  return more === null ? facts : [...facts, openFact('dns', vpc.id, at, more)]
}

function byZone(question: Question, zone: Zone): Found {
  const { vpc, name, hops, host } = question
  const { records } = zone.value
  const at = pointerTo(zone.at, 'records')
  if (isGap(records)) return open(question, [openFact('dns', vpc.id, at, records)])
  const found = lookUpName(records, zone.domain, name)
  switch (found.answer) {
    case 'open':
      return open(question, [openFact('dns', vpc.id, at, found.gap)])
    case 'nothing': {
      const { id: zoneId, domain } = zone
      const hop = blocked({
        blocker: 'zone-without-record',
        zoneId,
        domain,
        name,
        host,
        missing: found.missing,
        at: zone.at,
      })
      return { hops: [...hops, hop], to: 'unknown', fact: null }
    }
    case 'addresses':
      return byAddresses(question, found)
    case 'name': {
      const led = found.alias ? byAlias(question, zone, found.target) : redirect(question, found.target)
      return 'families' in led ? { ...led, families: withRecords(led.families, found.ipv6) } : led
    }
  }
}

/**
 * Route 53 answers with what the alias leads to, and shows no other name. An alias leads to a name of the same zone, or
 * of a thing in AWS, whatever zones the VPC has.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
function byAlias(question: Question, zone: Zone, name: string): Found {
  const { vpc, redirections } = question
  const next = { ...question, name, redirections: redirections + 1, trusted: true }
  if (next.redirections > MOST_REDIRECTIONS) return open(question, [tooLong(vpc, name)])
  return !name.includes('.vpce.') && isUnder(name, zone.domain) === true
    ? byZone(next, zone)
    : outside(next, kindOfHost(name), null)
}

function tooLong(vpc: Placed<Vpc>, name: string): OpenFact {
  return notModeled('dns', vpc.id, vpc.at, 'long-redirection', name)
}

type Addresses = Extract<ZoneAnswer, { readonly answer: 'addresses' }>

function byAddresses(question: Question, { addresses, ipv6 }: Addresses): Found {
  const { world, vpc, hops } = question
  const families = { ipv4: addresses.length > 0, ipv6 }
  const located = endpointAt(world, vpc, addresses)
  if (located !== null) return toEndpoint(question, onlyAt(located, addresses), families, true)
  return { hops, to: 'addresses', addresses, families }
}

/** By its addresses or a name of its own, which lead there whatever its private DNS is. */
function toEndpoint(question: Question, located: LocatedEndpoint, families: Families, byAddress: boolean): Found {
  const { id, value, at } = located.endpoint
  const { hops } = question
  const { state = 'available', serviceName, vpcEndpointType } = value
  if (isGap(vpcEndpointType)) return open(question, [openFact('endpoint', id, at, vpcEndpointType)])
  if (vpcEndpointType !== 'Interface')
    return open(question, [notModeled('endpoint', id, at, 'endpoint-without-interfaces')])
  const serves = isGap(state) ? state : servesIn(state)
  const there = { ...located, hops, to: 'endpoint', families, byAddress } as const
  if (serves === true) return there
  if (isGap(serves)) return open(question, [openFact('endpoint', id, pointerTo(at, 'state'), serves)])
  const name = isGap(serviceName) ? '' : serviceName
  const said = isGap(state) ? '' : state
  const hop = blocked({
    blocker: 'endpoint-state',
    endpointId: id,
    serviceName: name,
    state: said,
    at: pointerTo(at, 'state'),
  })
  return { ...there, hops: [...hops, hop] }
}

/** By the public DNS, which also knows the names that endpoints have of their own. */
function outside(question: Question, kind: HostKind, unused: UnusedEndpoint | null): Found {
  const { world, vpc, host, name, hops, trusted } = question
  const named = endpointNamed(world, vpc, name)
  if (named === undefined) return open(question, [openFact('endpoint', name, vpc.at, NOT_READ)])
  if (isGap(named)) return open(question, [openFact('endpoint', name, vpc.at, named)])
  if (named !== null) return toEndpoint(question, named, familiesOfEndpoint(named.endpoint.value, true), false)
  if (kind === 'open') {
    return open(question, [openFact('host', host, vpc.at, unresolved(name === nameOf(host) ? host : name))])
  }
  const of = name === host ? undefined : name
  if (kind === 'aws') return open(question, [notModeled('host', host, vpc.at, 'aws-name', of)])
  if (kind === 'private') return open(question, [notModeled('host', host, vpc.at, 'private-name', of)])
  const service = typeof kind === 'object' ? kind : null
  // The names of a service of AWS are taken to redirect to names of the same domain alone.
  const below = service === null ? '' : partitionWith(service.region).dnsSuffix
  const { hop, mayLeadAway } = trusted ? LETS_PASS : inspectRedirections(vpc, below)
  if (mayLeadAway) return open(question, hop.gaps)
  return { hops: [...hops, hop], to: 'public', service, unused, families: familiesOfHost(service) }
}

function open({ hops }: Question, facts: readonly OpenFact[]): Found {
  return { hops: [...hops, openHop(facts)], to: 'unknown', fact: facts[0] ?? null }
}
