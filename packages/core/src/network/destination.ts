import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PrefixList } from '../model/prefix-list.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { ANYWHERE, blocksOf, PUBLIC, parseAddress, toCidrs } from './address-set.ts'
import { type AwsHost, endpointServiceNames, hasGatewayEndpoint, isServiceOf } from './aws-host.ts'
import { groupsOrDefault } from './default-group.ts'
import type { Whereabouts } from './hop.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import type { Peer } from './pass-groups.ts'
import { intersect, NOTHING, type RangeSet, rangeSet, subtract } from './range-set.ts'
import { addressesIn, somewhereIn, subnetOf } from './vpc-subnet.ts'

/** Where the packets go, as the filters on the way see it. */
export interface Destination {
  readonly members: readonly Member[]
  readonly peer: Peer
  /** What rules would have to name: blocks, or a prefix list. */
  readonly words: readonly string[]
  /** The endpoint whose interfaces these are. */
  readonly receiver: Placed<VpcEndpoint> | null
  /** The name may stand for anything, in the VPC or outside. */
  readonly unknown: boolean
}

/** One of the addresses that the name may give: an interface of an endpoint, or the public host. */
export interface Member {
  readonly where: Whereabouts
  /** Null outside of the VPC. */
  readonly subnet: PlacedSubnet | OpenFact | null
}

export function interfacesOf(vpc: Placed<Vpc>, endpoint: Placed<VpcEndpoint>): Destination {
  const { subnetIds, privateIpAddresses, securityGroupIds } = endpoint.value
  const members = membersIn(vpc, endpoint, subnetIds ?? NOT_READ, privateIpAddresses)
  const groupIds = isGap(securityGroupIds) ? securityGroupIds : groupsOrDefault(vpc, securityGroupIds ?? [])
  const peer = { groupIds, at: pointerTo(endpoint.at, 'securityGroupIds'), isIn: () => false }
  const words = [...new Set(members.flatMap(({ where }) => toCidrs(where.within)))]
  return { members, peer, words, receiver: endpoint, unknown: false }
}

function membersIn(
  vpc: Placed<Vpc>,
  endpoint: Placed<VpcEndpoint>,
  subnetIds: Known<readonly string[]>,
  addresses: Known<readonly string[]> | undefined,
): readonly Member[] {
  const at = pointerTo(endpoint.at, 'subnetIds')
  if (isGap(subnetIds)) return [unknownMember(vpc, openFact('endpoint', endpoint.id, at, subnetIds))]
  if (subnetIds.length === 0) {
    return [unknownMember(vpc, notModeled('endpoint', endpoint.id, at, 'endpoint-without-interfaces'))]
  }
  const known = addresses === undefined || isGap(addresses) ? [] : addresses.flatMap((text) => parseAddress(text) ?? [])
  return subnetIds.map((id) => {
    const subnet = subnetOf(vpc, id)
    if (isOpen(subnet)) return unknownMember(vpc, subnet)
    const where = addressesIn(subnet)
    if (isOpen(where)) return unknownMember(vpc, where)
    return { subnet, where: where.open === null ? { within: narrowed(where.within, known), open: null } : where }
  })
}

function unknownMember(vpc: Placed<Vpc>, fact: OpenFact): Member {
  return { subnet: fact, where: somewhereIn(vpc, fact) }
}

/** An address tells of which interface it is by the block that holds it. */
function narrowed(block: RangeSet, addresses: readonly number[]): RangeSet {
  const inside = intersect(block, rangeSet(addresses.map((address) => ({ from: address, to: address }))))
  return inside.length === 1 ? inside : block
}

/** A public host: somewhere on the internet, or in what AWS lists for its service in the Region. */
export function publicHost(
  world: World,
  vpc: Placed<Vpc>,
  host: string,
  service: AwsHost | null,
  routedLists: readonly string[],
): Destination {
  const unknown = notModeled('host', host, vpc.at, 'public-addresses')
  const lists = service === null || !hasGatewayEndpoint(service) ? [] : listsOf(world, vpc, service)
  const listed = lists.map(([, list]) => blocksOf(list.cidrs)).find((addresses) => !isGap(addresses))
  const outside = subtract(PUBLIC, publicBlocksOf(vpc))
  const within = listed === undefined || isGap(listed) ? NOTHING : intersect(listed, outside)
  const listIds = [...new Set([...routedLists, ...lists.map(([id]) => id)])]
  return {
    members: [{ where: { within: within.length === 0 ? outside : within, open: unknown }, subnet: null }],
    peer: {
      groupIds: [],
      at: vpc.at,
      isIn: ({ id, name }) => {
        if (service === null) return false
        if (listIds.includes(id)) return true
        return name === null ? false : isServiceOf(service, name)
      },
    },
    words: wordsOf(service, listIds),
    receiver: null,
    unknown: false,
  }
}

/** The blocks of the VPC that are public address space: what has such an address outside cannot be reached from it. */
export function publicBlocksOf({ value: { cidrBlocks } }: Placed<Vpc>): RangeSet {
  const blocks = blocksOf(cidrBlocks)
  return isGap(blocks) ? NOTHING : intersect(blocks, PUBLIC)
}

function wordsOf(service: AwsHost | null, listIds: readonly string[]): readonly string[] {
  if (service === null || !hasGatewayEndpoint(service)) return ['0.0.0.0/0']
  return listIds.length > 0 ? listIds : endpointServiceNames(service).slice(0, 1)
}

/** The prefix lists of the service that the snapshot holds. */
function listsOf(world: World, vpc: Placed<Vpc>, service: AwsHost): readonly (readonly [string, PrefixList])[] {
  const lists = world.region(vpc.place)?.prefixLists
  if (lists === undefined || isGap(lists)) return []
  return Object.entries(lists).flatMap(([id, list]) => {
    if (list === null || isGap(list) || list.prefixListName === undefined || isGap(list.prefixListName)) return []
    return isServiceOf(service, list.prefixListName) === true ? [[id, list] as const] : []
  })
}

/** A host that is given by its address. */
export function givenAddress(vpc: Placed<Vpc>, address: number): Destination {
  const within = [{ from: address, to: address }]
  const peer = { groupIds: [], at: vpc.at, isIn: () => false }
  return {
    members: [{ where: { within, open: null }, subnet: null }],
    peer,
    words: toCidrs(within),
    receiver: null,
    unknown: false,
  }
}

/** A host whose name may stand for anything, in the VPC or outside. */
export function unknownHost(vpc: Placed<Vpc>, fact: OpenFact): Destination {
  return {
    members: [{ where: { within: ANYWHERE, open: fact }, subnet: fact }],
    peer: { groupIds: fact.gap, at: vpc.at, isIn: () => undefined },
    words: ['0.0.0.0/0'],
    receiver: null,
    unknown: true,
  }
}
