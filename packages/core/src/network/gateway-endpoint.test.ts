import { describe, expect, test } from 'vitest'
import type { Route } from '../model/route-table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { serviceHost } from './aws-host.ts'
import { listsRoutedTo } from './gateway-endpoint.ts'
import { reach } from './reach.ts'
import { HUB, twoVpcs } from './test-two-vpcs.ts'
import {
  ALLOW_IN,
  aclAt,
  DENIED,
  PLACE,
  routes,
  S3_GATEWAY,
  TO_IGW,
  TO_NAT,
  taskIn,
  to,
  VPC_AT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

function call(endpoint: Partial<VpcEndpoint>, vpc: Partial<Vpc> = {}, lists: object = {}) {
  const world = worldOf(
    { endpoints: { 'vpce-s3': { ...S3_GATEWAY, ...endpoint } }, ...vpc },
    { prefixLists: lists as never },
  )
  return reach(world, taskIn(world), to('s3'))
}

const OTHER_TABLE = { routeTableIds: ['rtb-public'] }

describe('a gateway endpoint takes the traffic', () => {
  test.each([
    ['of the tables that it is associated with', call({})],
    ['of the tables that lead to it', call({ routeTableIds: [] }, routes({ destination: 'pl-s3', target: 'vpce-s3' }))],
    ['before any default route', call({}, WITH_NAT)],
    ['without any way to the internet', call({}, { internetGateways: {}, natGateways: {} })],
  ])('%s', (_, path) => {
    expect(path).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-s3' }] })
  })
})

describe('a longer prefix within the list of a gateway endpoint leads its part elsewhere', () => {
  const lists = { 'pl-s3': { prefixListName: `com.amazonaws.${PLACE.region}.s3`, cidrs: ['52.219.0.0/20'] } }
  const dead = (destination: string) => routes({ destination, target: 'eni-1', state: 'blackhole' })

  test.each([
    ['a part of the list', '52.219.1.0/24', 'undecided'],
    ['all of it', '52.219.0.0/20', 'fails'],
    ['more than the list', '52.219.0.0/16', 'works'],
    ['other blocks', '44.192.0.0/11', 'works'],
  ])('%s', (_, destination, verdict) => {
    expect(call({}, dead(destination), lists).verdict).toBe(verdict)
  })

  test.each([
    ['a block of it', '52.219.0.0/20', 'fails'],
    ['other blocks', '44.192.0.0/24', 'works'],
    ['private blocks', '192.168.0.0/16', 'works'],
  ])('and so does another list with %s', (_, block, verdict) => {
    const partners = { 'pl-1': { prefixListName: 'partners', cidrs: [block] } }
    expect(call({}, dead('pl-1'), { ...lists, ...partners }).verdict).toBe(verdict)
  })

  test.each([
    ['the list of the service', dead('52.219.1.0/24'), {}, 'com.amazonaws.ap-northeast-1.s3'],
    ['the blocks of that list', dead('52.219.1.0/24'), { 'pl-s3': { ...lists['pl-s3'], cidrs: DENIED } }, 'pl-s3'],
    ['another list', dead('pl-1'), lists, 'pl-1'],
    ['the destination of a route', routes({ destination: DENIED, target: 'eni-1' }), {}, 'rtb-private'],
  ])('which is open where %s was not read', (_, vpc, read, id) => {
    expect(call({}, vpc, read)).toMatchObject({ verdict: 'undecided', blockers: [], gaps: [{ what: { id } }] })
  })

  test.each([
    ['a default route', TO_NAT],
    ['half of one', { destination: '0.0.0.0/1', target: 'nat-1' }],
    ['private blocks', { destination: '10.9.0.0/16', target: 'tgw-1' }],
    ['blocks of the other family', { destination: '2600:1ff8::/40', target: 'eigw-1' }],
    ['the endpoint of another service', { destination: 'pl-2', target: 'vpce-dynamodb' }],
  ])('but not %s, whether the list was read or not', (_, route) => {
    const endpoints = {
      'vpce-s3': S3_GATEWAY,
      'vpce-dynamodb': { ...S3_GATEWAY, serviceName: `com.amazonaws.${PLACE.region}.dynamodb` },
    }
    expect(call({}, { ...WITH_NAT, endpoints, ...routes(route) })).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-s3' }],
    })
  })
})

test('a gateway endpoint that the table lacks is told where nothing else leads to S3', () => {
  const unusedEndpoint = {
    endpointId: 'vpce-s3',
    why: 'not-associated',
    state: 'available',
    at: `${VPC_AT}/endpoints/vpce-s3`,
  }
  expect(call(OTHER_TABLE)).toMatchObject({ blockers: [{ blocker: 'no-route', vpcId: 'vpc-1', unusedEndpoint }] })
  expect(call({ serviceName: 'com.amazonaws.us-east-1.s3' })).toMatchObject({ blockers: [{ unusedEndpoint: null }] })
  // Of a service that is not known it is no advice
  expect(call({ ...OTHER_TABLE, serviceName: DENIED })).toMatchObject({ blockers: [{ unusedEndpoint: null }] })
})

