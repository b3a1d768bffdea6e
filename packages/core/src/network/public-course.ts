import type { OpenFact } from '../model/judgement.ts'
import { crossEdge, crossEdgeToClient } from './cross-edge.ts'
import type { Destination, Member } from './destination.ts'
import { followRoute } from './follow-route.ts'
import { type Gateway, gatewayFor, listsRoutedTo, NO_GATEWAY, passGateway } from './gateway-endpoint.ts'
import { along, tells } from './hop.ts'
import { isOpen } from './open-fact.ts'
import { chooseRoute, type SubnetTable, tableOf } from './route-table.ts'
import { type Course, type Leg, type Trip, unknownHop } from './trip.ts'

/** To a host on the internet, or to a service behind a gateway endpoint. */
export function toPublic(trip: Trip, destinationWith: (lists: readonly string[]) => Destination): Course {
  const table = tableOf(trip.subnet)
  const gateway = isOpen(table) || trip.service === null ? NO_GATEWAY : gatewayFor(trip.vpc, table, trip.service)
  const { endpoint } = gateway
  const destination = destinationWith(endpoint === null || isOpen(table) ? [] : listsRoutedTo(endpoint, table))
  const [member] = destination.members
  if (member === undefined) return { destination, out: [], back: [], endpoints: [] }
  const { acl, clientPorts, subnet, to } = trip
  const edge = { acl, subnetId: subnet.id, side: 'task', remote: member.where } as const
  const leave = crossEdge({ ...edge, direction: 'egress', ports: { from: to.port, to: to.port }, reply: false })
  const leg = legFrom(trip, table, gateway, member)
  const back = leg.ends ? [] : [[crossEdgeToClient({ ...edge, direction: 'ingress' }, clientPorts)]]
  const out = [leave, ...leg.hops].map((hop) => [hop])
  return {
    destination,
    out: out.filter(tells),
    back: back.filter(tells),
    endpoints: endpoint === null ? [] : [endpoint],
  }
}

function legFrom(trip: Trip, table: SubnetTable | OpenFact, { endpoint, unused, facts }: Gateway, member: Member): Leg {
  if (isOpen(table)) return unknownHop(table)
  if (endpoint !== null) return { hops: [passGateway(endpoint)], ends: false }
  if (facts.length > 0) return unknownHop(...facts)
  return outOfVpc(unused === null ? trip : { ...trip, unused }, table, member)
}

/** Several routes may each take a part of where the host may be. */
function outOfVpc(trip: Trip, table: SubnetTable, { where }: Member): Leg {
  const { world, vpc, service } = trip
  const { portions, facts } = chooseRoute(world, vpc, table, { within: where.within, inVpc: false, service })
  if (facts.length > 0) return unknownHop(...facts)
  const legs = portions.map(({ route, within }) => followRoute({ ...trip, table, where: { ...where, within } }, route))
  const [only] = legs
  if (only !== undefined && legs.length === 1) return only
  const ways = legs.map(({ hops }) => along(hops))
  const agreed = ways.every(({ verdict }) => verdict === ways[0]?.verdict)
  const gaps = agreed || where.open === null ? [] : [where.open]
  if (agreed && ways[0]?.verdict !== 'undecided') return { hops: ways, ends: false }
  return unknownHop(...ways.flatMap((way) => way.gaps), ...gaps)
}
