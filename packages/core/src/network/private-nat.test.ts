import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { HUB, type Parts, SPOKE, TO_HUB, twoVpcs } from './test-two-vpcs.ts'
import { HTTPS_OUT, taskIn, to } from './test-world.ts'

/** The task reaches the hub from an address of `subnet-nat`, as the hub does not route to its own. */
const VIA_NAT = {
  subnets: {
    ...SPOKE.subnets,
    'subnet-nat': { cidrBlock: '10.0.8.0/28', routeTableId: 'rtb-nat', availabilityZone: 'ap-northeast-1a' },
  },
  routeTables: {
    'rtb-private': { routes: [{ destination: '10.1.0.0/16', target: 'nat-1' }] },
    'rtb-nat': { routes: [TO_HUB] },
  },
  natGateways: { 'nat-1': { subnetId: 'subnet-nat', connectivityType: 'private' } },
} satisfies Partial<Vpc>

function call(parts: Parts) {
  const world = twoVpcs({ spoke: VIA_NAT, ...parts })
  return reach(world, taskIn(world), to('secretsmanager'))
}

const admitting = (cidr: string) => ({
  hub: { securityGroups: { 'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr }], egress: [] } } },
})

describe('a private NAT gateway before a transit gateway', () => {
  test('leads to the endpoint of the hub', () => {
    expect(call({})).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('is whom the group of the endpoint must let in', () => {
    expect(call(admitting('10.0.8.0/28')).verdict).toBe('works')
    expect(call(admitting('10.0.1.0/24'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', source: '10.0.8.0/28' }],
    })
  })

  test('is whom it must let in as the last of two', () => {
    const spoke = {
      subnets: {
        ...VIA_NAT.subnets,
        'subnet-last': { cidrBlock: '10.0.7.0/28', routeTableId: 'rtb-last', availabilityZone: 'ap-northeast-1a' },
      },
      routeTables: {
        ...VIA_NAT.routeTables,
        'rtb-nat': { routes: [{ destination: '10.1.0.0/16', target: 'nat-2' }] },
        'rtb-last': { routes: [TO_HUB] },
      },
      natGateways: { ...VIA_NAT.natGateways, 'nat-2': { subnetId: 'subnet-last', connectivityType: 'private' } },
    } as const
    expect(call({ spoke, ...admitting('10.0.7.0/28') }).verdict).toBe('works')
    expect(call({ spoke, ...admitting('10.0.8.0/28') })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', source: '10.0.7.0/28' }],
    })
  })

  test('has one address, of which nobody knows which it is', () => {
    expect(call(admitting('10.0.8.0/29'))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'nat-gateway' } }],
    })
  })

  test('hides the groups of the task', () => {
    const byGroup = { ...HTTPS_OUT, cidr: undefined, groupId: 'sg-task' } as never
    const hub = { securityGroups: { 'sg-endpoint': { ingress: [byGroup], egress: [] } } }
    expect(call({ hub, transitGateway: { securityGroupReferencingSupport: true } }).verdict).toBe('fails')
  })

  test('needs a route on from its own subnet', () => {
    const spoke = { ...VIA_NAT, routeTables: { ...VIA_NAT.routeTables, 'rtb-nat': { routes: [] } } }
    expect(call({ spoke })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route', subnetId: 'subnet-nat' }],
    })
  })

  test('gets its answer by the routes of the hub', () => {
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [] } } }
    expect(call({ hub })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-return-route', addresses: ['10.0.8.0/28'] }],
    })
  })
})
