import { describe, expect, test } from 'vitest'
import type { NatGateway, Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import {
  ALLOW_IN,
  ALLOW_OUT,
  aclAt,
  DENIED,
  routes,
  TO_IGW,
  TO_NAT,
  taskIn,
  to,
  VPC_AT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

function call(vpc: Partial<Vpc>) {
  const world = worldOf({ ...WITH_NAT, ...vpc })
  return reach(world, taskIn(world), to('logs'))
}

function withNat(gateway: NatGateway, vpc: Partial<Vpc> = {}) {
  return call({ natGateways: { 'nat-1': gateway }, ...vpc })
}

function publicRoutes(
  ...entries: readonly { destination: string; target: string; state?: 'blackhole' }[]
): Partial<Vpc> {
  return { routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-public': { routes: entries } } }
}

describe('a NAT gateway that does not serve', () => {
  test.each([
    ['is gone', { natGateways: {} }, 'missing', `${VPC_AT}/routeTables/rtb-private/routes/0`],
    [
      'is gone, which its route shows',
      { natGateways: {}, ...routes({ ...TO_NAT, state: 'blackhole' }) },
      'missing',
      `${VPC_AT}/routeTables/rtb-private/routes/0`,
    ],
    [
      'is deleted',
      { natGateways: { 'nat-1': { state: 'deleted', subnetId: 'subnet-public' } } },
      'deleted',
      `${VPC_AT}/natGateways/nat-1/state`,
    ],
    [
      'failed',
      { natGateways: { 'nat-1': { state: 'failed', subnetId: 'subnet-public' } } },
      'failed',
      `${VPC_AT}/natGateways/nat-1/state`,
    ],
    [
      'is not yet there',
      { natGateways: { 'nat-1': { state: 'pending', subnetId: 'subnet-public' } } },
      'pending',
      `${VPC_AT}/natGateways/nat-1/state`,
    ],
  ] as const)('%s', (_, vpc, state, at) => {
    expect(call(vpc)).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'nat-gateway-state',
          natGatewayId: 'nat-1',
          state,
          subnetId: 'subnet-a',
          routeTableId: 'rtb-private',
          at,
        },
      ],
    })
  })
})

describe('a NAT gateway without a way to the internet', () => {
  test.each([
    ['has no route', publicRoutes(), `${VPC_AT}/natGateways/nat-1`],
    ['leads to itself', withOwnRoute(), `${VPC_AT}/routeTables/rtb-private/routes/0`],
    ['leads to a gateway that is gone', { internetGateways: {} }, `${VPC_AT}/routeTables/rtb-public/routes/0`],
    [
      'leads into a black hole',
      publicRoutes({ ...TO_IGW, state: 'blackhole' } as never),
      `${VPC_AT}/routeTables/rtb-public/routes/0`,
    ],
  ] as const)('%s', (_, vpc, at) => {
    expect(call(vpc)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'nat-gateway-without-internet', natGatewayId: 'nat-1', at }],
    })
  })

  test('names the subnet and its table', () => {
    expect(call(publicRoutes()).blockers).toMatchObject([
      { natSubnetId: 'subnet-public', natRouteTableId: 'rtb-public' },
    ])
  })
})

/** The gateway stands in the very subnet that it should serve. */
function withOwnRoute(): Partial<Vpc> {
  return { natGateways: { 'nat-1': { subnetId: 'subnet-a' } } }
}

test('inside of its own subnet no ACL is passed on the way to the gateway', () => {
  const { networkAcls, subnets } = aclAt('subnet-a', ALLOW_OUT, ALLOW_IN)
  const path = call({
    ...withOwnRoute(),
    ...(networkAcls === undefined ? {} : { networkAcls }),
    ...(subnets === undefined ? {} : { subnets }),
  })
  expect(path.blockers.map(({ blocker }) => blocker)).toEqual(['nat-gateway-without-internet'])
})

test('everything that is wrong with the gateway is told', () => {
  expect(
    withNat({ state: 'failed', subnetId: 'subnet-public' }, { internetGateways: {} }).blockers.map(
      ({ blocker }) => blocker,
    ),
  ).toEqual(['nat-gateway-state', 'nat-gateway-without-internet'])
})

