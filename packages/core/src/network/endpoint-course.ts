import { WORKS } from '../model/judgement.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type Edge, replyToClientAcross, requestAcross } from './cross-edge.ts'
import { interfacesOf, type Member } from './destination.ts'
import { type Hop, openHop, tells } from './hop.ts'
import { aclOf } from './network-acl.ts'
import { inMap, oncePer } from './once.ts'
import { isOpen, notModeled } from './open-fact.ts'
import { chooseRoute, tableOf } from './route-table.ts'
import type { Course, Outlet } from './trip.ts'
import { onlyThrough } from './vpc-endpoints.ts'

/** To the interfaces of an endpoint in the VPC. */
export function toEndpoint(outlet: Outlet, endpoint: Placed<VpcEndpoint>): Course {
  return inMap(coursesFrom(outlet), endpoint, () => courseTo(outlet, endpoint))
}

const coursesFrom = oncePer((_: Outlet) => new Map<Placed<VpcEndpoint>, Course>())

function courseTo(outlet: Outlet, endpoint: Placed<VpcEndpoint>): Course {
  const { members } = interfacesOf(outlet.vpc, endpoint)
  const edges = members.map((member) => edgesTo(outlet, member))
  const column = (pick: (edge: Edges) => Hop) => edges.map(pick)
  const route = members.map((member) => routeInside(outlet, member))
  const endpoints = onlyThrough(endpoint)
  if (edges.every((edge) => edge === NOT_STOPPED)) {
    return { out: [route].filter(tells), back: [], endpoints }
  }
  return {
    out: [column(({ leave }) => leave), route, column(({ enter }) => enter)].filter(tells),
    back: [column(({ answer }) => answer), column(({ returned }) => returned)].filter(tells),
    endpoints,
  }
}

/** The four times that a packet or its answer crosses the edge of a subnet. */
interface Edges {
  readonly leave: Hop
  readonly enter: Hop
  readonly answer: Hop
  readonly returned: Hop
}

const NOT_STOPPED: Edges = { leave: WORKS, enter: WORKS, answer: WORKS, returned: WORKS }

/**
 * What stays inside of one subnet passes no ACL.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
function edgesTo({ acl, subnet, client, clientPorts, port }: Outlet, member: Member): Edges {
  if (member.subnet === null) return NOT_STOPPED
  if (isOpen(member.subnet)) return { ...NOT_STOPPED, leave: openHop([member.subnet]) }
  if (member.subnet.id === subnet.id) return NOT_STOPPED
  const ours: Edge = { acl, subnetId: subnet.id, side: 'task', remote: member.where }
  const theirs: Edge = { acl: aclOf(member.subnet), subnetId: member.subnet.id, side: 'endpoint', remote: client }
  const leave = requestAcross(ours, 'egress', port)
  const enter = requestAcross(theirs, 'ingress', port)
  const answer = replyToClientAcross(theirs, 'egress', clientPorts)
  const returned = replyToClientAcross(ours, 'ingress', clientPorts)
  const passes = leave === WORKS && enter === WORKS && answer === WORKS && returned === WORKS
  return passes ? NOT_STOPPED : { leave, enter, answer, returned }
}

/** Inside of the VPC the local route leads everywhere, unless a route with a longer prefix takes the packet elsewhere. */
function routeInside({ world, vpc, subnet }: Outlet, { where, subnet: other }: Member): Hop {
  if (other !== null && !isOpen(other) && other.id === subnet.id) return WORKS
  const table = tableOf(subnet)
  if (isOpen(table)) return openHop([table])
  const { portions, facts } = chooseRoute(world, vpc, table, { within: where.within, inVpc: true, service: null })
  const astray = portions.flatMap(({ route }) => {
    if (route === null || route === 'local' || route.value.target === 'local') return []
    return [notModeled('hop', String(route.value.target), route.at, 'route-inside-vpc')]
  })
  return openHop([...facts, ...astray])
}
