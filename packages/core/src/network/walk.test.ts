import { describe, expect, test } from 'vitest'
import { NOT_READ } from '../model/gap.ts'
import type { Known } from '../model/known.ts'
import type { Route } from '../model/route-table.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import {
  ALLOW_IN,
  ALLOW_OUT,
  aclAt,
  aclEntry,
  DENIED,
  HTTPS_OUT,
  interfaceEndpoint,
  routes,
  S3_GATEWAY,
  TASK_GROUP,
  TO_IGW,
  TO_NAT,
  taskIn,
  to,
  VPC_AT,
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

const LOGS = to('logs')
const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const

interface Hosts extends Pick<Partial<Vpc>, 'cidrBlocks'> {
  readonly records: readonly string[]
  readonly cidrBlock?: Known<string>
}

function call(vpc: Partial<Vpc>, changes: Parameters<typeof taskIn>[1] = {}) {
  const world = worldOf(vpc)
  return reach(world, taskIn(world, changes), LOGS)
}

describe('no route', () => {
  test.each([
    ['where the table has none', {}, 'rtb-private', `${VPC_AT}/routeTables/rtb-private`],
    [
      'where the table has routes elsewhere alone',
      routes({ destination: '192.168.0.0/16', target: 'tgw-1' }),
      'rtb-private',
      `${VPC_AT}/routeTables/rtb-private`,
    ],
    [
      'where the table has routes for IPv6 alone',
      routes({ destination: '::/0', target: 'igw-1' }),
      'rtb-private',
      `${VPC_AT}/routeTables/rtb-private`,
    ],
    [
      'where the main table is as AWS makes it',
      { routeTables: {}, subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24' } } },
      null,
      `${VPC_AT}/subnets/subnet-a`,
    ],
  ] as const)('%s', (_, vpc, routeTableId, at) => {
    expect(call(vpc)).toEqual({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'no-route',
          vpcId: 'vpc-1',
          subnetId: 'subnet-a',
          routeTableId,
          host: LOGS.host,
          addresses: null,
          unusedEndpoint: null,
          at,
        },
      ],
      gaps: [],
      assumptions: [],
      endpoints: [],
    })
  })
})

describe('an internet gateway', () => {
  test('carries interfaces with a public address alone', () => {
    expect(call(routes(TO_IGW), { publicIp: true }).verdict).toBe('works')
    expect(call(routes(TO_IGW)).blockers).toEqual([
      {
        blocker: 'no-public-ip',
        subnetId: 'subnet-a',
        routeTableId: 'rtb-private',
        internetGatewayId: 'igw-1',
        at: `${VPC_AT}/routeTables/rtb-private/routes/0`,
      },
    ])
  })

  test.each([
    ['that is gone', { internetGateways: {} }],
    ['that is detached', { internetGateways: { 'igw-1': { state: 'detached' } } }],
    ['behind a route that AWS calls a black hole', routes({ ...TO_IGW, state: 'blackhole' })],
    ['that is gone, behind such a route', { ...routes({ ...TO_IGW, state: 'blackhole' }), internetGateways: {} }],
  ] as const)('%s takes everything and gives nothing back', (_, vpc) => {
    expect(call({ ...routes(TO_IGW), ...vpc }, { publicIp: true }).blockers).toEqual([
      {
        blocker: 'blackhole-route',
        subnetId: 'subnet-a',
        routeTableId: 'rtb-private',
        destination: '0.0.0.0/0',
        targetId: 'igw-1',
        at: `${VPC_AT}/routeTables/rtb-private/routes/0`,
      },
    ])
  })

  test('is told as gone and as of no use without a public address', () => {
    expect(call(routes({ ...TO_IGW, state: 'blackhole' }))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route' }, { blocker: 'no-public-ip' }],
    })
  })

  test('may be known by another id than AWS gives', () => {
    const vpc = { ...routes({ ...TO_IGW, target: 'Gateway' }), internetGateways: { Gateway: {} } }
    expect(call(vpc, { publicIp: true }).verdict).toBe('works')
  })

  test.each([
    ['whether it is there', { internetGateways: DENIED }, true, 'internet-gateways'],
    ['whether it was read', { internetGateways: undefined }, true, 'internet-gateways'],
    ['its state', { internetGateways: { 'igw-1': { state: DENIED } } }, true, 'internet-gateways'],
    ['a state in between', { internetGateways: { 'igw-1': { state: 'attaching' } } }, true, 'internet-gateways'],
    ['the public address', {}, DENIED, 'public-ip'],
    ['the state of the route', routes({ ...TO_IGW, state: DENIED }), true, 'route'],
    ['the mode in which it is blocked', { blockPublicAccess: { mode: DENIED } }, true, 'vpc'],
    ['whether it is blocked', { blockPublicAccess: DENIED }, true, 'vpc'],
  ] as const)('leaves open %s', (_, vpc, publicIp, kind) => {
    const world = { ...routes(TO_IGW), ...vpc } as Partial<Vpc>
    expect(call(world, { publicIp })).toMatchObject({ verdict: 'undecided', blockers: [], gaps: [{ what: { kind } }] })
  })

  test('is no matter of public access where that is off', () => {
    expect(call({ ...routes(TO_IGW), blockPublicAccess: { mode: 'off' } }, { publicIp: true }).verdict).toBe('works')
  })
})