describe('a NAT gateway leaves open', () => {
  const SUBNETS = { 'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' } }

  test.each([
    ['whether it is there', { natGateways: DENIED }, 'nat-gateways'],
    ['whether it was read', { natGateways: undefined }, 'nat-gateways'],
    ['whether it may be one that is not listed', { natGateways: { '*': DENIED } }, 'nat-gateways'],
    ['its state', { natGateways: { 'nat-1': { state: DENIED, subnetId: 'subnet-public' } } }, 'nat-gateway'],
    ['its subnet', { natGateways: { 'nat-1': { subnetId: DENIED } } }, 'nat-gateway'],
    ['a subnet that it does not name', { natGateways: { 'nat-1': {} } }, 'nat-gateway'],
    [
      'its connectivity',
      { natGateways: { 'nat-1': { subnetId: 'subnet-public', connectivityType: DENIED } } },
      'nat-gateway',
    ],
    ['its zones', { natGateways: { 'nat-1': { subnetId: 'subnet-public', availabilityMode: DENIED } } }, 'nat-gateway'],
    ['its own table, if it is regional', { natGateways: { 'nat-1': { availabilityMode: 'regional' } } }, 'nat-gateway'],
    [
      'a private one that leads elsewhere than to an internet gateway',
      {
        natGateways: { 'nat-1': { subnetId: 'subnet-public', connectivityType: 'private' } },
        ...publicRoutes({ destination: '0.0.0.0/0', target: 'tgw-1' }),
      },
      'transit-gateway-attachments',
    ],
    ['a subnet that is not known', { subnets: { ...SUBNETS, 'subnet-public': DENIED } }, 'subnet'],
    [
      'a table that is not known',
      { routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-public': DENIED } },
      'route-table',
    ],
    ['what is behind another hop', publicRoutes({ destination: '0.0.0.0/0', target: 'eni-1' }), 'hop'],
    ['part of the internet', publicRoutes({ destination: '0.0.0.0/1', target: 'igw-1' }), 'host'],
    ['its internet gateway', { internetGateways: DENIED }, 'internet-gateways'],
    ['the mode in which public access is blocked', { blockPublicAccess: { mode: DENIED } }, 'vpc'],
    ['the exclusions', { blockPublicAccess: { mode: 'block-bidirectional', exclusions: DENIED } }, 'vpc'],
    ['the public access that is not read', { blockPublicAccess: DENIED }, 'vpc'],
  ] as const)('%s', (_, vpc, kind) => {
    expect(call(vpc as Partial<Vpc>)).toMatchObject({ verdict: 'undecided', blockers: [], gaps: [{ what: { kind } }] })
  })
})

describe('a regional NAT gateway', () => {
  const regional = (changes: Partial<Vpc> = {}) =>
    call({
      natGateways: { 'nat-1': { availabilityMode: 'regional', routeTableId: 'rtb-nat' } },
      routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-nat': { routes: [TO_IGW] } },
      ...changes,
    })
  const tableWith = (...entries: readonly object[]) => ({
    routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-nat': { routes: entries as never } },
  })

  test('needs no public subnet', () => {
    expect(regional().verdict).toBe('works')
  })

  test.each([
    ['no route', tableWith()],
    ['a dead route', tableWith({ ...TO_IGW, state: 'blackhole' })],
    ['a route to a gateway that is gone', { internetGateways: {} }],
  ])('leads nowhere with %s in its own table', (_, changes) => {
    expect(regional(changes as Partial<Vpc>)).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'nat-gateway-without-internet',
          natGatewayId: 'nat-1',
          natSubnetId: null,
          natRouteTableId: 'rtb-nat',
        },
      ],
    })
  })

  test.each([
    ['its table', { routeTables: { 'rtb-private': { routes: [TO_NAT] }, 'rtb-nat': DENIED } }],
    ['where a route leads', tableWith({ ...TO_IGW, target: DENIED })],
    ['whether a route is alive', tableWith({ ...TO_IGW, state: DENIED })],
    ['what another hop does', tableWith({ ...TO_IGW, target: 'eni-1' })],
    ['its internet gateway', { internetGateways: DENIED }],
  ])('leaves open %s', (_, changes) => {
    expect(regional(changes as Partial<Vpc>)).toMatchObject({ verdict: 'undecided', blockers: [] })
  })

  test('answers past the ACL of the task', () => {
    const { networkAcls, subnets } = aclAt('subnet-a', ALLOW_OUT)
    expect(regional({ ...(networkAcls && { networkAcls }), ...(subnets && { subnets }) })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', side: 'task', direction: 'ingress', reply: true }],
    })
  })

  test('is stopped by Block Public Access unless the VPC is excluded', () => {
    const mode = 'block-bidirectional'
    expect(regional({ blockPublicAccess: { mode } })).toMatchObject({ blockers: [{ subnetId: null }] })
    const exclusions = [{ resourceId: 'vpc-1', mode: 'allow-egress' as const }]
    expect(regional({ blockPublicAccess: { mode, exclusions } }).verdict).toBe('works')
    expect(regional({ blockPublicAccess: { mode: 'block-ingress' } }).verdict).toBe('works')
  })
})

test('a private NAT gateway is no way to the internet', () => {
  expect(withNat({ subnetId: 'subnet-public', connectivityType: 'private' })).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'private-nat-gateway', natGatewayId: 'nat-1', internetGatewayId: 'igw-1' }],
  })
})
