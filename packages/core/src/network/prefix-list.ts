import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PrefixList } from '../model/prefix-list.ts'
import type { Table } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { anywhere, type Block, blocksOf, parseBlock } from './address-set.ts'
import { type AwsHost, hasGatewayEndpoint, isServiceOf } from './aws-host.ts'
import type { Family } from './family.ts'
import { inMap, oncePer, oncePerFamily } from './once.ts'
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
export function readPrefixList(world: World, vpc: Placed<Vpc>, id: string, family: Family): PrefixListReading {
  return inMap(readingsFor(vpc, family), id, () => read(world, vpc, id, family))
}

const readingsFor = oncePerFamily((_: Placed<Vpc>) => new Map<string, PrefixListReading>())

function read(world: World, vpc: Placed<Vpc>, id: string, family: Family): PrefixListReading {
  const found = world.find('prefixLists', vpc.place, id)
  const at = pointerTo('/accounts', vpc.place.account, 'regions', vpc.place.region, 'prefixLists', id)
  if (found === null) return { ...EMPTY, at }
  if (isGap(found)) return { ...EMPTY, could: anywhere(family), open: openFact('prefix-list', id, at, found), at }
  const { prefixListName, cidrs } = found.value
  if (typeof prefixListName === 'string' && OF_AWS.test(prefixListName)) {
    return { serviceName: prefixListName, blocks: [], addresses: NOTHING, could: NOTHING, open: null, at }
  }
  const addresses = blocksOf(cidrs, family)
  if (isGap(addresses))
    return { ...EMPTY, could: anywhere(family), open: openFact('prefix-list', id, at, addresses), at }
  if (isGap(prefixListName)) {
    return { ...EMPTY, could: addresses, open: openFact('prefix-list', id, at, prefixListName), at }
  }
  const blocks = isGap(cidrs) ? [] : cidrs.flatMap((cidr) => blockIn(cidr, family))
  return { ...EMPTY, blocks, addresses, at }
}

function blockIn(cidr: string, family: Family): readonly Block[] {
  const block = parseBlock(cidr)
  return block?.family === family ? [block] : []
}

const EMPTY = { serviceName: null, blocks: [], addresses: NOTHING, could: NOTHING, open: null }

/** A prefix list of the snapshot whose name is known. */
interface NamedList {
  readonly id: string
  readonly name: string
  readonly list: PrefixList
}

/** The prefix lists of the service that the snapshot holds. */
export function listsOfService(world: World, vpc: Placed<Vpc>, service: AwsHost): readonly NamedList[] {
  return namedLists(world, vpc).filter(({ name }) => isServiceOf(service, name) === true)
}

/** Whether routes may name the addresses of the service by a prefix list. */
export function mayBeListed(world: World, vpc: Placed<Vpc>, service: AwsHost): boolean {
  return hasGatewayEndpoint(service) || namedLists(world, vpc).some(({ name }) => isServiceOf(service, name) !== false)
}

function namedLists(world: World, vpc: Placed<Vpc>): readonly NamedList[] {
  const lists = world.region(vpc.place)?.prefixLists
  return lists === undefined || isGap(lists) ? [] : namedIn(lists)
}

const namedIn = oncePer((lists: Table<PrefixList>): readonly NamedList[] =>
  Object.entries(lists).flatMap(([id, list]) => {
    if (list === null || isGap(list) || list.prefixListName === undefined || isGap(list.prefixListName)) return []
    return [{ id, name: list.prefixListName, list }]
  }),
)
