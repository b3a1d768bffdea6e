import { describe, expect, test } from 'vitest'
import type { DnsFirewallRule, DnsRecord, HostedZone } from '../model/dns.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { findName } from './find-name.ts'
import { reach } from './reach.ts'
import { DENIED, interfaceEndpoint, taskIn, VPC_AT, worldOf } from './test-world.ts'

const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'
const OWN_NAME = 'vpce-1-abcd1234.ecr.api.ap-northeast-1.vpce.amazonaws.com'
const ENDPOINT_AT = `${VPC_AT}/endpoints/vpce-1`

const record = (name: string, type: string, ...values: readonly string[]): DnsRecord => ({ name, type, values })
const zone = (name: string, ...records: readonly DnsRecord[]): HostedZone => ({ name, records })

/** What a name leads to, and all that the hops on the way to the answer say of it. */
function ask(name: string, changes: Partial<Vpc>) {
  const world = worldOf(changes)
  const [vpc] = world.vpcs
  if (vpc === undefined) throw new Error('The world has no VPC')
  const { hops, ...found } = findName(world, vpc, name, name)
  return { ...found, gaps: hops.flatMap(({ gaps }) => gaps), blockers: hops.flatMap(({ blockers }) => blockers) }
}

const notModeled = (what: string, of?: string) => ({ gap: 'not-modeled', what, ...(of === undefined ? {} : { of }) })

