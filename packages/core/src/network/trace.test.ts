import { expect, test } from 'vitest'
import { HUB, TO_SPOKE, twoVpcs } from './test-two-vpcs.ts'
import {
  ALLOW_OUT,
  aclEntry,
  DENIED,
  routes,
  TASK_GROUP,
  TO_IGW,
  taskIn,
  to,
  VPC_AT,
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'
import { type Trace, trace } from './trace.ts'

function written({ out, back }: Trace) {
  const words = (steps: Trace['out']) =>
    steps.map(({ kind, id, hop }) => `${kind} ${id}${hop.verdict === 'works' ? '' : ` ${hop.verdict}`}`)
  return { out: words(out), back: words(back) }
}

test('through a NAT gateway: past each edge, there and back', () => {
  const world = worldOf(WITH_NAT)
  const traces = trace(world, taskIn(world), to('logs'))
  expect(traces.map(written)).toEqual([
    {
      back: ['network-acl default', 'network-acl default', 'route rtb-public', 'network-acl default'],
      out: [
        'dns logs.ap-northeast-1.amazonaws.com',
        'security-group sg-task',
        'network-acl default',
        'route rtb-private',
        'nat-gateway nat-1',
        'network-acl default',
        'network-acl default',
        'route rtb-public',
        'internet-gateway igw-1',
        'public-ip nat-1',
      ],
    },
  ])
})

test('to an endpoint of another VPC, and back by its tables', () => {
  const world = twoVpcs()
  const [only] = trace(world, taskIn(world), to('secretsmanager'))
  expect(only?.addresses).toEqual(['10.1.1.10/32'])
  expect(only === undefined ? null : written(only)).toEqual({
    back: [
      'network-acl default',
      'route rtb-hub',
      'transit-gateway tgw-attach-hub',
      'network-acl default',
      'transit-gateway tgw-rtb-1',
      'network-acl default',
      'route ',
      'network-acl default',
    ],
    out: [
      'dns secretsmanager.ap-northeast-1.amazonaws.com',
      'security-group sg-task',
      'network-acl default',
      'route rtb-private',
      'transit-gateway tgw-attach-spoke',
      'network-acl default',
      'transit-gateway tgw-rtb-1',
      'network-acl default',
      'route rtb-hub-tgw',
      'network-acl default',
      'security-group sg-endpoint',
    ],
  })
})

test('names what drops the packets, and goes on behind it', () => {
  const networkAcls = {
    'acl-1': { default: true, entries: [ALLOW_OUT, aclEntry({ ruleNumber: 90, egress: false, ruleAction: 'deny' })] },
  }
  const world = worldOf({
    ...routes(TO_IGW),
    networkAcls,
    securityGroups: { 'sg-task': { ...TASK_GROUP, egress: [] } },
  })
  const [only] = trace(world, taskIn(world, { publicIp: true }), to('logs'))
  expect(only === undefined ? null : written(only)).toEqual({
    back: ['network-acl acl-1 fails'],
    out: [
      'dns logs.ap-northeast-1.amazonaws.com',
      'security-group sg-task fails',
      'network-acl acl-1',
      'route rtb-private',
      'internet-gateway igw-1',
      'public-ip subnet-a',
    ],
  })
})

test('has a way for each family, and none where the name leads nowhere', () => {
  const world = worldOf({
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    subnets: {
      'subnet-a': { cidrBlock: '10.0.1.0/24', ipv6CidrBlock: '2600:1f14::/64', routeTableId: 'rtb-private' },
      'subnet-b': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-private' },
    },
  })
  const families = (host: string) => trace(world, taskIn(world), { host, port: 443 }).map(({ family }) => family)
  expect(families('ecs.ap-northeast-1.api.aws')).toEqual([4, 6])
  expect(families('52.1.2.3')).toEqual([4])
  const host = '2606:4700::1'
  expect(trace(world, taskIn(world, { subnet: 'subnet-b' }), { host, port: 443 })).toMatchObject([
    { family: 4, addresses: [], out: [{ kind: 'dns', id: host, hop: { verdict: 'fails' } }], back: [] },
  ])
})

test('shows the name and the groups alone where nobody knows where the name leads', () => {
  const world = worldOf({ endpoints: DENIED })
  const [only] = trace(world, taskIn(world), to('ecr.api'))
  expect(only === undefined ? null : written(only)).toEqual({
    out: ['dns api.ecr.ap-northeast-1.amazonaws.com undecided', 'security-group sg-task'],
    back: [],
  })
})

test('points to the groups of the endpoint', () => {
  const world = worldOf(WITH_ENDPOINT)
  const [only] = trace(world, taskIn(world), to('ecr.api'))
  expect(only?.out.at(-1)).toMatchObject({
    kind: 'security-group',
    id: 'sg-endpoint',
    at: `${VPC_AT}/securityGroups/sg-endpoint/ingress`,
  })
})

test.each([
  ['the table, for the route that each has', {}, `${VPC_AT}/routeTables/rtb-private`],
  [
    'the route, for one that is written out',
    routes({ destination: '10.0.0.0/16', target: 'local' }),
    `${VPC_AT}/routeTables/rtb-private/routes/0`,
  ],
])('points inside of the VPC to %s', (_, vpc, at) => {
  const world = worldOf({ ...WITH_ENDPOINT, ...vpc })
  const [only] = trace(world, taskIn(world), to('ecr.api'))
  expect(only?.out.find(({ kind }) => kind === 'route')).toMatchObject({ id: 'rtb-private', at })
})

test('tells of a route that is dead at the route alone', () => {
  const world = worldOf({ ...routes({ ...TO_IGW, state: 'blackhole' }), internetGateways: {} })
  const [only] = trace(world, taskIn(world, { publicIp: true }), to('logs'))
  const dropping = only?.out.filter(({ hop }) => hop.verdict === 'fails')
  expect(dropping?.map(({ kind }) => kind)).toEqual(['route'])
})

test('ends where something is open', () => {
  const world = twoVpcs({
    hub: { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [{ ...TO_SPOKE, target: 'eni-1' }] } } },
  })
  const [only] = trace(world, taskIn(world), to('secretsmanager'))
  expect(only?.back.at(-1)).toMatchObject({ kind: 'route', hop: { verdict: 'undecided' } })
})
