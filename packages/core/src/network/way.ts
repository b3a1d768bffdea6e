import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { type Destination, interfacesOf, publicHost, unknownHost } from './destination.ts'
import { toEndpoint } from './endpoint-course.ts'
import { listsRoutedTo } from './gateway-endpoint.ts'
import { along, type Hop, openHop } from './hop.ts'
import { locate, type PublicHost } from './locate-host.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { toPublic } from './public-course.ts'
import { tableOf } from './route-table.ts'
import type { Course, Outlet } from './trip.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

/** The way from a subnet to a host as far as the groups of the task play no part in it, in the order of the path. */
export interface Way extends Course {
  readonly names: Hop
  /** Null: the subnet has no IPv4. */
  readonly destination: Destination | null
  /** What may lead to the host where IPv4 does not. */
  readonly otherwise: OpenFact | null
}

export function wayTo(outlet: Outlet, host: string): Way {
  const { world, vpc } = outlet
  const location = locate(world, vpc, host)
  const { names } = location
  switch (location.kind) {
    case 'unknown':
      return way(names, location.destination, NOWHERE, null)
    case 'endpoint': {
      const { endpoint, families } = location
      if (location.vpc.id !== vpc.id) return elsewhere(vpc, names, endpoint)
      const named = families.ipv4 === true ? names : along([names, openHop([byIpv6Alone(endpoint, families.ipv4)])])
      return way(named, interfacesOf(vpc, endpoint), toEndpoint(outlet, endpoint), null)
    }
    case 'public': {
      const { families } = location
      if (families.ipv4 === false) return withoutIpv4Address(vpc, names, location.host)
      const course = toPublic(outlet, location)
      const otherwise = families.ipv6 === false ? null : byIpv6(outlet.subnet)
      return way(names, destinationBehind(course, outlet, location), course, otherwise)
    }
  }
}

/** To an endpoint of another VPC, which a name leads to. */
function elsewhere(vpc: Placed<Vpc>, names: Hop, { id, at }: Placed<VpcEndpoint>): Way {
  const fact = notModeled('endpoint', id, at, 'endpoint-in-another-vpc')
  return way(along([names, openHop([fact])]), unknownHost(vpc, fact), NOWHERE, null)
}

function byIpv6Alone({ id, value, at }: Placed<VpcEndpoint>, ipv4: Known<boolean>): OpenFact {
  const where = pointerTo(at, value.dnsRecordIpType === undefined ? 'ipAddressType' : 'dnsRecordIpType')
  return isGap(ipv4) ? openFact('endpoint', id, where, ipv4) : notModeled('endpoint', id, where, 'ipv6-only-endpoint')
}

function withoutIpv4Address(vpc: Placed<Vpc>, names: Hop, host: string): Way {
  const fact = notModeled('host', host, vpc.at, 'ipv6')
  return way(along([names, openHop([fact])]), unknownHost(vpc, fact), NOWHERE, null)
}

/** From a subnet without IPv4. */
export function wayWithoutIpv4(fact: OpenFact): Way {
  return way(openHop([fact]), null, NOWHERE, null)
}

const NOWHERE: Course = { out: [], back: [], endpoints: NO_ENDPOINTS }

function way(
  names: Hop,
  destination: Destination | null,
  { out, back, endpoints }: Course,
  otherwise: OpenFact | null,
): Way {
  return { names, destination, otherwise, out, back, endpoints }
}

/** Behind a gateway endpoint, its routes name the prefix lists that hold the host. */
function destinationBehind({ endpoints }: Course, { world, vpc, subnet }: Outlet, to: PublicHost): Destination {
  const [gateway] = endpoints
  const table = tableOf(subnet)
  if (gateway === undefined || isOpen(table)) return to.destination
  return publicHost(world, vpc, to.host, to.service, listsRoutedTo(gateway, table))
}

/**
 * Hosts that are not of AWS may have IPv6 addresses, as a task may in a subnet with an IPv6 block. The endpoints of AWS
 * services under `amazonaws.com` have IPv4 alone.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
function byIpv6({ id, value, at }: PlacedSubnet): OpenFact | null {
  if (value.ipv6CidrBlock === undefined) return null
  const where = pointerTo(at, 'ipv6CidrBlock')
  return isGap(value.ipv6CidrBlock)
    ? openFact('subnet', id, where, value.ipv6CidrBlock)
    : notModeled('subnet', id, where, 'ipv6')
}