describe('the longest prefix decides', () => {
  const HALVES = ['0.0.0.0/1', '128.0.0.0/1']

  test('and two halves win over the whole', () => {
    const vpc = {
      ...WITH_NAT,
      ...routes(
        { ...TO_NAT, destination: '0.0.0.0/0' },
        ...HALVES.map((destination) => ({ destination, target: 'igw-1' })),
      ),
    }
    expect(call(vpc)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-public-ip' }, { blocker: 'no-public-ip' }],
    })
    expect(call(vpc, { publicIp: true }).verdict).toBe('works')
  })

  test('and a part that is routed elsewhere leaves open where the host is', () => {
    const vpc = { ...WITH_NAT, ...routes(TO_NAT, { destination: '52.0.0.0/8', target: 'igw-1' }) }
    expect(call(vpc)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'host', id: LOGS.host } }],
    })
  })

  test('and half a default route may or may not hold the host', () => {
    expect(call({ ...WITH_NAT, ...routes({ ...TO_NAT, destination: '0.0.0.0/1' }) })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'host' } }],
    })
  })

  test('and each part of the addresses meets the ACL as itself', () => {
    const hostedZones = {
      Z1: {
        name: 'corp.internal',
        records: [{ name: 'host.corp.internal', type: 'A', values: ['52.1.2.3', '203.0.114.9'] }],
      },
    }
    const denied = aclEntry({ ruleNumber: 1, egress: true, ruleAction: 'deny', cidrBlock: '203.0.114.0/24' })
    const dead = { destination: '128.0.0.0/1', target: 'igw-gone' }
    const world = worldOf({
      ...aclAt('subnet-a', denied, ALLOW_OUT, ALLOW_IN),
      ...routes({ ...TO_IGW, destination: '0.0.0.0/1' }, dead),
      hostedZones,
    })
    const path = reach(world, taskIn(world, { publicIp: true }), { host: 'host.corp.internal', port: 443 })
    expect(path).toMatchObject({ verdict: 'undecided', gaps: [], partial: { works: 1, of: 2 } })
  })

  test('and what a VPN announces comes after lists of the same length', () => {
    const list = { prefixLists: { 'pl-1': { cidrs: ['0.0.0.0/0'] } } }
    const toVpn = { destination: '0.0.0.0/0', target: 'vgw-1' }
    const world = worldOf({ ...WITH_NAT, ...routes(toVpn, { destination: 'pl-1', target: 'nat-1' }) }, list)
    expect(reach(world, taskIn(world), LOGS).verdict).toBe('works')
  })

  test('and blocks win over lists of the same length', () => {
    const list = { prefixLists: { 'pl-1': { cidrs: ['0.0.0.0/0'] } } }
    const world = worldOf({ ...WITH_NAT, ...routes({ destination: 'pl-1', target: 'tgw-1' }, TO_NAT) }, list)
    expect(reach(world, taskIn(world), LOGS).verdict).toBe('works')
    const alone = worldOf({ ...WITH_NAT, ...routes({ destination: 'pl-1', target: 'nat-1' }) }, list)
    expect(reach(alone, taskIn(alone), LOGS).verdict).toBe('works')
  })
})

