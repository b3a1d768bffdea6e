import { WORKS } from '../model/judgement.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { AwsHost } from './aws-host.ts'
import type { UnusedEndpoint } from './blocker.ts'
import type { Destination, Member } from './destination.ts'
import type { LocatedEndpoint } from './endpoint-directory.ts'
import { crossing, type Flow, type Party, type Place } from './flow.ts'
import { type Column, tells } from './hop.ts'
import { around, leg, seenBy, unknownLeg } from './leg.ts'
import { inMap, oncePer } from './once.ts'
import { isOpen } from './open-fact.ts'
import type { Step } from './step.ts'
import type { Course, Leg, Outlet } from './trip.ts'
import { NO_ENDPOINTS, onlyThrough } from './vpc-endpoints.ts'
import { walk } from './walk.ts'

/** To the interfaces of an endpoint in the VPC or another one. */
export function toEndpoint(outlet: Outlet, located: LocatedEndpoint, destination: Destination, host: string): Course {
  const { endpoint, vpc } = located
  // On the way to another VPC the host may be told.
  const key = vpc.id === outlet.vpc.id ? '' : host
  const courses = inMap(coursesFrom(outlet), endpoint, () => new Map<string, Course>())
  return inMap(courses, key, () => {
    const legs = destination.members.map((member) => legTo(outlet, located, member, host))
    return { ...courseOf(outlet, legs), endpoints: onlyThrough(endpoint) }
  })
}

const coursesFrom = oncePer((_: Outlet) => new Map<Placed<VpcEndpoint>, Map<string, Course>>())

function legTo(outlet: Outlet, { vpc, endpoint }: LocatedEndpoint, { subnet, where }: Member, host: string): Leg {
  const flow = { ...flowFrom(outlet), host, target: where }
  // INVARIANT: interfaces of endpoints are in subnets.
  if (subnet === null) return leg([])
  if (isOpen(subnet)) {
    const leave = crossing(flow, placeOfTask(outlet), 'egress')
    return around([{ ...leave, hop: WORKS }], unknownLeg('endpoint', subnet))
  }
  const { port } = outlet
  const ports = { from: port, to: port }
  const receiver: Party = { vpc, subnet, side: 'endpoint', id: endpoint.id, where, ports, publicIp: false }
  return walk({ ...flow, receiver }, placeOfTask(outlet))
}

/** A host outside of all VPCs. */
export interface Outside {
  readonly host: string
  readonly service: AwsHost | null
  readonly unused: UnusedEndpoint | null
  readonly destination: Destination
  /** Hosts of the same route take the same course from a subnet. */
  readonly routedAs: string
}

/** To a host on the internet, or to a service behind a gateway endpoint. */
export function toPublic(outlet: Outlet, to: Outside): Course {
  const shared = sharedCourses(outlet)
  const known = shared.get(to.routedAs)
  if (known !== undefined) return known
  const { host, service, unused } = to
  const flow = { ...flowFrom(outlet), host, service, unused }
  const place = placeOfTask(outlet)
  const course = courseOf(
    outlet,
    to.destination.members.map(({ where }) => walk({ ...flow, target: where }, place)),
  )
  if (!course.out.some(namesHost) && !course.back.some(namesHost)) shared.set(to.routedAs, course)
  return course
}

const sharedCourses = oncePer((_: Outlet) => new Map<string, Course>())

/** What names the host cannot serve another one. */
function namesHost(column: Column): boolean {
  return column.some(
    ({ blockers, gaps }) =>
      blockers.some((blocker) => 'host' in blocker) || gaps.some(({ what }) => what.kind === 'host'),
  )
}

function placeOfTask({ vpc, subnet }: Outlet): Place {
  return { vpc, subnet, side: 'task' }
}

function flowFrom({ world, vpc, subnet, family, client, clientPorts, publicIp, port }: Outlet): Flow {
  const sender: Party = { vpc, subnet, side: 'task', id: subnet.id, where: client, ports: clientPorts, publicIp }
  return {
    world,
    family,
    task: subnet,
    host: '',
    service: null,
    unused: null,
    source: client,
    sender,
    target: client,
    receiver: null,
    ports: { from: port, to: port },
    reply: false,
    routed: 0,
  }
}

function courseOf({ client }: Outlet, legs: readonly Leg[]): Course {
  const [first] = legs
  return {
    out: columnsOf(legs.map(({ out }) => out)),
    back: columnsOf(legs.map(({ back }) => back)),
    endpoints: first?.endpoints ?? NO_ENDPOINTS,
    seenAs: seenBy(client, legs),
    steps: legs.map(({ out, back }) => ({ out, back })),
  }
}

/** One row a member; a column for each step that tells anything. */
function columnsOf(rows: readonly (readonly Step[])[]): readonly Column[] {
  const columns: Column[] = []
  const length = rows.reduce((longest, row) => Math.max(longest, row.length), 0)
  for (let place = 0; place < length; place++) {
    const column = rows.map((row) => row[place]?.hop ?? WORKS)
    if (tells(column)) columns.push(column)
  }
  return columns
}