describe('a gateway endpoint does not take the traffic', () => {
  test.each<[string, Partial<VpcEndpoint>]>([
    ['of other tables', OTHER_TABLE],
    ['of another service', { serviceName: `com.amazonaws.${PLACE.region}.dynamodb` }],
    ['of another Region', { serviceName: 'com.amazonaws.us-east-1.s3' }],
    [
      'of another service, whatever its type',
      { serviceName: `com.amazonaws.${PLACE.region}.dynamodb`, vpcEndpointType: DENIED },
    ],
    [
      'of another service in whatever Region, whatever its type',
      { serviceName: 'com.amazonaws.«Region».dynamodb', vpcEndpointType: DENIED },
    ],
    ['of IPv6 alone', { ipAddressType: 'ipv6' }],
  ])('%s', (_, endpoint) => {
    expect(call(endpoint)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }], endpoints: [] })
    expect(call(endpoint, WITH_NAT)).toMatchObject({ verdict: 'works', endpoints: [] })
  })

  test('by a route to a block, wherever that leads', () => {
    const vpc = { ...WITH_NAT, ...routes(TO_NAT, { destination: '10.9.0.0/16', target: DENIED }) }
    expect(call(OTHER_TABLE, vpc)).toMatchObject({ verdict: 'works', endpoints: [] })
  })

  test('to a bucket in another Region', () => {
    const world = worldOf({ endpoints: { 'vpce-s3': S3_GATEWAY } })
    const there = { host: serviceHost('s3', 'us-east-1'), port: 443 }
    expect(reach(world, taskIn(world), there)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
  })

  test('to any other host', () => {
    const world = worldOf({
      endpoints: { 'vpce-s3': S3_GATEWAY },
      ...routes({ destination: 'pl-s3', target: 'vpce-s3' }),
    })
    expect(reach(world, taskIn(world), to('logs'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route' }],
    })
  })
})

test('a gateway endpoint that is not available stops what it takes', () => {
  expect(call({ state: 'deleting' }, WITH_NAT)).toMatchObject({
    verdict: 'fails',
    blockers: [
      {
        blocker: 'endpoint-state',
        endpointId: 'vpce-s3',
        serviceName: 'com.amazonaws.ap-northeast-1.s3',
        state: 'deleting',
        at: `${VPC_AT}/endpoints/vpce-s3/state`,
      },
    ],
    endpoints: [{ id: 'vpce-s3' }],
  })
})

describe('it stays open whether a gateway endpoint takes the traffic', () => {
  test.each([
    ['where its tables are not known', { routeTableIds: DENIED }],
    ['where a table is not fully known', { routeTableIds: ['«Table»'] }],
    ['where its service is not known', { serviceName: DENIED }],
    ['where its state is not known', { state: DENIED }],
    ['where its type is not known', { vpcEndpointType: DENIED }],
    ['where its address family is not known', { ipAddressType: DENIED }],
  ])('%s', (_, endpoint) => {
    expect(call(endpoint, WITH_NAT)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'endpoint', id: 'vpce-s3' } }],
    })
  })

  test('where other endpoints may be there', () => {
    expect(call({}, { endpoints: { 'vpce-s3': S3_GATEWAY, '*': DENIED } })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'endpoints' } }],
    })
  })

  test('where a route leads something to it that is not known', () => {
    const path = call(OTHER_TABLE, { ...WITH_NAT, ...routes(TO_NAT, { destination: DENIED, target: 'vpce-s3' }) })
    expect(path).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'endpoint', id: 'vpce-s3' }, gap: DENIED }, { what: { kind: 'route' } }],
    })
  })

  test('where a route leads somewhere that is not known', () => {
    const path = call(OTHER_TABLE, { ...WITH_NAT, ...routes(TO_NAT, { destination: 'pl-s3', target: DENIED }) })
    expect(path).toMatchObject({ verdict: 'undecided' })
  })
})

