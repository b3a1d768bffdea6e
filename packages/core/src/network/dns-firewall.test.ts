import { describe, expect, test } from 'vitest'
import type { DnsFirewallRule } from '../model/dns.ts'
import { type Asked, firewallAnswer, type QueryType } from './dns-firewall.ts'
import { DENIED } from './test-world.ts'

const NAME = 'api.example.com'
const REDIRECTION = { gap: 'not-modeled', what: 'dns-redirection' } as const
const TRUST = { domainRedirection: 'TRUST_REDIRECTION_DOMAIN' } as const
const HIDDEN = { domains: DENIED } as const

type Rules = readonly DnsFirewallRule[]

const block = (...domains: readonly string[]): DnsFirewallRule => ({ domains, action: 'BLOCK' })
const allow = (...domains: readonly string[]): DnsFirewallRule => ({ domains, action: 'ALLOW' })
const unresolved = (expression: string) => ({ gap: 'unresolved', expression })

/** Who decides, with the domain of its list, and which rules may decide instead, with why that is not known. */
function ask(rules: Rules, asked: Asked | string, { type = 'A' as QueryType, redirected = false } = {}) {
  const about = typeof asked === 'string' ? { name: asked } : asked
  const { decides, doubts } = firewallAnswer({ rules }, about, type, redirected)
  return [decides && [decides.position, decides.domain], doubts.map(({ position, gap }) => [position, gap])]
}

describe('a rule decides about a name', () => {
  test.each<[string, Rules, string, readonly [number, string] | null]>([
    ['that it has', [block('web.example.com', 'API.example.com.')], NAME, [0, NAME]],
    ['below its domain', [block('*.Example.com')], NAME, [0, '*.example.com']],
    ['far below its domain', [block('*.com')], NAME, [0, '*.com']],
    ['whatever it is', [block('*')], NAME, [0, '*']],
    ['where it is the first, wherever the name stands', [allow('*.com'), block(NAME)], NAME, [0, '*.com']],
    [
      'where it is the first of those that have it',
      [allow('*.org'), block('*.com'), allow('*.com')],
      NAME,
      [1, '*.com'],
    ],
    ['not as the domain itself', [block('*.api.example.com')], NAME, null],
    ['not as the domain above it', [block('example.com')], NAME, null],
    ['not as one that ends alike', [block('*.pi.example.com', '*.example')], NAME, null],
    ['of which a part is not known', [block('*.example.com')], '«Name».example.com', [0, '*.example.com']],
    [
      'however long that part is written',
      [block('*.example.com')],
      `«${'Name'.repeat(300)}».example.com`,
      [0, '*.example.com'],
    ],
    ['not as one that it surely is not', [block('«Name».example.org', 'api.example.org')], NAME, null],
    ['nor such a name', [block('api.example.org', '*.example.org')], '«Name».example.com', null],
  ])('%s', (_, rules, name, decides) => {
    expect(ask(rules, name)).toEqual([decides, []])
  })

  test('for the kind of address that it names', () => {
    const rules: Rules = [{ ...block('*'), queryType: 'AAAA' }]
    expect(ask(rules, NAME, { type: 'AAAA' })).toEqual([[0, '*'], []])
    expect(ask(rules, NAME)).toEqual([null, []])
  })

  test('that another one led to, unless it trusts those', () => {
    const rules: Rules = [{ ...block('*'), ...TRUST }]
    expect(ask(rules, NAME)).toEqual([[0, '*'], []])
    expect(ask(rules, NAME, { redirected: true })).toEqual([null, []])
  })
})

