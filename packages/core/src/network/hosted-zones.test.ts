import { describe, expect, test } from 'vitest'
import type { DnsRecord, HostedZone } from '../model/dns.ts'
import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { reach } from './reach.ts'
import { DENIED, interfaceEndpoint, routes, TO_IGW, taskIn, to, VPC_AT, WITH_NAT, worldOf } from './test-world.ts'

const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'
const OWN_NAME = 'vpce-1-abcd1234.ecr.api.ap-northeast-1.vpce.amazonaws.com'
/** Reachable by its own names alone. */
const ENDPOINT = interfaceEndpoint('ecr.api', { privateDnsEnabled: false, privateIpAddresses: ['10.0.2.5'] })

const record = (name: string, type: string, ...values: readonly string[]): DnsRecord => ({ name, type, values })
const zone = (name: Known<string>, ...records: readonly DnsRecord[]): HostedZone => ({ name, records })

function callWith(hostedZones: Vpc['hostedZones'], vpc: Partial<Vpc> = {}, host = NAME) {
  const world = worldOf({
    endpoints: { 'vpce-1': ENDPOINT },
    ...vpc,
    ...(hostedZones === undefined ? {} : { hostedZones }),
  })
  return reach(world, taskIn(world), { host, port: 443 })
}

describe('a zone that holds the name answers for it, and nobody else', () => {
  test.each([
    ['of the very name', zone(`${NAME}.`), 'name'],
    ['of a domain above it', zone('AmazonAWS.com', record('s3.amazonaws.com', 'A', '10.0.0.9')), 'name'],
    ['with a record of another type', zone(NAME, record(NAME, 'TXT', 'hello')), 'addresses'],
    ['with names below it alone', zone('amazonaws.com', record(`x.${NAME}`, 'A', '10.0.0.9')), 'addresses'],
    ['with an empty record', zone(NAME, record(NAME, 'A')), 'addresses'],
  ])('%s', (_, value, missing) => {
    expect(callWith({ Z1: value }, WITH_NAT)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'zone-without-record', zoneId: 'Z1', name: NAME, missing, at: `${VPC_AT}/hostedZones/Z1` }],
      gaps: [],
    })
  })

  test('where the name redirects to one that the zone lacks', () => {
    const zones = { Z1: zone('amazonaws.com', record(NAME, 'CNAME', 'gone.amazonaws.com')) }
    expect(callWith(zones)).toMatchObject({ blockers: [{ name: 'gone.amazonaws.com', host: NAME }] })
  })

  test('and of several zones that of the longest domain', () => {
    const zones = { Z1: zone('amazonaws.com'), Z2: zone(NAME, record(NAME, 'A', OWN_NAME)) }
    expect(callWith(zones)).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('unless an endpoint has a longer one', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api') }
    expect(callWith({ Z1: zone('ecr.ap-northeast-1.amazonaws.com') }, { endpoints }).verdict).toBe('works')
  })

  test('and a zone of one registry wins over an endpoint for all registries', () => {
    const registry = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com'
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.dkr') }
    expect(callWith({ Z1: zone(registry) }, { endpoints }, registry).verdict).toBe('fails')
    expect(callWith({ Z1: zone('amazonaws.com') }, { endpoints }, registry).verdict).toBe('works')
  })
})

describe('a record leads to an endpoint', () => {
  test.each([
    ['by its regional name', record(NAME, 'A', OWN_NAME)],
    [
      'by its zonal name',
      record(NAME, 'A', 'vpce-1-abcd1234-ap-northeast-1a.ecr.api.ap-northeast-1.vpce.amazonaws.com.'),
    ],
    ['by its address', record(NAME, 'A', '10.0.2.5')],
    ['for all names of a domain', record('*.ecr.ap-northeast-1.amazonaws.com', 'A', OWN_NAME)],
    ['for all names, as Route 53 lists it', record('\\052.amazonaws.com', 'A', OWN_NAME)],
  ])('%s', (_, value) => {
    expect(callWith({ Z1: zone('amazonaws.com', value) })).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-1' }],
    })
  })

  test('by a canonical name, which the zones of the VPC must not hide', () => {
    const canonical = record(`${NAME}.`, 'CNAME', OWN_NAME)
    expect(callWith({ Z1: zone(NAME, canonical) })).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
    expect(callWith({ Z1: zone('amazonaws.com', canonical) })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'zone-without-record', name: OWN_NAME, host: NAME }],
    })
  })

  test('by an alias of another name of its zone', () => {
    const zones = {
      Z1: zone('amazonaws.com', record(NAME, 'A', 'ecr.amazonaws.com'), record('ecr.amazonaws.com', 'A', '10.0.2.5')),
    }
    expect(callWith(zones)).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('through another name of a zone', () => {
    const zones = {
      Z1: zone('amazonaws.com', record(NAME, 'CNAME', 'ecr.hub.internal')),
      Z2: zone('hub.internal', record('ecr.hub.internal', 'A', OWN_NAME)),
    }
    expect(callWith(zones).verdict).toBe('works')
  })

  test('which its security group may close', () => {
    const endpoints = { 'vpce-1': { ...ENDPOINT, securityGroupIds: ['sg-task'] } }
    expect(callWith({ Z1: zone(NAME, record(NAME, 'A', OWN_NAME)) }, { endpoints })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', endpointId: 'vpce-1' }],
    })
  })

  test('which must be available', () => {
    const endpoints = { 'vpce-1': { ...ENDPOINT, state: 'pendingAcceptance' } }
    expect(callWith({ Z1: zone(NAME, record(NAME, 'A', OWN_NAME)) }, { endpoints })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-state', endpointId: 'vpce-1', state: 'pendingAcceptance' }],
    })
  })
})