describe('a route to the list of S3 takes S3', () => {
  const lists = { 'pl-s3': { prefixListName: `com.amazonaws.${PLACE.region}.s3`, cidrs: ['52.219.0.0/20'] } }

  test('into the black hole that an endpoint left', () => {
    const path = call(
      OTHER_TABLE,
      { ...WITH_NAT, ...routes(TO_NAT, { destination: 'pl-s3', target: 'vpce-gone' }) },
      lists,
    )
    expect(path).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route', destination: 'pl-s3', targetId: 'vpce-gone' }],
    })
  })

  test('and no host of others', () => {
    const dead = routes(TO_NAT, { destination: 'pl-s3', target: 'vpce-gone' })
    const world = worldOf({ ...WITH_NAT, ...dead }, { prefixLists: lists })
    const verdictOf = (host: string) => reach(world, taskIn(world), { host, port: 443 }).verdict
    expect([verdictOf('registry.example.com'), verdictOf(to('s3').host)]).toEqual(['works', 'fails'])
  })

  test('into a firewall behind an endpoint of another type', () => {
    const firewall: VpcEndpoint = { ...S3_GATEWAY, vpcEndpointType: 'GatewayLoadBalancer', routeTableIds: [] }
    const endpoints = { 'vpce-fw': firewall }
    const world = worldOf(
      { ...WITH_NAT, endpoints, ...routes(TO_NAT, { destination: 'pl-s3', target: 'vpce-fw' }) },
      { prefixLists: lists },
    )
    expect(reach(world, taskIn(world), to('s3'))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'hop', id: 'vpce-fw' }, gap: { gap: 'not-modeled' } }],
    })
  })

  test('through a NAT gateway', () => {
    expect(
      call(OTHER_TABLE, { ...WITH_NAT, ...routes({ destination: 'pl-s3', target: 'nat-1' }) }, lists).verdict,
    ).toBe('works')
  })
})

describe('behind a NAT gateway a gateway endpoint of its subnet', () => {
  const nat = (...entries: readonly Route[]): Partial<Vpc> => ({
    ...WITH_NAT,
    routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-public': { routes: entries } },
  })

  test('makes no difference beside a way to the internet', () => {
    expect(call(OTHER_TABLE, nat(TO_IGW))).toMatchObject({ verdict: 'works', endpoints: [] })
  })

  test.each<[string, readonly Route[]]>([
    ['without one', []],
    ['where that is dead', [{ ...TO_IGW, state: 'blackhole' }]],
    ['where that is open', [{ ...TO_IGW, target: DENIED }]],
  ])('leaves open whether it takes the traffic %s', (_, entries) => {
    expect(call(OTHER_TABLE, nat(...entries))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'vpce-s3' }, gap: { what: 'gateway-endpoint-behind-nat' } }],
    })
  })

  test('is not reached where the ACL of that subnet lets nothing out', () => {
    expect(call(OTHER_TABLE, { ...nat(), ...aclAt('subnet-public', ALLOW_IN) })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', side: 'nat-gateway', direction: 'egress', reply: false }],
    })
  })
})

describe('a gateway endpoint of another VPC', () => {
  const fromSpoke = (hub: Partial<Vpc>) => {
    const endpoints = { 'vpce-s3': { ...S3_GATEWAY, routeTableIds: ['rtb-hub-tgw'] } }
    const world = twoVpcs({
      spoke: routes({ destination: '0.0.0.0/0', target: 'tgw-1' }),
      hub: { endpoints, ...hub },
    })
    return reach(world, taskIn(world), to('s3'))
  }

  test('is nothing that a transit gateway is known to lead to', () => {
    expect(fromSpoke({})).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'vpce-s3' }, gap: { what: 'gateway-endpoint-of-another-vpc' } }],
    })
  })

  test('is not reached where the ACL beside the transit gateway lets nothing out', () => {
    const subnets = { ...HUB.subnets, 'hub-tgw': { ...HUB.subnets['hub-tgw'], networkAclId: 'acl-1' } }
    expect(fromSpoke({ subnets, networkAcls: { 'acl-1': { entries: [ALLOW_IN] } } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', side: 'transit-gateway', direction: 'egress' }],
    })
  })
})

test('behind an alias for S3 may be one that was not read', () => {
  const alias = { name: 'x.corp', type: 'A', values: [to('s3').host] }
  const hostedZones = { Z1: { name: 'corp', records: [alias] } }
  const callWith = (endpoints: NonNullable<Vpc['endpoints']>) => {
    const world = worldOf({ ...WITH_NAT, hostedZones, endpoints })
    return reach(world, taskIn(world), { host: 'x.corp', port: 443 })
  }
  expect(callWith({}).verdict).toBe('works')
  expect(callWith({ '*': DENIED })).toMatchObject({
    verdict: 'undecided',
    gaps: [{ gap: DENIED, what: { kind: 'endpoints', id: 'vpc-1' }, at: `${VPC_AT}/endpoints` }],
  })
})

test('the lists of its service are those that the table leads to it', () => {
  const world = worldOf()
  const [vpc] = world.vpcs
  const entries: readonly Route[] = [
    { destination: 'pl-1', target: 'vpce-s3' },
    { destination: 'pl-2', target: 'vpce-other' },
    { destination: DENIED, target: 'vpce-s3' },
    { destination: 'pl-3', target: 'vpce-s3' },
  ]
  const table = { id: 'rtb-1', at: '', routes: entries.map((value) => ({ value, at: '' })) }
  if (vpc === undefined) throw new Error('The world has no VPC')
  expect(listsRoutedTo({ ...vpc, id: 'vpce-s3', value: S3_GATEWAY }, table)).toEqual(['pl-1', 'pl-3'])
})
