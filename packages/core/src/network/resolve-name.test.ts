import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index } from '../model/world.ts'
import { layerBucketHost } from './aws-host.ts'
import { reach } from './reach.ts'
import {
  DENIED,
  interfaceEndpoint,
  PLACE,
  S3_GATEWAY,
  snapshotOf,
  taskIn,
  to,
  VPC_AT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

function withEndpoint(changes: Partial<VpcEndpoint>, vpc: Partial<Vpc> = {}) {
  const world = worldOf({ endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', changes) }, ...vpc })
  return reach(world, taskIn(world), to('ecr.api'))
}

const AT = `${VPC_AT}/endpoints/vpce-1`

describe('an interface endpoint answers for its service', () => {
  test.each([
    ['in whatever case its state is written', withEndpoint({ state: 'Available' })],
    ['with private DNS on, as it is unless it is off', withEndpoint({ privateDnsEnabled: true })],
    [
      'though another endpoint beside it is not known',
      withEndpoint({}, { endpoints: { 'vpce-0': DENIED, 'vpce-1': interfaceEndpoint('ecr.api'), '*': DENIED } }),
    ],
  ])('%s', (_, path) => {
    expect(path).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('and so takes the calls of subnets that have a NAT gateway', () => {
    const closed = { securityGroupIds: ['sg-task'] }
    expect(withEndpoint(closed, WITH_NAT)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group' }],
    })
  })
})

describe('an interface endpoint does not answer', () => {
  const cases = [
    ['with private DNS off', { privateDnsEnabled: false }, {}, { why: 'private-dns-off', state: 'available' }],
    ['before it is available', { state: 'pending' }, {}, { why: 'not-available', state: 'pending' }],
    ['after it was deleted', { state: 'Deleted' }, {}, { why: 'not-available', state: 'Deleted' }],
    [
      'with private DNS off, whatever its state',
      { privateDnsEnabled: false, state: DENIED },
      {},
      { why: 'private-dns-off', state: 'unknown' },
    ],
    [
      'where the VPC has no DNS hostnames',
      {},
      { enableDnsHostnames: false },
      { why: 'vpc-dns-off', state: 'available' },
    ],
  ] as const

  test.each(cases)('%s, which no-route tells', (_, endpoint, vpc, unused) => {
    expect(withEndpoint(endpoint, vpc)).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'no-route',
          host: 'api.ecr.ap-northeast-1.amazonaws.com',
          unusedEndpoint: { endpointId: 'vpce-1', at: AT, ...unused },
        },
      ],
      endpoints: [],
    })
  })

  test.each(cases)('%s, and the name leads to the internet', (_, endpoint, vpc) => {
    expect(withEndpoint(endpoint, { ...WITH_NAT, ...vpc })).toMatchObject({ verdict: 'works', endpoints: [] })
  })

  test.each([
    ['of another service', interfaceEndpoint('ecr.dkr')],
    ['of another Region', interfaceEndpoint('ecr.api', { serviceName: 'com.amazonaws.us-east-1.ecr.api' })],
    ['of another type', interfaceEndpoint('ecr.api', { vpcEndpointType: 'GatewayLoadBalancer' })],
    ['of a type that answers for no service', interfaceEndpoint('ecr.api', { vpcEndpointType: 'Resource' })],
    ['of another service, whatever its type', interfaceEndpoint('ecr.dkr', { vpcEndpointType: DENIED })],
    ['a gateway, whatever its service', interfaceEndpoint('x', { vpcEndpointType: 'Gateway', serviceName: DENIED })],
    [
      'perhaps, and with private DNS off in any case',
      interfaceEndpoint('x', { serviceName: DENIED, privateDnsEnabled: false }),
    ],
  ])('for a service that is not its own: %s', (_, endpoint) => {
    const world = worldOf({ endpoints: { 'vpce-1': endpoint } })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ unusedEndpoint: null }],
    })
  })
})