describe('a wildcard record gives way', () => {
  const wildcard = record('*.amazonaws.com', 'A', OWN_NAME)

  test.each([
    ['to a name that exists', record(NAME, 'TXT', 'hello'), 'addresses'],
    ['to a domain that exists nearer to the name', record('x.ap-northeast-1.amazonaws.com', 'A', '10.0.0.9'), 'name'],
  ])('%s', (_, other, missing) => {
    expect(callWith({ Z1: zone('amazonaws.com', wildcard, other) })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'zone-without-record', missing }],
    })
  })
})

describe('it stays open where the name leads', () => {
  const named = (...values: readonly string[]) => zone(NAME, record(NAME, 'A', ...values))
  const other = { 'vpce-1': interfaceEndpoint('logs', { privateDnsEnabled: false }) }

  test.each<[string, Vpc['hostedZones'], Partial<Vpc>?]>([
    ['where a zone is not known', { Z1: DENIED }],
    ['where the name of a zone is not known', { Z1: zone(DENIED) }],
    ['where the name of a zone is not fully known', { Z1: zone('«Domain»') }],
    ['where zones could not be read', DENIED],
    ['where there may be more zones', { '*': DENIED }],
    ['where the records are not known', { Z1: { name: NAME, records: DENIED } }],
    ['where the values of the record are not known', { Z1: zone(NAME, { name: NAME, type: 'A', values: DENIED }) }],
    [
      'where the name of a record is not fully known',
      { Z1: zone('amazonaws.com', record('«Name».amazonaws.com', 'A', '10.0.0.9')) },
    ],
    ['where zones of one domain contradict each other', { Z1: named(OWN_NAME), Z2: named('10.0.2.5') }],
    [
      'where a zone and an endpoint do',
      { Z1: named(OWN_NAME) },
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api') } },
    ],
    ['where the name has several targets', { Z1: named(OWN_NAME, 'vpce-2-abcd.vpce.amazonaws.com') }],
    ['where names redirect in a circle', { Z1: zone(NAME, record(NAME, 'CNAME', NAME)) }],
    ['where aliases lead in a circle', { Z1: named(NAME) }],
    [
      'where the endpoint is of an account that was not read',
      { Z1: named('vpce-0fff-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com') },
    ],
    ['where the endpoint is of another service', { Z1: named(OWN_NAME) }, { endpoints: other }],
    ['where nobody knows what has the address', { Z1: named('10.0.2.77') }],
    ['where the name leads to another host', { Z1: zone(NAME, record(NAME, 'CNAME', 'proxy.example.com')) }],
    [
      'where the zone delegates the name',
      { Z1: zone('amazonaws.com', record('ecr.ap-northeast-1.amazonaws.com', 'NS', 'ns.example.com')) },
    ],
    ['where the VPC has no DNS hostnames, which zones need', { Z1: named(OWN_NAME) }, { enableDnsHostnames: false }],
    ['where that is not known', { Z1: named(OWN_NAME) }, { enableDnsHostnames: DENIED }],
  ])('%s', (_, zones, vpc = {}) => {
    expect(callWith(zones, { ...WITH_NAT, ...vpc })).toMatchObject({ verdict: 'undecided', blockers: [] })
  })

  test.each<[string, Vpc['hostedZones'], Partial<Vpc>, object]>([
    ['the zones', DENIED, {}, { gap: DENIED, at: `${VPC_AT}/hostedZones` }],
    ['the zone', { Z1: DENIED }, {}, { gap: DENIED, at: `${VPC_AT}/hostedZones/Z1` }],
    [
      'the second of two of one name',
      { Z1: zone(NAME), Z2: zone(NAME) },
      {},
      { gap: { what: 'conflicting-zones', of: NAME } },
    ],
    [
      'the DNS hostnames',
      { Z1: zone(NAME) },
      { enableDnsHostnames: DENIED },
      { gap: DENIED, at: `${VPC_AT}/enableDnsHostnames` },
    ],
    [
      'that there are none',
      { Z1: zone(NAME) },
      { enableDnsHostnames: false },
      { gap: { what: 'zone-without-dns-hostnames', of: NAME }, at: `${VPC_AT}/enableDnsHostnames` },
    ],
  ])('and it is told what hides it: %s', (_, zones, vpc, gap) => {
    expect(callWith(zones, { ...WITH_NAT, ...vpc }).gaps).toMatchObject([
      { what: { kind: 'dns', id: 'vpc-1' }, ...gap },
    ])
  })

  test('but not where the name has IPv6 addresses alone, and the task IPv4', () => {
    expect(callWith({ Z1: zone(NAME, record(NAME, 'AAAA', '2001:db8::1')) }, WITH_NAT)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family' }],
    })
  })

  test('and still what stops every packet is told', () => {
    const closed = { securityGroups: { 'sg-task': { ingress: [], egress: [] } } }
    expect(callWith({ Z1: zone(NAME) }, closed)).toMatchObject({
      blockers: [{ blocker: 'zone-without-record' }, { blocker: 'security-group-egress' }],
    })
  })
})

