import { all, assuming } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { ManagedEbsVolume, VolumeConfiguration } from '../../model/launch-request.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import type { Launch } from '../launch.ts'

/**
 * A volume is made of a snapshot that is complete, and is as large at least. ECS hands the snapshot to EC2 with each task, so
 * that one of a service that is there may be gone. What nobody read is taken as good.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html
 */
export const volumeSnapshotsUsable = condition({
  step: 'mount-volumes',
  id: 'volume-snapshots-usable',
  judge: (launch, world) => {
    const faults = new Faults()
    let unread = false
    for (const { volume, managed, at } of madeOfSnapshots(launch)) {
      const wasRead = judgeSnapshot(faults, volume, managed, at, launch, world)
      if (!wasRead) unread = true
    }
    return unread ? all([faults.judgement(), ASSUMED]) : faults.judgement()
  },
})

const ASSUMED = assuming('ebs-snapshots-usable')

interface MadeOfSnapshot {
  readonly volume: string
  readonly managed: ManagedEbsVolume
  readonly at: Pointer
}

/** The volumes of the request that are made of a snapshot, as far as they are known. */
export function madeOfSnapshots({ request, at }: Launch): readonly MadeOfSnapshot[] {
  const { volumeConfigurations: configured = NONE } = request
  if (isGap(configured)) return []
  return configured.flatMap(({ name, managedEBSVolume: managed }, position) => {
    if (managed === undefined || isGap(managed) || managed.snapshotId === undefined) return []
    const volume = isGap(name) ? `#${position + 1}` : name
    return [{ volume, managed, at: pointerTo(at, 'volumeConfigurations', position, 'managedEBSVolume') }]
  })
}

const NONE: readonly VolumeConfiguration[] = []

/** @returns whether anybody read the snapshot */
function judgeSnapshot(
  faults: Faults,
  volume: string,
  { snapshotId, sizeInGiB }: ManagedEbsVolume,
  at: Pointer,
  { place }: Launch,
  world: World,
): boolean {
  if (snapshotId === undefined || isGap(snapshotId)) return false
  const found = world.find('ebsSnapshots', place, snapshotId)
  const fail = (why: 'missing' | 'state' | 'size', value: string) =>
    faults.fail({ blocker: 'ebs-snapshot-unusable', volume, snapshotId, why, value, at: pointerTo(at, 'snapshotId') })
  if (found === null) fail('missing', snapshotId)
  if (found === null) return true
  if (isGap(found)) return false
  const { state, volumeSize } = found.value
  const open = [state, sizeInGiB === undefined ? undefined : volumeSize].find(isGap)
  if (!isGap(state) && state !== 'completed') fail('state', state)
  else if (open !== undefined) faults.open({ gap: open, what: { kind: 'ebs-snapshot', id: snapshotId }, at: found.at })
  else if (sizeInGiB !== undefined && !isGap(sizeInGiB) && !isGap(volumeSize) && sizeInGiB < volumeSize) {
    fail('size', `${volumeSize} GiB`)
  }
  return true
}
