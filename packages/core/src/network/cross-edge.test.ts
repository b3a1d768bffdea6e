import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Crossing, replyAcross } from './cross-edge.ts'
import type { AclRule } from './network-acl.ts'
import { openFact } from './open-fact.ts'
import { type RangeSet, rangeSet } from './range-set.ts'
import { reach } from './reach.ts'
import {
  ALLOW_IN,
  ALLOW_OUT,
  aclAt,
  aclEntry,
  DENIED,
  routes,
  TO_IGW,
  taskIn,
  to,
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

const HTTPS = { protocol: '6', fromPort: 443, toPort: 443 }
const CLIENT = { protocol: '6', fromPort: 32_768, toPort: 60_999 }
const EPHEMERAL = { protocol: '6', fromPort: 1024, toPort: 65_535 }

const outOnly = (entry: object) => [aclEntry({ ruleNumber: 100, egress: true, ...entry }), ALLOW_IN]
const inOnly = (entry: object) => [aclEntry({ ruleNumber: 100, egress: false, ...entry }), ALLOW_OUT]

function withEndpoint(subnet: string, entries: ReturnType<typeof outOnly>) {
  const world = worldOf({ ...WITH_ENDPOINT, ...aclAt(subnet, ...entries) })
  return reach(world, taskIn(world), to('ecr.api'))
}

function withNat(subnet: string, entries: ReturnType<typeof outOnly>) {
  const world = worldOf({ ...WITH_NAT, ...aclAt(subnet, ...entries) })
  return reach(world, taskIn(world), to('logs'))
}

describe('a network ACL stops', () => {
  test.each([
    [
      'the request at the edge of the task',
      withEndpoint('subnet-a', outOnly({ protocol: '17', fromPort: 0, toPort: 65_535 })),
      'task',
      'egress',
      false,
    ],
    [
      'the request at the edge of the endpoint',
      withEndpoint('subnet-b', inOnly({ ...HTTPS, cidrBlock: '10.0.3.0/24' })),
      'endpoint',
      'ingress',
      false,
    ],
    ['the answer at the edge of the endpoint', withEndpoint('subnet-b', outOnly(HTTPS)), 'endpoint', 'egress', true],
    ['the answer at the edge of the task', withEndpoint('subnet-a', inOnly(HTTPS)), 'task', 'ingress', true],
    [
      'the request on its way to the NAT gateway',
      withNat('subnet-public', inOnly({ ...EPHEMERAL })),
      'nat-gateway',
      'ingress',
      false,
    ],
    [
      'the request behind the NAT gateway',
      withNat('subnet-public', outOnly({ ...EPHEMERAL, cidrBlock: '10.0.0.0/16' })),
      'nat-gateway',
      'egress',
      false,
    ],
    [
      'the answer in front of the NAT gateway',
      withNat('subnet-public', inOnly({ ...HTTPS })),
      'nat-gateway',
      'ingress',
      true,
    ],
    [
      'the answer behind the NAT gateway',
      withNat('subnet-public', outOnly({ ...HTTPS })),
      'nat-gateway',
      'egress',
      true,
    ],
  ] as const)('%s', (_, path, side, direction, reply) => {
    expect(path.verdict).toBe('fails')
    expect(path.blockers).toContainEqual(expect.objectContaining({ blocker: 'network-acl', side, direction, reply }))
  })

  test('nothing inside of one subnet', () => {
    const world = worldOf({ ...WITH_ENDPOINT, ...aclAt('subnet-b') })
    expect(reach(world, taskIn(world, { subnet: 'subnet-b' }), to('ecr.api')).verdict).toBe('works')
  })

  test('nothing where AWS made it', () => {
    const world = worldOf({ ...WITH_ENDPOINT, networkAcls: {} })
    expect(reach(world, taskIn(world), to('ecr.api')).verdict).toBe('works')
  })
})

describe('the entry with the lowest number decides', () => {
  const deny = aclEntry({ ruleNumber: 90, egress: true, ruleAction: 'deny', cidrBlock: '10.0.2.0/24' })

  test('and is named with its place', () => {
    const { blockers } = withEndpoint('subnet-a', [ALLOW_OUT, ALLOW_IN, deny])
    expect(blockers).toEqual([
      {
        blocker: 'network-acl',
        networkAclId: 'acl-1',
        subnetId: 'subnet-a',
        side: 'task',
        direction: 'egress',
        reply: false,
        fromPort: 443,
        toPort: 443,
        ruleNumber: 90,
        at: '/accounts/111122223333/regions/ap-northeast-1/vpcs/vpc-1/networkAcls/acl-1/entries/2',
      },
    ])
  })

  test('and of several that deny, it alone is named', () => {
    const halves = ['10.0.2.128/25', '10.0.2.0/25'].map((cidrBlock, place) => ({
      ...deny,
      ruleNumber: 95 - place,
      cidrBlock,
    }))
    expect(withEndpoint('subnet-a', [...halves, ALLOW_OUT, ALLOW_IN]).blockers).toMatchObject([{ ruleNumber: 94 }])
  })

  test('and an ACL without a matching entry denies with its last one', () => {
    const { blockers } = withEndpoint('subnet-a', [ALLOW_IN])
    expect(blockers).toMatchObject([{ ruleNumber: '*', at: expect.stringMatching(/networkAcls\/acl-1$/) }])
  })

  test('and a denial behind it does not', () => {
    expect(withEndpoint('subnet-a', [{ ...deny, ruleNumber: 110 }, ALLOW_OUT, ALLOW_IN]).verdict).toBe('works')
  })
})

describe('answers go to the ports of the client', () => {
  test('which are an assumption where they decide', () => {
    expect(withEndpoint('subnet-a', inOnly(CLIENT))).toMatchObject({ verdict: 'works', assumptions: ['client-ports'] })
    expect(withEndpoint('subnet-b', outOnly(CLIENT))).toMatchObject({ verdict: 'works', assumptions: ['client-ports'] })
  })

  test('and no assumption where all that a client may use are open', () => {
    expect(withEndpoint('subnet-a', inOnly(EPHEMERAL))).toMatchObject({ verdict: 'works', assumptions: [] })
  })

  test('or none of them is', () => {
    expect(withEndpoint('subnet-a', inOnly(HTTPS))).toMatchObject({ verdict: 'fails', assumptions: [] })
  })

  test('some of which may be open and others not', () => {
    const path = withEndpoint('subnet-a', inOnly({ ...CLIENT, toPort: 40_000 }))
    expect(path).toMatchObject({ verdict: 'undecided', partial: { works: 7233, of: 28_232 }, gaps: [] })
    expect(path.blockers).toMatchObject([{ blocker: 'network-acl', reply: true, fromPort: 32_768, toPort: 60_999 }])
  })

  test('and behind a NAT gateway to all that it uses', () => {
    expect(withNat('subnet-public', inOnly({ ...EPHEMERAL, fromPort: 443 }))).toMatchObject({
      verdict: 'works',
      assumptions: [],
    })
    expect(withNat('subnet-public', inOnly({ protocol: '6', fromPort: 443, toPort: 60_999 }))).toMatchObject({
      verdict: 'undecided',
    })
  })
})

describe('an entry that is not known', () => {
  const open = { gap: 'denied', permission: 'ec2:Describe' }

  test('leaves open what it could decide', () => {
    const path = withEndpoint('subnet-a', [
      aclEntry({ ruleNumber: 90, egress: true, ruleAction: DENIED }),
      ALLOW_OUT,
      ALLOW_IN,
    ])
    expect(path).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ gap: open, what: { kind: 'network-acl', id: 'acl-1' } }],
    })
  })

  test.each([
    ['allows where the next one allows too', aclEntry({ ruleNumber: 90, egress: true, cidrBlock: DENIED }), 'works'],
    [
      'is about another port',
      aclEntry({ ruleNumber: 90, egress: true, ...HTTPS, fromPort: 80, toPort: 80, ruleAction: DENIED }),
      'works',
    ],
    [
      'is about other addresses',
      aclEntry({ ruleNumber: 90, egress: true, cidrBlock: '52.0.0.0/8', ruleAction: DENIED }),
      'works',
    ],
    ['comes too late', aclEntry({ ruleNumber: 110, egress: true, ruleAction: DENIED }), 'works'],
    [
      'may be about other ports',
      aclEntry({ ruleNumber: 90, egress: true, ruleAction: 'deny', protocol: 'tcp' }),
      'undecided',
    ],
  ])('and that %s', (_, entry, verdict) => {
    expect(withEndpoint('subnet-a', [entry, ALLOW_OUT, ALLOW_IN]).verdict).toBe(verdict)
  })

  test('and that may allow leaves open whether anything does', () => {
    expect(withEndpoint('subnet-a', outOnly({ cidrBlock: DENIED })).verdict).toBe('undecided')
  })

  test('and that may deny is not what denies', () => {
    const { verdict, blockers } = withEndpoint('subnet-a', outOnly({ ruleAction: 'deny', cidrBlock: DENIED }))
    expect([verdict, blockers]).toMatchObject(['fails', [{ blocker: 'network-acl', ruleNumber: '*' }]])
  })

  test.each([
    ['its list of entries', { networkAcls: { 'acl-1': { entries: DENIED } } }, 'network-acl'],
    ['the ACL', { networkAcls: { 'acl-1': DENIED } }, 'network-acl'],
    ['the ACLs of the VPC', { networkAcls: DENIED }, 'network-acl'],
    ['an ACL that is not among them', { networkAcls: {} }, 'network-acl'],
  ])('neither does %s decide', (_, change, kind) => {
    const world = worldOf({ ...WITH_ENDPOINT, ...aclAt('subnet-a'), ...change })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'undecided',
      gaps: expect.arrayContaining([expect.objectContaining({ what: { kind, id: 'acl-1' } })]),
    })
  })

  test.each([
    ['other ACLs may be there', { '*': DENIED }],
    ['one of them is not known', { 'acl-1': DENIED }],
    ['one of them may be the default', { 'acl-1': { entries: [], default: DENIED } }],
  ])('nor is the default ACL known where %s', (_, networkAcls) => {
    const world = worldOf({ ...WITH_ENDPOINT, networkAcls })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'network-acls' } }],
    })
  })

  test('but one that is the default holds for subnets that name none, whatever else is there', () => {
    const world = worldOf({
      ...WITH_ENDPOINT,
      networkAcls: { 'acl-2': DENIED, 'acl-1': { entries: [], default: true } },
    })
    expect(reach(world, taskIn(world), to('ecr.api')).verdict).toBe('fails')
  })
})

