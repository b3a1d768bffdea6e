import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { crossEdge, crossEdgeToClient } from './cross-edge.ts'
import { interfacesOf, type Member } from './destination.ts'
import { type Hop, openHop, tells } from './hop.ts'
import { aclOf } from './network-acl.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { chooseRoute, tableOf } from './route-table.ts'
import type { Course, Trip } from './trip.ts'

/** To the interfaces of an endpoint in the VPC. */
export function toEndpoint(trip: Trip, endpoint: Placed<VpcEndpoint>): Course {
  const destination = interfacesOf(trip.vpc, endpoint)
  const { members } = destination
  const addressing = ipv4Of(endpoint)
  const edges = members.map((member) => edgesTo(trip, member))
  const column = (pick: (edge: Edges) => Hop) => edges.map(pick)
  const route = members.map((member) => routeInside(trip, member))
  return {
    destination,
    out: [members.map(() => addressing), column(({ leave }) => leave), route, column(({ enter }) => enter)].filter(
      tells,
    ),
    back: [column(({ answer }) => answer), column(({ returned }) => returned)].filter(tells),
    endpoints: [endpoint],
  }
}

function ipv4Of({ id, value, at }: Placed<VpcEndpoint>): Hop {
  const { ipAddressType = 'ipv4' } = value
  const where = pointerTo(at, 'ipAddressType')
  if (isGap(ipAddressType)) return openHop([openFact('endpoint', id, where, ipAddressType)])
  return ipAddressType === 'ipv6' ? openHop([notModeled('endpoint', id, where, 'ipv6-only-endpoint')]) : WORKS
}

/** The four times that a packet or its answer crosses the edge of a subnet. */
interface Edges {
  readonly leave: Hop
  readonly enter: Hop
  readonly answer: Hop
  readonly returned: Hop
}

const INSIDE: Edges = { leave: WORKS, enter: WORKS, answer: WORKS, returned: WORKS }

/**
 * What stays inside of one subnet passes no ACL.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
function edgesTo({ acl, subnet, client, clientPorts, to }: Trip, member: Member): Edges {
  if (member.subnet === null) return INSIDE
  if (isOpen(member.subnet)) return { ...INSIDE, leave: openHop([member.subnet]) }
  if (member.subnet.id === subnet.id) return INSIDE
  const ours = { acl, subnetId: subnet.id, side: 'task', remote: member.where } as const
  const theirs = { acl: aclOf(member.subnet), subnetId: member.subnet.id, side: 'endpoint', remote: client } as const
  const ports = { from: to.port, to: to.port }
  return {
    leave: crossEdge({ ...ours, direction: 'egress', ports, reply: false }),
    enter: crossEdge({ ...theirs, direction: 'ingress', ports, reply: false }),
    answer: crossEdgeToClient({ ...theirs, direction: 'egress' }, clientPorts),
    returned: crossEdgeToClient({ ...ours, direction: 'ingress' }, clientPorts),
  }
}

/** Inside of the VPC the local route leads everywhere, unless a route with a longer prefix takes the packet elsewhere. */
function routeInside({ world, vpc, subnet }: Trip, { where, subnet: other }: Member): Hop {
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
