import type { FileSystem, MountTarget } from '../model/file-system.ts'
import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { entriesOf } from '../model/table.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { isInZoneOf } from '../network/attachment.ts'
import type { MountTargetMissing } from './volume-blocker.ts'

export interface LocatedMountTarget extends Placed<MountTarget> {
  readonly subnet: PlacedSubnet
}

type Found =
  | { readonly found: 'target'; readonly target: LocatedMountTarget }
  | { readonly found: 'none'; readonly blocker: MountTargetMissing }
  | { readonly found: 'open'; readonly fact: OpenFact }

/**
 * The mount target that the name of a file system gives a task: the one in the task's VPC and Availability Zone.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 */
export function mountTargetFor(world: World, fileSystem: Placed<FileSystem>, from: PlacedSubnet): Found {
  const { entries, more } = entriesOf(fileSystem.value.mountTargets)
  const base = pointerTo(fileSystem.at, 'mountTargets')
  let hidden: OpenFact | null = more === null ? null : open(fileSystem.id, base, more)
  let elsewhere: string | null = null
  let isHere = false
  for (const [id, value] of entries) {
    const at = pointerTo(base, id)
    const subnet = isGap(value) ? value : isGap(value.subnetId) ? value.subnetId : subnetOf(world, value.subnetId, from)
    if (isGap(value) || isGap(subnet)) {
      hidden ??= open(fileSystem.id, at, isGap(subnet) ? subnet : NOT_READ)
      continue
    }
    if (subnet === null) continue
    if (subnet.vpc.id !== from.vpc.id) {
      elsewhere ??= subnet.vpc.id
      continue
    }
    isHere = true
    const near = isInZoneOf(subnet, from)
    if (near === undefined) hidden ??= open(fileSystem.id, at, NOT_READ)
    if (near !== true) continue
    return ready({ id, value, at, place: fileSystem.place, subnet }, fileSystem, from)
  }
  if (hidden !== null) return { found: 'open', fact: hidden }
  return { found: 'none', blocker: missing(fileSystem, from, { otherVpcId: isHere ? null : elsewhere }, fileSystem.at) }
}

function ready(target: LocatedMountTarget, fileSystem: Placed<FileSystem>, from: PlacedSubnet): Found {
  const { lifeCycleState = 'available' } = target.value
  const at = pointerTo(target.at, 'lifeCycleState')
  if (isGap(lifeCycleState)) return { found: 'open', fact: open(fileSystem.id, at, lifeCycleState) }
  if (lifeCycleState === 'available' || lifeCycleState === 'updating') return { found: 'target', target }
  return { found: 'none', blocker: missing(fileSystem, from, { state: lifeCycleState }, at) }
}

/** Null: it is surely not in a VPC that was read. */
function subnetOf(world: World, id: string, { place }: PlacedSubnet) {
  return world.subnet(id, place)
}

function missing(
  { id }: Placed<FileSystem>,
  { id: subnetId, value, vpc }: PlacedSubnet,
  { state = null, otherVpcId = null }: Partial<Pick<MountTargetMissing, 'state' | 'otherVpcId'>>,
  at: string,
): MountTargetMissing {
  const zone = value.availabilityZone
  return {
    blocker: 'mount-target-missing',
    fileSystemId: id,
    zone: zone === undefined || isGap(zone) ? null : zone,
    subnetId,
    vpcId: vpc.id,
    state,
    otherVpcId,
    at,
  }
}

function open(id: string, at: string, gap: OpenFact['gap']): OpenFact {
  return { gap, what: { kind: 'file-system', id }, at }
}
