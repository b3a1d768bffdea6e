import { isGap, type Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, World } from '../model/world.ts'
import { parseAddress } from './address-set.ts'
import { inMap, oncePer } from './once.ts'
import { isOpen } from './open-fact.ts'
import { covers, overlaps, rangeSet } from './range-set.ts'
import { endpointsOf } from './vpc-endpoints.ts'
import { addressesIn, blocksOfVpc, subnetOf } from './vpc-subnet.ts'

/** An endpoint and the VPC in which its interfaces are. */
export interface LocatedEndpoint {
  readonly endpoint: Placed<VpcEndpoint>
  readonly vpc: Placed<Vpc>
}

/** The endpoints of all VPCs, by id and by the addresses of their interfaces. */
interface Directory {
  readonly byId: ReadonlyMap<string, Known<LocatedEndpoint>>
  readonly byAddress: ReadonlyMap<number, readonly LocatedEndpoint[]>
}

const directoryOf = oncePer((world: World): Directory => {
  const byId = new Map<string, Known<LocatedEndpoint>>()
  const byAddress = new Map<number, LocatedEndpoint[]>()
  for (const vpc of world.vpcs) {
    for (const { id, endpoint } of endpointsOf(vpc).all) {
      if (isGap(endpoint)) {
        if (!byId.has(id)) byId.set(id, endpoint)
        continue
      }
      const located = { endpoint, vpc }
      byId.set(id, located)
      addAddresses(byAddress, located)
    }
  }
  return { byId, byAddress }
})

function addAddresses(byAddress: Map<number, LocatedEndpoint[]>, located: LocatedEndpoint): void {
  const { id, value } = located.endpoint
  const { privateIpAddresses = [] } = value
  for (const text of isGap(privateIpAddresses) ? [] : privateIpAddresses) {
    const address = parseAddress(text)
    if (address === null) continue
    const others = byAddress.get(address)
    if (others === undefined) byAddress.set(address, [located])
    // An owner and those with whom it shares a VPC each list it.
    else if (others.every(({ endpoint }) => endpoint.id !== id)) others.push(located)
  }
}

/**
 * The endpoint that a name of its own (`vpce-0123-abcd.ecr.api.us-east-1.vpce.amazonaws.com`, with the zone behind
 * `abcd` or without) says: null where the name is none, undefined where the snapshot does not hold the endpoint.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#interface-endpoint-dns-hostnames
 */
export function endpointNamed(world: World, vpc: Placed<Vpc>, name: string): Known<LocatedEndpoint> | null | undefined {
  if (!name.includes('.vpce.')) return null
  const label = name.split('.').find((each) => each.startsWith('vpce-'))
  if (label === undefined) return null
  const { byId } = directoryOf(world)
  const longest = label.slice(0, LONGEST_LABEL)
  for (let end = longest.lastIndexOf('-'); end > 'vpce'.length; end = longest.lastIndexOf('-', end - 1)) {
    const id = longest.slice(0, end)
    const found = byId.get(id)
    if (found === undefined) continue
    const own = endpointsOf(vpc).all.find((each) => each.id === id)?.endpoint
    return own === undefined || isGap(own) ? found : { endpoint: own, vpc }
  }
  return undefined
}

const LONGEST_LABEL = 63

/** The endpoint that has all the addresses, as the VPC sees them; null where none surely has. */
export function endpointAt(world: World, vpc: Placed<Vpc>, addresses: readonly number[]): LocatedEndpoint | null {
  const { byAddress } = directoryOf(world)
  const own = blocksOfVpc(vpc)
  if (isGap(own)) return null
  let one: LocatedEndpoint | null = null
  for (const address of addresses) {
    const found = byAddress.get(address) ?? []
    const inside = covers(own, [{ from: address, to: address }])
    const [only, other] = inside ? found.filter((each) => each.vpc === vpc) : found
    if (only === undefined || other !== undefined || (one !== null && one.endpoint !== only.endpoint)) return null
    one = only
  }
  return one
}

/** Of the interfaces of an endpoint those that have the addresses, as far as their subnets tell: the rest is not asked. */
export function onlyAt(located: LocatedEndpoint, addresses: readonly number[]): LocatedEndpoint {
  return inMap(narrowedOf(located.endpoint), addresses.join(), () => narrowed(located, addresses))
}

const narrowedOf = oncePer((_: Placed<VpcEndpoint>) => new Map<string, LocatedEndpoint>())

function narrowed(located: LocatedEndpoint, addresses: readonly number[]): LocatedEndpoint {
  const { endpoint, vpc } = located
  const { subnetIds = [], privateIpAddresses = [] } = endpoint.value
  if (isGap(subnetIds) || isGap(privateIpAddresses)) return located
  const asked = rangeSet(addresses.map((address) => ({ from: address, to: address })))
  const blocks = subnetIds.map((id) => {
    const subnet = subnetOf(vpc, id)
    const block = isOpen(subnet) ? null : addressesIn(subnet, 4)
    return block !== null && block.open === null && overlaps(block.within, asked) ? block.within : []
  })
  if (!covers(rangeSet(blocks.flat()), asked)) return located
  const value = {
    ...endpoint.value,
    subnetIds: subnetIds.filter((_, position) => blocks[position]?.length !== 0),
    privateIpAddresses: privateIpAddresses.filter((text) => addresses.includes(parseAddress(text) ?? -1)),
  }
  return { endpoint: { ...endpoint, value }, vpc }
}
