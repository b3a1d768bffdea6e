import { describe, expect, test } from 'vitest'
import type { NetworkAcl, NetworkAclEntry } from '../model/network-acl.ts'
import type { Subnet } from '../model/subnet.ts'
import type { Vpc } from '../model/vpc.ts'
import { anywhere } from './address-set.ts'
import type { Family } from './family.ts'
import { aclOf } from './network-acl.ts'
import { ALLOW_IN, ALLOW_OUT, aclEntry, DENIED, taskIn, VPC_AT, worldOf } from './test-world.ts'

const AT = `${VPC_AT}/networkAcls`
const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const
const BLOCK: Subnet = { cidrBlock: '10.0.1.0/24' }

function acl(
  networkAcls: NonNullable<Vpc['networkAcls']>,
  changes: Partial<Subnet> = { networkAclId: 'acl-1' },
  family: Family = 4,
) {
  const world = worldOf({ networkAcls, subnets: { 'subnet-a': { ...BLOCK, ...changes } } })
  return aclOf(taskIn(world).subnet, family)
}

const withEntries = (...entries: readonly NetworkAclEntry[]) => acl({ 'acl-1': { entries } })

describe('the ACL of a subnet', () => {
  const open = { egress: null, ingress: null }
  const none: NetworkAcl = { entries: [] }

  test('is the one that it names', () => {
    expect(acl({ 'acl-0': { ...none, default: true }, 'acl-1': none })).toEqual({
      id: 'acl-1',
      at: `${AT}/acl-1`,
      egress: [],
      ingress: [],
    })
  })

  test.each<[string, NonNullable<Vpc['networkAcls']>, object]>([
    ['the default one where it names none', { 'acl-0': none, 'acl-1': { ...none, default: true } }, { id: 'acl-1' }],
    [
      'that one, whatever else is not known',
      { '*': DENIED, 'acl-0': DENIED, 'acl-1': { ...none, default: true } },
      { id: 'acl-1' },
    ],
    [
      'as AWS makes it where none is the default',
      { 'acl-1': { ...none, default: false } },
      { id: 'default', at: AT, ...open },
    ],
  ])('is %s', (_, networkAcls, answer) => {
    expect(acl(networkAcls, {})).toMatchObject(answer)
  })

  test.each<[string, NonNullable<Vpc['networkAcls']>, Partial<Subnet>, object]>([
    [
      'the id',
      {},
      { networkAclId: DENIED },
      { gap: DENIED, what: { kind: 'network-acl', id: 'subnet-a' }, at: `${VPC_AT}/subnets/subnet-a/networkAclId` },
    ],
    [
      'the ACL',
      { 'acl-1': DENIED },
      { networkAclId: 'acl-1' },
      { gap: DENIED, what: { kind: 'network-acl', id: 'acl-1' }, at: `${AT}/acl-1` },
    ],
    ['an ACL that is not there', {}, { networkAclId: 'acl-1' }, { gap: { gap: 'not-read' }, what: { id: 'acl-1' } }],
    ['part of the id', {}, { networkAclId: '«Acl»' }, { gap: { gap: 'unresolved', expression: '«Acl»' } }],
    [
      'the entries',
      { 'acl-1': { entries: DENIED } },
      { networkAclId: 'acl-1' },
      { gap: DENIED, what: { id: 'acl-1' }, at: `${AT}/acl-1/entries` },
    ],
    [
      'whether there are more',
      { '*': DENIED, 'acl-1': OTHER },
      {},
      { gap: DENIED, what: { kind: 'network-acls', id: 'vpc-1' }, at: AT },
    ],
    ['one of them', { 'acl-1': DENIED, 'acl-2': { ...none, default: OTHER } }, {}, { gap: DENIED }],
    ['whether one is the default', { 'acl-1': { ...none, default: DENIED }, 'acl-2': OTHER }, {}, { gap: DENIED }],
  ])('is open where not known is %s', (_, networkAcls, subnet, fact) => {
    expect(acl(networkAcls, subnet)).toMatchObject(fact)
  })
})

