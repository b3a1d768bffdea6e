import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { HUB, peering, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, HTTPS_OUT, interfaceEndpoint, routes, TO_IGW, taskIn, to, VPC_AT, worldOf } from './test-world.ts'

const HOST = to('secretsmanager')

/** Both VPCs with IPv6 beside IPv4, and an endpoint of the hub that has IPv6 alone. */
function withIpv6(spoke: Partial<Vpc>, hub: Partial<Vpc>) {
  const endpoint = interfaceEndpoint('secretsmanager', {
    subnetIds: ['hub-a'],
    privateDnsEnabled: false,
    ipAddressType: 'ipv6',
  })
  const world = twoVpcs({
    spoke: {
      cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
      subnets: {
        'subnet-a': { ipv6CidrBlock: '2600:1f14::/64', ipv6Native: true, routeTableId: 'rtb-private' },
      },
      hostedZones: {
        Z1: {
          name: HOST.host,
          records: ['A', 'AAAA'].map((type) => ({ name: HOST.host, type, values: [OWN_NAME] })),
        },
      },
      securityGroups: { 'sg-task': { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '::/0' }] } },
      internetGateways: { 'igw-1': {} },
      peeringConnections: { 'pcx-1': peering('vpc-hub') },
      transitGatewayAttachments: {},
      ...spoke,
    },
    hub: {
      cidrBlocks: ['10.1.0.0/16', '2600:1f15::/56'],
      subnets: {
        'hub-a': { cidrBlock: '10.1.1.0/24', ipv6CidrBlock: '2600:1f15::/64', routeTableId: 'rtb-hub' },
      },
      endpoints: { 'vpce-1': endpoint },
      securityGroups: { 'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr: '::/0' }], egress: [] } },
      peeringConnections: { 'pcx-1': peering('vpc-1') },
      transitGatewayAttachments: {},
      ...hub,
    },
  })
  return reach(world, taskIn(world), HOST)
}

const OWN_NAME = 'vpce-1-abcd.secretsmanager.ap-northeast-1.vpce.amazonaws.com'
const by = (target: string, destination: string) => ({ routes: [{ destination, target }] })

describe('an internet gateway and an endpoint of another VPC, by IPv6', () => {
  const toHub = { routeTables: { 'rtb-private': by('pcx-1', '2600:1f15::/56') } }
  const toSpoke = { routeTables: { 'rtb-hub': by('pcx-1', '2600:1f14::/56') } }

  test('where a peering connection leads both ways, it is reached', () => {
    expect(withIpv6(toHub, toSpoke)).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('it is open whether a request arrives through the gateway, since the addresses are public', () => {
    expect(withIpv6({ routeTables: { 'rtb-private': by('igw-1', '::/0') } }, toSpoke)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'igw-1' }, gap: { what: 'foreign-internet-gateway' } }],
    })
  })

  test('no answer comes through it', () => {
    expect(withIpv6(toHub, { routeTables: { 'rtb-hub': by('igw-hub', '::/0') } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-return-route', subnetId: 'hub-a', routeTableId: 'rtb-hub' }],
    })
  })
})

test('the internet gateway of another VPC is open to a task, even one with a public address', () => {
  const routeTables = { ...HUB.routeTables, 'rtb-hub-tgw': by('igw-hub', '0.0.0.0/0') }
  const world = twoVpcs({ spoke: routes({ destination: '0.0.0.0/0', target: 'tgw-1' }), hub: { routeTables } })
  for (const publicIp of [true, false]) {
    expect(reach(world, taskIn(world, { publicIp }), to('logs'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'igw-hub' }, gap: { what: 'foreign-internet-gateway' } }],
    })
  }
})

test('an egress-only gateway takes no IPv4, even from a public address', () => {
  const world = worldOf({
    ...routes({ destination: '0.0.0.0/0', target: 'eigw-1' }),
    egressOnlyInternetGateways: { 'eigw-1': {} },
  })
  expect(reach(world, taskIn(world, { publicIp: true }), to('logs'))).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'no-route', at: `${VPC_AT}/routeTables/rtb-private/routes/0` }],
  })
})

test.each(['attaching', 'detaching'] as const)('a gateway that AWS is still %s is open', (state) => {
  const world = worldOf({ ...routes(TO_IGW), internetGateways: { 'igw-1': { state } } })
  expect(reach(world, taskIn(world, { publicIp: true }), to('logs'))).toMatchObject({
    verdict: 'undecided',
    gaps: [{ what: { kind: 'internet-gateways' }, at: `${VPC_AT}/internetGateways/igw-1/state` }],
  })
})

test('whether the task has a public address is open at its subnet', () => {
  const world = worldOf(routes(TO_IGW))
  expect(reach(world, taskIn(world, { publicIp: DENIED }), to('logs')).gaps).toEqual([
    { what: { kind: 'public-ip', id: 'subnet-a' }, gap: DENIED, at: `${VPC_AT}/subnets/subnet-a` },
  ])
})
