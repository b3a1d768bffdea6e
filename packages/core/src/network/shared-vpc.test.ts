import { describe, expect, test } from 'vitest'
import { reach } from './reach.ts'
import { PLACE, taskIn, to, WITH_NAT, worldOf } from './test-world.ts'

const OWNER = '444455556666'

function call(vpc: Parameters<typeof worldOf>[0]) {
  const world = worldOf(vpc)
  return reach(world, taskIn(world), to('logs'))
}

describe('a VPC of another account, whose subnets are shared', () => {
  test('may have endpoints that nobody else sees', () => {
    expect(call({ ownerAccount: OWNER })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'endpoints' }, gap: { gap: 'other-owner', account: OWNER } }],
    })
  })

  test('may have a NAT gateway that nobody else sees', () => {
    const path = call({ ...WITH_NAT, natGateways: {}, endpoints: { '*': null }, ownerAccount: OWNER })
    expect(path).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'nat-gateways' }, gap: { gap: 'other-owner', account: OWNER } }],
    })
  })

  test('is complete where the snapshot says so', () => {
    expect(call({ endpoints: { '*': null }, ownerAccount: OWNER }).verdict).toBe('fails')
  })

  test('is like any other for its owner', () => {
    expect(call({ ownerAccount: PLACE.account }).verdict).toBe('fails')
  })
})
