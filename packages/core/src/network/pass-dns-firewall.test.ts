import { describe, expect, test } from 'vitest'
import type { DnsFirewall, DnsFirewallRule } from '../model/dns.ts'
import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, interfaceEndpoint, taskIn, to, VPC_AT, WITH_ENDPOINT, WITH_NAT, worldOf } from './test-world.ts'

const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'
const DOCKER = 'registry-1.docker.io'
const AT = `${VPC_AT}/dnsFirewall`

type Rules = readonly DnsFirewallRule[]

function callWith(rules: Rules, vpc: Partial<Vpc> = WITH_ENDPOINT, host = NAME) {
  const world = worldOf({ ...vpc, dnsFirewall: { rules } })
  return reach(world, taskIn(world), { host, port: 443 })
}

const block = (...domains: readonly string[]): DnsFirewallRule => ({
  domains,
  action: 'BLOCK',
  blockResponse: 'NODATA',
})
const allow = (...domains: readonly string[]): DnsFirewallRule => ({ domains, action: 'ALLOW' })
const TRUST = { domainRedirection: 'TRUST_REDIRECTION_DOMAIN' } as const

describe('a rule blocks the name, also where an endpoint answers for it', () => {
  test.each<[string, Rules, string]>([
    ['by name', [block(`${NAME}.`)], NAME],
    ['with all names of a domain', [block('example.com', '*.AmazonAWS.com')], '*.amazonaws.com'],
    ['with all names', [block('*')], '*'],
    [
      'by a rule for each kind of address',
      [
        { ...block('*'), queryType: 'A' },
        { ...block('*'), queryType: 'AAAA' },
      ],
      '*',
    ],
    ['though a later rule allows it', [block('*.amazonaws.com'), allow(NAME)], '*.amazonaws.com'],
    ['whatever a rule for texts allows', [{ ...allow('*'), queryType: 'TXT' }, block('*')], '*'],
    ['though a rule that is not known may block it as well', [{ domains: DENIED, action: 'BLOCK' }, block('*')], '*'],
  ])('%s', (_, rules, domain) => {
    expect(callWith(rules)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'dns-firewall', vpcId: 'vpc-1', name: NAME, domain, ruleGroupId: null }],
      gaps: [],
    })
  })

  test('and what comes after is judged all the same', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { securityGroupIds: ['sg-task'] }) }
    expect(callWith([{ ...block('*'), ruleGroupId: 'rslvr-frg-1' }], { endpoints })).toMatchObject({
      verdict: 'fails',
      blockers: [
        { blocker: 'dns-firewall', ruleGroupId: 'rslvr-frg-1', at: `${AT}/rules/0` },
        { blocker: 'endpoint-security-group' },
      ],
    })
  })
})

describe('the name passes', () => {
  test.each<[string, Rules]>([
    ['where no rule names it', [block('*.example.com', 'amazonaws.com', 'ecr.ap-northeast-1.amazonaws.com')]],
    ['where an earlier rule allows it', [allow(NAME), block('*')]],
    ['where an earlier rule only alerts', [{ domains: ['*.amazonaws.com'], action: 'ALERT' }, block('*')]],
    ['where only texts are blocked', [{ ...block('*'), queryType: 'TXT' }]],
    ['where only names that others redirect to may be blocked', [allow('*.amazonaws.com'), block('*')]],
    ['though a rule that is not known may allow it as well', [{ domains: DENIED, action: 'ALLOW' }]],
  ])('%s', (_, rules) => {
    expect(callWith(rules).verdict).toBe('works')
  })

  test('to the internet where its domain is allowed, with all that it redirects to', () => {
    expect(callWith([allow('*.amazonaws.com'), block('*')], WITH_NAT).verdict).toBe('works')
    expect(callWith([{ ...allow(NAME), ...TRUST }, block('*')], WITH_NAT).verdict).toBe('works')
    expect(callWith([allow('*.docker.io'), { ...block('*'), ...TRUST }], WITH_NAT, DOCKER).verdict).toBe('works')
  })
})

