import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DnsFirewallRule, DnsRecord, HostedZone } from '../model/dns.ts'
import { isGap } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, interfaceEndpoint, taskIn, to, WITH_NAT, worldOf } from './test-world.ts'

const API = 'api.ecr.ap-northeast-1.amazonaws.com'
const REGISTRY = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com'
const PRIVATE = 'registry.corp.internal'
const DOMAINS = [API, REGISTRY, 'ecr.ap-northeast-1.amazonaws.com', 'amazonaws.com', 'corp.internal', 'example.com']
const NAMES = [API, REGISTRY, PRIVATE, 'x.ecr.ap-northeast-1.amazonaws.com', '*.amazonaws.com', '*.corp.internal']
const VALUES = [
  '10.0.2.5',
  '10.0.2.6',
  '52.1.2.3',
  'vpce-1-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com',
  API,
  PRIVATE,
]
const CALLS = [API, REGISTRY, PRIVATE, 'registry-1.docker.io', to('logs').host]

function some<T>(...values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values)
}

const record: fc.Arbitrary<DnsRecord> = fc.record({
  name: some(...NAMES),
  type: some('A', 'A', 'CNAME', 'AAAA', 'TXT', 'NS'),
  values: fc.uniqueArray(some(...VALUES), { minLength: 1, maxLength: 2 }),
})
const zone: fc.Arbitrary<HostedZone> = fc.record({
  name: some(...DOMAINS),
  records: fc.array(record, { maxLength: 4 }),
})
const firewallRule: fc.Arbitrary<DnsFirewallRule> = fc.record(
  {
    domains: fc.uniqueArray(some('*', '*.amazonaws.com', API, '*.corp.internal', PRIVATE, 'evil.example.com'), {
      maxLength: 2,
    }),
    action: some('ALLOW', 'ALERT', 'BLOCK'),
    blockResponse: some('NODATA', 'NXDOMAIN', 'OVERRIDE'),
    blockOverrideDomain: some(...VALUES),
    queryType: some('A', 'AAAA', 'TXT'),
    domainRedirection: some('TRUST_REDIRECTION_DOMAIN', 'INSPECT_REDIRECTION_DOMAIN'),
  },
  { requiredKeys: ['domains', 'action'] },
)
const endpoint = (service: string, privateIp: string) =>
  fc
    .record(
      {
        privateDnsEnabled: fc.boolean(),
        state: some('available', 'available', 'pending'),
        securityGroupIds: some(['sg-endpoint'], ['sg-task']),
        dnsRecordIpType: some<'ipv4' | 'dualstack'>('ipv4', 'dualstack'),
      },
      { requiredKeys: [] },
    )
    .map((changes) => interfaceEndpoint(service, { privateIpAddresses: [privateIp], ...changes }))

/** Values of undefined are parts that a VPC does not have. */
const vpc = fc.record(
  {
    enableDnsSupport: some(true, true, true, false),
    enableDnsHostnames: some(true, true, true, false),
    endpoints: fc.record(
      { 'vpce-1': endpoint('ecr.api', '10.0.2.5'), 'vpce-2': endpoint('ecr.dkr', '10.0.2.6') },
      { requiredKeys: [] },
    ),
    hostedZones: fc.dictionary(some('Z1', 'Z2', 'Z3'), zone),
    resolverRules: fc.dictionary(
      some('r1', 'r2'),
      fc.record({
        domainName: some('.', ...DOMAINS),
        ruleType: some<'FORWARD' | 'SYSTEM'>('FORWARD', 'SYSTEM', 'SYSTEM'),
      }),
    ),
    dnsFirewall: fc.record({ rules: fc.array(firewallRule, { maxLength: 3 }) }),
    dhcpOptions: some({ domainNameServers: ['AmazonProvidedDNS'] }, { domainNameServers: ['10.0.0.9'] }),
    route53Profiles: some({}, {}, { 'rp-1': {} }),
    ways: some(WITH_NAT, {}),
  },
  { requiredKeys: ['enableDnsSupport', 'enableDnsHostnames', 'endpoints', 'ways'] },
)

