import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet } from '../model/world.ts'
import { toEndpoint, toPublic } from './course.ts'
import { type Destination, interfacesOf, publicHost, throughNat64, unknownHost } from './destination.ts'
import type { Family } from './family.ts'
import { listsRoutedTo } from './gateway-endpoint.ts'
import { along, blocked, type Hop, openHop } from './hop.ts'
import type { Location, PublicHost } from './locate-host.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { tableOf } from './route-table.ts'
import type { Course, Outlet } from './trip.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

/** The way from a subnet to a host in one family, as far as the groups of the task play no part in it. */
export interface Way extends Course {
  readonly family: Family
  readonly names: Hop
  /** Null: there is no address to go to. */
  readonly destination: Destination | null
  /** What hides whether the host, or the task, has addresses of the family. */
  readonly doubt: OpenFact | null
}

type Known46 = Exclude<Location, { readonly kind: 'unknown' }>

/** Null: the host has no address of the outlet's family. */
export function wayTo(outlet: Outlet, location: Location, host: string): Way | null {
  const { family, vpc } = outlet
  if (location.kind === 'unknown') {
    const [fact] = location.names.gaps
    const destination = family === 4 ? location.destination : fact === undefined ? null : unknownHost(vpc, fact, family)
    return wayOf(NOWHERE, family, location.names, destination, null)
  }
  const has = family === 4 ? location.families.ipv4 : location.families.ipv6
  if (has === false) return byNat64(outlet, location, host)
  const { names } = location
  const doubt = isGap(has) ? openFact('host', host, vpc.at, has) : null
  // Records for IPv6 may name anything.
  const unread = () => unknownWay(outlet, names, notModeled('host', host, vpc.at, 'ipv6'), doubt)
  if (location.kind === 'endpoint') {
    if (family === 6 && location.byAddress) return unread()
    const destination = interfacesOf(outlet.world, vpc, location, family)
    return wayOf(toEndpoint(outlet, location, destination, host), family, names, destination, doubt)
  }
  if (family === 4 || isOfIpv6(location)) return goTo(outlet, location, location.destination, doubt)
  if (!isPublicName(location)) return unread()
  const destination = publicHost(outlet.world, vpc, host, location.service, [], family)
  return goTo(outlet, location, destination, doubt)
}

/** Given by an address of that family. */
function isOfIpv6({ destination }: PublicHost): boolean {
  return destination.members.some(({ where: { within } }) => typeof within[0]?.from === 'bigint')
}

function isPublicName({ destination }: PublicHost): boolean {
  return destination.members.every(({ where }) => where.open !== null)
}

function goTo(outlet: Outlet, to: PublicHost, destination: Destination, doubt: OpenFact | null): Way {
  const course = toPublic(outlet, { ...to, destination })
  return wayOf(course, outlet.family, to.names, behindGateway(course, outlet, to, destination), doubt)
}

function wayOf(
  course: Course,
  family: Family,
  names: Hop,
  destination: Destination | null,
  doubt: OpenFact | null,
): Way {
  const { out, back, endpoints, seenAs, steps } = course
  return { out, back, endpoints, seenAs, steps, family, names, destination, doubt }
}

/** Behind a gateway endpoint, its routes name the prefix lists that hold the host. */
function behindGateway(
  { endpoints }: Course,
  { world, vpc, subnet, family }: Outlet,
  to: PublicHost,
  destination: Destination,
): Destination {
  const [gateway] = endpoints
  const table = tableOf(subnet)
  if (gateway === undefined || isOpen(table)) return destination
  return publicHost(world, vpc, to.host, to.service, listsRoutedTo(gateway, table), family)
}

/**
 * Where a name has no IPv6 address, DNS64 makes one up that a NAT gateway translates.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
function byNat64(outlet: Outlet, location: Known46, host: string): Way | null {
  const { subnet, vpc } = outlet
  const { enableDns64 = false } = subnet.value
  if (enableDns64 === false || location.families.ipv4 === false) return null
  const hidden: Known<true> = isGap(enableDns64) ? enableDns64 : location.families.ipv4
  const doubt = isGap(hidden) ? openFact('subnet', subnet.id, pointerTo(subnet.at, 'enableDns64'), hidden) : null
  if (location.kind === 'endpoint') {
    const { id, at } = location.endpoint
    return unknownWay(outlet, location.names, notModeled('endpoint', id, at, 'dns64-to-private-address'), doubt)
  }
  if (!isPublicName(location)) {
    return unknownWay(outlet, location.names, notModeled('host', host, vpc.at, 'dns64-to-private-address'), doubt)
  }
  const destination = throughNat64(location.destination)
  const course = toPublic(outlet, { ...location, destination, routedAs: `nat64 ${location.routedAs}` })
  return wayOf(course, 6, location.names, destination, doubt)
}

function unknownWay(outlet: Outlet, names: Hop, fact: OpenFact, doubt: OpenFact | null): Way {
  const destination = unknownHost(outlet.vpc, fact, outlet.family)
  return wayOf(NOWHERE, outlet.family, along([names, openHop([fact])]), destination, doubt)
}

/** The host has addresses of the other family alone. */
export function withoutCommonFamily(subnet: PlacedSubnet, family: Family, names: Hop, host: string): Way {
  const hop = blocked({ blocker: 'no-common-family', subnetId: subnet.id, host, family, at: subnet.at })
  return wayOf(NOWHERE, family, along([names, hop]), null, null)
}

/** A subnet of which no block is known to be there. */
export function withoutAddresses(fact: OpenFact): Way {
  return wayOf(NOWHERE, 4, openHop([fact]), null, null)
}

const NOWHERE: Course = { out: [], back: [], endpoints: NO_ENDPOINTS, seenAs: null, steps: [] }
