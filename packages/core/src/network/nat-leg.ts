import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { NatGateway } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { type Edge, EPHEMERAL_PORTS, replyAcross, replyToClientAcross, requestAcross } from './cross-edge.ts'
import { blocked, type Hop, inPart, openHop } from './hop.ts'
import { blockPublicAccess, internetGatewayState, onInternet } from './internet-gateway.ts'
import { aclOf } from './network-acl.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { sizeOf } from './range-set.ts'
import { chooseRoute, type PlacedRoute, type Portion, type SubnetTable, tableOf } from './route-table.ts'
import { kindOfTarget, unfollowed } from './route-target.ts'
import { type Leg, type RoutedTrip, unknownHop } from './trip.ts'
import { subnetOf } from './vpc-subnet.ts'

/**
 * Through a public NAT gateway in one zone and back: its state, the edge of its subnet, and from there to the internet.
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
  const subnet = subnetOfNat(trip, gateway)
  if (isOpen(subnet)) return { hops: [state, openHop([subnet])], ends: true }
  const beyond = throughSubnet(trip, gateway, subnet)
  return { hops: [state, blockPublicAccess(vpc), ...beyond.hops], ends: beyond.ends }
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

function subnetOfNat({ vpc }: RoutedTrip, { id, value, at }: Placed<NatGateway>): PlacedSubnet | OpenFact {
  const { connectivityType = 'public', availabilityMode = 'zonal', subnetId = NOT_READ } = value
  const hidden = [connectivityType, availabilityMode].find(isGap)
  if (hidden !== undefined) return openFact('nat-gateway', id, at, hidden)
  if (connectivityType === 'private') return notModeled('hop', id, at, 'private-nat-gateway')
  if (availabilityMode === 'regional') return notModeled('hop', id, at, 'regional-nat-gateway')
  return isGap(subnetId) ? openFact('nat-gateway', id, pointerTo(at, 'subnetId'), subnetId) : subnetOf(vpc, subnetId)
}

function throughSubnet(trip: RoutedTrip, gateway: Placed<NatGateway>, subnet: PlacedSubnet): Leg {
  const { client, clientPorts, where, port } = trip
  const acl = aclOf(subnet)
  const toTask: Edge = { acl, subnetId: subnet.id, side: 'nat-gateway', remote: client }
  const toHost: Edge = { acl, subnetId: subnet.id, side: 'nat-gateway', remote: where }
  const out = toInternet(trip, gateway, subnet)
  // Inside of one subnet no ACL is passed.
  const apart = subnet.id !== trip.subnet.id
  const request = apart ? [requestAcross(toTask, 'ingress', port)] : []
  const leave = requestAcross(toHost, 'egress', port)
  if (out.ends) return { hops: [...request, ...out.hops], ends: true }
  const answer = replyAcross(toHost, 'ingress', EPHEMERAL_PORTS)
  const back = apart ? [replyToClientAcross(toTask, 'egress', clientPorts)] : []
  return { hops: [...request, ...out.hops, leave, answer, ...back], ends: false }
}

/** From the subnet of the gateway: only a route to an internet gateway leads on. */
function toInternet(trip: RoutedTrip, gateway: Placed<NatGateway>, subnet: PlacedSubnet): Leg {
  const { world, vpc, where, service } = trip
  const table = tableOf(subnet)
  if (isOpen(table)) return unknownHop(table)
  const { portions, facts } = chooseRoute(world, vpc, table, { within: where.within, inVpc: false, service })
  if (facts.length > 0) return unknownHop(...facts)
  const hops = portions.map((portion) => leaveBy(trip, gateway, subnet, table, portion))
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
  { id, at }: Placed<NatGateway>,
  subnet: PlacedSubnet,
  table: SubnetTable,
  { route, within }: Portion,
): Hop {
  const stranded = (where: string) =>
    blocked({
      blocker: 'nat-gateway-without-internet',
      natGatewayId: id,
      natSubnetId: subnet.id,
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
  const there = internetGatewayState(vpc, target)
  if (there === false) return stranded(route.at)
  if (isOpen(there)) return openHop([there])
  if (isGap(state)) return openHop([openFact('route', target, pointerTo(route.at, 'state'), state)])
  return onInternet(vpc, host, { within, open })
}
