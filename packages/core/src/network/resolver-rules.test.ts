import { describe, expect, test } from 'vitest'
import type { ResolverRule } from '../model/dns.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, taskIn, to, VPC_AT, WITH_ENDPOINT, WITH_NAT, worldOf } from './test-world.ts'

const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'

function callWith(vpc: Partial<Vpc>) {
  const world = worldOf(vpc)
  return reach(world, taskIn(world), to('ecr.api'))
}

const rule = (domainName: ResolverRule['domainName'], ruleType: ResolverRule['ruleType'] = 'FORWARD') => ({
  domainName,
  ruleType,
})

const OPEN = [
  ['a rule that forwards the domain', { r: rule('amazonaws.com') }, '/r'],
  ['a rule that forwards everything', { r: rule('.') }, '/r'],
  [
    'a rule that forwards the name, in whatever case it is written',
    { r: rule('API.ecr.ap-northeast-1.AmazonAWS.com.') },
    '/r',
  ],
  ['a rule that delegates', { r: rule('amazonaws.com', 'DELEGATE') }, '/r'],
  ['a rule of which the type is not known', { r: rule('.', DENIED) }, '/r'],
  ['a rule that is not known', { r: DENIED }, '/r'],
  ['a rule of which the domain is not known', { r: rule(DENIED) }, '/r'],
  ['a rule of which the domain is not fully known', { r: rule('«Domain»') }, '/r'],
  ['rules of which there may be more', { '*': DENIED }, ''],
  ['rules that could not be read', DENIED, ''],
] as const

describe('what answers is not known', () => {
  test.each(OPEN)('with %s', (_, resolverRules, at) => {
    expect(callWith({ ...WITH_NAT, resolverRules })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'dns', id: 'vpc-1' }, at: `${VPC_AT}/resolverRules${at}` }],
      endpoints: [],
    })
  })

  test.each([
    ['amazonaws.com', 'AmazonAWS.com.'],
    ['.', '.'],
  ])('and the domain of the rule is told: %s', (of, domainName) => {
    expect(callWith({ ...WITH_NAT, resolverRules: { r: rule(domainName) } }).gaps).toMatchObject([
      { gap: { gap: 'not-modeled', what: 'resolver-rule', of } },
    ])
  })

  test('where a rule and the private zone of an endpoint are of one domain: the rule wins', () => {
    expect(callWith({ ...WITH_ENDPOINT, resolverRules: { r: rule(NAME) } }).verdict).toBe('undecided')
  })

  test('where a rule and a private zone are of one domain: the rule wins', () => {
    const hostedZones = { Z1: { name: 'amazonaws.com', records: [] } }
    expect(callWith({ ...WITH_NAT, hostedZones, resolverRules: { r: rule('amazonaws.com') } }).verdict).toBe(
      'undecided',
    )
  })
})

describe('the resolver answers itself', () => {
  test.each([
    ['where the rules are of other domains', { r: rule('example.com'), s: rule('notamazonaws.com') }],
    ['where a longer rule leaves the name to it', { r: rule('.'), s: rule('amazonaws.com', 'SYSTEM') }],
    ['where the rule that all VPCs have does', { r: rule('.', 'RECURSIVE') }],
  ])('%s', (_, resolverRules) => {
    expect(callWith({ ...WITH_NAT, resolverRules }).verdict).toBe('works')
  })

  test('where an endpoint has the name in its private zone, and the rule is of a domain above it', () => {
    const path = callWith({ ...WITH_ENDPOINT, resolverRules: { r: rule('amazonaws.com') } })
    expect(path).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('where a private zone is of a longer domain than the rule', () => {
    const hostedZones = { Z1: { name: 'ecr.ap-northeast-1.amazonaws.com', records: [] } }
    expect(callWith({ ...WITH_NAT, hostedZones, resolverRules: { r: rule('amazonaws.com') } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'zone-without-record' }],
    })
  })
})

test('a Route 53 Profile may bring zones and rules for any name', () => {
  const at = `${VPC_AT}/route53Profiles`
  expect(callWith({ ...WITH_ENDPOINT, route53Profiles: {} }).verdict).toBe('works')
  expect(callWith({ ...WITH_ENDPOINT, route53Profiles: { 'rp-1': {} } })).toMatchObject({
    verdict: 'undecided',
    gaps: [{ gap: { what: 'route-53-profile' }, at: `${at}/rp-1` }],
  })
  expect(callWith({ ...WITH_ENDPOINT, route53Profiles: { '*': DENIED } })).toMatchObject({
    gaps: [{ gap: DENIED, at }],
  })
})