describe('S3 has interface endpoints too', () => {
  const layers = { host: layerBucketHost(PLACE.region), port: 443 }
  const withS3 = (changes: Partial<VpcEndpoint>, others: { readonly [id: string]: VpcEndpoint } = {}) => {
    const world = worldOf({ endpoints: { 'vpce-i': interfaceEndpoint('s3', changes), ...others } })
    return reach(world, taskIn(world), layers)
  }

  test('which names inside of the VPC pass by, unless asked otherwise', () => {
    expect(withS3({})).toMatchObject({
      verdict: 'fails',
      blockers: [{ unusedEndpoint: { why: 'inbound-resolver-only' } }],
    })
    expect(withS3({}, { 'vpce-g': S3_GATEWAY })).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-g' }] })
  })

  test('of which nobody knows whether they are for the whole VPC', () => {
    expect(withS3({ privateDnsOnlyForInboundResolverEndpoint: DENIED }, { 'vpce-g': S3_GATEWAY })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'endpoint', id: 'vpce-i' }, gap: DENIED }],
    })
  })

  test('which answer where they are for the whole VPC', () => {
    const inside = { privateDnsOnlyForInboundResolverEndpoint: false }
    expect(withS3(inside, { 'vpce-g': S3_GATEWAY })).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-i' }] })
  })
})

describe('it stays open who answers', () => {
  test.each([
    ['where the endpoints were not read', { endpoints: undefined }, 'endpoints'],
    ['where the endpoints could not be read', { endpoints: DENIED }, 'endpoints'],
    ['where there may be more endpoints', { endpoints: { '*': DENIED } }, 'endpoints'],
    ['where an endpoint is not known', { endpoints: { 'vpce-1': DENIED } }, 'endpoint'],
    [
      'where its type is not known',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { vpcEndpointType: DENIED }) } },
      'endpoint',
    ],
    [
      'where its service is not known',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { serviceName: DENIED }) } },
      'endpoint',
    ],
    [
      'where its service is not fully known',
      { endpoints: { 'vpce-1': interfaceEndpoint('x', { serviceName: 'com.amazonaws.«Region».ecr.api' }) } },
      'endpoint',
    ],
    [
      'where its state is not known',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { state: DENIED }) } },
      'endpoint',
    ],
    [
      'where its state is in part available',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { state: 'partial' }) } },
      'endpoint',
    ],
    [
      'where its private DNS is not known',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { privateDnsEnabled: DENIED }) } },
      'endpoint',
    ],
    [
      'where the DNS hostnames are not known',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api') }, enableDnsHostnames: DENIED },
      'endpoint',
    ],
  ])('%s', (_, vpc, kind) => {
    const world = worldOf({ ...WITH_NAT, ...(vpc as Partial<Vpc>) })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind } }],
      endpoints: [],
    })
  })

  describe('for the names of others', () => {
    const toOthers = (serviceName: string, changes: Partial<VpcEndpoint> = {}) => {
      const world = worldOf({
        ...WITH_NAT,
        endpoints: { 'vpce-1': interfaceEndpoint('x', { serviceName, ...changes }) },
      })
      const from = taskIn(world)
      return [reach(world, from, { host: 'registry.example.com', port: 443 }), reach(world, from, to('logs'))] as const
    }
    const THEIRS = 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123'

    test.each([
      ['with private DNS', THEIRS, {}, { what: 'private-names-of-service', of: THEIRS }],
      ['of a name of its own', 'com.example.registry', {}, { what: 'private-names-of-service' }],
      ['of a type that is not known', THEIRS, { vpcEndpointType: DENIED }, DENIED],
      ['of which nobody knows whether it has private DNS', THEIRS, { privateDnsEnabled: DENIED }, DENIED],
    ] as const)('where an endpoint is theirs, %s', (_, serviceName, changes, gap) => {
      const [others, logs] = toOthers(serviceName, changes)
      expect(others).toMatchObject({ verdict: 'undecided', gaps: [{ what: { id: 'vpce-1' }, gap }] })
      expect(logs).toMatchObject({ verdict: 'works', endpoints: [] })
    })

    test.each([
      ['it has no private DNS', THEIRS, { privateDnsEnabled: false }],
      ['it is a service of AWS', `com.amazonaws.${PLACE.region}.ecr.api`, {}],
      ['it is one, with private DNS or not', `com.amazonaws.${PLACE.region}.ecr.api`, { privateDnsEnabled: DENIED }],
      ['it has no names', THEIRS, { vpcEndpointType: 'GatewayLoadBalancer' }],
    ] as const)('but not where %s', (_, serviceName, changes) => {
      expect(toOthers(serviceName, changes)[0].verdict).toBe('works')
    })
  })

  test('is told with the first that hides it', () => {
    const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const
    const endpoint = interfaceEndpoint('ecr.api', { privateDnsEnabled: DENIED, state: OTHER })
    const world = worldOf({ ...WITH_NAT, endpoints: { 'vpce-1': endpoint } })
    expect(reach(world, taskIn(world), to('ecr.api')).gaps).toMatchObject([{ gap: DENIED }])
  })

  test('is told of all endpoints that hide it, in the order of the list', () => {
    const endpoints = {
      'vpce-1': interfaceEndpoint('ecr.api', { vpcEndpointType: DENIED }),
      'vpce-2': interfaceEndpoint('ecr.api', { serviceName: DENIED }),
      'vpce-3': interfaceEndpoint('ecr.api', { state: DENIED }),
    }
    const world = worldOf({ ...WITH_NAT, endpoints })
    const { gaps } = reach(world, taskIn(world), to('ecr.api'))
    expect(gaps.map(({ what }) => what.id)).toEqual(['vpce-1', 'vpce-2', 'vpce-3'])
  })

  test.each([
    ['a name of which placeholders hide the owner', '«Registry»', 'unresolved'],
    ['a name of AWS that is not modeled', 'fs-1.efs.ap-northeast-1.amazonaws.com', 'not-modeled'],
  ])('of %s', (_, host, gap) => {
    const world = worldOf(WITH_NAT)
    expect(reach(world, taskIn(world), { host, port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'host', id: host }, gap: { gap } }],
    })
  })

  test('and still a group that lets nothing out stops the call', () => {
    const world = worldOf({ endpoints: DENIED, securityGroups: { 'sg-task': { ingress: [], egress: [] } } })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'security-group-egress' }],
      gaps: [{ what: { kind: 'endpoints' } }],
    })
  })
})

