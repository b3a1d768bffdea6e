import { describe, expect, test } from 'vitest'
import type { Subnet } from '../model/subnet.ts'
import type { TransitGatewayAttachment, Vpc } from '../model/vpc.ts'
import { attachmentTo, attachmentWith, isInZoneOf, subnetsOfAttachment } from './attachment.ts'
import { isOpen } from './open-fact.ts'
import { attachment, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, PLACE, VPC_AT } from './test-world.ts'

const AT = `${VPC_AT}/transitGatewayAttachments`
const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const
const of = (changes: Partial<TransitGatewayAttachment> = {}) => ({ ...attachment('subnet-tgw'), ...changes })

function vpcWith(transitGatewayAttachments: Vpc['transitGatewayAttachments']) {
  const [vpc] = twoVpcs({ spoke: transitGatewayAttachments === undefined ? {} : { transitGatewayAttachments } }).vpcs
  if (vpc === undefined) throw new Error('The world has no VPC')
  return vpc
}

describe('a VPC is attached to a transit gateway', () => {
  const ask = (attachments: Vpc['transitGatewayAttachments']) => {
    const found = attachmentTo(vpcWith(attachments), 'tgw-1')
    return found === null || isOpen(found) ? found : found.id
  }

  test.each<[string, NonNullable<Vpc['transitGatewayAttachments']>]>([
    ['by an attachment', { a: of() }],
    ['by one that is available', { a: of({ state: 'available' }) }],
    ['by one that is being changed', { a: of({ state: 'modifying' }) }],
    ['by one beside those to other gateways', { b: of({ transitGatewayId: 'tgw-2' }), a: of() }],
    ['by one after an earlier one that was deleted', { b: of({ state: 'deleted' }), a: of() }],
    [
      'by one beside those that are not known',
      { b: DENIED, c: of({ transitGatewayId: DENIED }), a: of(), '*': DENIED },
    ],
  ])('%s', (_, attachments) => {
    expect(ask(attachments)).toBe('a')
  })

  test.each<[string, NonNullable<Vpc['transitGatewayAttachments']>]>([
    ['without an attachment', {}],
    ['by one to another gateway', { a: of({ transitGatewayId: 'tgw-2' }) }],
    ...['pendingAcceptance', 'rejected', 'failed', 'deleted'].map(
      (state): [string, { a: TransitGatewayAttachment }] => [`by one that is ${state}`, { a: of({ state }) }],
    ),
  ])('not %s', (_, attachments) => {
    expect(ask(attachments)).toBeNull()
  })

  const one = { kind: 'transit-gateway-attachment', id: 'a' }
  const all = { kind: 'transit-gateway-attachments', id: 'vpc-1' }

  test.each<[string, NonNullable<Vpc['transitGatewayAttachments']>, object]>([
    ['the attachments are', DENIED, { gap: DENIED, what: all, at: AT }],
    ['there are more is', { '*': DENIED, b: OTHER }, { gap: DENIED, what: all, at: AT }],
    ['the attachment is', { a: DENIED, b: OTHER }, { gap: DENIED, what: one, at: `${AT}/a` }],
    ['its gateway is', { a: of({ transitGatewayId: DENIED }) }, { gap: DENIED, what: one, at: `${AT}/a` }],
    ['its state is', { a: of({ state: DENIED }) }, { gap: DENIED, what: one, at: `${AT}/a/state` }],
    ...['pending', 'deleting', 'rollingBack'].map((state): [string, { a: TransitGatewayAttachment }, object] => [
      `it carries packets while ${state} is`,
      { a: of({ state }) },
      { gap: { gap: 'not-read' }, what: one, at: `${AT}/a/state` },
    ]),
  ])('perhaps: whether %s not known', (_, attachments, fact) => {
    expect(ask(attachments)).toEqual(fact)
  })
})

