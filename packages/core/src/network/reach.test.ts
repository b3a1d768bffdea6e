import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { reach } from './reach.ts'
import {
  ALLOW_OUT,
  aclAt,
  aclEntry,
  DENIED,
  ENDPOINT_GROUP,
  HTTPS_OUT,
  interfaceEndpoint,
  S3_GATEWAY,
  TASK_GROUP,
  taskIn,
  to,
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

describe('a call works', () => {
  test.each([
    ['through an interface endpoint in another subnet', worldOf(WITH_ENDPOINT), 'subnet-a', false, 'ecr.api'],
    ['through an interface endpoint in its own subnet', worldOf(WITH_ENDPOINT), 'subnet-b', false, 'ecr.api'],
    ['through a NAT gateway', worldOf(WITH_NAT), 'subnet-a', false, 'logs'],
    ['through an internet gateway with a public address', worldOf(), 'subnet-public', true, 'logs'],
    ['through the gateway endpoint of S3', worldOf({ endpoints: { 'vpce-s3': S3_GATEWAY } }), 'subnet-a', false, 's3'],
  ])('%s', (_, world, subnet, publicIp, service) => {
    expect(reach(world, taskIn(world, { subnet, publicIp }), to(service))).toMatchObject({
      verdict: 'works',
      blockers: [],
      gaps: [],
      assumptions: [],
    })
  })
})

test('the answer names the endpoint that the call goes to', () => {
  const world = worldOf({ endpoints: { 'vpce-1': interfaceEndpoint('ecr.api'), 'vpce-s3': S3_GATEWAY } })
  const endpointOf = (service: string) => reach(world, taskIn(world), to(service)).endpoints.map(({ id }) => id)
  expect(endpointOf('ecr.api')).toEqual(['vpce-1'])
  expect(endpointOf('s3')).toEqual(['vpce-s3'])
  expect(endpointOf('logs')).toEqual([])
})

describe('everything that stops a call is told in the order of the path', () => {
  const NONE = { ingress: [], egress: [] }
  const CLOSED: Partial<Vpc> = { securityGroups: { 'sg-task': NONE, 'sg-endpoint': NONE }, enableDnsSupport: false }
  const toldBy = (vpc: Partial<Vpc>, service: string, subnet = 'subnet-a') => {
    const world = worldOf({ ...CLOSED, ...vpc })
    const { blockers } = reach(world, taskIn(world, { subnet }), to(service))
    return blockers.map((each) =>
      each.blocker === 'network-acl' ? `${each.side} ${each.direction}${each.reply ? ' reply' : ''}` : each.blocker,
    )
  }
  const shut = { 'acl-1': { entries: [] } }
  const SHUT = {
    networkAcls: shut,
    subnets: {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', networkAclId: 'acl-1' },
      'subnet-b': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-private', networkAclId: 'acl-1' },
      'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public', networkAclId: 'acl-1' },
    },
  }

  test('to an endpoint', () => {
    expect(toldBy({ ...WITH_ENDPOINT, ...SHUT }, 'ecr.api')).toEqual([
      'vpc-dns-off',
      'security-group-egress',
      'task egress',
      'endpoint ingress',
      'endpoint-security-group',
      'endpoint egress reply',
      'task ingress reply',
    ])
  })

  test('through a NAT gateway', () => {
    const nat: Partial<Vpc> = {
      ...WITH_NAT,
      natGateways: { 'nat-1': { state: 'failed', subnetId: 'subnet-public' } },
      internetGateways: {},
    }
    expect(toldBy({ ...nat, ...SHUT }, 'logs')).toEqual([
      'vpc-dns-off',
      'security-group-egress',
      'task egress',
      'nat-gateway-state',
      'nat-gateway ingress',
      'nat-gateway egress',
      'nat-gateway-without-internet',
      'nat-gateway ingress reply',
      'nat-gateway egress reply',
      'task ingress reply',
    ])
  })

  test('through an internet gateway', () => {
    expect(toldBy({ internetGateways: {}, ...SHUT }, 'logs', 'subnet-public')).toEqual([
      'vpc-dns-off',
      'security-group-egress',
      'task egress',
      'blackhole-route',
      'no-public-ip',
      'task ingress reply',
    ])
  })

  test('to a gateway endpoint', () => {
    expect(toldBy({ endpoints: { 'vpce-s3': { ...S3_GATEWAY, state: 'deleting' } }, ...SHUT }, 's3')).toEqual([
      'vpc-dns-off',
      'security-group-egress',
      'task egress',
      'endpoint-state',
      'task ingress reply',
    ])
  })
})

