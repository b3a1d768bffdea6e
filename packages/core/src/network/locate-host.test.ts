import { describe, expect, test } from 'vitest'
import type { HostedZone } from '../model/dns.ts'
import { WORKS } from '../model/judgement.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { World } from '../model/world.ts'
import { locate } from './locate-host.ts'
import { reach } from './reach.ts'
import { DENIED, interfaceEndpoint, PLACE, routes, taskIn, WITH_NAT, worldOf } from './test-world.ts'

const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'

function located(world: World, host: string) {
  const [vpc] = world.vpcs
  if (vpc === undefined) throw new Error('The world has no VPC')
  return locate(world, vpc, host)
}

/** A spoke, `vpc-1`, with a zone, and the hub that has the endpoint. */
function hubAndSpoke(zone: HostedZone, endpoint: Partial<VpcEndpoint> = {}): World {
  const base = worldOf().vpcs[0]?.value
  if (base === undefined) throw new Error('The world has no VPC')
  const spoke: Vpc = { ...base, hostedZones: { Z1: zone } }
  const hub: Vpc = {
    ...base,
    cidrBlocks: ['10.9.0.0/16'],
    subnets: { 'subnet-hub': { cidrBlock: '10.9.1.0/24' } },
    routeTables: {},
    endpoints: {
      'vpce-hub': interfaceEndpoint('ecr.api', {
        subnetIds: ['subnet-hub'],
        privateDnsEnabled: false,
        privateIpAddresses: ['10.9.1.7'],
        ...endpoint,
      }),
    },
  }
  return worldOf({}, { vpcs: { 'vpc-1': spoke, 'vpc-hub': hub, '*': null } })
}

const record = (type: string, ...values: readonly string[]): HostedZone => ({
  name: NAME,
  records: [{ name: NAME, type, values }],
})

describe('an endpoint of another VPC is found', () => {
  test.each([
    ['by an alias', record('A', 'vpce-hub-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com')],
    ['by the addresses of its interfaces', record('A', '10.9.1.7')],
  ])('%s', (_, zone) => {
    const world = hubAndSpoke(zone)
    expect(located(world, NAME)).toMatchObject({
      kind: 'endpoint',
      names: { verdict: 'works' },
      endpoint: { id: 'vpce-hub' },
      vpc: { id: 'vpc-hub' },
      families: { ipv4: true, ipv6: false },
    })
  })

  test('and its state counts', () => {
    const zone = record('A', 'vpce-hub-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com')
    expect(located(hubAndSpoke(zone, { state: 'failed' }), NAME)).toMatchObject({
      names: { verdict: 'fails', blockers: [{ blocker: 'endpoint-state', endpointId: 'vpce-hub' }] },
    })
  })

  test('but not by addresses that are the VPC’s own', () => {
    const world = hubAndSpoke(record('A', '10.0.9.7'), { privateIpAddresses: ['10.0.9.7'] })
    expect(located(world, NAME)).toMatchObject({ kind: 'public', names: { verdict: 'undecided' } })
  })
})

describe('a name of AWS that a zone redirects', () => {
  test.each([
    ['to another name of its service', 'ecr.ap-northeast-1.api.aws', 'works', []],
    ['to another service', 'logs.ap-northeast-1.amazonaws.com', 'undecided', ['name-leads-elsewhere']],
    ['to another Region', 'api.ecr.us-east-1.amazonaws.com', 'undecided', ['name-leads-elsewhere']],
    ['to a host that is not of AWS', 'registry-1.docker.io', 'undecided', ['name-leads-elsewhere']],
    ['to addresses', '52.1.2.3', 'undecided', ['addresses-of-aws-name']],
  ])('%s', (_, target, verdict, whats) => {
    const type = target === '52.1.2.3' ? 'A' : 'CNAME'
    const { names } = located(worldOf({ hostedZones: { Z1: record(type, target) } }), NAME)
    expect(names.verdict).toBe(verdict)
    expect(names.gaps).toMatchObject(whats.map((what) => ({ what: { kind: 'host', id: NAME }, gap: { what } })))
  })

  const zone = record('A', 'vpce-hub-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com')

  test.each([
    ['of another service', 'com.amazonaws.ap-northeast-1.logs', { what: 'endpoint-of-another-service' }],
    ['of a service that is not fully known', 'com.amazonaws.«Region».ecr.api', { gap: 'unresolved' }],
    ['of a service that is not known', DENIED, DENIED],
  ])('to an endpoint %s', (_, serviceName, gap) => {
    expect(located(hubAndSpoke(zone, { serviceName }), NAME)).toMatchObject({
      kind: 'endpoint',
      names: { verdict: 'undecided', blockers: [], gaps: [{ what: { kind: 'endpoint', id: 'vpce-hub' }, gap }] },
    })
  })
})

