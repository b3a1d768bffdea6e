import { describe, expect, test } from 'vitest'
import type { PeeringConnection } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { HUB, type Parts, PEERED, peering, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, HTTPS_OUT, routes, taskIn, to, VPC_AT } from './test-world.ts'
import { type Trace, trace } from './trace.ts'

function call(parts: Parts = PEERED, host = to('secretsmanager')) {
  const world = twoVpcs(parts)
  return reach(world, taskIn(world), host)
}

function connection(changes: Partial<PeeringConnection>): Parts {
  return { ...PEERED, spoke: { ...PEERED.spoke, peeringConnections: { 'pcx-1': peering('vpc-hub', changes) } } }
}

describe('an endpoint of a peer', () => {
  test('is reached where both sides have a route', () => {
    expect(call()).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('does not answer without a route back', () => {
    const hub = { ...PEERED.hub, routeTables: { 'rtb-hub': { routes: [] } } }
    expect(call({ ...PEERED, hub })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-return-route', subnetId: 'hub-a' }],
    })
  })

  test.each(['deleted', 'pending-acceptance', 'rejected', 'expired', 'failed'])('is not reached while %s', (state) => {
    expect(call(connection({ state }))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route', targetId: 'pcx-1' }],
    })
  })

  test('is not reached through a connection that is not there', () => {
    expect(call({ ...PEERED, spoke: { ...PEERED.spoke, peeringConnections: {} } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route', targetId: 'pcx-1' }],
    })
  })

  test.each([
    ['the connections', { ...PEERED, spoke: { ...PEERED.spoke, peeringConnections: DENIED } }],
    ['its state', connection({ state: DENIED })],
    ['whether it is ready', connection({ state: 'provisioning' })],
    ['who the peer is', connection({ peerVpcId: DENIED })],
    ['a peer that was not read', connection({ peerVpcId: 'vpc-of-others', peerAccount: '444455556666' })],
    ['the way back', { ...PEERED, hub: { ...PEERED.hub, routeTables: { 'rtb-hub': DENIED } } }],
  ] as readonly (readonly [string, Parts])[])('leaves open %s', (_, parts) => {
    expect(call(parts)).toMatchObject({ verdict: 'undecided', blockers: [] })
  })

  test.each([
    ['the connection', { ...PEERED, spoke: { ...PEERED.spoke, peeringConnections: { 'pcx-1': DENIED } } }],
    ['the peer', connection({ peerVpcId: DENIED })],
    ['its account', connection({ peerAccount: DENIED })],
    ['its Region', connection({ peerRegion: DENIED })],
  ] as readonly (readonly [string, Parts])[])('names the connection where not known is %s', (_, parts) => {
    expect(call(parts).gaps).toEqual([
      { gap: DENIED, what: { kind: 'peering-connection', id: 'pcx-1' }, at: `${VPC_AT}/peeringConnections/pcx-1` },
    ])
  })

  test('is not behind a connection to another VPC with the same addresses', () => {
    const spoke = { ...PEERED.spoke, peeringConnections: { 'pcx-1': peering('vpc-twin') } }
    expect(call({ ...PEERED, spoke, others: { 'vpc-twin': HUB } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'peering-not-transitive', peerVpcId: 'vpc-twin' }],
    })
  })

  test('is met behind the connection, there and back', () => {
    const world = twoVpcs(PEERED)
    const [only] = trace(world, taskIn(world), to('secretsmanager'))
    const beyond = (steps: Trace['out'] = []) => steps.slice(-3).map(({ kind, id }) => `${kind} ${id}`)
    expect(beyond(only?.out)).toEqual(['peering-connection pcx-1', 'network-acl default', 'security-group sg-endpoint'])
    expect(beyond(only?.back)).toEqual(['route rtb-hub', 'peering-connection pcx-1', 'network-acl default'])
  })

  test('may name the groups of the task', () => {
    const byGroup = { ...HTTPS_OUT, cidr: undefined, groupId: 'sg-task' } as never
    const hub = { ...PEERED.hub, securityGroups: { 'sg-endpoint': { ingress: [byGroup], egress: [] } } }
    expect(call({ ...PEERED, hub }).verdict).toBe('works')
  })
})

test.each([
  ['with its blocks', {}],
  ['of which the blocks are not known', { cidrBlocks: DENIED }],
])('a host in a peer %s may be anything', (_, hub) => {
  expect(call({ ...PEERED, hub: { ...PEERED.hub, ...hub } }, { host: '10.1.5.5', port: 443 })).toMatchObject({
    verdict: 'undecided',
    gaps: [{ gap: { what: 'host-in-another-vpc', of: 'vpc-hub' } }],
  })
})

test('a peer is no way to the internet', () => {
  const spoke = { ...PEERED.spoke, ...routes({ destination: '0.0.0.0/0', target: 'pcx-1' }) }
  expect(call({ ...PEERED, spoke }, to('logs'))).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'peering-not-transitive', peeringConnectionId: 'pcx-1', peerVpcId: 'vpc-hub' }],
  })
})
