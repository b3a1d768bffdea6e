import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import { answered, answerFromOutside, arrive } from './arrive.ts'
import { besideIn, toBeside } from './beside.ts'
import { crossing, type Flow, type Party, type Place, routedOn } from './flow.ts'
import { type Gateway, gatewayFor, NO_GATEWAY, passGateway } from './gateway-endpoint.ts'
import { type Hop, openHop } from './hop.ts'
import { around, leg, seenBy, unknownLeg, works } from './leg.ts'
import { mergeParts } from './merge-parts.ts'
import { deadEnd, noWay } from './no-way.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { intersect, NOTHING, subtract } from './range-set.ts'
import { chooseRoute, type PlacedRoute, type Portion, type SubnetTable, tableOf } from './route-table.ts'
import { kindOfTarget, unfollowed } from './route-target.ts'
import { across, type Beyond, type Spot } from './spot.ts'
import { type Step, step } from './step.ts'
import { takenFromGateway } from './taken-from-gateway.ts'
import { throughInternet } from './through-internet.ts'
import { throughNat } from './through-nat.ts'
import { throughPeering } from './through-peering.ts'
import { throughTransitGateway } from './through-transit-gateway.ts'
import type { Leg } from './trip.ts'
import { onlyThrough } from './vpc-endpoints.ts'

/** More tables than any sensible way passes: what is routed more often goes around. */
const MOST_TABLES = 8

/** From the edge of a subnet on, to the receiver and back; replies go one way. */
export function walk(flow: Flow, place: Place): Leg {
  const { receiver, sender, routed, target } = flow
  const { vpc, subnet } = place
  const isThere = receiver !== null && receiver.vpc.id === vpc.id
  if (isThere && receiver.subnet?.id === subnet.id) return answered(flow, [], walk)
  const beside = isThere ? NOTHING : besideIn(flow, place)
  if (beside.length > 0) return toBeside(flow, place, beside, walk)
  const leave = () => crossing(flow, place, 'egress')
  if (routed >= MOST_TABLES) {
    return around([leave()], unknownLeg('route', notModeled('hop', subnet.id, subnet.at, 'many-hops')))
  }
  const table = tableOf(subnet)
  if (isOpen(table)) return around([leave()], unknownLeg('route', table))
  const gateway = gatewayBefore(flow, place, table)
  if (gateway.endpoint === null || sender?.side !== 'task') return byTable(flow, place, table, gateway)
  const direct = throughGateway(flow, sender, place, gateway.endpoint)
  const inside = takenFromGateway(flow, vpc, table, gateway.endpoint)
  if (isOpen(inside)) return around([leave()], unknownLeg('route', inside))
  if (inside.length === 0) return direct
  const part = { within: intersect(target.within, inside), open: target.open }
  const parts = [
    { within: subtract(target.within, inside), leg: direct },
    { within: part.within, leg: byTable({ ...flow, target: part }, place, table, NO_GATEWAY) },
  ]
  return mergeParts(
    parts.filter(({ within }) => within.length > 0),
    target,
  )
}

function byTable(flow: Flow, place: Place, table: SubnetTable, gateway: Gateway): Leg {
  const { receiver, world, family, service, target } = flow
  const { vpc } = place
  const isThere = receiver !== null && receiver.vpc.id === vpc.id
  const leave = () => crossing(flow, place, 'egress')
  const bound = { within: target.within, inVpc: isThere, service, family }
  const { portions, facts } = chooseRoute(world, vpc, table, bound)
  const [fact, ...others] = [...gateway.facts, ...facts]
  if (fact !== undefined) return around([leave()], unknownLeg('route', fact, ...others))
  const spot: Spot = { vpc, subnet: place.subnet, side: place.side, table }
  const asked = routedOn(flow, gateway.unused ?? flow.unused)
  const parts = portions.map(({ route, within }) => {
    const part = portions.length === 1 ? asked : { ...asked, target: { within, open: target.open } }
    return { within, leg: follow(part, spot, route) }
  })
  const merged = mergeParts(parts, target)
  const legs = parts.map((part) => part.leg)
  const whole = parts.length === 1 ? merged : { ...merged, seenAs: seenBy(flow.source, legs) }
  return gateway.endpoint === null || works(whole) ? whole : behindNat(gateway.endpoint, leave())
}

/** Whether a NAT gateway may use a gateway endpoint AWS does not say; beside another way out it makes no difference. */
function behindNat({ id, at }: NonNullable<Gateway['endpoint']>, leave: Step): Leg {
  return around([leave], unknownLeg('endpoint', notModeled('hop', id, at, 'gateway-endpoint-behind-nat')))
}

