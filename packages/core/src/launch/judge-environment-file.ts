import type { Bucket } from '../model/bucket.ts'
import { all, assuming, fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { lookUp } from '../model/table.ts'
import type { Place, Placed, World } from '../model/world.ts'
import { findBucket, regionOfBucket } from './buckets.ts'
import type { EnvironmentFileMissing } from './container-blocker.ts'
import type { EnvironmentFile } from './environment-file.ts'
import { isInCode } from './in-code.ts'
import { openOrAssumed } from './open-or-assumed.ts'

const UPLOADED = assuming('environment-files-uploaded')

/** Whether a file is there. Its key, if it has one of its own, is a gap. */
export function judgeEnvironmentFile(
  world: World,
  { arn, bucket: name, key }: EnvironmentFile,
  place: Place,
  at: Pointer,
): Judgement<EnvironmentFileMissing> {
  const bucket = findBucket(world, place, name)
  if (bucket === null) {
    return fails({ blocker: 'environment-file-missing', file: arn, bucket: name, missing: 'bucket', at })
  }
  if (isGap(bucket)) return openOrAssumed(bucket, 'bucket', name, at)
  const region = regionOfBucket(bucket)
  const inRegion = isGap(region) ? openOrAssumed(region, 'bucket', name, at) : WORKS
  return all([inRegion, judgeObject(world, bucket, { arn, key }, at)])
}

function judgeObject(
  world: World,
  { id: bucket, value, at: bucketAt }: Placed<Bucket>,
  { arn, key }: Pick<EnvironmentFile, 'arn' | 'key'>,
  at: Pointer,
): Judgement<EnvironmentFileMissing> {
  const found = lookUp(value.objects, key)
  if (found === null) return fails({ blocker: 'environment-file-missing', file: arn, bucket, missing: 'object', at })
  if (isGap(found)) {
    if (found.gap !== 'not-read') return openOrAssumed(found, 'environment-file', arn, at)
    // Code says which buckets there shall be, not what is put into them.
    if (isInCode(world, bucketAt)) return UPLOADED
    return openOrAssumed({ permission: 's3:GetObject', ...found }, 'environment-file', arn, at)
  }
  if (found.kmsKeyArn === undefined) return WORKS
  const gap = { gap: 'not-modeled', what: 'key-of-environment-file' } as const
  return undecided({ gap, what: { kind: 'policy-layer', id: arn }, at: pointerTo(bucketAt, 'objects', key) })
}