describe('a rule may decide', () => {
  test.each<[string, Rules, string, readonly (readonly [number, object])[]]>([
    ['where its list is not known', [{ ...HIDDEN, action: 'BLOCK' }], NAME, [[0, DENIED]]],
    ['where a name in its list is not', [block('«Name».com')], NAME, [[0, unresolved('«Name».com')]]],
    ['where a domain in its list is not', [block('*.«Domain»')], NAME, [[0, unresolved('*.«Domain»')]]],
    ['where not all of the name is known', [block(NAME)], '«Name».com', [[0, unresolved('«Name».com')]]],
    ['or whether it is below its domain', [block('*.example.com')], '«Name».com', [[0, unresolved('«Name».com')]]],
    ['where it is not known what it does', [{ domains: [NAME], action: DENIED }], NAME, [[0, DENIED]]],
    ['where it is not known what it answers', [{ ...block(NAME), blockResponse: DENIED }], NAME, [[0, DENIED]]],
    ['where it is not known what it asks about', [{ ...block(NAME), queryType: DENIED }], NAME, [[0, DENIED]]],
    ['where it is not known whether it trusts', [{ ...allow(NAME), domainRedirection: DENIED }], NAME, [[0, DENIED]]],
    ['where it may trust', [{ ...allow(), ...HIDDEN, ...TRUST }], NAME, [[0, DENIED]]],
    [
      'before another one',
      [{ ...HIDDEN, action: DENIED }, block('«Domain»')],
      NAME,
      [
        [0, DENIED],
        [1, unresolved('«Domain»')],
      ],
    ],
  ])('%s', (_, rules, name, doubts) => {
    expect(ask(rules, name)).toEqual([null, doubts])
  })

  test('where a redirected name may be trusted, but not the name that led there', () => {
    const rules: Rules = [{ ...block('*'), domainRedirection: DENIED }]
    expect(ask(rules, NAME, { redirected: true })).toEqual([null, [[0, DENIED]]])
    expect(ask(rules, NAME)).toEqual([[0, '*'], []])
  })

  const override = { action: 'BLOCK', blockResponse: 'OVERRIDE' } as const

  test.each<[string, DnsFirewallRule, DnsFirewallRule]>([
    ['let pass what the next blocks', { ...HIDDEN, action: 'ALLOW' }, block('*')],
    ['block what the next lets pass', { ...HIDDEN, action: 'BLOCK' }, allow('*')],
    ['trust what the next inspects', { ...HIDDEN, action: 'ALLOW', ...TRUST }, allow('*')],
    ['inspect what the next trusts', { ...HIDDEN, action: 'ALLOW' }, { ...allow('*'), ...TRUST }],
    ['lead away what the next blocks', { ...HIDDEN, ...override }, block('*')],
    ['block what the next leads away', { ...HIDDEN, action: 'BLOCK' }, { domains: ['*'], ...override }],
  ])('and %s', (_, first, second) => {
    expect(ask([first, second], NAME)).toEqual([[1, '*'], [[0, DENIED]]])
  })

  test.each<[string, DnsFirewallRule, DnsFirewallRule]>([
    ['lets pass as well', { ...HIDDEN, action: 'ALERT' }, allow('*')],
    ['trusts as well', { ...HIDDEN, action: 'ALLOW', ...TRUST }, { ...allow('*'), ...TRUST }],
    ['blocks as well', { ...HIDDEN, action: 'BLOCK', blockResponse: 'NXDOMAIN' }, block('*')],
    ['has the name besides', { ...block('«Domain»'), action: 'ALLOW' }, { domains: ['*'], action: 'ALERT' }],
  ])('but it changes nothing where the next %s', (_, first, second) => {
    expect(ask([first, second], NAME)).toEqual([[1, '*'], []])
  })

  test('and nothing where it lets pass what no other blocks', () => {
    expect(ask([{ ...HIDDEN, action: 'ALLOW' }], NAME)).toEqual([null, []])
  })
})

describe('of all names below a domain', () => {
  const below = { below: 'example.com' }

  test.each<[string, Rules, Asked, readonly [number, string] | null, readonly (readonly [number, object])[]]>([
    ['a rule for all decides', [block('*')], below, [0, '*'], []],
    ['a rule for the domain does', [block('*.example.com')], below, [0, '*.example.com'], []],
    ['a rule for all names does, of any', [block('*')], { below: '' }, [0, '*'], []],
    ['one for part of them may', [block('*.api.example.com')], below, null, [[0, REDIRECTION]]],
    ['one for part of any may', [block('*.example.com')], { below: '' }, null, [[0, REDIRECTION]]],
    ['one for a name among them may', [block(NAME)], below, null, [[0, REDIRECTION]]],
    ['one of which the list is not known may', [{ ...HIDDEN, action: 'BLOCK' }], below, null, [[0, DENIED]]],
    ['one for other names does not', [block('*.example.org', 'example.net')], below, null, []],
    [
      'one for part of them comes before the one for all',
      [block(NAME), allow('*')],
      below,
      [1, '*'],
      [[0, REDIRECTION]],
    ],
  ])('%s', (_, rules, asked, decides, doubts) => {
    expect(ask(rules, asked)).toEqual([decides, doubts])
  })
})

test('rules that are not known as a whole may do anything', () => {
  expect(firewallAnswer({ rules: DENIED }, { name: NAME }, 'A', false)).toEqual({
    decides: null,
    doubts: [{ position: null, gap: DENIED, effect: DENIED }],
  })
})
