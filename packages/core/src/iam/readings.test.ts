import { describe, expect, test } from 'vitest'
import { actionName } from './action-name.ts'
import type { Caller } from './caller.ts'
import { ABSENT } from './context.ts'
import { compilePrincipal } from './principal.ts'
import { type Asked, endpointQuery, ownQuery, resourceQuery, trustQuery } from './readings.ts'
import type { Query } from './statement.ts'
import type { Truth } from './truth.ts'

const ACCOUNT = '111122223333'
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const SERVICE = 'ecs-tasks.amazonaws.com'
const BY_ROLE: Caller = { kind: 'role', arn: ROLE, account: ACCOUNT, session: null }
const BY_ROOT: Caller = { kind: 'root', account: ACCOUNT }
const ASKED: Asked = { action: actionName('s3:GetObject'), resource: 'arn:aws:s3:::config/x', context: () => ABSENT }

/** Whether it allows and whether it denies whom the element names. */
function says({ matchPrincipal }: Query, written: unknown, negated = false): readonly [allows: Truth, denies: Truth] {
  const element = compilePrincipal(written, negated)
  if (element === null) throw new Error('AWS would not take it')
  return [matchPrincipal(element, false), matchPrincipal(element, true)]
}

test('each question is about the same request', () => {
  const questions = [
    ownQuery(ASKED.action, ASKED.resource, ASKED.context),
    resourceQuery(ASKED, BY_ROLE, false),
    trustQuery(ASKED, SERVICE),
    endpointQuery(ASKED, BY_ROLE, false, true),
    endpointQuery(ASKED, BY_ROLE, false, false),
  ]
  for (const question of questions) expect(question).toMatchObject(ASKED)
})

test("the caller's own policies have no principals", () => {
  expect(says(ownQuery(ASKED.action, ASKED.resource, ASKED.context), { AWS: ROLE })).toEqual([undefined, undefined])
})

test('the policy of a resource names the caller, its role or its account', () => {
  const any = resourceQuery(ASKED, BY_ROLE, false)
  expect([says(any, '*'), says(any, { AWS: ROLE }), says(any, { AWS: ROOT })]).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ])
  const byRole = resourceQuery(ASKED, BY_ROLE, false, 'role')
  expect([says(byRole, '*'), says(byRole, { AWS: ROLE }), says(byRole, { AWS: ROOT })]).toEqual([
    [false, true],
    [true, true],
    [false, true],
  ])
})

test('NotPrincipal of a resource denies who has a boundary', () => {
  const both = { AWS: [ROLE, ROOT] }
  expect(says(resourceQuery(ASKED, BY_ROLE, true), both, true)).toEqual([undefined, true])
  expect(says(resourceQuery(ASKED, BY_ROLE, false), both, true)).toEqual([undefined, false])
})

test('a trust policy names services, and everybody is open where it allows', () => {
  const query = trustQuery(ASKED, SERVICE)
  expect(says(query, { Service: SERVICE })).toEqual([true, true])
  expect(says(query, { Service: 'ec2.amazonaws.com' })).toEqual([false, false])
  expect(says(query, { AWS: ROOT })).toEqual([false, false])
  expect(says(query, '*')).toEqual([undefined, true])
  expect(says(query, { AWS: '*' })).toEqual([undefined, undefined])
  expect(says(query, { Service: SERVICE }, true)).toEqual([undefined, false])
})

describe('the policy of an endpoint names', () => {
  type Said = readonly [allows: Truth, denies: Truth]
  /** For an interface endpoint, a gateway, and one of which the type is not known. */
  test.each<[name: string, principal: object | '*', onInterface: Said, onGateway: Said, onEither: Said]>([
    ['everybody', '*', [true, true], [true, true], [true, true]],
    ['everybody, as a name', { AWS: '*' }, [true, true], [true, true], [true, true]],
    [
      'the role, for which a gateway has conditions',
      { AWS: ROLE },
      [true, true],
      [undefined, undefined],
      [undefined, undefined],
    ],
    ['another role', { AWS: `${ROLE}-2` }, [false, false], [false, false], [false, false]],
    [
      'the account, of which a gateway takes the root user alone',
      { AWS: ROOT },
      [true, true],
      [false, undefined],
      [undefined, undefined],
    ],
    ['another account', { AWS: '999988887777' }, [false, false], [false, false], [false, false]],
  ])('%s', (_, principal, onInterface, onGateway, onEither) => {
    expect(says(endpointQuery(ASKED, BY_ROLE, false, false), principal)).toEqual(onInterface)
    expect(says(endpointQuery(ASKED, BY_ROLE, false, true), principal)).toEqual(onGateway)
    expect(says(endpointQuery(ASKED, BY_ROLE, false, undefined), principal)).toEqual(onEither)
  })

  test('the account of the root user', () => {
    expect(says(endpointQuery(ASKED, BY_ROOT, false, true), { AWS: ROOT })).toEqual([true, undefined])
    expect(says(endpointQuery(ASKED, BY_ROOT, false, false), { AWS: ROOT })).toEqual([true, true])
    expect(says(endpointQuery(ASKED, BY_ROOT, false, undefined), { AWS: ROOT })).toEqual([undefined, undefined])
  })

  test('whom it does not deny, boundary or not', () => {
    const both = { AWS: [ROLE, ROOT] }
    for (const isGateway of [true, false]) {
      expect(says(endpointQuery(ASKED, BY_ROLE, true, isGateway), both, true)).toEqual([undefined, true])
      expect(says(endpointQuery(ASKED, BY_ROLE, false, isGateway), both, true)).toEqual([undefined, false])
    }
  })
})
