import type { OpenFact } from '../model/judgement.ts'
import { type Edge, replyToClientAcross, requestAcross } from './cross-edge.ts'
import { followRoute } from './follow-route.ts'
import { type Gateway, gatewayFor, NO_GATEWAY, passGateway } from './gateway-endpoint.ts'
import { along, type Column, inPart, tells, type Whereabouts } from './hop.ts'
import type { PublicHost } from './locate-host.ts'
import { oncePer } from './once.ts'
import { isOpen } from './open-fact.ts'
import { sizeOf } from './range-set.ts'
import { chooseRoute, type SubnetTable, tableOf } from './route-table.ts'
import { type Course, type Leg, type Outlet, type Trip, unknownHop } from './trip.ts'
import { NO_ENDPOINTS, onlyThrough } from './vpc-endpoints.ts'

/** To a host on the internet, or to a service behind a gateway endpoint. */
export function toPublic(outlet: Outlet, to: PublicHost): Course {
  const shared = sharedCourses(outlet)
  const known = shared.get(to.routedAs)
  if (known !== undefined) return known
  const course = courseTo(outlet, to)
  if (!course.out.some(namesHost) && !course.back.some(namesHost)) shared.set(to.routedAs, course)
  return course
}

const sharedCourses = oncePer((_: Outlet) => new Map<string, Course>())

/** What names the host cannot serve another one. */
function namesHost(column: Column): boolean {
  return column.some(
    ({ blockers, gaps }) =>
      blockers.some(({ blocker }) => blocker === 'no-route') || gaps.some(({ what }) => what.kind === 'host'),
  )
}

function courseTo(outlet: Outlet, { host, service, unused, destination }: PublicHost): Course {
  const [member] = destination.members
  if (member === undefined) return { out: [], back: [], endpoints: NO_ENDPOINTS }
  const { where } = member
  const { world, vpc, subnet, publicIp, clientPorts, client, acl, port } = outlet
  const table = tableOf(subnet)
  const gateway = isOpen(table) || service === null ? NO_GATEWAY : gatewayFor(vpc, table, service)
  const { endpoint } = gateway
  const trip = {
    world,
    vpc,
    subnet,
    publicIp,
    clientPorts,
    client,
    acl,
    port,
    host,
    service,
    unused: gateway.unused ?? unused,
  }
  const edge: Edge = { acl, subnetId: subnet.id, side: 'task', remote: where }
  const leave = requestAcross(edge, 'egress', port)
  const leg = legFrom(trip, table, gateway, where)
  const back = leg.ends ? [] : [[replyToClientAcross(edge, 'ingress', clientPorts)]]
  const out = [leave, ...leg.hops].map((hop) => [hop])
  return {
    out: out.filter(tells),
    back: back.filter(tells),
    endpoints: endpoint === null ? NO_ENDPOINTS : onlyThrough(endpoint),
  }
}

function legFrom(trip: Trip, table: SubnetTable | OpenFact, { endpoint, facts }: Gateway, where: Whereabouts): Leg {
  if (isOpen(table)) return unknownHop(table)
  if (endpoint !== null) return { hops: [passGateway(endpoint)], ends: false }
  if (facts.length > 0) return unknownHop(...facts)
  return outOfVpc(trip, table, where)
}

/** Several routes may each take a part of where the host may be. */
function outOfVpc(trip: Trip, table: SubnetTable, where: Whereabouts): Leg {
  const { world, vpc, service } = trip
  const { portions, facts } = chooseRoute(world, vpc, table, { within: where.within, inVpc: false, service })
  if (facts.length > 0) return unknownHop(...facts)
  const legs = portions.map(({ route, within }) =>
    followRoute({ ...trip, table, where: { within, open: where.open } }, route),
  )
  const [only] = legs
  if (only !== undefined && legs.length === 1) return only
  const ways = legs.map(({ hops }) => along(hops))
  const agreed = ways.every(({ verdict }) => verdict === ways[0]?.verdict)
  const gaps = agreed || where.open === null ? [] : [where.open]
  if (agreed && ways[0]?.verdict !== 'undecided') return { hops: ways, ends: false }
  if (where.open === null && ways.every(({ verdict }) => verdict !== 'undecided')) {
    const working = portions.filter((_, position) => ways[position]?.verdict === 'works')
    const works = working.reduce((sum, { within }) => sum + sizeOf(within), 0)
    return {
      hops: [
        inPart(
          works,
          sizeOf(where.within),
          ways.flatMap(({ blockers }) => blockers),
        ),
      ],
      ends: false,
    }
  }
  return unknownHop(...ways.flatMap((way) => way.gaps), ...gaps)
}
