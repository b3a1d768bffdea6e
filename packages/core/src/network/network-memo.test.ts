import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import type { World } from '../model/world.ts'
import { WINDOWS_CLIENT_PORTS } from './client-ports.ts'
import { reach } from './reach.ts'
import {
  ALLOW_OUT,
  aclAt,
  aclEntry,
  DENIED,
  HTTPS_OUT,
  interfaceEndpoint,
  routes,
  TASK_GROUP,
  TO_IGW,
  taskIn,
  to,
  VPC_AT,
  WITH_ENDPOINT,
  worldOf,
} from './test-world.ts'

// Calls of one world share what was found for the ones before: never more than they have in common
describe('calls of one world that differ in one thing alone are answered as if each were the first', () => {
  type Change = Parameters<typeof taskIn>[1]
  const linuxAlone = aclEntry({ ruleNumber: 100, egress: false, protocol: '6', fromPort: 32_768, toPort: 60_999 })
  const none = { ingress: [], egress: [] }
  const groups: Vpc['securityGroups'] = {
    'sg-task': TASK_GROUP,
    'sg-none': none,
    'sg-other': none,
    'sg-endpoint': { ingress: [HTTPS_OUT], egress: [] },
  }

  test.each<[string, Partial<Vpc>, string, Change, string, Change, string]>([
    [
      'the ports of the client',
      { ...WITH_ENDPOINT, ...aclAt('subnet-a', ALLOW_OUT, linuxAlone) },
      'ecr.api',
      {},
      'works',
      { clientPorts: WINDOWS_CLIENT_PORTS },
      'undecided',
    ],
    ['the public address', routes(TO_IGW), 'logs', { publicIp: true }, 'works', { publicIp: false }, 'fails'],
    ['whether that is known', routes(TO_IGW), 'logs', { publicIp: true }, 'works', { publicIp: DENIED }, 'undecided'],
    [
      'the second of two groups',
      { ...WITH_ENDPOINT, securityGroups: groups },
      'ecr.api',
      { securityGroupIds: ['sg-none', 'sg-task'] },
      'works',
      { securityGroupIds: ['sg-none', 'sg-other'] },
      'fails',
    ],
    [
      'the one group',
      { ...WITH_ENDPOINT, securityGroups: groups },
      'ecr.api',
      { securityGroupIds: ['sg-task'] },
      'works',
      { securityGroupIds: ['sg-none'] },
      'fails',
    ],
    ['the subnet', {}, 'logs', { subnet: 'subnet-public', publicIp: true }, 'works', { publicIp: true }, 'fails'],
  ])('%s', (_, vpc, service, one, oneVerdict, other, otherVerdict) => {
    const verdictsIn = (world: World, ...changes: readonly Change[]) =>
      changes.map((change) => reach(world, taskIn(world, change), to(service)).verdict)
    expect(verdictsIn(worldOf(vpc), one, other, one)).toEqual([oneVerdict, otherVerdict, oneVerdict])
    expect(verdictsIn(worldOf(vpc), other, one, other)).toEqual([otherVerdict, oneVerdict, otherVerdict])
  })

  test('the port', () => {
    const world = worldOf(WITH_ENDPOINT)
    const verdictAt = (port: number) => reach(world, taskIn(world), to('ecr.api', port)).verdict
    expect([443, 80, 443].map(verdictAt)).toEqual(['works', 'fails', 'works'])
  })

  test('the groups, of which there are more than are kept', () => {
    const ids = Array.from({ length: 250 }, (_, place) => `sg-${place}`)
    const securityGroups = Object.fromEntries(ids.map((id, place) => [id, place % 2 === 0 ? TASK_GROUP : none]))
    const world = worldOf({
      endpoints: { 'vpce-1': interfaceEndpoint('ecr.api') },
      securityGroups: { ...securityGroups, 'sg-endpoint': { ingress: [HTTPS_OUT], egress: [] } },
    })
    const verdicts = [...ids, ...ids].map(
      (id) => reach(world, taskIn(world, { securityGroupIds: [id] }), to('ecr.api')).verdict,
    )
    expect(verdicts).toEqual([...ids, ...ids].map((_, place) => (place % 2 === 0 ? 'works' : 'fails')))
  })
})

describe('a task has no way', () => {
  test('out of a subnet of which no block was read, which is all that is told', () => {
    const subnets = { 'subnet-a': { routeTableId: 'rtb-private' } }
    const world = worldOf({ subnets, securityGroups: { 'sg-task': { ingress: [], egress: [] } } })
    expect(reach(world, taskIn(world), to('logs'))).toEqual({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ gap: { gap: 'not-read' }, what: { kind: 'subnet', id: 'subnet-a' }, at: `${VPC_AT}/subnets/subnet-a` }],
      assumptions: [],
      endpoints: [],
    })
  })

  test.each([
    ['IPv4', {}],
    ['both families', { ipv6CidrBlock: '2600:1f14::/64' }],
  ])('with %s to a name that has a record for the family alone that its endpoint lacks', (_, changes) => {
    const own = 'vpce-1-abcd1234.ecr.api.ap-northeast-1.vpce.amazonaws.com'
    const world = worldOf({
      cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
      subnets: { 'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', ...changes } },
      hostedZones: { Z1: { name: 'x.corp', records: [{ name: 'x.corp', type: 'A', values: [own] }] } },
      endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { ipAddressType: 'ipv6', privateDnsEnabled: false }) },
    })
    expect(reach(world, taskIn(world), { host: 'x.corp', port: 443 })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family', subnetId: 'subnet-a', family: 4 }],
      gaps: [],
    })
  })
})