describe('routes that are not known', () => {
  test.each([
    ['the table', { routeTables: { 'rtb-private': DENIED } }, 'route-table'],
    ['its routes', { routeTables: { 'rtb-private': { routes: DENIED } } }, 'route-table'],
    [
      'which table it is',
      { subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: DENIED } } },
      'route-table',
    ],
    ['a table that is not there', { routeTables: {} }, 'route-table'],
    [
      'the tables of the VPC',
      { routeTables: DENIED, subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24' } } },
      'route-tables',
    ],
    [
      'whether there are more',
      { routeTables: { '*': DENIED }, subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24' } } },
      'route-tables',
    ],
    [
      'which is the main one',
      { routeTables: { 'rtb-1': { main: DENIED, routes: [] } }, subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24' } } },
      'route-tables',
    ],
    ['what a route takes', routes({ destination: DENIED, target: 'tgw-1' }, TO_NAT), 'route'],
    ['part of what a route takes', routes({ destination: '«Cidr»', target: 'tgw-1' }, TO_NAT), 'route'],
    ['what is in its list', routes({ destination: 'pl-1', target: 'tgw-1' }, TO_NAT), 'route'],
    ['where a route leads', routes({ destination: '0.0.0.0/0', target: DENIED }), 'route'],
  ] as const)('leave it open: %s', (_, vpc, kind) => {
    expect(call({ ...WITH_NAT, ...vpc })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind } }],
    })
  })

  test('do not matter where they lead the same way', () => {
    expect(call({ ...WITH_NAT, ...routes({ destination: DENIED, target: 'nat-1' }, TO_NAT) }).verdict).toBe('works')
  })

  test.each<[string, readonly Route[]]>([
    ['into a black hole', [{ destination: DENIED, target: 'nat-1', state: 'blackhole' }, TO_NAT]],
    ['nobody knows where', [{ destination: DENIED, target: DENIED }, TO_NAT]],
    ['out where nothing else does', [{ destination: DENIED, target: 'nat-1' }]],
    [
      'out of one of two ways',
      [
        { destination: DENIED, target: 'nat-1' },
        { destination: '0.0.0.0/1', target: 'nat-1' },
        { destination: '128.0.0.0/1', target: 'igw-1' },
      ],
    ],
  ])('matter where they may lead %s', (_, entries) => {
    expect(call({ ...WITH_NAT, ...routes(...entries) })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'route', id: '?' }, gap: DENIED }],
    })
  })

  test.each([
    ['a table that is not there', { routeTables: {} }, NOT_READ],
    ['a table that may not be read', { routeTables: { 'rtb-private': DENIED } }, DENIED],
    [
      'the tables of which one may be the main one',
      {
        routeTables: { 'rtb-1': DENIED, 'rtb-2': { main: OTHER, routes: [] } },
        subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24' } },
      },
      DENIED,
    ],
  ] as const)('are told with what hides %s', (_, vpc, gap) => {
    expect(call({ ...WITH_NAT, ...vpc }).gaps).toMatchObject([{ gap }])
  })

  test('may be of a list whose service is not fully known', () => {
    const lists = { prefixLists: { 'pl-1': { prefixListName: 'com.amazonaws.«Region».logs', cidrs: [] } } }
    const world = worldOf({ ...WITH_NAT, ...routes({ destination: 'pl-1', target: 'tgw-1' }, TO_NAT) }, lists)
    expect(reach(world, taskIn(world), LOGS)).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'route', id: 'pl-1' }, gap: { gap: 'unresolved' } }],
    })
  })

  test('do not matter where the main table is known', () => {
    const main = { main: true, routes: [TO_NAT] }
    const vpc = {
      ...WITH_NAT,
      subnets: {
        'subnet-a': { cidrBlock: '10.0.1.0/24' },
        'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
      },
    }
    expect(
      call({ ...vpc, routeTables: { 'rtb-0': DENIED, 'rtb-main': main, 'rtb-public': { routes: [TO_IGW] } } }).verdict,
    ).toBe('works')
  })
})

