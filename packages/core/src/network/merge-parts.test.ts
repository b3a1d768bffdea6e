import { describe, expect, test } from 'vitest'
import { NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import type { NetworkBlocker } from './blocker.ts'
import { along, blocked, type Hop, inPart, openHop } from './hop.ts'
import { hopAlong, leg } from './leg.ts'
import { mergeParts } from './merge-parts.ts'
import { openFact } from './open-fact.ts'
import { step } from './step.ts'
import { WITH_ENDPOINT, worldOf } from './test-world.ts'
import type { Leg } from './trip.ts'
import { endpointsOf } from './vpc-endpoints.ts'

const DROPPED: NetworkBlocker = { blocker: 'vpc-dns-off', vpcId: 'vpc-1', attribute: 'enableDnsSupport', at: '' }
const FAILS = blocked(DROPPED)
const HALF = inPart(100, 200, [DROPPED])
const QUARTER = inPart(50, 200, [DROPPED])
const UNKNOWN = openHop([openFact('route', 'rtb-1', '', NOT_READ)])
const PARTLY_UNKNOWN = along([HALF, UNKNOWN])
const ADDRESS = openFact('host', 'example.com', '', NOT_READ)

function partsOf(hops: readonly Hop[], changes: Partial<Leg> = {}) {
  return hops.map((hop, place) => ({
    within: [{ from: place, to: place }],
    leg: { ...leg([step('route', 'rtb-1', '/rtb-1'), step('network-acl', `acl-${place}`, '', hop)]), ...changes },
  }))
}

function merged(hops: readonly Hop[], open: typeof ADDRESS | null) {
  const within = [{ from: 0, to: hops.length - 1 }]
  const { verdict, partial, gaps } = hopAlong(mergeParts(partsOf(hops), { within, open }))
  return partial === undefined ? [verdict, gaps.length] : [verdict, gaps.length, partial.works / partial.of]
}

describe('parts of the addresses, each with a route of its own', () => {
  test.each<readonly [string, readonly Hop[], unknown, unknown]>([
    ['work where all do', [WORKS, WORKS], ['works', 0], ['works', 0]],
    ['fail where all do', [FAILS, FAILS], ['fails', 0], ['fails', 0]],
    ['work in part where all do so alike', [HALF, HALF], ['undecided', 0, 0.5], ['undecided', 0, 0.5]],
    ['depend on the address where some fail', [WORKS, FAILS], ['undecided', 0, 0.5], ['undecided', 1]],
    ['depend on the address where some work in part', [WORKS, HALF], ['undecided', 0, 0.75], ['undecided', 1]],
    ['depend on the address where the shares differ', [QUARTER, HALF], ['undecided', 0, 0.375], ['undecided', 1]],
    ['are open where all are', [UNKNOWN, UNKNOWN], ['undecided', 1], ['undecided', 1]],
    ['are open where one is', [WORKS, UNKNOWN], ['undecided', 1], ['undecided', 2]],
    ['are open where one is, though that works in part', [WORKS, PARTLY_UNKNOWN], ['undecided', 1], ['undecided', 2]],
    ['are open where one is and one works in part', [HALF, UNKNOWN], ['undecided', 1], ['undecided', 2]],
  ])('%s', (_, hops, known, unknown) => {
    expect(merged(hops, null)).toEqual(known)
    expect(merged(hops, ADDRESS)).toEqual(unknown)
  })
})

describe('together they', () => {
  const target = { within: [{ from: 0, to: 1 }], open: null }

  test.each([
    ['the whole', [WORKS, FAILS], { works: 1, of: 2 }],
    ['half', [WORKS, HALF], { works: 300, of: 400 }],
    ['several', [inPart(1, 3, [DROPPED]), QUARTER], { works: 350, of: 1200 }],
  ])('tell the share in whole numbers, of shares of %s', (_, hops, partial) => {
    expect(hopAlong(mergeParts(partsOf(hops), target)).partial).toEqual(partial)
  })

  test('point at the first step, where the address decides', () => {
    expect(mergeParts(partsOf([WORKS, FAILS]), target).out).toMatchObject([
      { kind: 'route', id: 'rtb-1', at: '/rtb-1' },
    ])
  })

  test('end where one is open, and go on where none is', () => {
    expect(mergeParts(partsOf([WORKS, UNKNOWN]), target).ends).toBe(true)
    expect(mergeParts(partsOf([WORKS, FAILS]), target).ends).toBe(false)
  })

  test.each([
    ['fare alike', [WORKS, WORKS]],
    ['do not', [WORKS, FAILS]],
  ])('lead where the first does, as whom the first is seen, where they %s', (_, hops) => {
    const [first] = worldOf(WITH_ENDPOINT).vpcs
    const endpoints = (first === undefined ? [] : endpointsOf(first).all).flatMap(({ endpoint }) =>
      'id' in endpoint ? [endpoint] : [],
    )
    const seenAs = { within: [{ from: 7, to: 7 }], open: null }
    expect(endpoints).toHaveLength(1)
    expect(mergeParts(partsOf(hops, { endpoints, seenAs }), target)).toMatchObject({ endpoints, seenAs })
  })
})