describe('it lets everything pass', () => {
  test.each<[string, readonly NetworkAclEntry[], object]>([
    ['there and back', [ALLOW_OUT, ALLOW_IN], { egress: null, ingress: null }],
    ['out alone', [ALLOW_OUT], { egress: null, ingress: [] }],
    ['in alone', [ALLOW_IN], { egress: [], ingress: null }],
    ['by the first entry', [{ ...ALLOW_OUT, ruleAction: 'deny', ruleNumber: 200 }, ALLOW_OUT], { egress: null }],
  ])('%s', (_, entries, answer) => {
    expect(withEntries(...entries)).toMatchObject(answer)
  })

  test.each<[string, Partial<NetworkAclEntry>]>([
    ['that denies', { ruleAction: 'deny' }],
    ['of which nobody knows what it does', { ruleAction: DENIED }],
    ['of part of the addresses', { cidrBlock: '0.0.0.0/1' }],
    ['of addresses that are not known', { cidrBlock: DENIED }],
    ['of part of the ports', { protocol: 'tcp', fromPort: 0, toPort: 65_534 }],
    ['of a protocol that is not known', { protocol: DENIED }],
  ])('but not by an entry %s', (_, changes) => {
    expect(withEntries({ ...ALLOW_OUT, ...changes })).toMatchObject({ egress: [{ ruleNumber: 100 }] })
  })

  test('in IPv6 by an entry for IPv6', () => {
    const entries = [ALLOW_OUT, { ...ALLOW_IN, cidrBlock: '::/0' }]
    expect(acl({ 'acl-1': { entries } }, { networkAclId: 'acl-1' }, 6)).toMatchObject({ egress: [], ingress: null })
    expect(acl({ 'acl-1': { entries, default: true } }, {}, 6)).toMatchObject({ egress: [], ingress: null })
    expect(acl({ 'acl-1': { entries, default: true } }, {}, 4)).toMatchObject({ egress: null, ingress: [] })
  })
})

describe('its entries', () => {
  const https = { protocol: '6', fromPort: 443, toPort: 443 }
  const entry = (changes: Partial<NetworkAclEntry>) => aclEntry({ ruleNumber: 100, egress: true, ...https, ...changes })
  const rulesOf = (...entries: readonly NetworkAclEntry[]) => {
    const found = withEntries(...entries)
    return 'egress' in found ? found.egress : found
  }

  test('stand in the order of their numbers, each where it is written', () => {
    const [late, early] = [
      entry({ ruleNumber: 200 }),
      entry({ ruleNumber: 100, cidrBlock: '10.0.0.0/8', ruleAction: 'deny' }),
    ]
    expect(rulesOf(late, ALLOW_IN, early)).toEqual([
      {
        ruleNumber: 100,
        at: `${AT}/acl-1/entries/2`,
        action: 'deny',
        addresses: [{ from: 0x0a00_0000, to: 0x0aff_ffff }],
        ports: [{ from: 443, to: 443 }],
        sure: true,
        facts: [],
      },
      {
        ruleNumber: 200,
        at: `${AT}/acl-1/entries/0`,
        action: 'allow',
        addresses: anywhere(4),
        ports: [{ from: 443, to: 443 }],
        sure: true,
        facts: [],
      },
    ])
  })

  test.each<[string, Partial<NetworkAclEntry>]>([
    ['another protocol', { protocol: 'udp' }],
    ['IPv6', { cidrBlock: '::/0' }],
  ])('of %s do not count', (_, changes) => {
    expect(rulesOf(entry(changes))).toEqual([])
  })

  test.each<[string, Partial<NetworkAclEntry>, object, readonly object[]]>([
    ['addresses', { cidrBlock: DENIED }, { addresses: anywhere(4), sure: false }, [DENIED]],
    ['addresses, in part', { cidrBlock: '«Cidr»' }, { sure: false }, [{ gap: 'unresolved', expression: '«Cidr»' }]],
    ['protocol', { protocol: DENIED }, { ports: [{ from: 0, to: 65_535 }], sure: false }, [DENIED]],
    ['ports', { toPort: DENIED }, { ports: [{ from: 0, to: 65_535 }], sure: false }, [DENIED]],
    ['action', { ruleAction: DENIED }, { action: null, sure: true }, [DENIED]],
    ['action and addresses', { ruleAction: DENIED, cidrBlock: OTHER }, { action: null, sure: false }, [OTHER, DENIED]],
  ])('say what is not known of their %s', (_, changes, answer, gaps) => {
    const what = { kind: 'network-acl', id: 'acl-1' }
    expect(rulesOf(entry(changes))).toMatchObject([
      { ...answer, facts: gaps.map((gap) => ({ gap, what, at: `${AT}/acl-1/entries/0` })) },
    ])
  })
})
