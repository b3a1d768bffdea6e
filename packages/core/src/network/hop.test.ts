import { describe, expect, test } from 'vitest'
import type { OpenFact } from '../model/judgement.ts'
import { WORKS } from '../model/judgement.ts'
import { parseBlock } from './address-set.ts'
import type { NetworkBlocker } from './blocker.ts'
import { along, alongColumns, blocked, type Filter, filtered, type Hop, inPart, openHop } from './hop.ts'
import { openFact } from './open-fact.ts'
import { NOTHING, type RangeSet } from './range-set.ts'
import { DENIED } from './test-world.ts'

function blocker(id: string): NetworkBlocker {
  return { blocker: 'no-public-ip', subnetId: id, routeTableId: 'rtb-1', internetGatewayId: 'igw-1', at: '/' }
}

function block(text: string): RangeSet {
  return parseBlock(text)?.addresses ?? NOTHING
}

const [A, B] = [blocker('subnet-a'), blocker('subnet-b')]
const OPEN = openFact('host', 'example.com', '/', DENIED)
const OTHER = openFact('network-acl', 'acl-1', '/', DENIED)
const GROUP = openFact('security-group', 'sg-1', '/', DENIED)
const ASSUMED: Hop = { ...WORKS, assumptions: ['client-ports'] }

describe('a filter', () => {
  function filter(allowed: string | null, ...loose: readonly (readonly [string, OpenFact])[]): Filter {
    return {
      allowed: allowed === null ? NOTHING : block(allowed),
      loose: loose.map(([text, fact]) => ({ addresses: block(text), fact })),
    }
  }

  test.each([
    ['passes what it allows', filter('10.0.0.0/16'), WORKS],
    ['drops what it does not', filter('10.1.0.0/16'), blocked(A)],
    ['drops all where it allows nothing', filter(null), blocked(A)],
    ['drops a part', filter('10.0.1.0/26'), inPart(64, 256, [A])],
    ['passes what it allows whatever else it may allow', filter('10.0.0.0/16', ['10.0.0.0/8', GROUP]), WORKS],
    ['may pass all', filter(null, ['10.0.0.0/8', GROUP]), openHop([GROUP])],
    ['may pass the rest', filter('10.0.1.0/25', ['10.0.1.128/25', GROUP]), openHop([GROUP])],
    ['drops what may only pass elsewhere', filter(null, ['10.1.0.0/16', GROUP]), blocked(A)],
  ])('%s, for each address of a subnet', (_, rules, hop) => {
    expect(filtered({ within: block('10.0.1.0/24'), open: null }, rules, () => A)).toEqual(hop)
  })

  test.each([
    ['works where each may pass', filter('10.0.0.0/16'), WORKS],
    ['fails where none does', filter('10.1.0.0/16'), blocked(A)],
    ['is open where some do: which one it is', filter('10.0.1.0/26'), openHop([OPEN])],
    ['is open by the rule that may pass each', filter(null, ['10.0.0.0/8', GROUP]), openHop([GROUP])],
    ['is open by the rule and by which one it is', filter(null, ['10.0.1.0/26', GROUP]), openHop([GROUP, OPEN])],
    [
      'is open by the rule that may pass all that others do not',
      filter('10.0.1.0/25', ['10.0.1.128/25', GROUP]),
      openHop([GROUP]),
    ],
  ])('%s, for the one address that nobody knows', (_, rules, hop) => {
    expect(filtered({ within: block('10.0.1.0/24'), open: OPEN }, rules, () => A)).toEqual(hop)
  })
})

test('what is open or works in part blames and assumes nothing by itself', () => {
  expect(openHop([OPEN])).toEqual({ verdict: 'undecided', blockers: [], gaps: [OPEN], assumptions: [] })
  expect(inPart(1, 2, [A])).toEqual({
    verdict: 'undecided',
    blockers: [A],
    gaps: [],
    assumptions: [],
    partial: { works: 1, of: 2 },
  })
})

test('what works is the one object by which all others know it', () => {
  expect(
    [openHop([]), along([]), along([WORKS, WORKS]), alongColumns([[WORKS]], 1)].every((hop) => hop === WORKS),
  ).toBe(true)
})

describe('hops along one way', () => {
  test.each<[string, readonly Hop[], Partial<Hop>]>([
    ['work where there are none', [], WORKS],
    ['work where each works', [WORKS, WORKS], WORKS],
    [
      'fail with each that drops, in their order',
      [blocked(A), WORKS, blocked(B)],
      { verdict: 'fails', blockers: [A, B] },
    ],
    ['fail whatever is open', [openHop([OPEN]), blocked(A)], { verdict: 'fails', blockers: [A], gaps: [OPEN] }],
    [
      'are open where one is',
      [WORKS, openHop([OPEN]), openHop([OTHER])],
      { verdict: 'undecided', gaps: [OPEN, OTHER] },
    ],
    ['name the same thing once', [blocked(A), blocked(A), openHop([OPEN, OPEN])], { blockers: [A], gaps: [OPEN] }],
    [
      'assume what one assumes, and say it once',
      [ASSUMED, { ...ASSUMED }, ASSUMED],
      { verdict: 'works', assumptions: ['client-ports'] },
    ],
    [
      'pass the smallest of the parts',
      [inPart(64, 256, [A]), inPart(1, 256, [B]), inPart(9, 10, [B])],
      { verdict: 'undecided', blockers: [A, B], partial: { works: 1, of: 256 } },
    ],
  ])('%s', (_, hops, whole) => {
    expect(along(hops)).toMatchObject(whole)
  })

  test('that fail pass no part', () => {
    expect(along([inPart(1, 2, [A]), blocked(B)])).not.toHaveProperty('partial')
  })
})

describe('hops to several members of a destination', () => {
  const fails = blocked(A)
  const open = openHop([OPEN])

  test.each<[string, readonly (readonly Hop[])[], Partial<Hop>]>([
    ['work where all work', [[WORKS, WORKS]], WORKS],
    ['work where there is nothing on the way', [], WORKS],
    ['fail where all fail at once', [[fails, fails]], fails],
    [
      'fail where each fails at its own place',
      [
        [fails, WORKS],
        [WORKS, blocked(B)],
      ],
      { verdict: 'fails', blockers: [A, B] },
    ],
    ['work for a part', [[WORKS, fails]], { verdict: 'undecided', blockers: [A], partial: { works: 1, of: 2 } }],
    [
      'work for a part though all are asked something else too',
      [
        [ASSUMED, ASSUMED],
        [fails, WORKS],
      ],
      { verdict: 'undecided', partial: { works: 1, of: 2 }, assumptions: ['client-ports'] },
    ],
    [
      'are open where one is, and the other fails',
      [[open, fails]],
      { verdict: 'undecided', gaps: [OPEN], blockers: [A] },
    ],
    [
      'are open where one is, and the other works',
      [[open, WORKS]],
      { verdict: 'undecided', gaps: [OPEN], blockers: [] },
    ],
    ['assume for all what is assumed for one', [[ASSUMED, WORKS]], { verdict: 'works', assumptions: ['client-ports'] }],
  ])('%s', (_, columns, whole) => {
    expect(alongColumns(columns, 2)).toMatchObject(whole)
  })

  test('no share is told where none surely works, or none surely fails', () => {
    expect(alongColumns([[open, fails]], 2)).not.toHaveProperty('partial')
    expect(alongColumns([[open, WORKS]], 2)).not.toHaveProperty('partial')
  })
})
