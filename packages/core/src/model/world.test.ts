import { describe, expect, test } from 'vitest'
import type { Snapshot } from './snapshot.ts'
import { index } from './world.ts'

const HERE = { account: '111122223333', region: 'ap-northeast-1' }
const DENIED = { gap: 'denied', permission: 'ec2:DescribeSubnets' } as const
const VPC = { cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true }

function worldOf(vpcs: NonNullable<Snapshot['accounts'][string]['regions'][string]['vpcs']>) {
  return index({
    schema: 'farsight.snapshot/1',
    accounts: { [HERE.account]: { regions: { [HERE.region]: { vpcs } } } },
  })
}

describe('a subnet', () => {
  test('is found with its VPC', () => {
    const world = worldOf({ 'vpc-1': { ...VPC, subnets: { 'subnet-a': {} } } })
    expect(world.subnet('subnet-a', HERE)).toMatchObject({ id: 'subnet-a', vpc: { id: 'vpc-1' }, place: HERE })
  })

  test.each([
    [
      'is not there where all VPCs and all their subnets were read',
      { 'vpc-1': { ...VPC, subnets: {} }, '*': null },
      null,
    ],
    ['is not known where other VPCs may be', { 'vpc-1': { ...VPC, subnets: {} } }, { gap: 'not-read' }],
    ['is not known where the other VPCs were denied', { '*': DENIED }, DENIED],
    ['is not known where the subnets of a VPC were not read', { 'vpc-1': VPC, '*': null }, { gap: 'not-read' }],
    ['is not known where a VPC itself was not read', { 'vpc-1': DENIED, '*': null }, { gap: 'not-read' }],
    [
      'is not known where it could not be read',
      { 'vpc-1': { ...VPC, subnets: { 'subnet-a': DENIED } }, '*': null },
      DENIED,
    ],
    ['is not known where nobody asked for VPCs', DENIED, DENIED],
  ])('%s', (_, vpcs, expected) => {
    expect(worldOf(vpcs).subnet('subnet-a', HERE)).toEqual(expected)
  })
})

test('a role is found by its name whatever its path, in the account of its ARN', () => {
  const role = { assumeRolePolicyDocument: { Statement: [] } }
  const world = index({
    schema: 'farsight.snapshot/1',
    accounts: { [HERE.account]: { roles: { web: role, '*': null }, regions: {} } },
  })
  expect(world.role(`arn:aws:iam::${HERE.account}:role/team/web`)).toMatchObject({ id: 'web', value: role })
  expect(world.role(`arn:aws:iam::${HERE.account}:role/db`)).toBeNull()
  expect(world.role('arn:aws:iam::444455556666:role/web')).toEqual({ gap: 'not-read' })
})

test.each(['constructor', '__proto__', 'toString'])(
  'what every object inherits is no account and no Region: %s',
  (name) => {
    const world = worldOf({ '*': null })
    for (const place of [
      { ...HERE, account: name },
      { ...HERE, region: name },
    ]) {
      expect(world.region(place)).toBeUndefined()
      expect(world.find('secrets', place, 'db')).toEqual({ gap: 'not-read' })
      expect(world.subnet('subnet-a', place)).toEqual({ gap: 'not-read' })
    }
    expect(world.account(name)).toBeUndefined()
    expect(world.role(`arn:aws:iam::${name}:role/web`)).toEqual({ gap: 'not-read' })
  },
)

describe('a subnet that other accounts and Regions have', () => {
  const OTHER = { account: '444455556666', region: HERE.region }
  const KNOWN = { cidrBlock: '10.0.0.0/24' }
  const owned = { ...VPC, subnets: { 'subnet-a': KNOWN } }
  const seen = (subnets: object) => ({ 'vpc-1': { ...VPC, ownerAccount: OTHER.account, subnets }, '*': null })
  type Vpcs = Parameters<typeof worldOf>[0]
  const both = (own: object, other: object) => {
    const accounts = [
      [HERE.account, { regions: { [HERE.region]: { vpcs: own as Vpcs } } }],
      [OTHER.account, { regions: { [OTHER.region]: { vpcs: other as Vpcs } } }],
    ] as const
    return [accounts, accounts.toReversed()].map((list) =>
      index({ schema: 'farsight.snapshot/1', accounts: Object.fromEntries(list) }).subnet('subnet-a', HERE),
    )
  }

  test('is not there for an account with which it is not shared', () => {
    expect(both({ '*': null }, { 'vpc-1': owned })).toEqual([null, null])
    expect(both({ 'vpc-1': { ...VPC, subnets: {} }, '*': null }, { 'vpc-1': owned })).toEqual([null, null])
    expect(both(seen({}), { 'vpc-1': owned })).toEqual([null, null])
  })

  test('is not there in another Region', () => {
    const regions = { [HERE.region]: { vpcs: { '*': null } }, 'us-east-1': { vpcs: { 'vpc-1': owned, '*': null } } }
    const world = index({ schema: 'farsight.snapshot/1', accounts: { [HERE.account]: { regions } } })
    expect(world.subnet('subnet-a', HERE)).toBeNull()
    expect(world.subnet('subnet-a', { ...HERE, region: 'us-east-1' })).toMatchObject({ id: 'subnet-a' })
  })

  test.each([
    ['was not read', { 'subnet-a': DENIED }],
    ['is among those that were not listed', { '*': DENIED }],
  ])('is known from its owner where it %s', (_, subnets) => {
    for (const found of both(seen(subnets), { 'vpc-1': owned })) {
      expect(found).toMatchObject({ value: KNOWN, place: OTHER })
    }
  })

  test('is as the account itself sees it', () => {
    for (const found of both(seen({ 'subnet-a': { ipv6Native: true } }), { 'vpc-1': owned })) {
      expect(found).toMatchObject({ value: { ipv6Native: true }, place: HERE })
    }
  })

  test('is not known where its owner could not read it either', () => {
    expect(both(seen({ 'subnet-a': DENIED }), { 'vpc-1': { ...VPC, subnets: { 'subnet-a': DENIED } } })).toEqual([
      DENIED,
      DENIED,
    ])
  })
})
