import { describe, expect, test } from 'vitest'
import type { Route } from '../model/route-table.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { HUB, TO_SPOKE, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, routes, TO_IGW, TO_NAT, taskIn, to, worldOf } from './test-world.ts'
import { trace } from './trace.ts'

const REGIONAL = { availabilityMode: 'regional', routeTableId: 'rtb-nat' } as const

function behind(entries: readonly Route[], own: readonly Route[], vpc: Partial<Vpc> = {}) {
  return worldOf({
    natGateways: { 'nat-1': REGIONAL },
    routeTables: { 'rtb-private': { routes: entries }, 'rtb-nat': { routes: own } },
    ...vpc,
  })
}

test('on the way through a regional gateway no ACL is met but that of the task', () => {
  const world = behind([TO_NAT], [TO_IGW])
  const [only] = trace(world, taskIn(world), to('logs'))
  const written = (steps: NonNullable<typeof only>['out'] = []) => steps.map(({ kind, id }) => `${kind} ${id}`)
  expect([written(only?.out), written(only?.back)]).toEqual([
    [
      'dns logs.ap-northeast-1.amazonaws.com',
      'security-group sg-task',
      'network-acl default',
      'route rtb-private',
      'nat-gateway nat-1',
      'internet-gateway igw-1',
    ],
    ['network-acl default'],
  ])
})

describe('a regional gateway leaves open', () => {
  test('a route of its table that may take the packets', () => {
    const world = behind([TO_NAT], [TO_IGW, { destination: DENIED, target: 'eni-1' }])
    expect(reach(world, taskIn(world), to('logs'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'route' }, gap: DENIED }],
    })
  })

  test('a host of the VPC itself, to which a route sends it', () => {
    const world = behind([{ destination: '10.0.2.0/24', target: 'nat-1' }], [TO_IGW])
    expect(reach(world, taskIn(world), { host: '10.0.2.7', port: 443 })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'local' }, gap: { what: 'host-in-vpc' } }],
    })
  })

  test('an endpoint of another VPC', () => {
    const world = twoVpcs({
      spoke: {
        natGateways: { 'nat-1': REGIONAL },
        routeTables: {
          'rtb-private': { routes: [{ destination: '10.1.0.0/16', target: 'nat-1' }] },
          'rtb-nat': { routes: [TO_IGW] },
        },
        internetGateways: { 'igw-1': {} },
      },
    })
    expect(reach(world, taskIn(world), to('secretsmanager'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'nat-1' }, gap: { what: 'regional-nat-gateway' } }],
    })
  })

  test('what comes from another VPC', () => {
    const world = twoVpcs({
      spoke: routes({ destination: '0.0.0.0/0', target: 'tgw-1' }),
      hub: {
        natGateways: { 'nat-hub': { ...REGIONAL, routeTableId: 'rtb-hub-public' } },
        routeTables: {
          ...HUB.routeTables,
          'rtb-hub-public': { routes: [{ destination: '0.0.0.0/0', target: 'igw-hub' }, TO_SPOKE] },
        },
      },
    })
    expect(reach(world, taskIn(world), to('logs'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'hop', id: 'nat-hub' }, gap: { what: 'regional-nat-gateway' } }],
    })
  })
})

test('Block Public Access names the internet gateway of its table', () => {
  const world = behind([TO_NAT], [TO_IGW], { blockPublicAccess: { mode: 'block-bidirectional' } })
  expect(reach(world, taskIn(world), to('logs')).blockers).toMatchObject([
    { blocker: 'public-access-blocked', gatewayId: 'igw-1', subnetId: null },
  ])
})