describe('an endpoint with several interfaces', () => {
  const both = { 'vpce-1': interfaceEndpoint('ecr.api', { subnetIds: ['subnet-b', 'subnet-public'] }) }
  const toBoth = (vpc: Partial<Vpc>) => {
    const world = worldOf({ endpoints: both, ...vpc })
    return reach(world, taskIn(world), to('ecr.api'))
  }

  test('works for those that the group of the task lets out to', () => {
    const group = { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '10.0.2.0/24' }] }
    expect(toBoth({ securityGroups: { 'sg-task': group, 'sg-endpoint': ENDPOINT_GROUP } })).toMatchObject({
      verdict: 'undecided',
      partial: { works: 1, of: 2 },
      blockers: [{ blocker: 'security-group-egress', destination: ['10.0.2.0/24', '10.0.3.0/24'] }],
      gaps: [],
    })
  })

  test('works for some of them where the others are shut, and tells what shuts them', () => {
    expect(toBoth(aclAt('subnet-b', ALLOW_OUT))).toMatchObject({
      verdict: 'undecided',
      partial: { works: 1, of: 2 },
      blockers: [
        { blocker: 'network-acl', subnetId: 'subnet-b', side: 'endpoint', direction: 'ingress', reply: false },
      ],
      gaps: [],
    })
  })

  test('fails where each of them is shut, if for another reason', () => {
    const group = { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '10.0.2.0/24' }] }
    const path = toBoth({
      ...aclAt('subnet-b', ALLOW_OUT),
      securityGroups: { 'sg-task': group, 'sg-endpoint': ENDPOINT_GROUP },
    })
    expect(path.verdict).toBe('fails')
    expect(path.partial).toBeUndefined()
    expect(path.blockers.map(({ blocker }) => blocker)).toEqual(['security-group-egress', 'network-acl'])
  })

  test('tells once what shuts them all', () => {
    const none = { 'sg-task': { ingress: [], egress: [] }, 'sg-endpoint': { ingress: [], egress: [] } }
    expect(toBoth({ securityGroups: none })).toMatchObject({
      verdict: 'fails',
      blockers: [
        { blocker: 'security-group-egress', destination: ['10.0.2.0/24', '10.0.3.0/24'] },
        { blocker: 'endpoint-security-group' },
      ],
    })
  })

  test('tells what is not known of some of them', () => {
    const subnets = {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
      'subnet-b': { cidrBlock: '10.0.2.0/24' },
      'subnet-public': DENIED,
    }
    expect(toBoth({ subnets })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'subnet', id: 'subnet-public' } }],
    })
  })
})

describe('the interfaces of an endpoint', () => {
  const egress = [{ ...HTTPS_OUT, cidr: '10.0.2.128/25' }]
  const callWith = (changes: Partial<VpcEndpoint>, vpc: Partial<Vpc> = {}) => {
    const securityGroups = { 'sg-task': { ingress: [], egress }, 'sg-endpoint': ENDPOINT_GROUP }
    const world = worldOf({ endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', changes) }, securityGroups, ...vpc })
    return reach(world, taskIn(world), to('ecr.api'))
  }

  test.each([
    ['are where their addresses say', { privateIpAddresses: ['10.0.2.200'] }, { verdict: 'works' }],
    ['are not where their addresses do not say', { privateIpAddresses: ['10.0.2.5'] }, { verdict: 'fails' }],
    ['may be anywhere in their subnet', {}, { verdict: 'undecided', partial: { works: 128, of: 256 }, gaps: [] }],
    [
      'may be anywhere in it where their addresses are not known',
      { privateIpAddresses: DENIED },
      { verdict: 'undecided' },
    ],
    [
      'are in subnets that are not known',
      { subnetIds: DENIED },
      { verdict: 'undecided', gaps: [{ what: { kind: 'endpoint' } }] },
    ],
    [
      'are in subnets that are not there',
      { subnetIds: ['subnet-x'] },
      { verdict: 'undecided', gaps: [{ what: { kind: 'subnet', id: 'subnet-x' } }] },
    ],
    ['are nowhere', { subnetIds: [] }, { verdict: 'undecided', gaps: [{ gap: { gap: 'not-modeled' } }] }],
    [
      'have IPv6 alone, and the task IPv4',
      { ipAddressType: 'ipv6', privateIpAddresses: ['10.0.2.200'] },
      { verdict: 'fails', blockers: [{ blocker: 'no-common-family', family: 4 }] },
    ],
    [
      'have addresses of a family that is not known',
      { ipAddressType: DENIED, privateIpAddresses: ['10.0.2.200'] },
      { verdict: 'undecided' },
    ],
  ] as const)('%s', (_, changes, answer) => {
    expect(callWith(changes)).toMatchObject(answer)
  })

  test('are somewhere in the VPC where the block of their subnet is not known', () => {
    const subnets = {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
      'subnet-b': { cidrBlock: DENIED, routeTableId: 'rtb-private' },
    }
    expect(callWith({}, { subnets })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'subnet', id: 'subnet-b' } }],
    })
    const open = { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP }
    expect(callWith({}, { subnets, securityGroups: open }).verdict).toBe('works')
  })
})

