import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { anywhere, blocksOf, parseAnyAddress, publicSpace, toCidrs } from './address-set.ts'
import { type AwsHost, endpointServiceNames, hasGatewayEndpoint, isServiceOf } from './aws-host.ts'
import type { ListPeer } from './compile-groups.ts'
import { groupsOrDefault } from './default-group.ts'
import type { LocatedEndpoint } from './endpoint-directory.ts'
import type { Family } from './family.ts'
import type { Whereabouts } from './hop.ts'
import { intoNat64 } from './nat64.ts'
import { inMap, oncePerFamily } from './once.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import type { Peer } from './pass-groups.ts'
import { listsOfService } from './prefix-list.ts'
import { covers, intersect, NOTHING, type RangeSet, rangeSet, subtract } from './range-set.ts'
import { mayReferTo } from './references.ts'
import { addressesIn, blocksOfVpc, somewhereIn, subnetOf } from './vpc-subnet.ts'

/** Where the packets go, as the filters on the way see it. */
export interface Destination {
  readonly members: readonly Member[]
  readonly peer: Peer
  /** What rules would have to name: blocks, or a prefix list. */
  readonly words: () => readonly string[]
  /** The endpoint whose interfaces these are, and its groups. */
  readonly receiver: (LocatedEndpoint & { readonly groupIds: Known<readonly string[]> }) | null
  /** The name may stand for anything, in the VPC or outside. */
  readonly unknown: boolean
}

/** One of the addresses that the name may give: an interface of an endpoint, or the public host. */
export interface Member {
  readonly where: Whereabouts
  /** Null outside of the VPC. */
  readonly subnet: PlacedSubnet | OpenFact | null
}

/** The interfaces of an endpoint, as they are seen from a VPC: its own, or another. */
export function interfacesOf(world: World, from: Placed<Vpc>, located: LocatedEndpoint, family: Family): Destination {
  const { endpoint } = located
  return inMap(interfacesFrom(from, family), endpoint, () => findInterfaces(world, from, located, family))
}

const interfacesFrom = oncePerFamily((_: Placed<Vpc>) => new Map<Placed<VpcEndpoint>, Destination>())

function findInterfaces(
  world: World,
  from: Placed<Vpc>,
  { vpc, endpoint }: LocatedEndpoint,
  family: Family,
): Destination {
  const { subnetIds, privateIpAddresses, securityGroupIds } = endpoint.value
  const members = membersIn(vpc, endpoint, subnetIds ?? NOT_READ, privateIpAddresses, family)
  const groupIds = isGap(securityGroupIds) ? securityGroupIds : groupsOrDefault(vpc, securityGroupIds ?? [])
  const at = pointerTo(endpoint.at, 'securityGroupIds')
  const words = () => [...new Set(members.flatMap(({ where }) => toCidrs(where.within)))]
  const named = namedFrom(mayReferTo(world, from, vpc), groupIds)
  const receiver = { endpoint, vpc, groupIds }
  return { members, peer: { groupIds: named, at, isIn: () => false }, words, receiver, unknown: false }
}

/** The groups as rules of another VPC may name them. */
export function namedFrom(may: boolean | OpenFact, groupIds: Known<readonly string[]>): Known<readonly string[]> {
  if (may === true) return groupIds
  return may === false ? [] : may.gap
}

function membersIn(
  vpc: Placed<Vpc>,
  endpoint: Placed<VpcEndpoint>,
  subnetIds: Known<readonly string[]>,
  addresses: Known<readonly string[]> | undefined,
  family: Family,
): readonly Member[] {
  const at = pointerTo(endpoint.at, 'subnetIds')
  if (isGap(subnetIds)) return [unknownMember(vpc, openFact('endpoint', endpoint.id, at, subnetIds), family)]
  if (subnetIds.length === 0) {
    return [unknownMember(vpc, notModeled('endpoint', endpoint.id, at, 'endpoint-without-interfaces'), family)]
  }
  const known =
    addresses === undefined || isGap(addresses) ? [] : addresses.flatMap((text) => parseAnyAddress(text) ?? [])
  return subnetIds.map((id) => {
    const subnet = subnetOf(vpc, id)
    if (isOpen(subnet)) return unknownMember(vpc, subnet, family)
    const where = addressesIn(subnet, family)
    if (where === null) {
      return unknownMember(vpc, openFact('subnet', id, subnet.at, NOT_READ), family)
    }
    return { subnet, where: where.open === null ? { within: narrowed(where.within, known), open: null } : where }
  })
}

function unknownMember(vpc: Placed<Vpc>, fact: OpenFact, family: Family): Member {
  return { subnet: fact, where: somewhereIn(vpc, fact, family) }
}

/** An address tells of which interface it is by the block that holds it. */
function narrowed(block: RangeSet, addresses: readonly (number | bigint)[]): RangeSet {
  const [first] = block
  const own = addresses
    .filter((address) => typeof address === typeof first?.from)
    .map((address) => ({ from: address, to: address }))
    .filter((range) => covers(block, [range]))
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
  family: Family = 4,
): Destination {
  const { within, listIds } = service === null ? unlisted(vpc, family) : listedFor(world, vpc, service, family)
  const open = notModeled('host', host, vpc.at, 'public-addresses')
  const ids = routedLists.length === 0 ? listIds : [...new Set([...routedLists, ...listIds])]
  const isIn = (list: ListPeer) => service !== null && holds(world, vpc, list, service, ids, family)
  return {
    members: [{ where: { within, open }, subnet: null }],
    peer: { groupIds: [], at: vpc.at, isIn },
    words: () => wordsOf(service, ids, family),
    receiver: null,
    unknown: false,
  }
}

