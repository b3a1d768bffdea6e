import type { AssumptionId } from '../model/assumption.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { parseAnyAddress } from './address-set.ts'
import { type AwsHost, endpointServiceNames, fipsEndpointServiceNames, isOneOf, kindOfHost } from './aws-host.ts'
import type { UnusedEndpoint } from './blocker.ts'
import { type Destination, givenAddresses, publicBlocksOf, publicHost, unknownHost } from './destination.ts'
import { nameOf } from './dns-name.ts'
import type { LocatedEndpoint } from './endpoint-directory.ts'
import { type Families, IPV4_ALONE, IPV6_ALONE } from './families.ts'
import { type Found, findName } from './find-name.ts'
import { along, blocked, type Hop, openHop } from './hop.ts'
import { otherNameServers } from './name-servers.ts'
import { inMap, oncePer } from './once.ts'
import { notModeled, openFact, unresolved } from './open-fact.ts'
import { mayBeListed } from './prefix-list.ts'

/** What a host is inside of a VPC, whichever subnet asks; `names` is what its name servers do to the packet. */
export type Location =
  | { readonly kind: 'unknown'; readonly names: Hop; readonly destination: Destination }
  | (LocatedEndpoint & {
      readonly kind: 'endpoint'
      readonly names: Hop
      readonly families: Families
      /** By records with its IPv4 addresses. What records for IPv6 say is not read. */
      readonly byAddress: boolean
    })
  | PublicHost

/** A host outside of the VPC, or one that is given by its addresses, wherever they are. */
export interface PublicHost {
  readonly kind: 'public'
  readonly names: Hop
  readonly host: string
  /** Null: not a service of AWS. */
  readonly service: AwsHost | null
  readonly unused: UnusedEndpoint | null
  /** Its IPv4 addresses, or those that it is given by; none are known where `families` says that it has none. */
  readonly destination: Destination
  readonly families: Families
  /** Hosts of the same route take the same course from a subnet. */
  readonly routedAs: string
}

type FoundPublic = Extract<Found, { readonly to: 'public' }>

export function locate(world: World, vpc: Placed<Vpc>, host: string): Location {
  return inMap(locationsIn(vpc), host, () => find(world, vpc, host))
}

const locationsIn = oncePer((_: Placed<Vpc>) => new Map<string, Location>())

function find(world: World, vpc: Placed<Vpc>, host: string): Location {
  const address = parseAnyAddress(host)
  if (address !== null) {
    return atAddresses(vpc, host, [address], WORKS, typeof address === 'bigint' ? IPV6_ALONE : IPV4_ALONE)
  }
  const others = otherNameServers(vpc)
  if (others !== null) return unknown(vpc, others, openHop([others]))
  const name = nameOf(host)
  const found = findName(world, vpc, host, name)
  const names = along([resolving(vpc), ...found.hops, doubtOf(vpc, host, name, found)])
  switch (found.to) {
    case 'unknown':
      return unknown(vpc, found.fact ?? notModeled('host', host, vpc.at, 'public-addresses'), names)
    case 'endpoint':
      return {
        kind: 'endpoint',
        names,
        endpoint: found.endpoint,
        vpc: found.vpc,
        families: found.families,
        byAddress: found.byAddress,
      }
    case 'addresses':
      return atAddresses(vpc, host, found.addresses, names, found.families)
    case 'public':
      return publicHostOf(world, vpc, host, names, found)
  }
}

/** Only what stops every packet is judged: the destination may be anywhere. */
function unknown(vpc: Placed<Vpc>, fact: OpenFact, names: Hop): Location {
  return { kind: 'unknown', names, destination: unknownHost(vpc, fact) }
}

function publicHostOf(world: World, vpc: Placed<Vpc>, host: string, names: Hop, found: FoundPublic): PublicHost {
  const { service, unused, families } = found
  return {
    kind: 'public',
    names: outside(vpc, names),
    host,
    service,
    unused,
    destination: publicHost(world, vpc, host, service, []),
    families,
    routedAs: service !== null && mayBeListed(world, vpc, service) ? `${service.service} ${service.region}` : '',
  }
}

function atAddresses(
  vpc: Placed<Vpc>,
  host: string,
  addresses: readonly (number | bigint)[],
  names: Hop,
  families: Families,
): PublicHost {
  return {
    kind: 'public',
    names,
    host,
    service: null,
    unused: null,
    destination: givenAddresses(vpc, addresses),
    families,
    routedAs: addresses.length === 1 ? `address ${addresses[0]}` : `addresses of ${host}`,
  }
}

/** Whether what a redirected name of AWS leads to is the service that is asked for: else its certificate is not. */
function doubtOf(vpc: Placed<Vpc>, host: string, name: string, found: Found): Hop {
  const asked = kindOfHost(name)
  if (typeof asked === 'string') return WORKS
  switch (found.to) {
    case 'unknown':
      return WORKS
    case 'addresses':
      return openHop([notModeled('host', host, vpc.at, 'addresses-of-aws-name')])
    case 'public': {
      const { service } = found
      const same = service !== null && service.service === asked.service && service.region === asked.region
      return same ? WORKS : openHop([notModeled('host', host, vpc.at, 'name-leads-elsewhere')])
    }
    case 'endpoint': {
      const { id, at, value } = found.endpoint
      const { serviceName } = value
      if (isGap(serviceName)) return openHop([openFact('endpoint', id, at, serviceName)])
      const same = isOneOf([...endpointServiceNames(asked), ...fipsEndpointServiceNames(asked)], serviceName)
      if (same === true) return WORKS
      if (same === undefined) return openHop([openFact('endpoint', id, at, unresolved(serviceName))])
      return openHop([notModeled('endpoint', id, at, 'endpoint-of-another-service', serviceName)])
    }
  }
}

/** Said only where it bears on the answer: the VPC has blocks of the public address space. */
const OUTSIDE: AssumptionId = 'public-hosts-outside-vpc'

function outside(vpc: Placed<Vpc>, names: Hop): Hop {
  if (publicBlocksOf(vpc).length === 0) return names
  return { ...names, assumptions: [...names.assumptions, OUTSIDE] }
}

/**
 * With DNS support off, the resolver of the VPC answers nothing.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
function resolving(vpc: Placed<Vpc>): Hop {
  const { enableDnsSupport } = vpc.value
  if (enableDnsSupport === true) return WORKS
  const at = pointerTo(vpc.at, 'enableDnsSupport')
  if (isGap(enableDnsSupport)) return openHop([openFact('vpc', vpc.id, at, enableDnsSupport)])
  return blocked({ blocker: 'vpc-dns-off', vpcId: vpc.id, attribute: 'enableDnsSupport', at })
}