describe('it stays open whether the name passes', () => {
  test.each<[string, Rules, string, Partial<Vpc>?, string?]>([
    ['where a list is not known', [{ domains: DENIED, action: 'BLOCK' }], '/rules/0'],
    ['where a list is not fully known', [block('«Domain»')], '/rules/0'],
    ['where it is not known what the rule does', [{ domains: ['*'], action: DENIED }], '/rules/0'],
    ['where the name is blocked for IPv4 addresses alone', [{ ...block('*'), queryType: 'A' }], '/rules/0'],
    ['where it is not known for what it is blocked', [{ ...block('*'), queryType: DENIED }], '/rules/0'],
    ['where the answer to a blocked name is not known', [{ ...block('*'), blockResponse: DENIED }], '/rules/0'],
    ['where the other name is not known', [{ ...block('*'), blockResponse: 'OVERRIDE' }], '/rules/0'],
    ['where the name may redirect to one that is blocked', [allow(NAME), block('*')], '/rules/1', WITH_NAT],
    ['where a registry may redirect to any name', [block('*.example.com')], '/rules/0', WITH_NAT, DOCKER],
  ])('%s', (_, rules, at, vpc = WITH_ENDPOINT, host = NAME) => {
    expect(callWith(rules, vpc, host)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'dns', id: 'vpc-1' }, at: `${AT}${at}` }],
    })
  })

  test.each([
    ['where the rules are not known', { rules: DENIED }, '/rules'],
    ['where the firewall is not known', DENIED, ''],
  ])('%s', (_, dnsFirewall, at) => {
    const world = worldOf({ ...WITH_ENDPOINT, dnsFirewall })
    expect(reach(world, taskIn(world), { host: NAME, port: 443 })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ at: `${AT}${at}` }],
    })
  })
})

describe('of a closed endpoint it tells', () => {
  const CLOSED = { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { securityGroupIds: ['sg-task'] }) } }
  const OVERRIDE = { action: 'BLOCK', blockResponse: 'OVERRIDE', blockOverrideDomain: 'sinkhole.example.com' } as const

  test.each<[string, Rules]>([
    ['where the name may only be blocked', [{ domains: DENIED, action: 'BLOCK' }]],
    ['where it may pass what else blocks it', [{ domains: DENIED, action: 'ALLOW' }, block('*')]],
    ['where it is blocked for IPv4 addresses alone', [{ ...block('*'), queryType: 'A' }]],
    ['where an earlier rule lets pass the question for IPv6', [{ ...allow(NAME), queryType: 'AAAA' }, block('*')]],
    ['where one may', [{ domains: [NAME], queryType: 'AAAA', action: DENIED }, block('*')]],
    ['where one leads that away', [{ domains: [NAME], queryType: 'AAAA', ...OVERRIDE }, block('*')]],
  ])('%s', (_, rules) => {
    expect(callWith(rules, CLOSED)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group' }],
      gaps: [{ what: { kind: 'dns' } }],
    })
  })

  test.each<[string, Known<DnsFirewall>]>([
    ['the firewall is not known', DENIED],
    ['its rules are not known', { rules: DENIED }],
    ['it is not known what a rule does', { rules: [{ domains: ['*'], action: DENIED }] }],
    ['it is not known which rule it is', { rules: [{ domains: DENIED, ...OVERRIDE }] }],
    [
      'an earlier rule may block',
      {
        rules: [
          { domains: DENIED, action: 'BLOCK' },
          { domains: ['*'], ...OVERRIDE },
        ],
      },
    ],
    [
      'one of several rules does',
      {
        rules: [
          { domains: DENIED, action: 'BLOCK' },
          { domains: DENIED, ...OVERRIDE },
        ],
      },
    ],
    ['the other name is not known', { rules: [{ domains: ['*'], ...OVERRIDE, blockOverrideDomain: DENIED }] }],
  ])('but not where the name may lead away: %s', (_, dnsFirewall) => {
    const world = worldOf({ ...CLOSED, dnsFirewall })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({ verdict: 'undecided', blockers: [] })
  })
})

describe('a rule answers with another name', () => {
  const override = (blockOverrideDomain: string): DnsFirewallRule => ({
    domains: [NAME],
    action: 'BLOCK',
    blockResponse: 'OVERRIDE',
    blockOverrideDomain,
  })

  test('which may lead to an endpoint of the service', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { privateDnsEnabled: false }) }
    const path = callWith([override('vpce-1-abcd.ecr.api.ap-northeast-1.vpce.amazonaws.com')], { endpoints })
    expect(path).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('and which is not the service otherwise', () => {
    expect(callWith([{ ...override('sinkhole.example.com'), ...TRUST }], WITH_NAT)).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'name-leads-elsewhere' } }],
    })
  })
})

test('names that a zone redirects to are inspected, unless the rule trusts them', () => {
  const records = [{ name: NAME, type: 'CNAME', values: ['ecr.hub.internal'] }]
  const hub = [{ name: 'ecr.hub.internal', type: 'A', values: ['10.0.2.5'] }]
  const hostedZones = { Z1: { name: NAME, records }, Z2: { name: 'hub.internal', records: hub } }
  const endpoints = {
    'vpce-1': interfaceEndpoint('ecr.api', { privateDnsEnabled: false, privateIpAddresses: ['10.0.2.5'] }),
  }
  const vpc = { hostedZones, endpoints }
  expect(callWith([block('*.hub.internal')], vpc)).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'dns-firewall', name: 'ecr.hub.internal' }],
  })
  expect(callWith([{ ...block('*.hub.internal'), ...TRUST }], vpc).verdict).toBe('works')
  expect(callWith([{ ...allow(NAME), ...TRUST }, block('*')], vpc).verdict).toBe('works')
})
