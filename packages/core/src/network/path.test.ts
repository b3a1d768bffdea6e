import { describe, expect, test } from 'vitest'
import { NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import type { NetworkBlocker } from './blocker.ts'
import { blocked, type Hop, inPart, openHop } from './hop.ts'
import { openFact } from './open-fact.ts'
import { type Alternative, eitherOf, type Path, pathOf } from './path.ts'
import { NO_ENDPOINTS } from './vpc-endpoints.ts'

const four: NetworkBlocker = { blocker: 'vpc-dns-off', vpcId: 'vpc-4', attribute: 'enableDnsSupport', at: '' }
const six: NetworkBlocker = { blocker: 'vpc-dns-off', vpcId: 'vpc-6', attribute: 'enableDnsSupport', at: '' }
const TABLE = openFact('route-table', 'rtb-1', '', NOT_READ)
const ACL = openFact('network-acl', 'acl-1', '', NOT_READ)
const DOUBT = openFact('host', 'example.com', '', NOT_READ)
const GUESSED: Hop = { ...WORKS, assumptions: ['client-ports'] }
const ENDPOINT = {
  id: 'vpce-1',
  at: '',
  place: { account: '', region: '' },
  value: {},
} as unknown as Path['endpoints'][0]
const THROUGH = [ENDPOINT]

describe('a path that works', () => {
  test('is one object for the same endpoints and assumptions', () => {
    expect(pathOf(NO_ENDPOINTS, WORKS)).toBe(pathOf(NO_ENDPOINTS, { ...WORKS }))
    expect(pathOf(THROUGH, WORKS)).not.toBe(pathOf(NO_ENDPOINTS, WORKS))
    expect(pathOf(NO_ENDPOINTS, GUESSED)).not.toBe(pathOf(NO_ENDPOINTS, WORKS))
  })

  test('tells what it goes through and what it takes as good', () => {
    expect(pathOf(THROUGH, GUESSED)).toEqual({
      verdict: 'works',
      blockers: [],
      gaps: [],
      assumptions: ['client-ports'],
      endpoints: THROUGH,
    })
  })
})

test('a path that does not work tells all that the hop tells, and what it goes through', () => {
  expect(pathOf(THROUGH, inPart(1, 2, [four]))).toEqual({
    verdict: 'undecided',
    blockers: [four],
    gaps: [],
    assumptions: [],
    partial: { works: 1, of: 2 },
    endpoints: THROUGH,
  })
})

describe('of two families', () => {
  const by = (hop: Hop, doubt: Alternative['doubt'] = null, endpoints = NO_ENDPOINTS): Alternative => ({
    path: pathOf(endpoints, hop),
    doubt,
  })
  const UNKNOWN = openHop([TABLE])
  const HALF = inPart(1, 2, [four])

  test.each<[string, Alternative, Alternative, object]>([
    ['the second that works is enough', by(blocked(four)), by(WORKS), { verdict: 'works', blockers: [] }],
    ['the second that works is more than an open one', by(UNKNOWN), by(WORKS), { verdict: 'works', gaps: [] }],
    [
      'what works only if it is there leaves it open',
      by(blocked(four)),
      by(WORKS, DOUBT),
      { verdict: 'undecided', blockers: [four], gaps: [DOUBT] },
    ],
    [
      'what may not even be there is not blamed',
      by(blocked(four)),
      by(blocked(six), DOUBT),
      { verdict: 'fails', blockers: [four], gaps: [] },
    ],
    ['both fail', by(blocked(four)), by(blocked(six)), { verdict: 'fails', blockers: [four, six], gaps: [] }],
    ['both fail for one reason', by(blocked(four)), by(blocked(four)), { verdict: 'fails', blockers: [four] }],
    [
      'one fails and one is open',
      by(blocked(four)),
      by(openHop([TABLE, ACL])),
      { verdict: 'undecided', blockers: [four], gaps: [TABLE, ACL] },
    ],
    ['both are open for one reason', by(UNKNOWN), by(UNKNOWN), { verdict: 'undecided', gaps: [TABLE] }],
    [
      'an open one that may not be there has two facts to settle',
      by(blocked(four)),
      by(UNKNOWN, DOUBT),
      { verdict: 'undecided', gaps: [TABLE, DOUBT] },
    ],
    [
      'one that works in part says in which',
      by(blocked(six)),
      by(HALF),
      { verdict: 'undecided', blockers: [six, four], partial: { works: 1, of: 2 } },
    ],
    [
      'assumptions of both are told',
      by({ ...UNKNOWN, assumptions: ['client-ports'] }),
      by({ ...UNKNOWN, assumptions: ['client-ports', 'public-hosts-outside-vpc'] }),
      { assumptions: ['client-ports', 'public-hosts-outside-vpc'] },
    ],
    [
      'neither is surely there',
      by(blocked(four), DOUBT),
      by(WORKS, DOUBT),
      { verdict: 'undecided', blockers: [four], gaps: [DOUBT] },
    ],
    [
      'whether that is there which fails in any case settles nothing',
      by(UNKNOWN),
      by(blocked(six), DOUBT),
      { verdict: 'undecided', blockers: [], gaps: [TABLE] },
    ],
    [
      'the endpoints are those of the one that is surely there',
      by(UNKNOWN, DOUBT, THROUGH),
      by(blocked(four)),
      { verdict: 'undecided', blockers: [four], endpoints: [] },
    ],
    [
      'the endpoints are those of the first where both are there',
      by(blocked(four), null, THROUGH),
      by(blocked(six)),
      { verdict: 'fails', endpoints: THROUGH },
    ],
  ])('%s', (_, first, second, answer) => {
    expect(eitherOf([first, second])).toMatchObject(answer)
  })

  test('a share is told of what is undecided alone', () => {
    expect(eitherOf([by(blocked(four)), by(blocked(six))])).not.toHaveProperty('partial')
    expect(eitherOf([by(UNKNOWN), by(blocked(six))])).not.toHaveProperty('partial')
  })

  test('the doubt of the only one leaves it open, but not what fails in any case', () => {
    expect(eitherOf([by(WORKS, DOUBT)])).toMatchObject({ verdict: 'undecided', gaps: [DOUBT] })
    expect(eitherOf([by(blocked(six), DOUBT)])).toMatchObject({ verdict: 'fails', blockers: [six], gaps: [] })
  })
})
