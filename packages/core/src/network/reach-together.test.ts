import { describe, expect, test } from 'vitest'
import type { HostPort } from '../model/host-port.ts'
import type { SecurityGroup } from '../model/security-group.ts'
import type { Vpc } from '../model/vpc.ts'
import type { World } from '../model/world.ts'
import { reach, reachTogether } from './reach.ts'
import {
  ALLOW_OUT,
  aclAt,
  aclEntry,
  ENDPOINT_GROUP,
  HTTPS_OUT,
  interfaceEndpoint,
  S3_GATEWAY,
  TASK_GROUP,
  TO_IGW,
  taskIn,
  to,
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

const ALL: SecurityGroup['egress'] = [
  { protocol: '-1', cidr: '0.0.0.0/0' },
  { protocol: '-1', cidr: '::/0' },
]
const GROUPS: Readonly<Record<string, SecurityGroup>> = {
  'sg-all': { ingress: [], egress: ALL },
  'sg-all-too': { ingress: [], egress: ALL },
  'sg-four': { ingress: [], egress: [{ protocol: '-1', cidr: '0.0.0.0/0' }] },
  'sg-six': { ingress: [], egress: [{ protocol: '-1', cidr: '::/0' }] },
  'sg-task': TASK_GROUP,
  'sg-none': { ingress: [], egress: [] },
}
const byGroup = { ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-all' }], egress: [] }

const WORLDS: Readonly<Record<string, Partial<Vpc>>> = {
  'a NAT gateway': WITH_NAT,
  'nothing but the VPC': {},
  'an endpoint that admits the VPC': { ...WITH_NAT, ...WITH_ENDPOINT },
  'an endpoint that admits one group': {
    ...WITH_ENDPOINT,
    securityGroups: { ...GROUPS, 'sg-endpoint': byGroup },
  },
  'an endpoint that admits one subnet': {
    ...WITH_ENDPOINT,
    securityGroups: { ...GROUPS, 'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr: '10.0.1.0/24' }], egress: [] } },
  },
  'an endpoint that admits one subnet, and one group': {
    ...WITH_ENDPOINT,
    securityGroups: {
      ...GROUPS,
      'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr: '10.0.1.0/24' }, ...byGroup.ingress], egress: [] },
    },
  },
  'an endpoint that IPv4 does not reach, and that admits one group by IPv6': {
    ...aclAt('subnet-a', ...[true, false].map((egress) => aclEntry({ ruleNumber: 1, egress, cidrBlock: '::/0' }))),
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    subnets: {
      'subnet-a': {
        cidrBlock: '10.0.1.0/24',
        ipv6CidrBlock: '2600:1f14::/64',
        routeTableId: 'rtb-private',
        networkAclId: 'acl-1',
      },
      'subnet-b': { cidrBlock: '10.0.2.0/24', ipv6CidrBlock: '2600:1f14:0:1::/64', routeTableId: 'rtb-private' },
      'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
    },
    endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { ipAddressType: 'dualstack' }) },
    securityGroups: {
      ...GROUPS,
      'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr: '10.0.0.0/16' }, ...byGroup.ingress], egress: [] },
    },
  },
  'two endpoints with private DNS': {
    endpoints: { 'vpce-1': interfaceEndpoint('ecr.api'), 'vpce-2': interfaceEndpoint('ecr.api') },
  },
  'a gateway endpoint': { endpoints: { 'vpce-s3': S3_GATEWAY } },
  'an ACL in front of one subnet': { ...WITH_NAT, ...aclAt('subnet-b', ALLOW_OUT) },
  'subnets with IPv6': {
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    subnets: {
      'subnet-a': { cidrBlock: '10.0.1.0/24', ipv6CidrBlock: '2600:1f14::/64', routeTableId: 'rtb-private' },
      'subnet-b': { ipv6CidrBlock: '2600:1f14:0:1::/64', ipv6Native: true, routeTableId: 'rtb-public' },
      'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
    },
    routeTables: {
      'rtb-private': { routes: [TO_IGW, { destination: '::/0', target: 'igw-1' }] },
      'rtb-public': { routes: [TO_IGW] },
    },
  },
}

const SUBNETS = [
  ['subnet-a', 'subnet-b'],
  ['subnet-a'],
  ['subnet-b', 'subnet-a'],
  ['subnet-a', 'subnet-public'],
  [],
  ['subnet-public'],
]
const HOSTS: readonly HostPort[] = [
  to('ecr.api'),
  to('logs'),
  to('s3'),
  to('logs', 80),
  to('logs', 8080),
  { host: 'ecs.ap-northeast-1.api.aws', port: 443 },
]

function tasksIn(world: World) {
  return SUBNETS.flatMap((subnets) =>
    [...Object.keys(GROUPS), 'sg-all'].flatMap((group) =>
      [true, false].map((publicIp) =>
        subnets.map((subnet) => taskIn(world, { subnet, securityGroupIds: [group], publicIp })),
      ),
    ),
  )
}

// Tasks of one world share their paths where their groups play no part: an answer is never that of another one
describe('the interfaces of all tasks of a world have the paths that each has alone, with', () => {
  test.each(Object.entries(WORLDS))('%s', (_, vpc) => {
    const fresh = () => worldOf({ securityGroups: { ...GROUPS, 'sg-endpoint': ENDPOINT_GROUP }, ...vpc })
    const shared = fresh()
    const together = tasksIn(shared).map((froms) => reachTogether(shared, froms))
    const answers = [...HOSTS, ...HOSTS].map((host) => together.map((reachAll) => reachAll(host)))
    const alone = HOSTS.map((host) => {
      const world = fresh()
      return tasksIn(world).map((froms) => froms.map((from) => reach(world, from, host)))
    })
    expect(answers).toEqual([...alone, ...alone])
  })
})

// Callers judge what has the same paths once
describe('the list of paths is one object', () => {
  const world = worldOf({ ...WITH_NAT, ...WITH_ENDPOINT, securityGroups: { ...GROUPS, 'sg-endpoint': ENDPOINT_GROUP } })
  const asking = (group: string, subnets: readonly string[] = ['subnet-a', 'subnet-b']) =>
    reachTogether(
      world,
      subnets.map((subnet) => taskIn(world, { subnet, securityGroupIds: [group] })),
    )
  const others = [['subnet-b', 'subnet-a'], ['subnet-a']]

  test.each([
    ['through a NAT gateway', to('logs')],
    ['to an endpoint', to('ecr.api')],
  ])('for all tasks of the same subnets whose groups let everything out, %s', (_, host) => {
    const one = asking('sg-all')(host)
    for (const subnets of others) expect(asking('sg-all', subnets)(host)).not.toBe(one)
    expect(asking('sg-all-too')(host)).toBe(one)
  })

  test('for one task that asks twice', () => {
    const ask = asking('sg-task')
    expect(ask(to('logs'))).toBe(ask(to('logs')))
    expect(ask(to('logs', 80))).toBe(ask(to('logs', 80)))
  })
})