describe('what the ACL of the subnet drops is dropped, whatever is open behind it:', () => {
  test.each<[string, Partial<Vpc>, string]>([
    ['the table', { routeTables: { 'rtb-private': DENIED } }, 'logs'],
    ['what a route takes', routes({ destination: DENIED, target: 'tgw-1' }, TO_NAT), 'logs'],
    ['where a route leads', routes({ destination: '0.0.0.0/0', target: DENIED }), 'logs'],
    ['what takes from a gateway endpoint', routes({ destination: DENIED, target: 'eni-1' }), 's3'],
    ['what a route inside of the VPC leads to', routes({ destination: '10.0.2.0/24', target: 'eni-1' }), 'ecr.api'],
  ])('%s', (_, vpc, service) => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api'), 'vpce-s3': S3_GATEWAY }
    const world = worldOf({ ...WITH_NAT, endpoints, ...vpc, ...aclAt('subnet-a', ALLOW_IN) })
    expect(reach(world, taskIn(world), to(service))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', subnetId: 'subnet-a', side: 'task', direction: 'egress' }],
    })
  })
})

describe('what is not modeled names itself', () => {
  test.each(['vgw-1', 'eni-1', 'vpce-fw', 'lgw-1', 'arn:aws:networkmanager::1:core-network/core-network-1', 'local'])(
    'a route to %s',
    (target) => {
      const endpoints = { 'vpce-fw': interfaceEndpoint('x', { vpcEndpointType: 'GatewayLoadBalancer' }) }
      const path = call({ endpoints, ...routes({ destination: '0.0.0.0/0', target }) })
      expect(path).toMatchObject({
        verdict: 'undecided',
        blockers: [],
        gaps: [{ what: { kind: 'hop', id: target }, gap: { gap: 'not-modeled' } }],
      })
    },
  )

  test.each([
    ['an endpoint', { 'vpce-fw': DENIED }],
    ['the type of an endpoint', { 'vpce-fw': interfaceEndpoint('x', { vpcEndpointType: DENIED }) }],
  ])('but %s that was not read tells what hides it', (_, endpoints) => {
    const world = worldOf({ endpoints, ...routes({ destination: '0.0.0.0/0', target: 'vpce-fw' }) })
    expect(reach(world, taskIn(world), { host: '52.1.2.3', port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'endpoint', id: 'vpce-fw' }, gap: DENIED }],
    })
  })

  test('a host in the VPC itself', () => {
    const world = worldOf()
    expect(reach(world, taskIn(world), { host: '10.0.2.7', port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'hop', id: 'local' } }],
    })
  })

  describe('a host in the subnet itself, which no ACL keeps away,', () => {
    const closed = { ...aclAt('subnet-a'), ...routes() }
    test.each([
      ['alone', { records: ['10.0.1.7'] }, 'undecided'],
      ['beside one in another subnet', { records: ['10.0.1.7', '10.0.2.7'] }, 'undecided'],
      ['where the block of the subnet is not known', { records: ['10.0.2.7'], cidrBlock: DENIED }, 'undecided'],
      ['but one in another subnet', { records: ['10.0.2.7'] }, 'fails'],
      ['but a public one, whatever the block of the subnet', { records: ['52.1.2.3'], cidrBlock: DENIED }, 'fails'],
      [
        'but a public one, whatever the blocks of the VPC',
        { records: ['52.1.2.3'], cidrBlock: DENIED, cidrBlocks: DENIED },
        'fails',
      ],
    ] as const)('%s', (_, { records, cidrBlock = '10.0.1.0/24', ...vpc }: Hosts, verdict) => {
      const subnets = { 'subnet-a': { cidrBlock, routeTableId: 'rtb-private', networkAclId: 'acl-1' } }
      const hostedZones = {
        Z1: { name: 'corp.internal', records: [{ name: 'host.corp.internal', type: 'A', values: records }] },
      }
      const world = worldOf({ ...closed, subnets, hostedZones, ...vpc })
      expect(reach(world, taskIn(world), { host: 'host.corp.internal', port: 443 }).verdict).toBe(verdict)
    })
  })

  test('but a public name, also where the VPC does not tell of the block of the subnet', () => {
    const subnets = { 'subnet-a': { cidrBlock: '52.1.2.0/24', routeTableId: 'rtb-private' } }
    expect(call({ ...routes(), subnets })).toMatchObject({ verdict: 'fails', gaps: [] })
  })

  test('which groups a host in the VPC has, that rules may name', () => {
    const egress = [{ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-other' }]
    const world = worldOf({
      securityGroups: { 'sg-task': { ingress: [], egress }, 'sg-other': { ingress: [], egress } },
    })
    const verdictOf = (host: string) => reach(world, taskIn(world), { host, port: 443 }).verdict
    expect([verdictOf('10.0.2.7'), verdictOf('52.1.2.3')]).toEqual(['undecided', 'fails'])
  })

  test('a private address where the blocks of the VPC are not known', () => {
    const world = worldOf({ ...WITH_NAT, cidrBlocks: DENIED })
    expect(reach(world, taskIn(world), { host: '10.0.2.7', port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'vpc', id: 'vpc-1' } }],
    })
    expect(reach(world, taskIn(world), { host: '52.1.2.3', port: 443 }).verdict).toBe('works')
  })

  test('a subnet of which no block is known', () => {
    const subnet = { cidrBlock: '10.0.1.0/24', ipv6Native: true }
    expect(call({ subnets: { 'subnet-a': subnet } })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'subnet', id: 'subnet-a' } }],
    })
  })

  test('and nothing beyond it is judged', () => {
    const entries = [
      { ruleNumber: 1, egress: true, ruleAction: 'allow', protocol: '-1', cidrBlock: '0.0.0.0/0' },
    ] as const
    const subnets = { 'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', networkAclId: 'acl-1' } }
    const vpc = {
      ...routes({ destination: '0.0.0.0/0', target: 'tgw-1' }),
      subnets,
      networkAcls: { 'acl-1': { entries } },
    }
    expect(call(vpc)).toMatchObject({ verdict: 'undecided', blockers: [] })
  })
})

