import type { Bucket } from '../model/bucket.ts'
import type { NotReadGap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { ownIn } from '../model/table.ts'
import type { Place, Placed, World } from '../model/world.ts'
import { oncePer } from '../network/once.ts'

const BUCKET_NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read', permission: 's3:GetBucketLocation' })

/**
 * The bucket of a name, which is unique over all accounts. That an account has no such bucket of its own (`*`) says
 * nothing about those of others; that the name was asked for and is not there does.
 */
export function findBucket(world: World, { account, region }: Place, name: string): Known<Placed<Bucket>> | null {
  const own = world.account(account)?.buckets
  const here = own === undefined || isGap(own) ? undefined : ownIn(own, name)
  const { owner, bucket } =
    here === undefined ? (bucketsOf(world).get(name) ?? NOWHERE) : { owner: account, bucket: here }
  if (bucket === null || isGap(bucket)) return bucket
  if (bucket !== undefined) {
    return {
      id: name,
      value: bucket,
      at: pointerTo('/accounts', owner, 'buckets', name),
      place: { account: owner, region },
    }
  }
  if (isGap(own)) return own
  const rest = own?.['*']
  return isGap(rest) ? rest : BUCKET_NOT_READ
}

interface Written {
  readonly owner: string
  readonly bucket: Known<Bucket> | null | undefined
}

const NOWHERE: Written = { owner: '', bucket: undefined }

/** By name, as the first account has them. */
const bucketsOf = oncePer(({ snapshot }: World): ReadonlyMap<string, Written> => {
  const byName = new Map<string, Written>()
  for (const [owner, { buckets }] of Object.entries(snapshot.accounts)) {
    for (const [name, bucket] of buckets === undefined || isGap(buckets) ? [] : Object.entries(buckets)) {
      if (name !== '*' && !byName.has(name)) byName.set(name, { owner, bucket })
    }
  }
  return byName
})

/** Where its hosts are; a gap where nobody read it. */
export function regionOfBucket(bucket: Known<Placed<Bucket>>): Known<string> {
  return isGap(bucket) ? bucket : (bucket.value.region ?? BUCKET_NOT_READ)
}