describe('where an ACL passes a part', () => {
  const toPublic = (...entries: ReturnType<typeof outOnly>) => {
    const world = worldOf({ ...routes(TO_IGW), ...aclAt('subnet-a', ...entries) })
    return reach(world, taskIn(world, { publicIp: true }), to('logs'))
  }
  const hidden = { what: { kind: 'host', id: to('logs').host } }
  const someAnswers = { ...CLIENT, toPort: 40_000 }

  test.each([
    ['addresses', outOnly({ cidrBlock: '0.0.0.0/1' })],
    ['addresses and of the ports', inOnly({ ...someAnswers, cidrBlock: '0.0.0.0/1' })],
  ])('of the %s, it depends on where a public host is', (_, entries) => {
    const path = toPublic(...entries)
    expect(path).toMatchObject({ verdict: 'undecided', blockers: [], gaps: [hidden] })
    expect(path.partial).toBeUndefined()
  })

  test('of the ports, it does not', () => {
    expect(toPublic(...inOnly(someAnswers))).toMatchObject({
      verdict: 'undecided',
      blockers: [{ blocker: 'network-acl', ruleNumber: '*' }],
      gaps: [],
      partial: { works: 7233, of: 28_232 },
    })
  })

  test('of the ports perhaps, that is told alone', () => {
    expect(toPublic(...inOnly({ ...someAnswers, ruleAction: DENIED }))).toMatchObject({
      verdict: 'undecided',
      blockers: [{ blocker: 'network-acl', ruleNumber: '*' }],
      gaps: [{ what: { kind: 'network-acl', id: 'acl-1' }, gap: DENIED }],
    })
  })

  test.each([
    ['half of the addresses', outOnly({ cidrBlock: '10.0.2.0/25' }), { works: 128, of: 256 }],
    [
      'a share of addresses and ports',
      inOnly({ ...someAnswers, cidrBlock: '10.0.2.0/25' }),
      { works: 128 * 7233, of: 256 * 28_232 },
    ],
  ])('any of which an endpoint may have, it is told: %s', (_, entries, partial) => {
    expect(withEndpoint('subnet-a', entries)).toMatchObject({ verdict: 'undecided', gaps: [], partial })
  })
})