function gatewayBefore({ service, reply, family }: Flow, { vpc }: Place, table: SubnetTable): Gateway {
  return service === null || reply ? NO_GATEWAY : gatewayFor(vpc, table, service, family)
}

function throughGateway(flow: Flow, sender: Party, place: Place, endpoint: NonNullable<Gateway['endpoint']>): Leg {
  const leave = crossing(flow, place, 'egress')
  const { id, at } = endpoint
  // Nobody outside of the VPC can use it.
  if (sender.vpc.id !== place.vpc.id) {
    return around([leave], unknownLeg('endpoint', notModeled('hop', id, at, 'gateway-endpoint-of-another-vpc')))
  }
  const passed = leg([leave, step('endpoint', id, at, passGateway(endpoint))], answerFromOutside(flow))
  return { ...passed, endpoints: onlyThrough(endpoint) }
}

function follow(flow: Flow, spot: Spot, route: Portion['route']): Leg {
  const { table, vpc } = spot
  const leave = crossing(flow, spot, 'egress')
  const tableId = table.id ?? ''
  if (route === null) return leg([leave, step('route', tableId, table.at, noWay(flow, spot))])
  const isThere = flow.receiver?.vpc.id === vpc.id
  if (route === 'local' || route.value.target === 'local') {
    const at = route === 'local' ? table.at : route.at
    if (isThere) return arrive(flow, [leave, step('route', tableId, at)], walk)
    return around([leave], unknownLeg('route', notModeled('hop', 'local', vpc.at, 'host-in-vpc')))
  }
  const { target, state = 'active' } = route.value
  if (isGap(target)) {
    return around(
      [leave],
      unknownLeg('route', openFact('route', String(table.id), pointerTo(route.at, 'target'), target)),
    )
  }
  if (isThere) {
    return around([leave], unknownLeg('route', notModeled('hop', target, route.at, 'route-inside-vpc')))
  }
  const beyond = legTo(flow, spot, route, target)
  const here = crossed(beyond, leave)
  if (isGap(state)) {
    const fact = openFact('route', target, pointerTo(route.at, 'state'), state)
    return around([...here, step('route', tableId, route.at, openHop([fact]))], beyond)
  }
  // A broken NAT gateway says more than the black hole that it leaves.
  const dead = state === 'blackhole' && !beyond.out.some(({ hop }) => hop.blockers.some(isBrokenNat))
  const dropped = dead ? deadEnd(flow, spot, route, target) : WORKS
  const rest: Leg = dead && beyond.ends ? { ...leg([]), ends: true } : beyond
  return around([...here, step('route', tableId, route.at, dropped)], rest)
}

function crossed({ crosses }: Beyond, leave: ReturnType<typeof crossing>) {
  return crosses ? [leave] : []
}

function isBrokenNat({ blocker }: Hop['blockers'][number]): boolean {
  return blocker === 'nat-gateway-state'
}

function legTo(flow: Flow, spot: Spot, route: PlacedRoute, target: string): Beyond {
  // A route that is dead already says so itself.
  const gone = route.value.state === 'blackhole' ? WORKS : deadEnd(flow, spot, route, target)
  switch (kindOfTarget(spot.vpc.value, target)) {
    case 'internet-gateway':
      return across(throughInternet(flow, spot, route, { id: target, listing: 'internetGateways', gone }))
    case 'egress-only-internet-gateway':
      return across(throughInternet(flow, spot, route, { id: target, listing: 'egressOnlyInternetGateways', gone }))
    case 'nat-gateway':
      return throughNat(flow, spot, route, target, walk)
    case 'peering-connection':
      return across(throughPeering(flow, spot, target, gone, walk))
    case 'transit-gateway':
      return throughTransitGateway(flow, spot, target, gone, walk)
    case 'endpoint':
      return across(endpointLeg(spot, target, gone))
    default:
      return across(unknownLeg('route', notModeled('hop', target, pointerTo(route.at, 'target'), unfollowed(target))))
  }
}

function endpointLeg({ vpc }: Spot, target: string, gone: Hop): Leg {
  const found = lookUpListed(vpc.value.endpoints, target)
  const at = pointerTo(vpc.at, 'endpoints', target)
  if (found === null) return leg([step('endpoint', target, at, gone)])
  return unknownLeg('endpoint', factOf(found, target, at))
}

function factOf(
  found: NonNullable<ReturnType<typeof lookUpListed<{ vpcEndpointType: unknown }>>>,
  id: string,
  at: string,
): OpenFact {
  if (isGap(found)) return openFact('endpoint', id, at, found)
  const type = found.vpcEndpointType
  if (isGap(type)) return openFact('endpoint', id, at, type)
  return notModeled('hop', id, at, 'endpoint-as-route-target', String(type))
}
