import { describe, expect, test } from 'vitest'
import type { NatGateway, Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import {
  ALLOW_IN,
  ALLOW_OUT,
  aclAt,
  DENIED,
  HTTPS_OUT,
  routes,
  TO_IGW,
  TO_NAT,
  taskIn,
  to,
  VPC_AT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'
import { trace } from './trace.ts'

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

test('beside the gateway, which DNS64 allows, the ACL is met by what the gateway sends alone', () => {
  const subnet = { cidrBlock: '10.0.1.0/24', ipv6CidrBlock: '2600:1f14::/64', routeTableId: 'rtb-private' }
  const world = worldOf({
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    ...routes({ destination: '64:ff9b::/96', target: 'nat-1' }, TO_IGW),
    natGateways: { 'nat-1': { subnetId: 'subnet-a' } },
    securityGroups: { 'sg-task': { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '::/0' }] } },
    // For IPv4 alone.
    networkAcls: { 'acl-1': { entries: [ALLOW_OUT, ALLOW_IN] } },
    subnets: { 'subnet-a': { ...subnet, enableDns64: true, networkAclId: 'acl-1' } },
  })
  expect(reach(world, taskIn(world), to('logs')).verdict).toBe('works')
  const byIpv6 = trace(world, taskIn(world), to('logs')).find(({ family }) => family === 6)
  expect(byIpv6?.out.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'dns logs.ap-northeast-1.amazonaws.com',
    'security-group sg-task',
    'route rtb-private',
    'nat-gateway nat-1',
    'network-acl acl-1',
    'route rtb-private',
    'internet-gateway igw-1',
    'public-ip nat-1',
  ])
})

describe('of a gateway that failed, that is told beside what is open of it:', () => {
  test.each<[string, NatGateway, Partial<Vpc>, object]>([
    ['its zones', { subnetId: 'subnet-public', availabilityMode: DENIED }, {}, DENIED],
    ['its own table', { availabilityMode: 'regional', routeTableId: DENIED }, {}, DENIED],
    ['its subnet', { subnetId: DENIED }, {}, DENIED],
    ['its IPv4 address', { subnetId: 'subnet-6' }, {}, { what: 'nat-gateway-without-ipv4' }],
  ])('%s', (_, gateway, vpc, gap) => {
    const subnets = {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
      'subnet-6': { ipv6CidrBlock: '2600:1f14::/64', ipv6Native: true, routeTableId: 'rtb-public' },
    }
    const open = { gaps: [{ what: { id: 'nat-1' }, gap }] }
    expect(withNat(gateway, { subnets, ...vpc })).toMatchObject({ verdict: 'undecided', blockers: [], ...open })
    expect(withNat({ ...gateway, state: 'failed' }, { subnets, ...vpc })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'nat-gateway-state', state: 'failed' }],
      ...open,
    })
  })

  test('what it does with IPv6', () => {
    const world = worldOf({
      cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
      subnets: {
        'subnet-a': { ipv6CidrBlock: '2600:1f14::/64', ipv6Native: true, routeTableId: 'rtb-private' },
        'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
      },
      ...routes({ destination: '::/0', target: 'nat-1' }),
      natGateways: { 'nat-1': { subnetId: 'subnet-public', state: 'failed' } },
      securityGroups: { 'sg-task': { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '::/0' }] } },
    })
    expect(reach(world, taskIn(world), { host: '2606:4700::1', port: 443 })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'nat-gateway-state' }],
      gaps: [{ gap: { what: 'ipv6-through-nat' } }],
    })
  })
})

test('behind a gateway whose route is dead, nothing is said of an answer that never comes', () => {
  const dead = { destination: '0.0.0.0/0', target: 'eni-1', state: 'blackhole' } as const
  const { networkAcls = {}, subnets = {} } = aclAt('subnet-a', ALLOW_OUT)
  const { blockers, gaps } = call({ ...publicRoutes(dead), networkAcls, subnets })
  expect(blockers.map(({ blocker }) => blocker)).toEqual(['nat-gateway-without-internet'])
  expect(gaps).toEqual([])
})

describe('a NAT gateway behind another', () => {
  const chain = (vpc: Partial<Vpc> = {}) =>
    call({
      subnets: {
        'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', networkAclId: 'acl-a' },
        'subnet-nat': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-nat' },
        'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
      },
      routeTables: {
        'rtb-private': { routes: [TO_NAT] },
        'rtb-nat': { routes: [{ destination: '0.0.0.0/0', target: 'nat-2' }] },
        'rtb-public': { routes: [TO_IGW] },
      },
      natGateways: {
        'nat-1': { subnetId: 'subnet-nat', connectivityType: 'private' },
        'nat-2': { subnetId: 'subnet-public' },
      },
      networkAcls: { 'acl-a': { entries: [ALLOW_OUT, ALLOW_IN] } },
      ...vpc,
    })
  const closed = { networkAcls: { 'acl-a': { entries: [ALLOW_OUT] } } }

  test('leads to the internet', () => {
    expect(chain().verdict).toBe('works')
  })

  test('answers past the ACL of the task', () => {
    expect(chain(closed)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', side: 'task', direction: 'ingress', reply: true }],
    })
  })

  test.each([
    ['where its answer goes', [TO_IGW, { destination: '10.0.2.0/24', target: 'eni-1' }], 'route-inside-vpc'],
    ['where it leads', [{ destination: '0.0.0.0/0', target: 'eni-1' }], 'network-interface-as-route-target'],
  ])('leaves open %s, and what comes after that is not judged', (_, entries, what) => {
    const routeTables = {
      'rtb-private': { routes: [TO_NAT] },
      'rtb-nat': { routes: [{ destination: '0.0.0.0/0', target: 'nat-2' }] },
      'rtb-public': { routes: entries },
    }
    expect(chain({ ...closed, routeTables })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ gap: { what } }],
    })
  })

  test('is given up where each leads to the other', () => {
    const routeTables = {
      'rtb-private': { routes: [TO_NAT] },
      'rtb-nat': { routes: [{ destination: '0.0.0.0/0', target: 'nat-2' }] },
      'rtb-public': { routes: [TO_NAT] },
    }
    expect(chain({ routeTables })).toMatchObject({ verdict: 'undecided', gaps: [{ gap: { what: 'many-hops' } }] })
  })
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
