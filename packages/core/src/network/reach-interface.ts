import { NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { toEndpoint } from './course.ts'
import { interfacesOf } from './destination.ts'
import { interfaceName } from './interface-name.ts'
import { egressOf, exitOf, laneOf, laneOutOf } from './network-memo.ts'
import { oncePer } from './once.ts'
import type { Path } from './path.ts'
import { type TaskInterface, throughGroups } from './reach.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

/** An interface in a VPC that is no endpoint's, such as a mount target's. One object for each: what is found is kept. */
export interface OtherInterface {
  readonly id: string
  readonly at: string
  readonly subnet: PlacedSubnet
  readonly securityGroupIds: Known<readonly string[]>
  /** Absent: somewhere in its subnet. */
  readonly ipAddress?: Known<string>
}

/**
 * Whether a task can reach an interface under a name that leads there, and the answer come back. Groups of the receiver
 * are blamed as an endpoint's (`endpoint-security-group`, with the interface's id).
 *
 * @param host the name that the resolver of the VPC must give; null: the address is known without one
 */
export function reachInterface(
  world: World,
  from: TaskInterface,
  to: OtherInterface,
  { host, port }: { readonly host: string | null; readonly port: number },
): Path {
  const exit = exitOf(world, from, port)
  const outlet = exit.outlets[0]
  if (outlet === undefined) return laneOutOf(from.subnet).withoutGroups
  const located = locatedAs(to)
  const destination = interfacesOf(world, from.subnet.vpc, located, outlet.family)
  const names = host === null ? WORKS : interfaceName(world, from.subnet.vpc, host)
  const course = toEndpoint(outlet, located, destination, host ?? to.id)
  const way = { ...course, family: outlet.family, names, destination, doubt: null, endpoints: NO_ENDPOINTS }
  const lane = laneOf(outlet, way)
  return throughGroups(lane, egressOf(exit, from.securityGroupIds, outlet.family), from.subnet, port)
}

/** The walk through a VPC knows interfaces as those of endpoints. */
const locatedAs = oncePer((to: OtherInterface) => {
  const { id, at, subnet, securityGroupIds, ipAddress = NOT_READ } = to
  const value: VpcEndpoint = {
    vpcEndpointType: 'Interface',
    serviceName: '',
    subnetIds: [subnet.id],
    securityGroupIds,
    privateIpAddresses: isGap(ipAddress) ? ipAddress : [ipAddress],
  }
  const endpoint: Placed<VpcEndpoint> = { id, value, at, place: subnet.place }
  return { endpoint, vpc: subnet.vpc }
})
