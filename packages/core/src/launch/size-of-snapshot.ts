import { isGap, type Known } from '../model/known.ts'
import type { ManagedEbsVolume } from '../model/launch-request.ts'
import type { Place } from '../model/placed.ts'
import type { World } from '../model/world.ts'

/** Of the snapshot that a volume is made of, in GiB; null: there is none, or nobody read it. */
export function sizeOfSnapshot({ snapshotId }: ManagedEbsVolume, place: Place, world: World): Known<number> | null {
  if (snapshotId === undefined || isGap(snapshotId)) return null
  const found = world.find('ebsSnapshots', place, snapshotId)
  return found === null || isGap(found) ? null : found.value.volumeSize
}