describe('the DNS of the VPC', () => {
  test('answers nothing when it is off, and what comes after is judged all the same', () => {
    expect(withEndpoint({ securityGroupIds: ['sg-task'] }, { enableDnsSupport: false })).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'vpc-dns-off',
          vpcId: 'vpc-1',
          at: `${VPC_AT}/enableDnsSupport`,
        },
        { blocker: 'endpoint-security-group' },
      ],
    })
  })

  test('may be off where that is not known', () => {
    expect(withEndpoint({}, { enableDnsSupport: DENIED })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'vpc' } }],
    })
  })

  test('plays no part for a host that is given by its address', () => {
    const world = worldOf({ ...WITH_NAT, enableDnsSupport: false, endpoints: DENIED })
    expect(reach(world, taskIn(world), { host: '52.94.0.10', port: 443 }).verdict).toBe('works')
  })
})

describe('an endpoint for other names of its service', () => {
  const withService = (serviceName: string, host: string, vpc: Partial<Vpc> = WITH_NAT) => {
    const world = worldOf({ ...vpc, endpoints: { 'vpce-1': interfaceEndpoint('x', { serviceName }) } })
    return reach(world, taskIn(world), { host, port: 443 })
  }
  const of = (service: string) => `com.amazonaws.${PLACE.region}.${service}`

  test.each([
    ['answers for its own names', of('kms-fips'), 'kms-fips.ap-northeast-1.amazonaws.com', ['vpce-1']],
    ['leaves the dual-stack names of ECR to the internet', of('ecr.api'), 'ecr.ap-northeast-1.api.aws', []],
    ['leaves the FIPS names of ECR to the internet', of('ecr.dkr'), '1.dkr.ecr-fips.ap-northeast-1.amazonaws.com', []],
    ['leaves the standard name alone', of('kms-fips'), 'kms.ap-northeast-1.amazonaws.com', []],
  ])('%s', (_, serviceName, host, ids) => {
    expect(withService(serviceName, host)).toMatchObject({ verdict: 'works', endpoints: ids.map((id) => ({ id })) })
  })

  test.each([
    ['for FIPS', of('logs'), 'logs-fips.ap-northeast-1.amazonaws.com'],
    ['for dual stack', of('logs'), 'logs.ap-northeast-1.api.aws'],
    ['for both', of('kms-fips'), 'kms-fips.ap-northeast-1.api.aws'],
    ['for both, of ECR', of('ecr.api-fips'), 'ecr-fips.ap-northeast-1.api.aws'],
    ['of buckets for dual stack', of('s3'), 'bucket.s3.dualstack.ap-northeast-1.amazonaws.com'],
  ])('may answer for names %s', (_, serviceName, host) => {
    const inside = { privateDnsOnlyForInboundResolverEndpoint: false }
    const world = worldOf({ ...WITH_NAT, endpoints: { 'vpce-1': interfaceEndpoint('x', { serviceName, ...inside }) } })
    expect(reach(world, taskIn(world), { host, port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'private-names-of-service' } }],
    })
  })

  test('takes the gateway endpoint for the dual-stack names of S3 as well', () => {
    const world = worldOf({ endpoints: { 'vpce-g': S3_GATEWAY } })
    const host = 'bucket.s3.dualstack.ap-northeast-1.amazonaws.com'
    expect(reach(world, taskIn(world), { host, port: 443 })).toMatchObject({ endpoints: [{ id: 'vpce-g' }] })
  })
})

