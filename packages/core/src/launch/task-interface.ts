import { type Gap, NOT_READ } from '../model/gap.ts'
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

export function departuresFrom(world: World, launch: Launch, spots: readonly Spot[]): readonly Departure[] {
  const { securityGroupIds, platform, place, publicIp } = launch
  const open = isGap(securityGroupIds) ? securityGroupIds : securityGroupIds.find(isGap)
  // INVARIANT: where an id is a gap, every interface is open.
  const groups = isGap(securityGroupIds) ? [] : (securityGroupIds as readonly string[])
  const isMissing = open === undefined && groups.some((group) => world.securityGroup(group, place) === null)
  const clientPorts = isGap(platform) || platform.family === 'LINUX' ? LINUX_CLIENT_PORTS : WINDOWS_CLIENT_PORTS
  return spots.map((spot) => {
    if (spot === null || isGap(spot) || isGap(spot.subnet) || open !== undefined) {
      return { kind: 'open', fact: openFactOf(launch, spot, open) }
    }
    if (isMissing || spot.subnet === null) return NONE
    return { kind: 'interface', from: { subnet: spot.subnet, securityGroupIds: groups, publicIp, clientPorts } }
  })
}

function openFactOf({ subnets, id, at }: Launch, spot: Spot, groups: Gap | undefined): OpenFact {
  const what = { kind: 'network-configuration', id } as const
  if (spot === null) return { gap: isGap(subnets) ? subnets : NOT_READ, what, at }
  if (isGap(spot)) return { gap: spot, what, at }
  if (isGap(spot.subnet)) return { gap: spot.subnet, what: { kind: 'subnet', id: spot.id }, at }
  return { gap: groups ?? NOT_READ, what, at }
}