test('a task of which the block is not known is somewhere in the VPC', () => {
  const subnets = {
    'subnet-a': { cidrBlock: '«Fn::Cidr»', routeTableId: 'rtb-private' },
    'subnet-b': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-private' },
  }
  const callWith = (cidr: string) => {
    const group = { ingress: [{ ...HTTPS_OUT, cidr }], egress: [] }
    const world = worldOf({
      ...WITH_ENDPOINT,
      subnets,
      securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': group },
    })
    return reach(world, taskIn(world), to('ecr.api'))
  }
  expect(callWith('10.0.0.0/16').verdict).toBe('works')
  expect(callWith('192.168.0.0/16').verdict).toBe('fails')
  expect(callWith('10.0.1.0/24')).toMatchObject({
    verdict: 'undecided',
    gaps: [{ gap: { gap: 'unresolved', expression: '«Fn::Cidr»' } }],
  })
})

describe('what was answered once', () => {
  test('is answered by the same object', () => {
    const world = worldOf(WITH_ENDPOINT)
    expect(reach(world, taskIn(world), to('ecr.api'))).toBe(reach(world, taskIn(world), to('ecr.api')))
    expect(reach(world, taskIn(world), to('logs'))).toBe(reach(world, taskIn(world), to('logs')))
  })

  test('is not answered for another port, address, group, subnet or world', () => {
    const world = worldOf({
      ...WITH_ENDPOINT,
      securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP, 'sg-none': { ingress: [], egress: [] } },
    })
    const verdicts = [
      reach(world, taskIn(world), to('ecr.api')),
      reach(world, taskIn(world), to('ecr.api', 80)),
      reach(world, taskIn(world, { securityGroupIds: ['sg-none'] }), to('ecr.api')),
      reach(world, taskIn(world, { subnet: 'subnet-public' }), to('logs')),
      reach(world, taskIn(world, { subnet: 'subnet-public', publicIp: true }), to('logs')),
      reach(world, taskIn(world, { subnet: 'subnet-public', publicIp: DENIED }), to('logs')),
      reach(worldOf(), taskIn(worldOf()), to('ecr.api')),
    ].map(({ verdict }) => verdict)
    expect(verdicts).toEqual(['works', 'fails', 'fails', 'fails', 'works', 'undecided', 'fails'])
  })

  test('names a task group that lets the call out only to some ports', () => {
    const entry = aclEntry({ ruleNumber: 1, egress: true, protocol: 'tcp', fromPort: 443, toPort: 443 })
    const world = worldOf({ ...WITH_ENDPOINT, ...aclAt('subnet-a', entry) })
    expect(reach(world, taskIn(world), to('ecr.api', 8443)).blockers).toMatchObject([
      { blocker: 'security-group-egress', port: 8443 },
      { blocker: 'network-acl', fromPort: 8443, toPort: 8443, reply: false },
      { blocker: 'endpoint-security-group', port: 8443 },
      { blocker: 'network-acl', reply: true },
    ])
  })
})

describe('paths that work alike', () => {
  test('are one object, whichever subnet and host: callers compare them by identity', () => {
    const world = worldOf({ ...WITH_NAT, ...WITH_ENDPOINT })
    const path = (subnet: string, host: string) => reach(world, taskIn(world, { subnet }), { host, port: 443 })
    expect(path('subnet-a', 'ghcr.io')).toBe(path('subnet-b', 'registry.example.com'))
    expect(path('subnet-a', to('ecr.api').host)).toBe(path('subnet-b', to('ecr.api').host))
    expect(path('subnet-a', to('ecr.api').host)).not.toBe(path('subnet-a', 'ghcr.io'))
  })
})
