import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet } from '../model/world.ts'
import { type Destination, interfacesOf, publicHost } from './destination.ts'
import { toEndpoint } from './endpoint-course.ts'
import { listsRoutedTo } from './gateway-endpoint.ts'
import { type Hop, openHop } from './hop.ts'
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
    case 'endpoint':
      return way(names, interfacesOf(vpc, location.endpoint), toEndpoint(outlet, location.endpoint), null)
    case 'public': {
      const course = toPublic(outlet, location)
      const otherwise = location.mayHaveIpv6 ? byIpv6(outlet.subnet) : null
      return way(names, destinationBehind(course, outlet, location), course, otherwise)
    }
  }
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
