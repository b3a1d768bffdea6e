import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Route, RouteTable } from '../model/route-table.ts'
import { entriesOf, lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { type Block, blockOf, publicSpace } from './address-set.ts'
import { type AwsHost, isServiceOf } from './aws-host.ts'
import type { Family } from './family.ts'
import { type Candidate, inOrder, shareOut, type Taken } from './longest-prefix.ts'
import { inMap, oncePer, oncePerFamily, oncePerKey } from './once.ts'
import { notThere, openFact, unresolved } from './open-fact.ts'
import { readPrefixList } from './prefix-list.ts'
import { covers, overlaps, type RangeSet } from './range-set.ts'
import { blocksOfVpc } from './vpc-subnet.ts'

/** The table that routes what leaves a subnet, or a regional NAT gateway. */
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
  return tableById(vpc, routeTableId)
})

export const tableById = oncePerKey((vpc: Placed<Vpc>, id): SubnetTable | OpenFact => {
  const found = lookUpListed(vpc.value.routeTables, id)
  const at = pointerTo(vpc.at, 'routeTables', id)
  return found === null || isGap(found)
    ? openFact('route-table', id, at, found ?? notThere(id))
    : tableWith(id, found, at)
})

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
export type Portion = Taken<PlacedRoute | 'local'>

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
  readonly family: Family
}

/** Ranked where prefixes are equally long: routes with a block, with a prefix list, learned by a VPN, the VPC's own. */
type RouteCandidate = Candidate<PlacedRoute | 'local'>

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
  const portions = shareOut(bound.within, candidates)
  return { portions, facts: [...disputing(loose, portions), ...hiddenLocal(vpc, candidates, bound)] }
}

/** Facts of routes that could take a packet elsewhere. */
function disputing(loose: readonly LooseRoute[], portions: readonly Portion[]): readonly OpenFact[] {
  return loose
    .filter(({ route }) => !portions.every((portion) => sameTarget(portion.route, route)))
    .map(({ fact }) => fact)
}

/** The routes of a table for one service, the one that decides first; the same for whatever packets are bound for. */
interface Reading {
  readonly candidates: readonly RouteCandidate[]
  readonly loose: readonly LooseRoute[]
}

function readingFor(world: World, vpc: Placed<Vpc>, table: SubnetTable, bound: Bound): Reading {
  const { service, inVpc, family } = bound
  const name = service === null ? '' : `${service.service} ${service.region}`
  return inMap(readingsOf(table, family), inVpc ? `${name} in VPC` : name, () => read(world, vpc, table, bound))
}

const readingsOf = oncePerFamily((_: SubnetTable) => new Map<string, Reading>())

function read(world: World, vpc: Placed<Vpc>, table: SubnetTable, bound: Bound): Reading {
  const loose: LooseRoute[] = []
  const candidates: RouteCandidate[] = []
  for (const route of table.routes) candidates.push(...candidatesOf(world, vpc, route, bound, loose))
  candidates.push(...localRoutes(vpc, bound))
  return { candidates: inOrder(candidates), loose }
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
  { service, family }: Bound,
  loose: LooseRoute[],
): readonly RouteCandidate[] {
  const { destination } = route.value
  const hide = (gap: Gap) => {
    loose.push({ route, fact: openFact('route', String(isGap(destination) ? '?' : destination), route.at, gap) })
    return []
  }
  const block = blockOf(destination, family)
  if (block === null) return []
  if (!isGap(block)) return [candidate(route, block, leadsToVpn(route.value) ? 2 : 0)]
  if (isGap(destination)) return hide(destination)
  if (leadsToGatewayEndpoint(vpc, route.value)) return []
  if (!destination.startsWith('pl-')) return hide(unresolved(destination))
  const list = readPrefixList(world, vpc, destination, family)
  if (list.open !== null) return hide(list.open.gap)
  if (list.serviceName === null) return list.blocks.map((listed) => candidate(route, listed, 1))
  const takes = service === null ? false : isServiceOf(service, list.serviceName)
  if (takes === undefined) return hide(unresolved(list.serviceName))
  return takes ? [{ route, addresses: null, length: bitsOf(family), rank: 1 }] : []
}

function candidate(route: RouteCandidate['route'], { addresses, length }: Block, rank: number): RouteCandidate {
  return { route, addresses, length, rank }
}

function leadsToVpn({ target }: Route): boolean {
  return !isGap(target) && target.startsWith('vgw-')
}

export function leadsToGatewayEndpoint(vpc: Placed<Vpc>, { target }: Route): boolean {
  if (isGap(target)) return false
  const endpoint = lookUpListed(vpc.value.endpoints, target)
  return endpoint !== null && !isGap(endpoint) && endpoint.vpcEndpointType === 'Gateway'
}

function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128
}

function localRoutes(vpc: Placed<Vpc>, { inVpc, family }: Bound): readonly RouteCandidate[] {
  const blocks = blocksOfVpc(vpc, family)
  if (isGap(blocks)) return inVpc ? [{ route: 'local', addresses: null, length: bitsOf(family), rank: 3 }] : []
  const texts = isGap(vpc.value.cidrBlocks) ? [] : vpc.value.cidrBlocks
  return texts.flatMap((text): readonly RouteCandidate[] => {
    const block = blockOf(text, family)
    return block === null || isGap(block) ? [] : [candidate('local', block, 3)]
  })
}

/**
 * Where the blocks of the VPC are not known, a route may be as long as they are: they have 16 to 28 bits. And what is no
 * public address may be the VPC's.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
function hiddenLocal(
  vpc: Placed<Vpc>,
  candidates: readonly RouteCandidate[],
  { within, inVpc, family }: Bound,
): readonly OpenFact[] {
  const blocks = blocksOfVpc(vpc, family)
  if (!isGap(blocks)) return []
  const fact = openFact('vpc', vpc.id, pointerTo(vpc.at, 'cidrBlocks'), blocks)
  if (!inVpc) return covers(publicSpace(family), within) ? [] : [fact]
  const rival = candidates.some(
    ({ route, addresses, length }) =>
      route !== 'local' &&
      route.value.target !== 'local' &&
      length >= 16 &&
      (addresses === null || overlaps(addresses, within)),
  )
  return rival ? [fact] : []
}