describe('a host that is not of AWS', () => {
  const registry = 'registry.corp.internal'

  test('is where its record says: outside', () => {
    const zones = { Z1: zone('corp.internal', record(registry, 'A', '52.1.2.3')) }
    expect(callWith(zones, WITH_NAT, registry).verdict).toBe('works')
    expect(callWith(zones, {}, registry)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
  })

  test('or at several addresses, each of which may be used', () => {
    const zones = { Z1: zone('corp.internal', record(registry, 'A', '52.1.2.3', '53.1.2.3')) }
    const half = { destination: '52.0.0.0/8', target: 'nat-1' }
    const behind = {
      'rtb-private': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] },
      'rtb-public': { routes: [{ destination: '52.0.0.0/8', target: 'igw-1' }] },
    }
    const partial = { verdict: 'undecided', gaps: [], partial: { works: 1, of: 2 } }
    expect(callWith(zones, { ...WITH_NAT, ...routes(half) }, registry)).toMatchObject(partial)
    expect(callWith(zones, { ...WITH_NAT, routeTables: behind }, registry)).toMatchObject(partial)
    expect(callWith(zones, WITH_NAT, registry).verdict).toBe('works')
  })

  test.each([
    ['of the VPC', '10.0.2.77', 'host-in-vpc'],
    ['beyond it, where the route leads to the internet', '10.9.1.7', 'private-address'],
  ])('or at a private address %s, where nobody knows what answers', (_, address, what) => {
    const zones = { Z1: zone('corp.internal', record(registry, 'A', address)) }
    const open = { verdict: 'undecided', gaps: [{ gap: { what } }] }
    expect(callWith(zones, WITH_NAT, registry)).toMatchObject(open)
    expect(callWith(zones, routes(TO_IGW), registry).gaps).toMatchObject(open.gaps)
  })

  test('or behind an endpoint of another service', () => {
    const theirs: VpcEndpoint = { ...ENDPOINT, serviceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123' }
    const zones = { Z1: zone('corp.internal', record(registry, 'A', OWN_NAME)) }
    expect(callWith(zones, { endpoints: { 'vpce-1': theirs } }, registry)).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-1' }],
    })
  })

  test('or at a name of AWS', () => {
    const zones = { Z1: zone('corp.internal', record(registry, 'CNAME', 'bucket.s3.ap-northeast-1.amazonaws.com')) }
    expect(callWith(zones, WITH_NAT, registry).verdict).toBe('works')
  })
})

test('zones of other domains change nothing', () => {
  const zones = { Z1: zone('corp.internal'), Z2: zone('notamazonaws.com'), Z3: zone('us-east-1.amazonaws.com') }
  expect(callWith(zones, WITH_NAT).verdict).toBe('works')
  expect(reach(worldOf(WITH_NAT), taskIn(worldOf(WITH_NAT)), to('ecr.api')).verdict).toBe('works')
})
