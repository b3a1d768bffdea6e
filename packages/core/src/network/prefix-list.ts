import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { ANYWHERE, type Block, blocksOf, parseBlock } from './address-set.ts'
import { openFact } from './open-fact.ts'
import { NOTHING, type RangeSet } from './range-set.ts'

export interface PrefixListReading {
  /** The name of the AWS service whose addresses it holds; null for any other list. */
  readonly serviceName: string | null
  /** What it surely holds. */
  readonly blocks: readonly Block[]
  readonly addresses: RangeSet
  /** The addresses that it may hold where `open` is not null. */
  readonly could: RangeSet
  readonly open: OpenFact | null
  readonly at: Pointer
}

/** `com.amazonaws.ap-northeast-1.s3`, `cn.com.amazonaws.cn-north-1.s3`, `com.amazonaws.global.cloudfront.origin-facing` */
const OF_AWS = /^([a-z]+\.)?(com|eu)\.amazonaws\./

/** A prefix list by its id, as the Region of the VPC knows it. */
export function readPrefixList(world: World, vpc: Placed<Vpc>, id: string): PrefixListReading {
  const found = world.find('prefixLists', vpc.place, id)
  const at = pointerTo('/accounts', vpc.place.account, 'regions', vpc.place.region, 'prefixLists', id)
  if (found === null) return { ...EMPTY, at }
  if (isGap(found)) return { ...EMPTY, could: ANYWHERE, open: openFact('prefix-list', id, at, found), at }
  const { prefixListName, cidrs } = found.value
  if (prefixListName !== undefined && !isGap(prefixListName) && OF_AWS.test(prefixListName)) {
    return { ...EMPTY, serviceName: prefixListName, at }
  }
  const addresses = blocksOf(cidrs)
  if (isGap(addresses)) return { ...EMPTY, could: ANYWHERE, open: openFact('prefix-list', id, at, addresses), at }
  if (isGap(prefixListName)) {
    return { ...EMPTY, could: addresses, open: openFact('prefix-list', id, at, prefixListName), at }
  }
  const blocks = isGap(cidrs) ? [] : cidrs.flatMap((cidr) => parseBlock(cidr) ?? [])
  return { ...EMPTY, blocks, addresses, at }
}

const EMPTY = { serviceName: null, blocks: [], addresses: NOTHING, could: NOTHING, open: null }
