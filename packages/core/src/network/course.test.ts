import { describe, expect, test } from 'vitest'
import type { HostedZone } from '../model/dns.ts'
import type { Vpc } from '../model/vpc.ts'
import { exitOf, preparedWay } from './network-memo.ts'
import { reach } from './reach.ts'
import { HUB, SPOKE, TO_HUB, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, HTTPS_OUT, interfaceEndpoint, routes, taskIn, to, WITH_NAT, worldOf } from './test-world.ts'
import { trace } from './trace.ts'

const OWN_NAME = 'vpce-1-abcd.secretsmanager.ap-northeast-1.vpce.amazonaws.com'

describe('hosts that take the same course', () => {
  test('through the interfaces of one endpoint of another VPC are each told by their own name', () => {
    const zone: HostedZone = {
      name: 'corp',
      records: ['a.corp', 'b.corp'].map((name) => ({ name, type: 'A', values: [OWN_NAME] })),
    }
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [] } } }
    const world = twoVpcs({ spoke: { hostedZones: { Z1: zone } }, hub })
    for (const host of ['a.corp', 'b.corp']) {
      expect(reach(world, taskIn(world), { host, port: 443 }).blockers).toMatchObject([
        { blocker: 'no-return-route', host },
      ])
    }
  })

  test('to the internet are each told by their own name', () => {
    const half = { destination: '0.0.0.0/1', target: 'nat-1' }
    const world = worldOf({ ...WITH_NAT, ...routes(half) })
    for (const host of ['a.example.com', 'b.example.com']) {
      expect(reach(world, taskIn(world), { host, port: 443 })).toMatchObject({
        verdict: 'undecided',
        gaps: [{ what: { kind: 'host', id: host } }],
      })
    }
  })
})

test.each<[string, Partial<Vpc>]>([
  ['which works', WITH_NAT],
  ['which fails', { ...WITH_NAT, internetGateways: {} }],
  ['which is open', { ...WITH_NAT, internetGateways: DENIED }],
])('a way to the internet %s is found once for all hosts', (_, vpc) => {
  const world = worldOf(vpc)
  const exit = exitOf(world, taskIn(world), 443)
  const [one, other] = ['a.example.com', 'b.example.com'].map((host) => preparedWay(exit, host).lane.way)
  expect(one?.steps).toBe(other?.steps)
  expect(one?.destination).not.toBe(other?.destination)
})

test('a way to an endpoint of the VPC is found once for all names that lead there', () => {
  const world = worldOf({ endpoints: { 'vpce-1': interfaceEndpoint('secretsmanager') } })
  const exit = exitOf(world, taskIn(world), 443)
  const [one, other] = [to('secretsmanager').host, OWN_NAME].map((host) => preparedWay(exit, host).lane.way)
  expect(one?.steps).toHaveLength(1)
  expect(one?.steps).toBe(other?.steps)
})

test('to an interface of which the subnet is not known, the way shows where it leaves, and ends', () => {
  const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { subnetIds: DENIED }) }
  const world = worldOf({ endpoints })
  const [only] = trace(world, taskIn(world), to('ecr.api'))
  expect(only?.out.map(({ kind, id, hop }) => `${kind} ${id} ${hop.verdict}`)).toEqual([
    'dns api.ecr.ap-northeast-1.amazonaws.com works',
    'security-group sg-task works',
    'network-acl default works',
    'endpoint vpce-1 undecided',
    'security-group sg-endpoint works',
  ])
  expect(only?.back).toEqual([])
})

describe('an endpoint that a NAT gateway serves in part', () => {
  const call = (split: string, subnetIds: readonly string[], ...cidrs: readonly string[]) => {
    const endpoint = interfaceEndpoint('secretsmanager', { subnetIds, privateDnsEnabled: false })
    const ingress = cidrs.map((cidr) => ({ ...HTTPS_OUT, cidr }))
    const world = twoVpcs({
      spoke: {
        subnets: {
          ...SPOKE.subnets,
          'subnet-nat': { cidrBlock: '10.0.8.0/28', routeTableId: 'rtb-nat', availabilityZone: 'ap-northeast-1a' },
        },
        routeTables: {
          'rtb-private': { routes: [TO_HUB, { destination: split, target: 'nat-1' }] },
          'rtb-nat': { routes: [TO_HUB] },
        },
        natGateways: { 'nat-1': { subnetId: 'subnet-nat', connectivityType: 'private' } },
        hostedZones: { Z1: { name: 'corp', records: [{ name: 'x.corp', type: 'A', values: [OWN_NAME] }] } },
      },
      hub: {
        subnets: {
          ...HUB.subnets,
          'hub-b': { cidrBlock: '10.1.2.0/24', routeTableId: 'rtb-hub', availabilityZone: 'ap-northeast-1a' },
        },
        endpoints: { 'vpce-1': endpoint },
        securityGroups: { 'sg-endpoint': { ingress, egress: [] } },
      },
    })
    return reach(world, taskIn(world), { host: 'x.corp', port: 443 })
  }
  const [TASK, NAT, OTHER] = ['10.0.1.0/24', '10.0.8.0/28', '10.0.3.0/24'] as const
  const [ONE_INTERFACE, HALF_A_SUBNET] = ['10.1.2.0/24', '10.1.1.128/25'] as const

  test.each([
    ['the task by the one', ONE_INTERFACE, ['hub-a'], [TASK], 'works'],
    ['the gateway by the other', ONE_INTERFACE, ['hub-b'], [NAT], 'works'],
    ['both', ONE_INTERFACE, ['hub-a', 'hub-b'], [TASK, NAT], 'works'],
    ['the task alone by both', ONE_INTERFACE, ['hub-a', 'hub-b'], [TASK], 'undecided'],
    ['the gateway alone by both', ONE_INTERFACE, ['hub-a', 'hub-b'], [NAT], 'undecided'],
    ['the gateway alone by both, in whatever order', ONE_INTERFACE, ['hub-b', 'hub-a'], [NAT], 'undecided'],
    ['neither', ONE_INTERFACE, ['hub-a', 'hub-b'], [OTHER], 'fails'],
    ['both, whichever its address is', HALF_A_SUBNET, ['hub-a'], [TASK, NAT], 'works'],
    ['the task alone, whichever its address is', HALF_A_SUBNET, ['hub-a'], [TASK], 'undecided'],
    ['the gateway alone, whichever its address is', HALF_A_SUBNET, ['hub-a'], [NAT], 'undecided'],
    ['neither, whichever its address is', HALF_A_SUBNET, ['hub-a'], [OTHER], 'fails'],
  ] as const)('sees what its group lets in: %s', (_, split, subnetIds, cidrs, verdict) => {
    expect(call(split, subnetIds, ...cidrs).verdict).toBe(verdict)
  })
})
