import { expect, test } from 'vitest'
import { SNAPSHOT_SCHEMA } from '../model/snapshot.ts'
import type { Vpc } from '../model/vpc.ts'
import { index } from '../model/world.ts'
import { isOpen } from './open-fact.ts'
import { vpcWith } from './other-vpc.ts'
import { SPOKE } from './test-two-vpcs.ts'
import { DENIED, PLACE } from './test-world.ts'

const OTHER = '222233334444'
const THIRD = '333344445555'

const of = (ownerAccount: string): Vpc => ({ ...SPOKE, ownerAccount })

/** The account as which the VPC is taken that these accounts have, in this order. */
function takenAs(...read: readonly (readonly [account: string, Vpc])[]) {
  const accounts = read.map(([account, vpc]) => [account, { regions: { [PLACE.region]: { vpcs: { 'vpc-9': vpc } } } }])
  const world = index({ schema: SNAPSHOT_SCHEMA, accounts: Object.fromEntries(accounts) })
  const found = vpcWith(world, 'vpc-9', PLACE)
  return isOpen(found) ? found : found.place.account
}

test.each([
  [
    'after another account',
    [
      [OTHER, of(THIRD)],
      [THIRD, of(THIRD)],
    ],
    THIRD,
  ],
  [
    'before another account',
    [
      [OTHER, of(OTHER)],
      [THIRD, of(OTHER)],
    ],
    OTHER,
  ],
  [
    'though nobody wrote that it owns it',
    [
      [OTHER, of(THIRD)],
      [THIRD, SPOKE],
    ],
    THIRD,
  ],
] as const)('a VPC is taken as its owner has it, read %s', (_, read, account) => {
  expect(takenAs(...read)).toBe(account)
})

test('else as the first account has it that may use it', () => {
  expect(takenAs([OTHER, of(PLACE.account)], [THIRD, of(PLACE.account)])).toBe(OTHER)
})

test.each([
  ['was not read', {}, { gap: 'not-read' }],
  ['could not be read', { 'vpc-9': DENIED }, DENIED],
])('it is open what a VPC is that %s', (_, vpcs, gap) => {
  const world = index({
    schema: SNAPSHOT_SCHEMA,
    accounts: { [PLACE.account]: { regions: { [PLACE.region]: { vpcs } } } },
  })
  expect(vpcWith(world, 'vpc-9', PLACE)).toEqual({
    gap,
    what: { kind: 'vpc', id: 'vpc-9' },
    at: `/accounts/${PLACE.account}/regions/${PLACE.region}/vpcs/vpc-9`,
  })
})
