import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { LINUX_CLIENT_PORTS, WINDOWS_CLIENT_PORTS } from '../network/client-ports.ts'
import type { TaskInterface } from '../network/reach.ts'
import type { Launch, LaunchSubnet } from './launch.ts'

/** A subnet of the launch; null: the launch does not say in which subnets. */
export type Spot = Known<LaunchSubnet> | null

/**
 * The interface that the task would have in a subnet, or what of it is not known. None: the subnet or a group is not
 * there, which accept-request says, and no packet is ever sent.
 */
export type Departure =
  | { readonly kind: 'interface'; readonly from: TaskInterface }
  | { readonly kind: 'open'; readonly fact: OpenFact }
  | { readonly kind: 'none' }

const NONE: Departure = { kind: 'none' }

export function departureFrom(world: World, launch: Launch, spot: Spot): Departure {
  const fact = openFactOf(launch, spot)
  if (fact !== null) return { kind: 'open', fact }
  if (spot === null || isGap(spot) || spot.subnet === null || isGap(spot.subnet)) return NONE
  const { securityGroupIds, platform, place, publicIp } = launch
  // INVARIANT: where an id is a gap, the interface is open.
  const groups = isGap(securityGroupIds) ? [] : (securityGroupIds as readonly string[])
  for (const group of groups) if (world.securityGroup(group, place) === null) return NONE
  const clientPorts = isGap(platform) || platform.family === 'LINUX' ? LINUX_CLIENT_PORTS : WINDOWS_CLIENT_PORTS
  const from = { subnet: spot.subnet, securityGroupIds: groups, publicIp, clientPorts }
  return { kind: 'interface', from }
}

function openFactOf({ subnets, securityGroupIds, id, at }: Launch, spot: Spot): OpenFact | null {
  const what = { kind: 'network-configuration', id } as const
  if (spot === null) return { gap: isGap(subnets) ? subnets : { gap: 'not-read' }, what, at }
  if (isGap(spot)) return { gap: spot, what, at }
  if (isGap(spot.subnet)) return { gap: spot.subnet, what: { kind: 'subnet', id: spot.id }, at }
  const groups = isGap(securityGroupIds) ? securityGroupIds : securityGroupIds.find(isGap)
  return groups === undefined ? null : { gap: groups, what, at }
}