describe('what an ACL does to a box of addresses and ports is what it does to each packet', () => {
  const LAST = 7
  const range = fc
    .tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: LAST }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  const rule = fc.record({
    addresses: range,
    ports: range,
    action: fc.constantFrom('allow', 'deny', null),
    sure: fc.constantFrom(true, true, false),
  })
  const fact = openFact('network-acl', 'acl-1', '', DENIED)
  const rules = fc.array(rule, { maxLength: 6 }).map((list) =>
    list.map(
      ({ addresses, ports, action, sure }, position): AclRule => ({
        ruleNumber: position + 1,
        at: `/${position}`,
        action,
        addresses: [addresses],
        ports: [ports],
        sure,
        facts: sure && action !== null ? [] : [fact],
      }),
    ),
  )

  /** Every outcome that some filling of the gaps gives to one packet. */
  function outcomes(list: readonly AclRule[], address: number, port: number): ReadonlySet<string> {
    const [first, ...rest] = list
    if (first === undefined) return new Set(['deny'])
    const holds = (set: RangeSet, value: number) => set.some(({ from, to: last }) => from <= value && value <= last)
    if (!holds(first.addresses, address) || !holds(first.ports, port)) return outcomes(rest, address, port)
    const here = first.action === null ? ['allow', 'deny'] : [first.action]
    return first.sure ? new Set(here) : new Set([...here, ...outcomes(rest, address, port)])
  }

  test.each([
    ['any of them may be used', null],
    ['one of them is used, and nobody knows which', openFact('host', 'example.com', '', DENIED)],
  ])('where %s', (_, open) => {
    fc.assert(
      fc.property(
        rules,
        fc.array(range, { minLength: 1, maxLength: 3 }).map(rangeSet),
        range,
        (list, within, ports) => {
          const crossing: Crossing = {
            acl: { id: 'acl-1', at: '', egress: list, ingress: null },
            subnetId: 'subnet-a',
            side: 'task',
            direction: 'egress',
            remote: { within, open },
            ports,
            reply: false,
          }
          const packets = within.flatMap(({ from, to: last }) =>
            Array.from({ length: Number(last) - Number(from) + 1 }, (_value, offset) => Number(from) + offset).flatMap(
              (address) =>
                Array.from({ length: ports.to - ports.from + 1 }, (_value, offset) =>
                  outcomes(list, address, ports.from + offset),
                ),
            ),
          )
          const all = (outcome: string) => packets.every((set) => set.size === 1 && set.has(outcome))
          const hop = replyAcross(crossing, crossing.direction, ports)
          expect(hop.verdict).toBe(all('allow') ? 'works' : all('deny') ? 'fails' : 'undecided')
          if (hop.verdict === 'undecided') expect(hop.gaps.length > 0 || hop.partial !== undefined).toBe(true)
          if (open === null && hop.partial !== undefined) {
            const { works, of } = hop.partial
            expect(works / of).toBeCloseTo(packets.filter((set) => set.has('allow')).length / packets.length)
          }
        },
      ),
      { numRuns: Number(process.env.FARSIGHT_RUNS ?? 1000), seed: Number(process.env.FARSIGHT_SEED ?? 1) },
    )
  })
})
