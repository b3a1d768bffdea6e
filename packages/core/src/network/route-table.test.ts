import { describe, expect, test } from 'vitest'
import type { Route } from '../model/route-table.ts'
import type { RegionState } from '../model/snapshot.ts'
import type { Subnet } from '../model/subnet.ts'
import type { Vpc } from '../model/vpc.ts'
import { parseBlock, toCidrs } from './address-set.ts'
import { isOpen } from './open-fact.ts'
import { type Bound, chooseRoute, type Portion, tableOf } from './route-table.ts'
import { DENIED, interfaceEndpoint, PLACE, routes, S3_GATEWAY, TO_NAT, taskIn, VPC_AT, worldOf } from './test-world.ts'

const S3 = { service: 's3', region: PLACE.region }
const LOGS = { service: 'logs', region: PLACE.region }
const LISTS = { 'pl-s3': { prefixListName: `com.amazonaws.${PLACE.region}.s3`, cidrs: ['52.219.0.0/20'] } }
const BY_LIST: Route = { destination: 'pl-s3', target: 'tgw-1' }

/** Which part of the addresses goes where, as the private table has it, and what hides that. */
function asking(entries: readonly Route[], vpc: Partial<Vpc> = {}, region: RegionState = { prefixLists: LISTS }) {
  const world = worldOf({ ...routes(...entries), ...vpc }, region)
  const { subnet } = taskIn(world)
  const table = tableOf(subnet)
  if (isOpen(table)) throw new Error('The table is not known')
  return (block: string, changes: Partial<Bound> = {}) => {
    const { family = 4, addresses = [] } = parseBlock(block) ?? {}
    const bound = { within: addresses, inVpc: false, service: null, family, ...changes }
    const { portions, facts } = chooseRoute(world, subnet.vpc, table, bound)
    const parts = portions.map(({ within, route }) => [targetOf(route), ...toCidrs(within)])
    return { parts, facts: facts.map(({ gap, what }) => [what.id, gap]) }
  }
}

function targetOf(route: Portion['route']) {
  return route === null || route === 'local' ? route : route.value.target
}

const only = (target: string | null, ...blocks: readonly string[]) => ({ parts: [[target, ...blocks]], facts: [] })

describe('a route to the list of a service of AWS', () => {
  test('takes all of that service and nothing else, whatever was asked before', () => {
    const ask = asking([TO_NAT, BY_LIST])
    expect(ask('52.1.0.0/16', { service: LOGS })).toEqual(only('nat-1', '52.1.0.0/16'))
    expect(ask('52.1.0.0/16', { service: S3 })).toEqual(only('tgw-1', '52.1.0.0/16'))
    expect(ask('52.1.0.0/16')).toEqual(only('nat-1', '52.1.0.0/16'))
  })

  test.each([
    ['52.1.2.3/32', '52.1.2.3/32', 'nat-1'],
    ['52.1.2.3/32', '52.1.2.0/31', 'tgw-1'],
    ['2600:1fa0::9/128', '2600:1fa0::9/128', 'nat-1'],
    ['2600:1fa0::9/128', '2600:1fa0::/64', 'tgw-1'],
  ])('of what goes to %s leaves to a route to %s what is for %s', (within, destination, target) => {
    const ask = asking([BY_LIST, { ...TO_NAT, destination }])
    expect(ask(within, { service: S3 })).toEqual(only(target, within))
  })

  test('leaves all open where a part of its service is not known', () => {
    const name = 'com.amazonaws.«Region».s3'
    const ask = asking([TO_NAT, BY_LIST], {}, { prefixLists: { 'pl-s3': { prefixListName: name, cidrs: [] } } })
    expect(ask('52.1.0.0/16', { service: S3 }).facts).toEqual([['pl-s3', { gap: 'unresolved', expression: name }]])
  })
})

describe('a route that leads to a gateway endpoint', () => {
  const toEndpoint = (destination: Route['destination']) => [TO_NAT, { destination, target: 'vpce-1' }]

  test('is left out, since it takes its service alone', () => {
    const ask = asking(toEndpoint('pl-unread'), { endpoints: { 'vpce-1': S3_GATEWAY } })
    expect(ask('52.1.0.0/16')).toEqual(only('nat-1', '52.1.0.0/16'))
  })

  test.each<[string, NonNullable<Vpc['endpoints']>]>([
    ['is another endpoint', { 'vpce-1': interfaceEndpoint('logs') }],
    ['is not there', {}],
    ['is not known', { 'vpce-1': DENIED }],
  ])('is open like any other, where the endpoint %s', (_, endpoints) => {
    const ask = asking(toEndpoint('pl-unread'), { endpoints })
    expect(ask('52.1.0.0/16').facts).toEqual([['pl-unread', { gap: 'not-read' }]])
  })
})