/** The same host under the addresses that a NAT gateway translates from IPv6. */
export function throughNat64(destination: Destination): Destination {
  const members = destination.members.map(({ where, subnet }) => ({
    where: { within: intoNat64(where.within), open: where.open },
    subnet,
  }))
  // No prefix list holds such addresses.
  const peer = { groupIds: [], at: destination.peer.at, isIn: () => false }
  return { ...destination, members, words: () => ['64:ff9b::/96'], peer }
}

/** Where the hosts of a service are, and the prefix lists that say so. */
interface Listed {
  readonly within: RangeSet
  readonly listIds: readonly string[]
}

function listedFor(world: World, vpc: Placed<Vpc>, service: AwsHost, family: Family): Listed {
  if (!hasGatewayEndpoint(service)) return unlisted(vpc, family)
  return inMap(listedIn(vpc, family), `${service.service} ${service.region}`, () => {
    const lists = listsOfService(world, vpc, service)
    const outside = publicSpaceOutside(vpc, family)
    const listed = lists
      .map(({ list }) => blocksOf(list.cidrs, family))
      .map((addresses) => (isGap(addresses) ? NOTHING : intersect(addresses, outside)))
      .find(({ length }) => length > 0)
    const ofFamily = lists.filter(({ list }) => mayHold(list.cidrs, family) !== false)
    return { within: listed ?? outside, listIds: [...new Set(ofFamily.map(({ id }) => id))] }
  })
}

const listedIn = oncePerFamily((_: Placed<Vpc>) => new Map<string, Listed>())

const unlisted = oncePerFamily(
  (vpc: Placed<Vpc>, family): Listed => ({ within: publicSpaceOutside(vpc, family), listIds: [] }),
)

/**
 * Whether a prefix list of AWS is of the family; of one whose blocks are not read nobody knows, but that those of
 * services hold IPv4 where they were not made for IPv6.
 */
function mayHold(cidrs: Known<readonly string[]>, family: Family): boolean | undefined {
  const addresses = blocksOf(cidrs, family)
  if (isGap(addresses)) return family === 4 ? true : undefined
  return addresses.length > 0 || (!isGap(cidrs) && cidrs.length === 0 && family === 4)
}

function holds(
  world: World,
  vpc: Placed<Vpc>,
  { id, name }: ListPeer,
  service: AwsHost,
  listIds: readonly string[],
  family: Family,
): boolean | undefined {
  const ofService = listIds.includes(id) ? true : name === null ? false : isServiceOf(service, name)
  if (ofService === false) return false
  const list = world.find('prefixLists', vpc.place, id)
  const inFamily = list === null || isGap(list) ? (family === 4 ? true : undefined) : mayHold(list.value.cidrs, family)
  return inFamily === true ? ofService : inFamily
}

const publicBlocks = oncePerFamily((vpc: Placed<Vpc>, family): RangeSet => {
  const blocks = blocksOfVpc(vpc, family)
  return isGap(blocks) ? NOTHING : intersect(blocks, publicSpace(family))
})

/** The blocks of the VPC that are public address space: what has such an address outside cannot be reached from it. */
export function publicBlocksOf(vpc: Placed<Vpc>): RangeSet {
  return publicBlocks(vpc, 4)
}

const publicSpaceOutside = oncePerFamily((vpc: Placed<Vpc>, family): RangeSet => {
  const own = publicBlocks(vpc, family)
  return own.length === 0 ? publicSpace(family) : subtract(publicSpace(family), own)
})

function wordsOf(service: AwsHost | null, listIds: readonly string[], family: Family): readonly string[] {
  if (service === null || !hasGatewayEndpoint(service)) return [family === 4 ? '0.0.0.0/0' : '::/0']
  return listIds.length > 0 ? listIds : endpointServiceNames(service).slice(0, 1)
}

/** A host that is given by its addresses. */
export function givenAddresses(vpc: Placed<Vpc>, addresses: readonly (number | bigint)[]): Destination {
  const within = rangeSet(addresses.map((address) => ({ from: address, to: address })))
  const family = typeof addresses[0] === 'bigint' ? 6 : 4
  // Rules that name a group mean addresses inside of VPCs: nobody read which groups such a host has.
  const groupIds = covers(publicSpaceOutside(vpc, family), within) ? [] : NOT_READ
  const peer = { groupIds, at: vpc.at, isIn: () => false }
  return {
    members: [{ where: { within, open: null }, subnet: null }],
    peer,
    words: () => toCidrs(within),
    receiver: null,
    unknown: false,
  }
}

/** A host whose name may stand for anything, in the VPC or outside. */
export function unknownHost(vpc: Placed<Vpc>, fact: OpenFact, family: Family = 4): Destination {
  return {
    members: [{ where: { within: anywhere(family), open: fact }, subnet: fact }],
    peer: { groupIds: fact.gap, at: vpc.at, isIn: () => undefined },
    words: () => [family === 4 ? '0.0.0.0/0' : '::/0'],
    receiver: null,
    unknown: true,
  }
}
