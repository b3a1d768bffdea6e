import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { NatGateway } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { type Edge, EPHEMERAL_PORTS, replyAcross, replyToClientAcross, requestAcross } from './cross-edge.ts'
import { blocked, type Hop, inPart, openHop } from './hop.ts'
import { internetGatewayState, onInternet } from './internet-gateway.ts'
import { aclOf } from './network-acl.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { passPublicAccess } from './public-access.ts'
import { sizeOf } from './range-set.ts'
import { chooseRoute, type PlacedRoute, type Portion, type SubnetTable, tableNamed, tableOf } from './route-table.ts'
import { kindOfTarget, unfollowed } from './route-target.ts'
import { type Leg, type RoutedTrip, unknownHop } from './trip.ts'
import { subnetOf } from './vpc-subnet.ts'

/**
 * Through a NAT gateway and back: its state, the edge of its subnet, and from there to the internet.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export function natLeg(trip: RoutedTrip, route: PlacedRoute, id: string): Leg {
  const { vpc } = trip
  const at = pointerTo(vpc.at, 'natGateways', id)
  const found = lookUpListed(vpc.value.natGateways, id)
  if (isGap(found)) return unknownHop(openFact('nat-gateways', vpc.id, at, found))
  if (found === null) return { hops: [brokenNat(trip, id, 'missing', route.at)], ends: false }
  const gateway = { id, value: found, at, place: vpc.place }
  const state = stateOf(trip, gateway)
  const site = siteOf(trip, gateway)
  if (isOpen(site)) return { hops: [state, openHop([site])], ends: true }
  const { subnet } = site
  const departing = {
    by: 'nat-gateway',
    gatewayId: id,
    subnetId: subnet?.id ?? null,
    taskSubnetId: trip.subnet.id,
  } as const
  const beyond = subnet === null ? toInternet(trip, site) : throughSubnet(trip, site, subnet)
  return { hops: [state, passPublicAccess(vpc, departing), ...beyond.hops], ends: beyond.ends }
}

/** A NAT gateway with the table that routes what leaves it. */
interface Site {
  readonly gateway: Placed<NatGateway>
  readonly isPrivate: boolean
  /** Null: a regional gateway has none. */
  readonly subnet: PlacedSubnet | null
  readonly table: SubnetTable
}

function stateOf(trip: RoutedTrip, { id, value, at }: Placed<NatGateway>): Hop {
  const { state = 'available' } = value
  if (state === 'available') return WORKS
  const where = pointerTo(at, 'state')
  return isGap(state) ? openHop([openFact('nat-gateway', id, where, state)]) : brokenNat(trip, id, state, where)
}

function brokenNat({ subnet, table }: RoutedTrip, natGatewayId: string, state: string, at: string): Hop {
  return blocked({
    blocker: 'nat-gateway-state',
    natGatewayId,
    state,
    subnetId: subnet.id,
    routeTableId: table.id ?? '',
    at,
  })
}

function siteOf(trip: RoutedTrip, gateway: Placed<NatGateway>): Site | OpenFact {
  const { id, value, at } = gateway
  const { connectivityType = 'public', availabilityMode = 'zonal' } = value
  if (isGap(connectivityType)) return openFact('nat-gateway', id, at, connectivityType)
  if (isGap(availabilityMode)) return openFact('nat-gateway', id, at, availabilityMode)
  const isPrivate = connectivityType === 'private'
  if (availabilityMode === 'regional') return regionalSite(trip, gateway, isPrivate)
  const { subnetId = NOT_READ } = value
  if (isGap(subnetId)) return openFact('nat-gateway', id, pointerTo(at, 'subnetId'), subnetId)
  const subnet = subnetOf(trip.vpc, subnetId)
  if (isOpen(subnet)) return subnet
  const table = tableOf(subnet)
  return isOpen(table) ? table : { gateway, isPrivate, subnet, table }
}