test.each<[string, Route, string, object]>([
  ['a destination', { ...TO_NAT, destination: DENIED }, '?', DENIED],
  [
    'part of a destination',
    { ...TO_NAT, destination: '«Cidr»' },
    '«Cidr»',
    { gap: 'unresolved', expression: '«Cidr»' },
  ],
  [
    'where a list leads that was not read',
    { destination: 'pl-unread', target: DENIED },
    'pl-unread',
    { gap: 'not-read' },
  ],
])('routes leave open who takes the packets where not known is %s', (_, route, id, gap) => {
  expect(asking([route])('52.1.0.0/16').facts).toEqual([[id, gap]])
})

describe('the VPC itself', () => {
  test('takes what is in its blocks, of whichever family they are', () => {
    const ask = asking([TO_NAT], { cidrBlocks: ['2600:1f14::/56', '10.0.0.0/16'] })
    expect(ask('10.0.0.0/15')).toEqual({
      parts: [
        ['local', '10.0.0.0/16'],
        ['nat-1', '10.1.0.0/16'],
      ],
      facts: [],
    })
    expect(ask('2600:1f14::/64')).toEqual(only('local', '2600:1f14::/64'))
    expect(ask('2600:1f15::/64')).toEqual(only(null, '2600:1f15::/64'))
  })

  const hidden = [['vpc-1', DENIED]]

  test.each<[string, Route, Partial<Bound>, readonly object[]]>([
    ['not where nothing else is as long', TO_NAT, {}, []],
    ['not where a route is to other addresses', { destination: '10.1.0.0/16', target: 'tgw-1' }, {}, []],
    ['not where a route is too short', { destination: '10.0.0.0/15', target: 'tgw-1' }, {}, []],
    ['not where a route leads into the VPC itself', { destination: '10.0.0.0/16', target: 'local' }, {}, []],
    ['where a route may be longer', { destination: '10.0.0.0/16', target: 'tgw-1' }, {}, hidden],
    ['where a list takes the service', BY_LIST, { service: S3 }, hidden],
  ])('is open, as long as its blocks are not known, %s', (_, route, bound, facts) => {
    const ask = asking([route], { cidrBlocks: DENIED })
    expect(ask('10.0.1.0/24', { inVpc: true, ...bound }).facts).toEqual(facts)
  })

  test('may hold what is no public address, as long as its blocks are not known', () => {
    const ask = asking([TO_NAT], { cidrBlocks: DENIED })
    expect(ask('10.0.1.0/24').facts).toEqual(hidden)
    expect(ask('52.1.0.0/16')).toEqual(only('nat-1', '52.1.0.0/16'))
  })
})

describe('the table of a subnet', () => {
  const AT = `${VPC_AT}/routeTables`
  const of = (routeTables: NonNullable<Vpc['routeTables']>, changes: Partial<Subnet> = {}) => {
    const world = worldOf({ routeTables, subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24', ...changes } } })
    return tableOf(taskIn(world).subnet)
  }

  test.each<[string, NonNullable<Vpc['routeTables']>, Partial<Subnet>, object]>([
    [
      'the one that it names',
      { 'rtb-0': { main: true, routes: [] }, 'rtb-1': { routes: [] } },
      { routeTableId: 'rtb-1' },
      { id: 'rtb-1', at: `${AT}/rtb-1` },
    ],
    [
      'else the main one',
      { 'rtb-0': { routes: [] }, 'rtb-1': { main: true, routes: [TO_NAT] } },
      {},
      { id: 'rtb-1', routes: [{ value: TO_NAT, at: `${AT}/rtb-1/routes/0` }] },
    ],
    [
      'else the one that AWS makes',
      { 'rtb-0': { main: false, routes: [] } },
      {},
      { id: null, at: `${VPC_AT}/subnets/subnet-a`, routes: [] },
    ],
  ])('is %s', (_, routeTables, subnet, table) => {
    expect(of(routeTables, subnet)).toMatchObject(table)
  })

  test.each<[string, NonNullable<Vpc['routeTables']>, Partial<Subnet>, object]>([
    [
      'its id',
      {},
      { routeTableId: DENIED },
      { gap: DENIED, what: { kind: 'route-table', id: 'subnet-a' }, at: `${VPC_AT}/subnets/subnet-a/routeTableId` },
    ],
    [
      'part of its id',
      {},
      { routeTableId: '«Table»' },
      { gap: { gap: 'unresolved' }, what: { id: '«Table»' }, at: `${AT}/«Table»` },
    ],
    [
      'its routes',
      { 'rtb-1': { routes: DENIED } },
      { routeTableId: 'rtb-1' },
      { gap: DENIED, at: `${AT}/rtb-1/routes` },
    ],
    [
      'which is the main one',
      { '*': DENIED },
      {},
      { gap: DENIED, what: { kind: 'route-tables', id: 'vpc-1' }, at: AT },
    ],
  ])('is open where not known is %s', (_, routeTables, subnet, fact) => {
    expect(of(routeTables, subnet)).toMatchObject(fact)
  })
})
