import { expect, test } from 'vitest'
import type { Known } from '../model/known.ts'
import type { KeyGrant } from '../model/secret.ts'
import { actionName } from './action-name.ts'
import { ABSENT, type Context, type KeyValue, present } from './context.ts'
import { grantedBy } from './key-grants.ts'
import type { Truth } from './truth.ts'

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const OTHER_ROLE = `arn:aws:iam::${ACCOUNT}:role/api`
const CALLER = { kind: 'role', arn: ROLE, account: ACCOUNT, session: null } as const
const UNKNOWN = { gap: 'not-read' } as const
const GRANT: KeyGrant = { granteePrincipal: ROLE, operations: ['Encrypt', 'Decrypt'] }
const PAIR = { SecretARN: 'db' }
const TWO = { SecretARN: 'db', Version: '1' }

/** @param context the encryption context of the request */
function granted(grants: Known<readonly KeyGrant[]> | null, context: Context = contextOf({})): Truth {
  return grantedBy(grants, CALLER, { action: actionName('kms:Decrypt'), resource: '*', context })
}

function contextOf(pairs: { readonly [name: string]: string }): Context {
  const keys = new Map<string, KeyValue>([['kms:encryptioncontextkeys', [Object.keys(pairs)]]])
  for (const [name, value] of Object.entries(pairs)) {
    keys.set(`kms:encryptioncontext:${name.toLowerCase()}`, present(value))
  }
  return (key) => keys.get(key) ?? ABSENT
}

test.each<[name: string, grants: Known<readonly object[]> | null, expected: Truth]>([
  ['nobody read the grants', null, false],
  ['the grants are not known', UNKNOWN, undefined],
  ['there is none', [], false],
  ['one is for the role', [GRANT], true],
  ['one is for the role, in another case', [{ ...GRANT, operations: ['decrypt'] }], true],
  ['one is for other operations', [{ ...GRANT, operations: ['Encrypt', 'DescribeKey'] }], false],
  ['one is for another role', [{ ...GRANT, granteePrincipal: OTHER_ROLE }], false],
  ['one is for the account', [{ ...GRANT, granteePrincipal: `arn:aws:iam::${ACCOUNT}:root` }], undefined],
  ['one is for another account', [{ ...GRANT, granteePrincipal: 'arn:aws:iam::999988887777:root' }], false],
  ['one is for somebody who is not known', [{ ...GRANT, granteePrincipal: UNKNOWN }], undefined],
  ['one is for operations that are not known', [{ ...GRANT, operations: UNKNOWN }], undefined],
  ['what is not known is of another role', [{ granteePrincipal: OTHER_ROLE, operations: UNKNOWN }], false],
  ['what is not known is of another operation', [{ granteePrincipal: UNKNOWN, operations: ['Encrypt'] }], false],
  ['one of several is for the role', [{ ...GRANT, granteePrincipal: OTHER_ROLE }, GRANT], true],
  [
    'one of several may be for the role',
    [
      { ...GRANT, granteePrincipal: UNKNOWN },
      { ...GRANT, operations: [] },
    ],
    undefined,
  ],
])('a key lets a role use it by its grants: %s', (_, grants, expected) => {
  expect(granted(grants as Known<readonly KeyGrant[]> | null)).toBe(expected)
})

test.each<[name: string, constraints: object, context: Context, expected: Truth]>([
  ['no context is asked for', {}, contextOf(TWO), true],
  ['the context is the one', { encryptionContextEquals: PAIR }, contextOf(PAIR), true],
  ['the context has another pair besides', { encryptionContextEquals: PAIR }, contextOf(TWO), false],
  ['the context has one pair too few', { encryptionContextEquals: TWO }, contextOf(PAIR), false],
  ['the context has another value', { encryptionContextEquals: PAIR }, contextOf({ SecretARN: 'api' }), false],
  ['the context must be empty', { encryptionContextEquals: {} }, contextOf(PAIR), false],
  ['the context is empty', { encryptionContextEquals: {} }, contextOf({}), true],
  ['there is no context, as must be', { encryptionContextEquals: {} }, () => ABSENT, true],
  ['there is no context', { encryptionContextEquals: PAIR }, () => ABSENT, false],
  ['the context has the pair', { encryptionContextSubset: PAIR }, contextOf(PAIR), true],
  ['the context has the pair and others', { encryptionContextSubset: PAIR }, contextOf(TWO), true],
  ['the context has not the pair', { encryptionContextSubset: PAIR }, contextOf({ Version: '1' }), false],
  ['one of two pairs has another value', { encryptionContextSubset: TWO }, contextOf({ ...TWO, Version: '2' }), false],
  ['the wanted value is open', { encryptionContextSubset: { SecretARN: '«Secret»' } }, contextOf(PAIR), undefined],
  ['the exact context is not known', { encryptionContextEquals: UNKNOWN }, contextOf(PAIR), undefined],
  ['the part of the context is not known', { encryptionContextSubset: UNKNOWN }, contextOf(PAIR), undefined],
  ['the context of the request is not known', { encryptionContextEquals: PAIR }, () => UNKNOWN, undefined],
  ['a part of the context is asked that is not known', { encryptionContextSubset: PAIR }, () => UNKNOWN, undefined],
  ['the context may be one or another', { encryptionContextSubset: PAIR }, () => [['db'], ['api']], undefined],
  [
    'it is not known whether there are other pairs',
    { encryptionContextEquals: PAIR },
    (key) => (key === 'kms:encryptioncontextkeys' ? UNKNOWN : present('db')),
    undefined,
  ],
  [
    'there may be other pairs, or not',
    { encryptionContextEquals: PAIR },
    (key) => (key === 'kms:encryptioncontextkeys' ? [['SecretARN'], ['SecretARN', 'Version']] : present('db')),
    undefined,
  ],
  [
    'the value is another, whatever other pairs there are',
    { encryptionContextEquals: PAIR },
    (key) => (key === 'kms:encryptioncontextkeys' ? UNKNOWN : present('api')),
    false,
  ],
])('a grant holds for an encryption context: %s', (_, constraints, context, expected) => {
  expect(granted([{ ...GRANT, ...constraints }], context)).toBe(expected)
})
