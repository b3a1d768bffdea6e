import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type Block, blockOf, blocksOf, publicSpace } from './address-set.ts'
import { type AwsHost, endpointServiceNames } from './aws-host.ts'
import type { Family } from './family.ts'
import type { Flow } from './flow.ts'
import { isOpen, openFact } from './open-fact.ts'
import { listsOfService, readPrefixList } from './prefix-list.ts'
import { covers, NOTHING, type RangeSet, union } from './range-set.ts'
import { leadsToGatewayEndpoint, type PlacedRoute, type SubnetTable } from './route-table.ts'

/** Blocks in the lists of AWS's services are longer than these. */
const SHORTEST: Record<Family, number> = { 4: 8, 6: 16 }

/**
 * What other routes take of the traffic of a gateway endpoint: their blocks are within those of the service, so their
 * prefix is longer than that of its list. Or the fact that hides whether one does.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function takenFromGateway(
  { world, service, family }: Flow,
  vpc: Placed<Vpc>,
  table: SubnetTable,
  { id }: Placed<VpcEndpoint>,
): RangeSet | OpenFact {
  if (service === null) return NOTHING
  const listed = () => blocksOfService(world, vpc, service, family)
  let taken: RangeSet = NOTHING
  for (const route of table.routes) {
    if (route.value.target === id || leadsToGatewayEndpoint(vpc, route.value)) continue
    const blocks = blocksTaken(world, vpc, table, route, family)
    if (isOpen(blocks)) return blocks
    for (const { addresses, length } of blocks) {
      if (length <= SHORTEST[family] || !covers(publicSpace(family), addresses)) continue
      const all = listed()
      if (isOpen(all)) return all
      if (covers(all, addresses)) taken = union(taken, addresses)
    }
  }
  return taken
}

function blocksTaken(
  world: Flow['world'],
  vpc: Placed<Vpc>,
  table: SubnetTable,
  { value: { destination }, at }: PlacedRoute,
  family: Family,
): readonly Block[] | OpenFact {
  if (!isGap(destination) && destination.startsWith('pl-')) {
    // Lists of AWS hold other services, or the same one and then as a whole.
    const { open, blocks } = readPrefixList(world, vpc, destination, family)
    return open ?? blocks
  }
  const block = blockOf(destination, family)
  if (isGap(block)) return openFact('route', String(table.id), pointerTo(at, 'destination'), block)
  return block === null ? [] : [block]
}

function blocksOfService(
  world: Flow['world'],
  vpc: Placed<Vpc>,
  service: AwsHost,
  family: Family,
): RangeSet | OpenFact {
  const lists = listsOfService(world, vpc, service)
  const all = lists.reduce((blocks: RangeSet, { list }) => {
    const own = blocksOf(list.cidrs, family)
    return isGap(own) ? blocks : union(blocks, own)
  }, NOTHING)
  if (all.length > 0) return all
  const at = pointerTo('/accounts', vpc.place.account, 'regions', vpc.place.region, 'prefixLists')
  const unread = lists.find(({ list }) => isGap(list.cidrs))
  if (unread !== undefined && isGap(unread.list.cidrs)) {
    return openFact('prefix-list', unread.id, pointerTo(at, unread.id, 'cidrs'), unread.list.cidrs)
  }
  return openFact('prefix-list', endpointServiceNames(service)[0] ?? '', at, NOT_READ)
}
