import { describe, expect, test } from 'vitest'
import { NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import type { NetworkBlocker } from './blocker.ts'
import { blocked, type Hop, inPart, openHop } from './hop.ts'
import { hopAlong, leg } from './leg.ts'
import { mergeParts } from './merge-parts.ts'
import { openFact } from './open-fact.ts'
import { step } from './step.ts'

const DROPPED: NetworkBlocker = { blocker: 'vpc-dns-off', vpcId: 'vpc-1', at: '' }
const FAILS = blocked(DROPPED)
const HALF = inPart(100, 200, [DROPPED])
const QUARTER = inPart(50, 200, [DROPPED])
const UNKNOWN = openHop([openFact('route', 'rtb-1', '', NOT_READ)])
const ADDRESS = openFact('host', 'example.com', '', NOT_READ)

function merged(hops: readonly Hop[], open: typeof ADDRESS | null) {
  const parts = hops.map((hop, place) => ({
    within: [{ from: place, to: place }],
    leg: leg([step('route', 'rtb-1', ''), step('network-acl', `acl-${place}`, '', hop)]),
  }))
  const { verdict, partial, gaps } = hopAlong(mergeParts(parts, { within: [{ from: 0, to: hops.length - 1 }], open }))
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
    ['are open where one is and one works in part', [HALF, UNKNOWN], ['undecided', 1], ['undecided', 2]],
  ])('%s', (_, hops, known, unknown) => {
    expect(merged(hops, null)).toEqual(known)
    expect(merged(hops, ADDRESS)).toEqual(unknown)
  })
})