type Facts = Record<string, unknown> & { readonly ways: Partial<Vpc> }

function verdictsIn({ ways, ...facts }: Facts) {
  const world = worldOf({ ...ways, ...(facts as Partial<Vpc>) })
  return CALLS.map((host) => reach(world, taskIn(world), { host, port: 443 }).verdict)
}

function rulesOf({ dnsFirewall = {} }: Facts): readonly DnsFirewallRule[] {
  const { rules = [] } = dnsFirewall as { rules?: readonly DnsFirewallRule[] }
  return rules
}

/** An answer that the firewall makes up may lead to what works, and the true one not. */
function overrides(facts: Facts): boolean {
  return rulesOf(facts).some(({ blockResponse }) => blockResponse === 'OVERRIDE')
}

const LISTINGS = ['hostedZones', 'resolverRules', 'endpoints', 'route53Profiles']
/** Texts that tell which record or rule it is, and what is in the world for its own sake. */
const ALWAYS_KNOWN = ['type', 'ways', 'subnetIds']

/** The paths at which a gap may stand. */
function hideable(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || isGap(value)) return []
  const inside = Object.entries(value).flatMap(([key, part]) => {
    if (ALWAYS_KNOWN.includes(key)) return []
    const here = [...path, key]
    const known = Array.isArray(value) || (key === 'name' && path.includes('records'))
    return [...(known ? [] : [here]), ...hideable(part, here)]
  })
  return LISTINGS.includes(path.at(-1) ?? '') ? [...inside, [...path, '*']] : inside
}

function hide(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return DENIED
  if (Array.isArray(value)) return value.map((part, position) => (String(position) === key ? hide(part, rest) : part))
  const object = value as { readonly [key: string]: unknown }
  return { ...object, [key]: hide(object[key], rest) }
}

/** `FARSIGHT_RUNS` makes more of them, `FARSIGHT_SEED` others. */
const RUNS = { numRuns: Number(process.env.FARSIGHT_RUNS ?? 500), seed: Number(process.env.FARSIGHT_SEED ?? 1) }

test('filling a gap changes no answer about a name that was decided', () => {
  const decided = { works: 0, fails: 0 }
  fc.assert(
    fc.property(vpc, fc.nat(), fc.nat(), (facts, one, other) => {
      let less: unknown = facts
      for (const pick of [one, other]) {
        const paths = hideable(less)
        less = hide(less, paths[pick % paths.length] ?? [])
      }
      const full = verdictsIn(facts as unknown as Facts)
      verdictsIn(less as Facts).forEach((verdict, position) => {
        if (verdict === 'undecided') return
        decided[verdict]++
        expect(full[position]).toBe(verdict)
      })
    }),
    RUNS,
  )
  expect(decided.works).toBeGreaterThan(0)
  expect(decided.fails).toBeGreaterThan(0)
})

describe('what opens a name never makes a call fail that worked', () => {
  const changes: readonly (readonly [string, (facts: Facts) => Facts])[] = [
    ['DNS attributes', (facts) => ({ ...facts, enableDnsSupport: true })],
    [
      'no firewall',
      (facts) => {
        const { dnsFirewall: _, ...rest } = facts
        return overrides(facts) ? facts : (rest as Facts)
      },
    ],
    ['no rule that forwards', ({ resolverRules: _, ...facts }) => facts as Facts],
    [
      'a rule of the firewall that allows everything first',
      (facts) => {
        if (overrides(facts)) return facts
        const first = { domains: ['*'], action: 'ALLOW', domainRedirection: 'TRUST_REDIRECTION_DOMAIN' }
        return { ...facts, dnsFirewall: { rules: [first, ...rulesOf(facts)] } }
      },
    ],
    [
      'an endpoint without private DNS',
      (facts) => {
        const more = interfaceEndpoint('logs', { privateDnsEnabled: false })
        return { ...facts, endpoints: { ...(facts.endpoints as object), 'vpce-3': more } }
      },
    ],
    [
      'a zone for another domain',
      (facts) => {
        const other = { name: 'other.internal', records: [] }
        return { ...facts, hostedZones: { ...(facts.hostedZones as object), Z9: other } }
      },
    ],
  ]

  test.each(changes)('%s', (_, change) => {
    fc.assert(
      fc.property(vpc, (facts) => {
        const before = verdictsIn(facts as unknown as Facts)
        const after = verdictsIn(change(facts as unknown as Facts))
        before.forEach((verdict, position) => {
          if (verdict === 'works') expect(after[position]).toBe('works')
        })
      }),
      { ...RUNS, numRuns: RUNS.numRuns / 5 },
    )
  })
})