describe('inside of the VPC the local route leads to the endpoint', () => {
  const unknownBlocks = (destination: string, target: string) => ({
    cidrBlocks: DENIED,
    ...routes({ destination, target }),
  })
  const callEndpoint = (vpc: Partial<Vpc>) => {
    const world = worldOf({ ...WITH_ENDPOINT, ...vpc })
    return reach(world, taskIn(world), to('ecr.api'))
  }

  test.each([
    ['over shorter routes', routes({ destination: '10.0.0.0/8', target: 'tgw-1' }, TO_NAT), 'works'],
    ['unless a longer one takes the packet', routes({ destination: '10.0.2.0/24', target: 'eni-1' }), 'undecided'],
    ['unless a NAT gateway takes it', routes({ destination: '10.0.2.0/24', target: 'nat-1' }), 'undecided'],
    ['which is written out', routes({ destination: '10.0.0.0/16', target: 'local' }), 'works'],
    ['unless it was replaced', routes({ destination: '10.0.0.0/16', target: 'eni-1' }), 'undecided'],
    ['as long as the table is known', { routeTables: DENIED }, 'undecided'],
    ['though the blocks of the VPC are not known', { cidrBlocks: DENIED }, 'works'],
    ['over shorter routes of a VPC whose blocks are not known', unknownBlocks('10.0.0.0/15', 'tgw-1'), 'works'],
    ['beside routes to other addresses there', unknownBlocks('10.9.0.0/16', 'tgw-1'), 'works'],
    ['which is written out where the blocks are not known', unknownBlocks('10.0.0.0/16', 'local'), 'works'],
    [
      'also by another block of the VPC',
      {
        cidrBlocks: ['10.0.0.0/16', '100.64.0.0/16'],
        subnets: {
          'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
          'subnet-b': { cidrBlock: '100.64.2.0/24', routeTableId: 'rtb-private' },
        },
        securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': { ingress: [HTTPS_OUT], egress: [] } },
      },
      'works',
    ],
    [
      'also where a route that is not known would stay inside',
      routes({ destination: DENIED, target: 'local' }),
      'works',
    ],
    ['unless a route that is not known may lead away', routes({ destination: DENIED, target: 'tgw-1' }), 'undecided'],
    [
      'unless they are not known and a route may be as long',
      { cidrBlocks: DENIED, ...routes({ destination: '10.0.0.0/16', target: 'tgw-1' }) },
      'undecided',
    ],
  ] as const)('%s', (_, vpc, verdict) => {
    expect(callEndpoint(vpc).verdict).toBe(verdict)
  })
})
