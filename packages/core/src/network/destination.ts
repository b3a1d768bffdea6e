import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { ANYWHERE, blocksOf, PUBLIC, parseAddress, toCidrs } from './address-set.ts'
import { type AwsHost, endpointServiceNames, hasGatewayEndpoint, isServiceOf } from './aws-host.ts'
import type { ListPeer } from './compile-groups.ts'
import { groupsOrDefault } from './default-group.ts'
import type { Whereabouts } from './hop.ts'
import { inMap, oncePer } from './once.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import type { Peer } from './pass-groups.ts'
import { listsOfService } from './prefix-list.ts'
import { covers, intersect, NOTHING, type RangeSet, rangeSet, subtract } from './range-set.ts'
import { addressesIn, blocksOfVpc, somewhereIn, subnetOf } from './vpc-subnet.ts'

/** Where the packets go, as the filters on the way see it. */
export interface Destination {
  readonly members: readonly Member[]
  readonly peer: Peer
  /** What rules would have to name: blocks, or a prefix list. */
  readonly words: () => readonly string[]
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
  return inMap(interfacesIn(vpc), endpoint, () => findInterfaces(vpc, endpoint))
}

const interfacesIn = oncePer((_: Placed<Vpc>) => new Map<Placed<VpcEndpoint>, Destination>())

function findInterfaces(vpc: Placed<Vpc>, endpoint: Placed<VpcEndpoint>): Destination {
  const { subnetIds, privateIpAddresses, securityGroupIds } = endpoint.value
  const members = membersIn(vpc, endpoint, subnetIds ?? NOT_READ, privateIpAddresses)
  const groupIds = isGap(securityGroupIds) ? securityGroupIds : groupsOrDefault(vpc, securityGroupIds ?? [])
  const peer = { groupIds, at: pointerTo(endpoint.at, 'securityGroupIds'), isIn: () => false }
  const words = () => [...new Set(members.flatMap(({ where }) => toCidrs(where.within)))]
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
  const own = addresses.map((address) => ({ from: address, to: address })).filter((range) => covers(block, [range]))
  const inside = rangeSet(own)
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
  const { within, listIds } = service === null ? unlisted(vpc) : listedFor(world, vpc, service)
  const open = notModeled('host', host, vpc.at, 'public-addresses')
  const ids = routedLists.length === 0 ? listIds : [...new Set([...routedLists, ...listIds])]
  return {
    members: [{ where: { within, open }, subnet: null }],
    peer: { groupIds: [], at: vpc.at, isIn: (list) => service !== null && holds(list, service, ids) },
    words: () => wordsOf(service, ids),
    receiver: null,
    unknown: false,
  }
}

/** Where the hosts of a service are, and the prefix lists that say so. */
interface Listed {
  readonly within: RangeSet
  readonly listIds: readonly string[]
}

function listedFor(world: World, vpc: Placed<Vpc>, service: AwsHost): Listed {
  if (!hasGatewayEndpoint(service)) return unlisted(vpc)
  return inMap(listedIn(vpc), `${service.service} ${service.region}`, () => {
    const lists = listsOfService(world, vpc, service)
    const listed = lists.map(({ list }) => blocksOf(list.cidrs)).find((addresses) => !isGap(addresses))
    const outside = publicSpaceOutside(vpc)
    const within = listed === undefined || isGap(listed) ? NOTHING : intersect(listed, outside)
    return { within: within.length === 0 ? outside : within, listIds: [...new Set(lists.map(({ id }) => id))] }
  })
}

const listedIn = oncePer((_: Placed<Vpc>) => new Map<string, Listed>())

const unlisted = oncePer((vpc: Placed<Vpc>): Listed => ({ within: publicSpaceOutside(vpc), listIds: [] }))

function holds({ id, name }: ListPeer, service: AwsHost, listIds: readonly string[]): boolean | undefined {
  if (listIds.includes(id)) return true
  return name === null ? false : isServiceOf(service, name)
}

/** The blocks of the VPC that are public address space: what has such an address outside cannot be reached from it. */
export const publicBlocksOf = oncePer((vpc: Placed<Vpc>): RangeSet => {
  const blocks = blocksOfVpc(vpc)
  return isGap(blocks) ? NOTHING : intersect(blocks, PUBLIC)
})

const publicSpaceOutside = oncePer((vpc: Placed<Vpc>): RangeSet => {
  const own = publicBlocksOf(vpc)
  return own.length === 0 ? PUBLIC : subtract(PUBLIC, own)
})

function wordsOf(service: AwsHost | null, listIds: readonly string[]): readonly string[] {
  if (service === null || !hasGatewayEndpoint(service)) return ['0.0.0.0/0']
  return listIds.length > 0 ? listIds : endpointServiceNames(service).slice(0, 1)
}

/** A host that is given by its addresses. */
export function givenAddresses(vpc: Placed<Vpc>, addresses: readonly number[]): Destination {
  const within = rangeSet(addresses.map((address) => ({ from: address, to: address })))
  const peer = { groupIds: [], at: vpc.at, isIn: () => false }
  return {
    members: [{ where: { within, open: null }, subnet: null }],
    peer,
    words: () => toCidrs(within),
    receiver: null,
    unknown: false,
  }
}

/** A host whose name may stand for anything, in the VPC or outside. */
export function unknownHost(vpc: Placed<Vpc>, fact: OpenFact): Destination {
  return {
    members: [{ where: { within: ANYWHERE, open: fact }, subnet: fact }],
    peer: { groupIds: fact.gap, at: vpc.at, isIn: () => undefined },
    words: () => ['0.0.0.0/0'],
    receiver: null,
    unknown: true,
  }
}
