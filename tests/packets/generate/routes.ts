import type { Route } from '@farsight/core'
import { blockAround, familyOf, holds } from '../address.ts'
import type { Random } from '../random.ts'
import { OTHER_HOST, S3_BLOCKS } from './addresses.ts'
import type { Blueprint, VpcBlueprint } from './blueprint.ts'
import type { Feature } from './features.ts'
import { subnetsOfTier } from './subnets.ts'

/** Gateways as they should be, mostly, and the routes to them. */
export function addGateways(random: Random, vpc: VpcBlueprint, prefix: string): void {
  const igw = `igw-${prefix}1`
  vpc.internetGateways[igw] = random.chance(0.04) ? { state: 'detached' } : {}
  const [firstPublic, ...otherPublic] = subnetsOfTier(vpc, 'public')
  if (firstPublic === undefined) return
  vpc.natGateways[`nat-${prefix}1`] = { subnetId: firstPublic }
  const second = otherPublic[0]
  if (second !== undefined && random.chance(0.5)) vpc.natGateways[`nat-${prefix}2`] = { subnetId: second }
  for (const [id, table] of Object.entries(vpc.routeTables)) {
    if (id.includes('public')) table.routes.push({ destination: '0.0.0.0/0', target: igw })
    if (id.includes('private')) {
      table.routes.push({ destination: '0.0.0.0/0', target: random.anyOf(Object.keys(vpc.natGateways)) ?? igw })
    }
  }
  disturbGateways(random, vpc)
}

function disturbGateways(random: Random, vpc: VpcBlueprint): void {
  for (const [id, gateway] of Object.entries(vpc.natGateways)) {
    if (random.chance(0.06)) gateway.state = random.pick(['failed', 'deleted', 'deleting', 'pending'])
    if (random.chance(0.05)) delete vpc.natGateways[id]
    if (random.chance(0.08)) gateway.subnetId = random.anyOf(Object.keys(vpc.subnets)) ?? ''
  }
}

/** Routes that make the longest prefix matter: halves of the world, a host's own block, a list, a black hole. */
export function addOddRoutes(
  random: Random,
  { hosts }: Blueprint,
  vpc: VpcBlueprint,
  features: ReadonlySet<Feature>,
): void {
  const addresses = Object.values(hosts)
    .flat()
    .filter((each) => features.has('route-inside-s3') || !S3_BLOCKS.some((block) => holds(block, each)))
  for (const table of Object.values(vpc.routeTables)) {
    if (table.routes.length > 0 && random.chance(0.06)) table.routes.length = 0
    if (random.chance(0.35)) {
      const address = random.anyOf(addresses) ?? '1.1.1.1'
      const length = familyOf(address) === 4 ? random.pick([8, 13, 20, 24, 32]) : random.pick([32, 48, 128])
      addRoute(table.routes, { destination: blockAround(address, length), ...aTarget(random, vpc, familyOf(address)) })
    }
    if (random.chance(0.1)) {
      for (const destination of ['0.0.0.0/1', '128.0.0.0/1'])
        addRoute(table.routes, { destination, ...aTarget(random, vpc, 4) })
    }
    if (random.chance(0.15)) addRoute(table.routes, { destination: 'pl-partners', ...aTarget(random, vpc, 4) })
    if (random.chance(0.1)) addRoute(table.routes, { destination: '192.168.0.0/16', ...aTarget(random, vpc, 4) })
    table.routes.splice(0, table.routes.length, ...random.shuffled(table.routes))
  }
}

/** A table has one route to a destination. */
function addRoute(routes: Route[], route: Route): void {
  if (!routes.some(({ destination }) => destination === route.destination)) routes.push(route)
}

function aTarget(random: Random, vpc: VpcBlueprint, family: 4 | 6): Pick<Route, 'target' | 'state'> {
  const dead = { target: 'eni-gone', state: 'blackhole' } as const
  const gateways = family === 6 ? [] : Object.keys(vpc.natGateways)
  const living = [...gateways, ...gateways, ...Object.keys(vpc.internetGateways)].map((target) => ({ target }))
  const some = random.anyOf(living)
  return some === undefined || random.chance(0.3) ? dead : some
}

/** The block of a host that is not of AWS, for lists and rules. */
export function blockOfOther({ hosts }: Blueprint, length: number): string {
  return blockAround(hosts[OTHER_HOST]?.[0] ?? '1.1.1.1', length)
}
