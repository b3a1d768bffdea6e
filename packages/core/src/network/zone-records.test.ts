import { describe, expect, test } from 'vitest'
import type { DnsRecord } from '../model/dns.ts'
import { DENIED } from './test-world.ts'
import { lookUpName } from './zone-records.ts'

const ZONE = 'example.com'
const NAME = 'api.example.com'
const OTHER = { gap: 'denied', permission: 'route53:Other' } as const

const record = (name: string, type: string, ...values: readonly string[]): DnsRecord => ({ name, type, values })
const A = record(NAME, 'A', '10.0.0.1')
const FOUND = { answer: 'addresses', addresses: [0x0a00_0001], ipv6: false }

describe('a name has', () => {
  test.each<[string, readonly DnsRecord[], object]>([
    ['the addresses of its record', [A], FOUND],
    ['those of a zone that says who its name servers are', [record(ZONE, 'NS', 'ns.example.net'), A], FOUND],
    [
      'those of all its records',
      [A, record('API.example.com.', 'A', '10.0.0.2')],
      { addresses: [0x0a00_0001, 0x0a00_0002] },
    ],
    ['IPv6 addresses as well', [A, record(NAME, 'AAAA', '2001:db8::1')], { ...FOUND, ipv6: true }],
    ['none of a record without', [A, record(NAME, 'AAAA')], FOUND],
    ['perhaps some', [A, { name: NAME, type: 'AAAA', values: DENIED }], { ...FOUND, ipv6: DENIED }],
    [
      'perhaps some, as the first record that hides it says',
      [A, { name: NAME, type: 'AAAA', values: DENIED }, { name: NAME, type: 'AAAA', values: OTHER }],
      { ...FOUND, ipv6: DENIED },
    ],
    [
      'those of the name that an alias leads to',
      [record(NAME, 'A', 'Web.Example.com.')],
      { answer: 'name', target: 'web.example.com', alias: true, ipv6: false },
    ],
    [
      'those of its canonical name, of both families',
      [record(NAME, 'CNAME', 'web.example.com')],
      { answer: 'name', target: 'web.example.com', alias: false, ipv6: true },
    ],
    ['those that a wildcard has', [record('*.example.com', 'A', '10.0.0.1')], FOUND],
    ['those of its own rather than of a wildcard', [record('*.«Name».com', 'A', '10.0.0.9'), A], FOUND],
  ])('%s', (_, records, answer) => {
    expect(lookUpName(records, ZONE, NAME)).toMatchObject(answer)
  })

  test('those of a record that is written alike, whatever a placeholder stands for', () => {
    expect(lookUpName([record('«Name».example.com', 'A', '10.0.0.1')], ZONE, '«Name».example.com')).toEqual(FOUND)
  })
})

describe('it has nothing', () => {
  test.each<[string, readonly DnsRecord[], string]>([
    ['in an empty zone', [], 'name'],
    ['beside a longer name that ends alike', [record('webapi.example.com', 'A', '10.0.0.1')], 'name'],
    ['of a wildcard above the zone', [record('*.com', 'A', '10.0.0.1')], 'name'],
    ['where it has texts alone', [record(NAME, 'TXT', 'hello')], 'addresses'],
  ])('%s', (_, records, missing) => {
    expect(lookUpName(records, ZONE, NAME)).toEqual({ answer: 'nothing', missing })
  })

  test('as the domain of the zone, from the wildcard below it', () => {
    const wildcard = record('*.example.com', 'A', '10.0.0.1')
    expect(lookUpName([wildcard], ZONE, ZONE)).toEqual({ answer: 'nothing', missing: 'addresses' })
  })
})

describe('it is open what it has', () => {
  const unresolved = (expression: string) => ({ gap: 'unresolved', expression })

  test.each<[string, readonly DnsRecord[], object, string?]>([
    ['where the values are not known', [{ name: NAME, type: 'A', values: DENIED }], DENIED],
    [
      'where it is not known whether it has IPv6 addresses alone',
      [{ name: NAME, type: 'AAAA', values: DENIED }],
      DENIED,
    ],
    [
      'where it has several names',
      [record(NAME, 'A', 'x.example.net', 'y.example.net')],
      { gap: 'not-modeled', what: 'several-records', of: 'x.example.net, y.example.net' },
    ],
    [
      'where it has a name and an address',
      [record(NAME, 'A', 'x.example.net', '10.0.0.1')],
      { gap: 'not-modeled', what: 'several-records', of: 'x.example.net' },
    ],
    [
      'where another record may be its own, too',
      [A, record('«Name».example.com', 'A')],
      unresolved('«Name».example.com'),
    ],
    ['where a wildcard may be for it', [record('*.«Name».com', 'A', '10.0.0.1')], unresolved('*.«Name».com')],
    [
      'where a name that is not fully known may be below it',
      [record(`web.«Name».${NAME}`, 'A', '10.0.0.1')],
      unresolved(`web.«Name».${NAME}`),
    ],
    ['where not all of the name is known', [A], unresolved('«Name».example.com'), '«Name».example.com'],
    [
      'where other name servers know',
      [record(NAME, 'DS', '1'), record(NAME, 'NS', 'ns.example.net')],
      { gap: 'not-modeled', what: 'delegated-domain', of: `web.${NAME}` },
      `web.${NAME}`,
    ],
  ])('%s', (_, records, gap, name = NAME) => {
    expect(lookUpName(records, ZONE, name)).toEqual({ answer: 'open', gap })
  })
})