/**
 * A regional gateway serves all zones and has a table of its own.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
function regionalSite({ vpc }: RoutedTrip, gateway: Placed<NatGateway>, isPrivate: boolean): Site | OpenFact {
  const { id, value, at } = gateway
  const { routeTableId = { gap: 'not-read', permission: 'ec2:DescribeNatGateways' } } = value
  if (isGap(routeTableId)) return openFact('nat-gateway', id, pointerTo(at, 'routeTableId'), routeTableId)
  const table = tableNamed(vpc, routeTableId)
  return isOpen(table) ? table : { gateway, isPrivate, subnet: null, table }
}

function throughSubnet(trip: RoutedTrip, site: Site, subnet: PlacedSubnet): Leg {
  const { client, clientPorts, where, port } = trip
  const acl = aclOf(subnet)
  const toTask: Edge = { acl, subnetId: subnet.id, side: 'nat-gateway', remote: client }
  const toHost: Edge = { acl, subnetId: subnet.id, side: 'nat-gateway', remote: where }
  const out = toInternet(trip, site)
  // Inside of one subnet no ACL is passed.
  const apart = subnet.id !== trip.subnet.id
  const request = apart ? [requestAcross(toTask, 'ingress', port)] : []
  const leave = requestAcross(toHost, 'egress', port)
  if (out.ends) return { hops: [...request, ...out.hops], ends: true }
  const answer = replyAcross(toHost, 'ingress', EPHEMERAL_PORTS)
  const back = apart ? [replyToClientAcross(toTask, 'egress', clientPorts)] : []
  return { hops: [...request, ...out.hops, leave, answer, ...back], ends: false }
}

/** Only a route to an internet gateway leads on. */
function toInternet(trip: RoutedTrip, site: Site): Leg {
  const { world, vpc, where, service } = trip
  const { portions, facts } = chooseRoute(world, vpc, site.table, { within: where.within, inVpc: false, service })
  if (facts.length > 0) return unknownHop(...facts)
  const hops = portions.map((portion) => leaveBy(trip, site, portion))
  const verdicts = new Set(hops.map(({ verdict }) => verdict))
  if (verdicts.size === 1 && !verdicts.has('undecided')) return { hops, ends: false }
  const gaps = hops.flatMap((hop) => hop.gaps)
  if (gaps.length === 0 && where.open === null) {
    const working = portions.filter((_, position) => hops[position]?.verdict === 'works')
    const works = working.reduce((sum, { within }) => sum + sizeOf(within), 0)
    const blockers = hops.flatMap((hop) => hop.blockers)
    return { hops: [inPart(works, sizeOf(where.within), blockers)], ends: false }
  }
  return unknownHop(...gaps, ...(verdicts.size > 1 && where.open !== null ? [where.open] : []))
}

function leaveBy(
  { vpc, host, where: { open } }: RoutedTrip,
  { gateway, isPrivate, subnet, table }: Site,
  { route, within }: Portion,
): Hop {
  const { id, at } = gateway
  const stranded = (where: string) =>
    blocked({
      blocker: 'nat-gateway-without-internet',
      natGatewayId: id,
      isPrivate,
      natSubnetId: subnet?.id ?? null,
      natRouteTableId: table.id,
      at: where,
    })
  if (route === null) return stranded(at)
  if (route === 'local') return openHop([notModeled('hop', 'local', vpc.at, 'host-in-vpc')])
  const { target, state = 'active' } = route.value
  if (isGap(target)) return openHop([openFact('route', String(table.id), pointerTo(route.at, 'target'), target)])
  if (target === id || state === 'blackhole') return stranded(route.at)
  if (kindOfTarget(vpc.value, target) !== 'internet-gateway') {
    return openHop([notModeled('hop', target, route.at, unfollowed(target))])
  }
  // An internet gateway drops what comes from a private NAT gateway, which has no public address.
  if (isPrivate) return stranded(pointerTo(at, 'connectivityType'))
  const there = internetGatewayState(vpc, target)
  if (there === false) return stranded(route.at)
  if (isOpen(there)) return openHop([there])
  if (isGap(state)) return openHop([openFact('route', target, pointerTo(route.at, 'state'), state)])
  return onInternet(vpc, host, { within, open })
}
