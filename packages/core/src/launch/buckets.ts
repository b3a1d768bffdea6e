import type { Bucket } from '../model/bucket.ts'
import type { NotReadGap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Place, Placed, World } from '../model/world.ts'

const BUCKET_NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read', permission: 's3:GetBucketLocation' })

/**
 * The bucket of a name, which is unique over all accounts. That an account has no such bucket of its own (`*`) says
 * nothing about those of others; that the name was asked for and is not there does.
 */
export function findBucket(world: World, { account, region }: Place, name: string): Known<Placed<Bucket>> | null {
  const { accounts } = world.snapshot
  const own = accounts[account]?.buckets
  for (const owner of [account, ...Object.keys(accounts)]) {
    const buckets = accounts[owner]?.buckets
    if (buckets === undefined || isGap(buckets) || !Object.hasOwn(buckets, name)) continue
    const found = buckets[name] ?? null
    if (found === null || isGap(found)) return found
    return {
      id: name,
      value: found,
      at: pointerTo('/accounts', owner, 'buckets', name),
      place: { account: owner, region },
    }
  }
  if (isGap(own)) return own
  const rest = own?.['*']
  return isGap(rest) ? rest : BUCKET_NOT_READ
}

/** Where its hosts are; a gap where nobody read it. */
export function regionOfBucket(bucket: Known<Placed<Bucket>>): Known<string> {
  return isGap(bucket) ? bucket : (bucket.value.region ?? BUCKET_NOT_READ)
}