describe('of the zone of an endpoint and a hosted one', () => {
  const registry = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com'
  const bucket = 'bucket.s3.ap-northeast-1.amazonaws.com'
  const dotted = 'my.s3.bucket.s3.ap-northeast-1.amazonaws.com'
  const inside = { privateDnsOnlyForInboundResolverEndpoint: false }

  test.each([
    ['ecr.dkr', registry, 'dkr.ecr.ap-northeast-1.amazonaws.com'],
    ['s3', bucket, 's3.ap-northeast-1.amazonaws.com'],
    ['s3', dotted, 's3.ap-northeast-1.amazonaws.com'],
    ['ecr.api', NAME, NAME],
  ])('for %s those of one domain contradict each other: %s', (service, name, domain) => {
    const endpoints = { 'vpce-1': interfaceEndpoint(service, inside) }
    expect(ask(name, { endpoints, hostedZones: { Z1: zone(domain) } })).toMatchObject({
      to: 'unknown',
      gaps: [{ gap: notModeled('conflicting-zones', domain), at: `${VPC_AT}/hostedZones/Z1` }],
    })
  })

  test.each([
    ['ecr.dkr', registry, 'ecr.ap-northeast-1.amazonaws.com', registry],
    ['s3', bucket, 'ap-northeast-1.amazonaws.com', bucket],
    ['s3', dotted, 'ap-northeast-1.amazonaws.com', 'bucket.s3.ap-northeast-1.amazonaws.com'],
    ['logs', 'logs.ap-northeast-1.amazonaws.com', 'ap-northeast-1.amazonaws.com', 'logs.ap-northeast-1.amazonaws.com.'],
  ])('for %s the longer one answers: %s', (service, name, above, below) => {
    const own = service === 'logs' ? { privateDnsEnabled: false } : inside
    const withZone = (domain: string, changes: Partial<VpcEndpoint>) =>
      ask(name, { endpoints: { 'vpce-1': interfaceEndpoint(service, changes) }, hostedZones: { Z1: zone(domain) } })
    expect(withZone(above, inside)).toMatchObject({ to: 'endpoint', endpoint: { id: 'vpce-1' } })
    expect(withZone(below, own)).toMatchObject({ to: 'unknown', blockers: [{ blocker: 'zone-without-record' }] })
  })

  test('an endpoint of which not all is known leaves the name to a zone that is longer than its own', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.dkr', { privateDnsEnabled: DENIED }) }
    const withZone = (domain: string) =>
      ask(registry, { endpoints, hostedZones: { Z1: zone(domain, record(registry, 'A', '52.1.2.3')) } })
    expect(withZone(registry)).toMatchObject({ to: 'addresses', gaps: [] })
    expect(withZone('amazonaws.com')).toMatchObject({ to: 'unknown', gaps: [{ what: { id: 'vpce-1' }, gap: DENIED }] })
  })

  test('an endpoint of others has no say in names that AWS keeps for itself', () => {
    const theirs = interfaceEndpoint('x', { serviceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123' })
    const name = 'fs-1.efs.ap-northeast-1.amazonaws.com'
    expect(ask(name, { endpoints: { 'vpce-1': theirs } }).gaps).toMatchObject([{ gap: notModeled('aws-name') }])
    const hostedZones = { Z1: zone(name, record(name, 'A', '52.1.2.3')) }
    expect(ask(name, { endpoints: { 'vpce-1': theirs }, hostedZones })).toMatchObject({ to: 'addresses', gaps: [] })
  })
})

describe.each(['CNAME', 'A'])('names that records of type %s redirect', (type) => {
  const chain = (length: number) => {
    const names = Array.from({ length: length + 1 }, (_, position) => `n${position}.corp`)
    const records = names.slice(1).map((target, position) => record(`n${position}.corp`, type, target))
    const last = record(`n${length}.corp`, 'A', '52.1.2.3')
    return ask('n0.corp', { hostedZones: { Z1: zone('corp', ...records, last) } })
  }

  test('are followed eight times', () => {
    expect(chain(8)).toMatchObject({ to: 'addresses', addresses: [0x34010203], gaps: [] })
  })

  test('are given up after that, and the answer says so', () => {
    const fact = { gap: notModeled('long-redirection', 'n9.corp'), what: { kind: 'dns', id: 'vpc-1' } }
    expect(chain(9)).toMatchObject({ to: 'unknown', fact, gaps: [fact] })
  })
})

describe('an alias', () => {
  const allowed: DnsFirewallRule = { domains: ['app.corp'], action: 'ALLOW' }
  const blocked: DnsFirewallRule = { domains: ['*'], action: 'BLOCK', blockResponse: 'NODATA' }
  const led = (type: string, target: string) => ({
    hostedZones: { Z1: zone('corp', record('app.corp', type, target)) },
  })

  test('shows DNS Firewall no other name', () => {
    const dnsFirewall = { rules: [allowed, blocked] }
    const target = 'bucket.s3.ap-northeast-1.amazonaws.com'
    expect(ask('app.corp', { ...led('A', target), dnsFirewall })).toMatchObject({
      to: 'public',
      service: { service: 's3' },
      blockers: [],
      gaps: [],
    })
    expect(ask('app.corp', { ...led('CNAME', target), dnsFirewall }).blockers).toMatchObject([
      { blocker: 'dns-firewall', name: target },
    ])
  })

  test('of a thing in AWS is not looked up in the zone', () => {
    const balancer = 'web-1.ap-northeast-1.elb.amazonaws.com'
    expect(ask('app.corp', led('A', balancer))).toMatchObject({
      to: 'unknown',
      blockers: [],
      gaps: [{ what: { kind: 'host', id: 'app.corp' }, gap: notModeled('aws-name', balancer) }],
    })
  })
})

test('what DNS Firewall trusts leads to the internet with all that it redirects to', () => {
  const rules: readonly DnsFirewallRule[] = [
    { domains: [NAME], action: 'ALLOW', domainRedirection: 'TRUST_REDIRECTION_DOMAIN' },
    { domains: ['*'], action: 'BLOCK', blockResponse: 'NODATA' },
  ]
  expect(ask(NAME, { dnsFirewall: { rules } })).toMatchObject({
    to: 'public',
    service: { service: 'ecr.api' },
    gaps: [],
    blockers: [],
  })
})

test('where DNS Firewall may answer with another name, nothing is held against the endpoint of the name', () => {
  const rules: readonly DnsFirewallRule[] = [{ domains: ['*'], action: 'BLOCK', blockResponse: DENIED }]
  const closed = interfaceEndpoint('ecr.api', { securityGroupIds: ['sg-task'] })
  const world = worldOf({ endpoints: { 'vpce-1': closed }, dnsFirewall: { rules } })
  expect(reach(world, taskIn(world), { host: NAME, port: 443 })).toMatchObject({
    verdict: 'undecided',
    blockers: [],
    gaps: [{ gap: DENIED, at: `${VPC_AT}/dnsFirewall/rules/0` }],
  })
})

describe('a name of an endpoint’s own', () => {
  const withEndpoint = (changes: Partial<VpcEndpoint>) => {
    const endpoint = interfaceEndpoint('ecr.api', { privateDnsEnabled: false, ...changes })
    return ask(OWN_NAME, { endpoints: { 'vpce-1': endpoint } })
  }

  test('leads to it', () => {
    expect(withEndpoint({})).toMatchObject({ to: 'endpoint', endpoint: { id: 'vpce-1' }, byAddress: false, gaps: [] })
  })

  test('has the addresses of both families where the service says which', () => {
    const both = { ipAddressType: 'dualstack', dnsRecordIpType: 'service-defined' } as const
    expect(withEndpoint(both)).toMatchObject({ families: { ipv4: true, ipv6: true } })
  })

  test.each<[string, Partial<VpcEndpoint>, object, string]>([
    ['its type is not known', { vpcEndpointType: DENIED }, DENIED, ''],
    [
      'it is of a type without interfaces',
      { vpcEndpointType: 'GatewayLoadBalancer' },
      notModeled('endpoint-without-interfaces'),
      '',
    ],
    ['its state is not known', { state: DENIED }, DENIED, '/state'],
    ['its state is in part available', { state: 'partial' }, notModeled('endpoint-state', 'partial'), '/state'],
  ])('leads nowhere for sure where %s', (_, changes, gap, at) => {
    const fact = { what: { kind: 'endpoint', id: 'vpce-1' }, gap, at: `${ENDPOINT_AT}${at}` }
    expect(withEndpoint(changes)).toMatchObject({ to: 'unknown', fact, gaps: [fact], blockers: [] })
  })
})

describe('a name of which nobody outside knows', () => {
  test('is open as it is', () => {
    const fact = { what: { kind: 'host', id: 'registry.local' }, gap: notModeled('private-name') }
    const found = ask('registry.local', {})
    expect(found).toMatchObject({ to: 'unknown', fact, gaps: [fact] })
    expect(found.gaps[0]?.gap).not.toHaveProperty('of')
  })

  test('is told where another name leads to it', () => {
    const hostedZones = { Z1: zone('corp', record('app.corp', 'CNAME', 'registry.local')) }
    expect(ask('app.corp', { hostedZones }).gaps).toMatchObject([
      { what: { kind: 'host', id: 'app.corp' }, gap: notModeled('private-name', 'registry.local') },
    ])
  })
})