describe('an attachment by its id', () => {
  test('is found in whichever VPC it is', () => {
    const world = twoVpcs()
    expect(attachmentWith(world, 'tgw-attach-hub')).toMatchObject({ id: 'tgw-attach-hub', vpc: { id: 'vpc-hub' } })
    expect(attachmentWith(world, 'tgw-attach-spoke')).toMatchObject({ at: `${AT}/tgw-attach-spoke`, place: PLACE })
  })

  test('may be of nobody knows whom', () => {
    const open = { gap: { gap: 'not-read' }, what: { kind: 'transit-gateway-attachment' } }
    expect(attachmentWith(twoVpcs(), 'tgw-attach-9')).toMatchObject(open)
    const unread = twoVpcs({ hub: { transitGatewayAttachments: { 'tgw-attach-hub': DENIED } } })
    expect(attachmentWith(unread, 'tgw-attach-hub')).toMatchObject(open)
  })
})

describe('the subnets of an attachment', () => {
  const ask = (changes: Partial<TransitGatewayAttachment>) => {
    const found = attachmentTo(vpcWith({ a: of(changes) }), 'tgw-1')
    if (found === null || isOpen(found)) throw new Error('The VPC is not attached')
    const subnets = subnetsOfAttachment(found)
    return isOpen(subnets) ? subnets : subnets.map(({ id }) => id)
  }

  test('are those of the VPC', () => {
    expect(ask({ subnetIds: ['subnet-tgw', 'subnet-a'] })).toEqual(['subnet-tgw', 'subnet-a'])
  })

  test('are open where one of them is not there, or nobody read which they are', () => {
    expect(ask({ subnetIds: ['subnet-tgw', 'subnet-z'] })).toMatchObject({ what: { kind: 'subnet', id: 'subnet-z' } })
    expect(ask({ subnetIds: DENIED })).toEqual({
      gap: DENIED,
      what: { kind: 'transit-gateway-attachment', id: 'a' },
      at: `${AT}/a/subnetIds`,
    })
  })
})

describe('two subnets are in one zone', () => {
  const vpc = vpcWith(undefined)
  const subnet = (id: string, value: Partial<Subnet>, account: string = PLACE.account) => ({
    id,
    value,
    at: '',
    place: { ...PLACE, account },
    vpc,
  })
  const [A, C] = [{ availabilityZone: 'ap-northeast-1a' }, { availabilityZone: 'ap-northeast-1c' }]
  const [FOUR, ONE] = [{ availabilityZoneId: 'apne1-az4' }, { availabilityZoneId: 'apne1-az1' }]
  const THEIRS = '444455556666'

  test.each<[string, Partial<Subnet>, Partial<Subnet>, string, boolean | undefined]>([
    ['of one name', A, A, PLACE.account, true],
    ['not of two names', A, C, PLACE.account, false],
    ['of one id', FOUR, FOUR, PLACE.account, true],
    ['not of two ids', FOUR, ONE, PLACE.account, false],
    ['of one id, in another account', FOUR, FOUR, THEIRS, true],
    ['not of two ids, whatever another account names them', { ...A, ...FOUR }, { ...A, ...ONE }, THEIRS, false],
    ['perhaps, of names that differ by account', A, A, THEIRS, undefined],
    ['perhaps, of a name and an id', A, FOUR, PLACE.account, undefined],
    ['perhaps, of a zone that nobody read', A, {}, PLACE.account, undefined],
    ['perhaps, of a zone that could not be read', { availabilityZone: DENIED }, A, PLACE.account, undefined],
    ['perhaps, of an id that could not be read', FOUR, { availabilityZoneId: DENIED }, PLACE.account, undefined],
    [
      'of one name, where an id could not be read',
      { ...A, ...FOUR },
      { ...A, availabilityZoneId: DENIED },
      PLACE.account,
      true,
    ],
  ])('%s', (_, one, other, account, answer) => {
    const [left, right] = [subnet('subnet-1', one), subnet('subnet-2', other, account)]
    expect(isInZoneOf(left, right)).toBe(answer)
    expect(isInZoneOf(right, left)).toBe(answer)
  })

  test('where they are the same', () => {
    expect(isInZoneOf(subnet('subnet-1', {}), subnet('subnet-1', {}))).toBe(true)
  })
})