describe('an endpoint of a service in another Region', () => {
  const there = (service: string, changes: Partial<VpcEndpoint> = {}) => {
    const serviceName = `com.amazonaws.us-east-1.${service}`
    const endpoint = interfaceEndpoint('x', { serviceName, serviceRegion: 'us-east-1', ...changes })
    const world = worldOf({ ...WITH_NAT, endpoints: { 'vpce-1': endpoint } })
    return (host: string) => reach(world, taskIn(world), { host, port: 443 })
  }

  test('answers for the names of that Region', () => {
    expect(there('ecr.api')('api.ecr.us-east-1.amazonaws.com')).toMatchObject({ endpoints: [{ id: 'vpce-1' }] })
    expect(there('ecr.api')('api.ecr.ap-northeast-1.amazonaws.com')).toMatchObject({ verdict: 'works', endpoints: [] })
    const unread = there('ecr.api', { serviceRegion: DENIED })
    expect(unread('api.ecr.us-east-1.amazonaws.com')).toMatchObject({ endpoints: [{ id: 'vpce-1' }] })
  })

  test.each([
    ['of a service for which AWS has none', there('ssm')('ssm.us-east-1.amazonaws.com'), 'not-modeled'],
    [
      'of which name and Region contradict each other',
      there('ecr.api', { serviceRegion: 'eu-west-1' })('api.ecr.us-east-1.amazonaws.com'),
      'unresolved',
    ],
  ])('stays open %s', (_, path, gap) => {
    expect(path).toMatchObject({ verdict: 'undecided', gaps: [{ what: { id: 'vpce-1' }, gap: { gap } }] })
  })
})

test('of two endpoints that do not answer the first is told', () => {
  const off = interfaceEndpoint('ecr.api', { privateDnsEnabled: false })
  const world = worldOf({ endpoints: { 'vpce-1': off, 'vpce-2': { ...off, state: 'pending' } } })
  expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
    blockers: [{ blocker: 'no-route', unusedEndpoint: { endpointId: 'vpce-1' } }],
  })
})

test('two endpoints of one service with private DNS contradict each other', () => {
  const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api'), 'vpce-2': interfaceEndpoint('ecr.api') }
  const world = worldOf({ ...WITH_NAT, endpoints })
  expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
    verdict: 'undecided',
    gaps: [{ what: { id: 'vpce-1' } }, { what: { id: 'vpce-2' }, gap: { what: 'conflicting-private-names' } }],
  })
})

test('a template without a Region names its own endpoints', () => {
  const here = '«AWS::Region»'
  const world = worldOf()
  const vpc = world.vpcs[0]?.value
  if (vpc === undefined) throw new Error('The world has no VPC')
  const endpoint = interfaceEndpoint('x', { serviceName: `com.amazonaws.${here}.ecr.api` })
  const snapshot = snapshotOf({ ...vpc, endpoints: { 'vpce-1': endpoint } })
  const regions = { [here]: snapshot.accounts[PLACE.account]?.regions[PLACE.region] ?? {} }
  const there = index({ ...snapshot, accounts: { [PLACE.account]: { regions } } })
  expect(reach(there, taskIn(there), { host: `api.ecr.${here}.amazonaws.com`, port: 443 }).verdict).toBe('works')
  expect(reach(there, taskIn(there), to('ecr.api')).verdict).toBe('undecided')
})
