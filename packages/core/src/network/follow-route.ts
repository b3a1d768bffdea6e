import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { BlackholeRoute } from './blocker.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { internetGatewayState, onInternet } from './internet-gateway.ts'
import { natLeg } from './nat-leg.ts'
import { notModeled, openFact } from './open-fact.ts'
import { type Departing, passPublicAccess } from './public-access.ts'
import type { PlacedRoute, Portion } from './route-table.ts'
import { kindOfTarget, type TargetKind, unfollowed } from './route-target.ts'
import { type Leg, type RoutedTrip, unknownHop } from './trip.ts'

/** Follows the route that takes the traffic out of the VPC. */
export function followRoute(trip: RoutedTrip, route: Portion['route']): Leg {
  if (route === null) return { hops: [noRoute(trip)], ends: false }
  if (route === 'local') return unknownHop(notModeled('hop', 'local', trip.vpc.at, 'host-in-vpc'))
  const { target, state = 'active' } = route.value
  if (isGap(target)) return unknownHop(openFact('route', String(trip.table.id), pointerTo(route.at, 'target'), target))
  const kind = kindOfTarget(trip.vpc.value, target)
  const leg = legTo(trip, route, target, kind)
  // A broken NAT gateway says more than the black hole that it leaves.
  if (state === 'blackhole' && !leg.hops.some(isBrokenNat)) {
    return { hops: [blackhole(trip, route, target), ...(leg.ends ? [] : leg.hops)], ends: leg.ends }
  }
  if (!isGap(state)) return leg
  return {
    hops: [openHop([openFact('route', target, pointerTo(route.at, 'state'), state)]), ...leg.hops],
    ends: leg.ends,
  }
}

function isBrokenNat({ blockers }: Hop): boolean {
  return blockers.some(({ blocker }) => blocker === 'nat-gateway-state')
}

function legTo(trip: RoutedTrip, route: PlacedRoute, target: string, kind: TargetKind): Leg {
  switch (kind) {
    case 'internet-gateway':
      return {
        hops: [
          throughInternetGateway(trip, route, target),
          passPublicAccess(trip.vpc, departingBy(trip, target)),
          onInternet(trip.vpc, trip.host, trip.where),
          fromPublicIp(trip, route, target),
        ],
        ends: false,
      }
    case 'nat-gateway':
      return natLeg(trip, route, target)
    case 'endpoint':
      return endpointLeg(trip, route, target)
    default:
      return unknownHop(
        notModeled('hop', target, pointerTo(route.at, 'target'), kind === 'local' ? 'host-in-vpc' : unfollowed(target)),
      )
  }
}

function departingBy({ subnet: { id } }: RoutedTrip, gatewayId: string): Departing {
  return { by: 'interface', gatewayId, subnetId: id, taskSubnetId: id }
}

function noRoute({ subnet, table, host, unused }: RoutedTrip): Hop {
  const { id: routeTableId, at } = table
  return blocked({
    blocker: 'no-route',
    vpcId: subnet.vpc.id,
    subnetId: subnet.id,
    routeTableId,
    host,
    unusedEndpoint: unused,
    at,
  })
}

function blackhole(trip: RoutedTrip, route: PlacedRoute, targetId: string): Hop {
  return blocked(blackholeRoute(trip, route, targetId))
}

function blackholeRoute({ subnet, table }: RoutedTrip, { value, at }: PlacedRoute, targetId: string): BlackholeRoute {
  const destination = isGap(value.destination) ? '' : value.destination
  return { blocker: 'blackhole-route', subnetId: subnet.id, routeTableId: table.id ?? '', destination, targetId, at }
}

function throughInternetGateway(trip: RoutedTrip, route: PlacedRoute, target: string): Hop {
  const there = internetGatewayState(trip.vpc, target)
  if (there === true) return WORKS
  if (there === false) return route.value.state === 'blackhole' ? WORKS : blackhole(trip, route, target)
  return openHop([there])
}

/**
 * An internet gateway translates between the private and the public address of an interface; without one it drops.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
function fromPublicIp({ publicIp, subnet, table }: RoutedTrip, route: PlacedRoute, target: string): Hop {
  if (isGap(publicIp)) return openHop([openFact('public-ip', subnet.id, subnet.at, publicIp)])
  if (publicIp) return WORKS
  const routeTableId = table.id ?? ''
  return blocked({
    blocker: 'no-public-ip',
    subnetId: subnet.id,
    routeTableId,
    internetGatewayId: target,
    at: route.at,
  })
}

function endpointLeg(trip: RoutedTrip, route: PlacedRoute, target: string): Leg {
  const { vpc } = trip
  const found = lookUpListed(vpc.value.endpoints, target)
  const at = pointerTo(vpc.at, 'endpoints', target)
  if (found === null) {
    return { hops: route.value.state === 'blackhole' ? [] : [blackhole(trip, route, target)], ends: false }
  }
  if (isGap(found)) return unknownHop(openFact('endpoint', target, at, found))
  const type = found.vpcEndpointType
  return unknownHop(
    isGap(type)
      ? openFact('endpoint', target, at, type)
      : notModeled('hop', target, at, 'endpoint-as-route-target', type),
  )
}