describe('a host outside of a VPC', () => {
  const assumed = { assumptions: ['public-hosts-outside-vpc'] }

  test('is taken not to have one of the public addresses that the VPC uses for itself', () => {
    const cidrBlocks = ['10.0.0.0/16', '52.0.0.0/16']
    expect(located(worldOf({ cidrBlocks }), NAME).names).toEqual({ ...WORKS, ...assumed })
    expect(located(worldOf({ cidrBlocks, enableDnsSupport: false }), NAME).names).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'vpc-dns-off' }],
      ...assumed,
    })
    expect(located(worldOf(), NAME).names.assumptions).toEqual([])
  })

  test('is asked at all of its addresses, whatever was asked before at the first of them', () => {
    const records = [
      { name: 'near.corp', type: 'A', values: ['52.1.2.3', '52.1.2.4'] },
      { name: 'far.corp', type: 'A', values: ['52.1.2.3', '53.1.2.3'] },
    ]
    const near = { destination: '52.0.0.0/8', target: 'nat-1' }
    const world = worldOf({ ...WITH_NAT, ...routes(near), hostedZones: { Z1: { name: 'corp', records } } })
    const call = (host: string) => reach(world, taskIn(world), { host, port: 443 })
    expect(call('near.corp').verdict).toBe('works')
    expect(call('far.corp')).toMatchObject({ verdict: 'undecided', partial: { works: 1, of: 2 } })
  })

  test('is told to rules by the name of its prefix list alone', () => {
    const place = located(worldOf(), 's3.ap-northeast-1.amazonaws.com')
    expect(place.kind === 'public' && place.destination.words()).toEqual(['com.amazonaws.ap-northeast-1.s3'])
  })
})

describe('the addresses of a name', () => {
  const world = worldOf(WITH_NAT)
  const unknown = { ipv6: { gap: 'not-modeled' } }

  test.each([
    ['s3.ap-northeast-1.amazonaws.com', { ipv6: false }],
    [`111122223333.dkr.ecr.${PLACE.region}.amazonaws.com`, { ipv6: false }],
    ['secretsmanager.ap-northeast-1.amazonaws.com', { ipv6: true }],
    ['logs.ap-northeast-1.api.aws', { ipv6: true }],
    ['bucket.s3.dualstack.ap-northeast-1.amazonaws.com', { ipv6: true }],
    ['ssm-fips.us-east-1.amazonaws.com', { ipv6: false }],
    ['ec2.ap-northeast-1.amazonaws.com', unknown],
    ['registry-1.docker.io', unknown],
    ['52.1.2.3', { ipv6: false }],
  ])('%s', (host, families) => {
    expect(located(world, host)).toMatchObject({ kind: 'public', families: { ipv4: true, ...families } })
  })

  test.each<[string, Partial<VpcEndpoint>, { ipv4: boolean; ipv6: boolean }]>([
    ['IPv4 alone, as long as nothing is said', {}, { ipv4: true, ipv6: false }],
    ['both', { ipAddressType: 'dualstack' }, { ipv4: true, ipv6: true }],
    ['IPv6 alone', { ipAddressType: 'ipv6' }, { ipv4: false, ipv6: true }],
    ['those of its records', { ipAddressType: 'dualstack', dnsRecordIpType: 'ipv6' }, { ipv4: false, ipv6: true }],
    [
      'as the service says, which is IPv4 for the private name',
      { ipAddressType: 'dualstack', dnsRecordIpType: 'service-defined' },
      { ipv4: true, ipv6: false },
    ],
  ])('of an endpoint: %s', (_, changes, families) => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', changes) }
    expect(located(worldOf({ endpoints }), NAME)).toMatchObject({ kind: 'endpoint', families, vpc: { id: 'vpc-1' } })
  })

  test('of an alias are those of the endpoint for which there is a record', () => {
    const alias = 'vpce-hub-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com'
    const both: HostedZone = {
      name: NAME,
      records: ['A', 'AAAA'].map((type) => ({ name: NAME, type, values: [alias] })),
    }
    const dualstack = { ipAddressType: 'dualstack' } as const
    expect(located(hubAndSpoke(record('A', alias), dualstack), NAME)).toMatchObject({ families: { ipv6: false } })
    expect(located(hubAndSpoke(both, dualstack), NAME)).toMatchObject({ families: { ipv4: true, ipv6: true } })
  })

  test('without IPv4 are none for a task with IPv4 alone', () => {
    const ipv6Alone = {
      'vpce-1': interfaceEndpoint('ecr.api', { ipAddressType: 'dualstack', dnsRecordIpType: 'ipv6' }),
    }
    const there = worldOf({ endpoints: ipv6Alone })
    expect(reach(there, taskIn(there), { host: NAME, port: 443 })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family', family: 4 }],
    })
  })
})
