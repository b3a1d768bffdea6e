import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Route, RouteTable } from '../model/route-table.ts'
import { entriesOf, lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { type Block, blockOf } from './address-set.ts'
import { type AwsHost, isServiceOf } from './aws-host.ts'
import { inMap, oncePer } from './once.ts'
import { notThere, openFact, unresolved } from './open-fact.ts'
import { readPrefixList } from './prefix-list.ts'
import { covers, intersect, overlaps, type RangeSet, subtract, union } from './range-set.ts'
import { blocksOfVpc } from './vpc-subnet.ts'

/** The table that routes what leaves a subnet. */
export interface SubnetTable {
  /** Null: the main table as AWS makes it, with the local routes alone. */
  readonly id: string | null
  readonly at: Pointer
  readonly routes: readonly PlacedRoute[]
}

export interface PlacedRoute {
  readonly value: Route
  readonly at: Pointer
}

export const tableOf = oncePer((subnet: PlacedSubnet): SubnetTable | OpenFact => {
  const { vpc, value } = subnet
  const { routeTableId } = value
  if (routeTableId === undefined) return mainTable(subnet)
  if (isGap(routeTableId)) return openFact('route-table', subnet.id, pointerTo(subnet.at, 'routeTableId'), routeTableId)
  return tableNamed(vpc, routeTableId)
})

export function tableNamed(vpc: Placed<Vpc>, id: string): SubnetTable | OpenFact {
  const found = lookUpListed(vpc.value.routeTables, id)
  const at = pointerTo(vpc.at, 'routeTables', id)
  if (found === null || isGap(found)) return openFact('route-table', id, at, found ?? notThere(id))
  return tableWith(id, found, at)
}

function mainTable({ vpc, at: subnetAt }: PlacedSubnet): SubnetTable | OpenFact {
  const { entries, more } = entriesOf(vpc.value.routeTables)
  const at = pointerTo(vpc.at, 'routeTables')
  let hidden: Gap | null = more
  for (const [id, table] of entries) {
    if (isGap(table)) hidden ??= table
    else if (isGap(table.main)) hidden ??= table.main
    else if (table.main === true) return tableWith(id, table, pointerTo(at, id))
  }
  return hidden === null ? { id: null, at: subnetAt, routes: [] } : openFact('route-tables', vpc.id, at, hidden)
}

function tableWith(id: string, { routes }: RouteTable, at: Pointer): SubnetTable | OpenFact {
  const routesAt = pointerTo(at, 'routes')
  if (isGap(routes)) return openFact('route-table', id, routesAt, routes)
  return { id, at, routes: routes.map((value, position) => ({ value, at: pointerTo(routesAt, position) })) }
}

/** Part of the destination and the route that takes it; null: none does, and `local` is the VPC itself. */
export interface Portion {
  readonly within: RangeSet
  readonly route: PlacedRoute | 'local' | null
}

export interface Choice {
  readonly portions: readonly Portion[]
  /** Facts that could give the traffic to another route. */
  readonly facts: readonly OpenFact[]
}

/** The addresses that packets are bound for, and whether they belong to the VPC. */
export interface Bound {
  readonly within: RangeSet
  readonly inVpc: boolean
  /** The AWS service that they all belong to. */
  readonly service: AwsHost | null
}

interface Candidate {
  readonly route: PlacedRoute | 'local'
  /** Null: all that the packets are bound for. */
  readonly addresses: RangeSet | null
  readonly length: number
  /** Where prefixes are equally long: routes with a block, with a prefix list, learned by a VPN, the VPC's own. */
  readonly rank: number
}

/** A route of which is not known what it takes. */
interface LooseRoute {
  readonly route: PlacedRoute
  readonly fact: OpenFact
}

/**
 * The longest prefix decides. A route to the prefix list of an AWS service takes all of that service and nothing else;
 * those of gateway endpoints are left out.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function chooseRoute(world: World, vpc: Placed<Vpc>, table: SubnetTable, bound: Bound): Choice {
  const { candidates, loose } = readingFor(world, vpc, table, bound)
  const portions = portionsOf(bound.within, candidates)
  return { portions, facts: [...disputing(loose, portions), ...hiddenLocal(vpc, candidates, bound)] }
}

/** Facts of routes that could take a packet elsewhere. */
function disputing(loose: readonly LooseRoute[], portions: readonly Portion[]): readonly OpenFact[] {
  return loose
    .filter(({ route }) => !portions.every((portion) => sameTarget(portion.route, route)))
    .map(({ fact }) => fact)
}

function portionsOf(within: RangeSet, candidates: readonly Candidate[]): readonly Portion[] {
  if (within.length === 0) return []
  const portions: Portion[] = []
  let rest = within
  for (const { route, addresses } of candidates) {
    if (addresses === null || covers(addresses, rest)) {
      addPortion(portions, { within: rest, route })
      return portions
    }
    const taken = intersect(rest, addresses)
    if (taken.length === 0) continue
    addPortion(portions, { within: taken, route })
    rest = subtract(rest, addresses)
  }
  addPortion(portions, { within: rest, route: null })
  return portions
}

/** The routes of a table for one service, the one that decides first; the same for whatever packets are bound for. */
interface Reading {
  readonly candidates: readonly Candidate[]
  readonly loose: readonly LooseRoute[]
}

function readingFor(world: World, vpc: Placed<Vpc>, table: SubnetTable, { service, inVpc }: Bound): Reading {
  const name = service === null ? '' : `${service.service} ${service.region}`
  return inMap(readingsOf(table), inVpc ? `${name} in VPC` : name, () => read(world, vpc, table, service, inVpc))
}

const readingsOf = oncePer((_: SubnetTable) => new Map<string, Reading>())

function read(world: World, vpc: Placed<Vpc>, table: SubnetTable, service: AwsHost | null, inVpc: boolean): Reading {
  const loose: LooseRoute[] = []
  const candidates: Candidate[] = []
  for (const route of table.routes) candidates.push(...candidatesOf(world, vpc, route, service, loose))
  candidates.push(...localRoutes(vpc, inVpc))
  candidates.sort((left, right) => right.length - left.length || left.rank - right.rank)
  return { candidates, loose }
}

function addPortion(portions: Portion[], { within, route }: Portion): void {
  if (portions.length === 0) {
    portions.push({ within, route })
    return
  }
  const same = portions.findIndex((portion) => portion.route === route)
  const before = portions[same]
  if (before === undefined) portions.push({ within, route })
  else portions[same] = { route, within: union(before.within, within) }
}

function sameTarget(left: Portion['route'], { value }: PlacedRoute): boolean {
  if (left === null || isGap(value.target)) return false
  return left === 'local'
    ? value.target === 'local'
    : left.value.target === value.target && left.value.state === value.state
}

function candidatesOf(
  world: World,
  vpc: Placed<Vpc>,
  route: PlacedRoute,
  service: AwsHost | null,
  loose: LooseRoute[],
): readonly Candidate[] {
  const { destination } = route.value
  const hide = (gap: Gap) => {
    loose.push({ route, fact: openFact('route', String(isGap(destination) ? '?' : destination), route.at, gap) })
    return []
  }
  const block = blockOf(destination)
  if (block === null) return []
  if (!isGap(block)) return [candidate(route, block, leadsToVpn(route.value) ? 2 : 0)]
  if (isGap(destination)) return hide(destination)
  if (leadsToGatewayEndpoint(vpc, route.value)) return []
  if (!destination.startsWith('pl-')) return hide(unresolved(destination))
  const list = readPrefixList(world, vpc, destination)
  if (list.open !== null) return hide(list.open.gap)
  if (list.serviceName === null) return list.blocks.map((listed) => candidate(route, listed, 1))
  const takes = service === null ? false : isServiceOf(service, list.serviceName)
  if (takes === undefined) return hide(unresolved(list.serviceName))
  return takes ? [{ route, addresses: null, length: 32, rank: 1 }] : []
}

function candidate(route: Candidate['route'], { addresses, length }: Block, rank: number): Candidate {
  return { route, addresses, length, rank }
}

function leadsToVpn({ target }: Route): boolean {
  return !isGap(target) && target.startsWith('vgw-')
}

function leadsToGatewayEndpoint(vpc: Placed<Vpc>, { target }: Route): boolean {
  if (isGap(target)) return false
  const endpoint = lookUpListed(vpc.value.endpoints, target)
  return endpoint !== null && !isGap(endpoint) && endpoint.vpcEndpointType === 'Gateway'
}

function localRoutes(vpc: Placed<Vpc>, inVpc: boolean): readonly Candidate[] {
  const blocks = blocksOfVpc(vpc)
  if (isGap(blocks)) return inVpc ? [{ route: 'local', addresses: null, length: 32, rank: 3 }] : []
  const texts = isGap(vpc.value.cidrBlocks) ? [] : vpc.value.cidrBlocks
  return texts.flatMap((text): readonly Candidate[] => {
    const block = blockOf(text)
    return block === null || isGap(block) ? [] : [candidate('local', block, 3)]
  })
}

/**
 * Where the blocks of the VPC are not known, a route may be as long as they are: they have 16 to 28 bits.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
function hiddenLocal(
  vpc: Placed<Vpc>,
  candidates: readonly Candidate[],
  { within, inVpc }: Bound,
): readonly OpenFact[] {
  const blocks = blocksOfVpc(vpc)
  if (!inVpc || !isGap(blocks)) return []
  const rival = candidates.some(
    ({ route, addresses, length }) =>
      route !== 'local' &&
      route.value.target !== 'local' &&
      length >= 16 &&
      (addresses === null || overlaps(addresses, within)),
  )
  return rival ? [openFact('vpc', vpc.id, pointerTo(vpc.at, 'cidrBlocks'), blocks)] : []
}