describe('the exceptions: what looks as if it opened a name and may close it', () => {
  const calls = (facts: Partial<Vpc>) => verdictsIn({ ...facts, ways: WITH_NAT })[0]

  test('private DNS of an endpoint takes the name to it, whatever its groups let in', () => {
    const closed = { securityGroupIds: ['sg-task'] }
    const off = interfaceEndpoint('ecr.api', { ...closed, privateDnsEnabled: false })
    expect(calls({ endpoints: { 'vpce-1': off } })).toBe('works')
    expect(calls({ endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', closed) } })).toBe('fails')
  })

  test('DNS hostnames switch such an endpoint on', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { securityGroupIds: ['sg-task'] }) }
    expect(calls({ endpoints, enableDnsHostnames: false })).toBe('works')
    expect(calls({ endpoints, enableDnsHostnames: true })).toBe('fails')
  })

  test('the answer that DNS Firewall makes up may lead to what works, and the true one not', () => {
    const hostedZones = { Z1: { name: API, records: [] } }
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { privateDnsEnabled: false }) }
    const rule: DnsFirewallRule = {
      domains: [API],
      action: 'BLOCK',
      blockResponse: 'OVERRIDE',
      blockOverrideDomain: 'vpce-1-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com',
    }
    expect(calls({ hostedZones, endpoints })).toBe('fails')
    expect(calls({ hostedZones, endpoints, dnsFirewall: { rules: [rule] } })).toBe('works')
  })

  test('a zone hides all public names of its domain', () => {
    expect(calls({ hostedZones: {} })).toBe('works')
    expect(calls({ hostedZones: { Z1: { name: 'amazonaws.com', records: [] } } })).toBe('fails')
  })

  test('a record near a name takes it from a wildcard record', () => {
    const endpoints = {
      'vpce-1': interfaceEndpoint('ecr.api', { privateDnsEnabled: false, privateIpAddresses: ['10.0.2.5'] }),
    }
    const wildcard = { name: '*.amazonaws.com', type: 'A', values: ['10.0.2.5'] }
    const near = { name: 'x.ecr.ap-northeast-1.amazonaws.com', type: 'A', values: ['10.0.2.9'] }
    const withRecords = (...records: readonly DnsRecord[]) => ({
      hostedZones: { Z1: { name: 'amazonaws.com', records } },
      endpoints,
    })
    expect(calls(withRecords(wildcard))).toBe('works')
    expect(calls(withRecords(wildcard, near))).toBe('fails')
  })
})

test('thousands of zones, records, rules and domains cost no more than their number', () => {
  const many = Array.from({ length: 3000 }, (_, position) => position)
  const dots = 'a.'.repeat(2000)
  const hostedZones = Object.fromEntries(many.map((n) => [`Z${n}`, { name: `${n}.${dots}example.com`, records: [] }]))
  const records = many.map((n) => ({ name: `${n}.${dots}amazonaws.com`, type: 'A', values: ['10.0.2.5'] }))
  const resolverRules = Object.fromEntries(
    many.map((n) => [`r${n}`, { domainName: `${'«'.repeat(20)}${n}`, ruleType: 'SYSTEM' as const }]),
  )
  const rules = many.map((n) => ({ domains: [`*.${n}.${dots}com`], action: 'BLOCK' as const }))
  const vpc = {
    hostedZones: { ...hostedZones, Z: { name: 'amazonaws.com', records } },
    resolverRules,
    dnsFirewall: { rules },
  }
  expect(verdictsIn({ ...vpc, ways: WITH_NAT } as unknown as Facts)).toHaveLength(CALLS.length)
})
