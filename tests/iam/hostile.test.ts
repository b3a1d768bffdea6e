import { describe, expect, test } from 'vitest'
import { decide } from './engine.ts'
import type { Policies, Request } from './policy-case.ts'

const ROLE = 'arn:aws:iam::111122223333:role/web'
const OBJECT = 'arn:aws:s3:::config/app.env'
const ASKED: Request = { action: 's3:GetObject', resource: OBJECT, principal: ROLE, resourceAccount: '111122223333' }
const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

function identity(...statements: readonly unknown[]): Policies {
  return { identity: [{ Version: '2012-10-17', Statement: statements }] }
}

/** A pattern over which a backtracking matcher would never come to an end. */
const stars = (count: number) => 'a*'.repeat(count)

// INVARIANT: no test here measures time. What takes longer than linear does not come to its end before the runner gives up.
describe('policies that mean harm', () => {
  test('thousands of wildcards in a resource', () => {
    const resource = `arn:aws:s3:::config/${stars(20_000)}b`
    const asked = { ...ASKED, resource: `arn:aws:s3:::config/${'a'.repeat(900)}` }
    expect(decide(identity({ ...ALLOW, Resource: resource }), asked)).toBe('denied')
  })

  test('thousands of wildcards in an action', () => {
    const action = `s3:${stars(20_000)}b`
    expect(decide(identity({ ...ALLOW, Action: action }), { ...ASKED, action: `s3:${'a'.repeat(120)}` })).toBe('denied')
  })

  test('thousands of wildcards in a condition', () => {
    const wanted = { StringLike: { 'aws:PrincipalTag/a': `${stars(20_000)}b` } }
    const context = { 'aws:PrincipalTag/a': 'a'.repeat(250) }
    expect(decide(identity({ ...ALLOW, Condition: wanted }), { ...ASKED, context })).toBe('denied')
  })

  test('wildcards in each part of an ARN', () => {
    const part = stars(5_000)
    const wanted = { ArnLike: { 'aws:SourceArn': ['arn', part, part, part, part, `${part}b`].join(':') } }
    const text = 'a'.repeat(200)
    const context = { 'aws:SourceArn': ['arn', text, text, text, text, text].join(':') }
    expect(decide(identity({ ...ALLOW, Condition: wanted }), { ...ASKED, context })).toBe('denied')
  })

  test('ten thousand statements, the last of which allows', () => {
    const others = list(10_000, (i) => ({ ...ALLOW, Action: `s3:Put${i}*` }))
    expect(decide(identity(...others, ALLOW), ASKED)).toBe('allowed')
    expect(decide(identity(...others), ASKED)).toBe('denied')
  })

  test('thirty thousand actions in one statement', () => {
    const Action = list(30_000, (i) => `s3:*${i}`)
    expect(decide(identity({ ...ALLOW, Action }), ASKED)).toBe('denied')
    expect(decide(identity({ ...ALLOW, Action: [...Action, 's3:*'] }), ASKED)).toBe('allowed')
  })

  test('a hundred thousand values of a condition, for a key that is known and one that is not', () => {
    const wanted = list(100_000, (i) => `value-${i}`)
    const set = identity({ ...ALLOW, Condition: { StringEquals: { 'aws:PrincipalTag/a': wanted } } })
    expect(decide(set, { ...ASKED, context: { 'aws:PrincipalTag/a': 'value-99999' } })).toBe('allowed')
    expect(decide(set, { ...ASKED, context: { 'aws:PrincipalTag/a': 'other' } })).toBe('denied')
    expect(decide(set, { ...ASKED, unknownKeys: ['aws:PrincipalTag/a'] })).toBe('undecided')
  })

  test('many operators on one unknown key', () => {
    const wanted = list(20_000, (i) => `value-${i}`)
    const Condition = {
      StringEquals: { 'aws:PrincipalTag/a': wanted },
      StringNotEquals: { 'aws:PrincipalTag/a': wanted.map((text) => `${text}-`) },
      StringLike: { 'aws:PrincipalTag/a': '*' },
      Null: { 'aws:PrincipalTag/a': 'false' },
    }
    expect(decide(identity({ ...ALLOW, Condition }), { ...ASKED, unknownKeys: ['aws:PrincipalTag/a'] })).toBe(
      'undecided',
    )
  })

  test('thirty thousand principals', () => {
    const AWS = roles(30_000)
    expect(decide({ resourcePolicy: resourcePolicy(AWS) }, ASKED)).toBe('denied')
    expect(decide({ resourcePolicy: resourcePolicy([...AWS, ROLE]) }, ASKED)).toBe('allowed')
  })

  test('variables in variables without an end', () => {
    const nested = '$'.concat('{aws:PrincipalTag/a$'.repeat(20_000))
    expect(decide(identity({ ...ALLOW, Resource: `arn:aws:s3:::config/${nested}` }), ASKED)).not.toBe('allowed')
    const many = '$'.concat('{aws:PrincipalTag/a}$'.repeat(20_000))
    const context = { 'aws:PrincipalTag/a': '*' }
    expect(decide(identity({ ...ALLOW, Resource: `arn:aws:s3:::config/${many}` }), { ...ASKED, context })).toBe(
      'denied',
    )
  })

  test.each([
    ['Statement', () => ({ Version: '2012-10-17', Statement: deep() })],
    ['Action', () => identity({ ...ALLOW, Action: deep() }).identity?.[0]],
    ['Resource', () => identity({ ...ALLOW, Resource: deep() }).identity?.[0]],
    ['Condition', () => identity({ ...ALLOW, Condition: deep() }).identity?.[0]],
    ['a value of a condition', () => identity({ ...ALLOW, Condition: { StringEquals: { a: deep() } } }).identity?.[0]],
    ['the whole document', deep],
  ])('lists in lists, ten thousand deep, as %s', (_, document) => {
    expect(decide({ identity: [document()] }, ASKED)).not.toBe('allowed')
  })

  test.each([
    ['a combining character is no part of the one before', 'arn:aws:s3:::config/app.env\u0301', OBJECT, 'denied'],
    ['two forms of one letter are two texts', 'arn:aws:s3:::config/\u00e9', 'arn:aws:s3:::config/e\u0301', 'denied'],
    ['a full-width star is no wildcard', 'arn:aws:s3:::config/\uff0a', OBJECT, 'denied'],
    ['a null character is a character', 'arn:aws:s3:::config/app\u0000*', OBJECT, 'denied'],
    ['a lone surrogate matches itself', 'arn:aws:s3:::config/\ud800', 'arn:aws:s3:::config/\ud800', 'allowed'],
    ['a star spans line breaks', 'arn:aws:s3:::config/*', 'arn:aws:s3:::config/a\n\u2028b', 'allowed'],
    ['a question mark takes a letter beyond Latin', 'arn:aws:s3:::config/?', 'arn:aws:s3:::config/\u3042', 'allowed'],
  ])('odd Unicode: %s', (_, pattern, resource, expected) => {
    expect(decide(identity({ ...ALLOW, Resource: pattern }), { ...ASKED, resource })).toBe(expected)
  })

  test.each([
    ['the Kelvin sign', 's3:\u212aey', 's3:key'],
    ['the dotless i', 's3:l\u0131st', 's3:list'],
    ['the long s', '\u017f3:GetObject', 's3:GetObject'],
  ])('%s is no letter of an action in another case', (_, written, action) => {
    expect(decide(identity({ ...ALLOW, Action: written }), { ...ASKED, action })).not.toBe('allowed')
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the name %s means nothing special', (name) => {
    const condition = JSON.parse(`{ "StringEquals": { "${name}": "x" } }`)
    expect(decide(identity({ ...ALLOW, Condition: condition }), ASKED)).toBe('denied')
    const operator = JSON.parse(`{ "${name}": { "aws:PrincipalTag/a": "x" } }`)
    expect(decide(identity({ ...ALLOW, Condition: operator }), ASKED)).not.toBe('allowed')
    const element = JSON.parse(`{ "Effect": "Allow", "Action": "*", "Resource": "*", "${name}": "x" }`)
    expect(decide(identity(element), ASKED)).not.toBe('allowed')
  })

  test.each([null, undefined, 5, true, '', [], {}, { Statement: null }, { Statement: {} }, { Statement: [null] }])(
    'a document that is none (%j) allows nothing and stops nothing from being answered',
    (document) => {
      expect(decide({ identity: [document] }, ASKED)).not.toBe('allowed')
    },
  )
})

describe('twice as much to read is read twice', () => {
  test.each<[string, (count: number) => Policies, Partial<Request>]>([
    ['statements', (count) => identity(...list(count, (i) => ({ ...ALLOW, Action: `s3:*${i}` }))), {}],
    ['actions', (count) => identity({ ...ALLOW, Action: list(count, (i) => `s3:*${i}`) }), {}],
    ['resources', (count) => identity({ ...ALLOW, Resource: list(count, (i) => `arn:aws:s3:::*/${i}`) }), {}],
    ['keys of a condition', (count) => identity({ ...ALLOW, Condition: { StringEquals: keys(count) } }), {}],
    ['values of a condition', (count) => identity({ ...ALLOW, Condition: { StringLike: { a: texts(count) } } }), OPEN],
    ['principals', (count) => ({ resourcePolicy: resourcePolicy(roles(count)) }), {}],
    [
      'policies',
      (count) => ({ identity: list(count, (i) => ({ Statement: [{ ...ALLOW, Action: `s3:*${i}` }] })) }),
      {},
    ],
    ['levels of an organization', (count) => ({ serviceControlPolicies: list(count, () => [FULL]) }), {}],
  ])('%s', (_, policiesOf, asked) => {
    const once = readsOf(policiesOf(200), { ...ASKED, ...asked })
    const twice = readsOf(policiesOf(400), { ...ASKED, ...asked })
    expect(once).toBeGreaterThanOrEqual(200)
    expect(twice / once).toBeLessThan(2.2)
  })
})

const OPEN = { unknownKeys: ['a'] }
const FULL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

function list<T>(count: number, make: (i: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

const texts = (count: number) => list(count, (i) => `value-${i}*`)
const keys = (count: number) => Object.fromEntries(list(count, (i) => [`aws:PrincipalTag/${i}`, 'x']))
const roles = (count: number) => list(count, (i) => `arn:aws:iam::444455556666:role/r${i}`)

function resourcePolicy(names: readonly string[]) {
  return { Version: '2012-10-17', Statement: [{ ...ALLOW, Principal: { AWS: names } }] }
}

/** How often the engine reads something of the policies. */
function readsOf(policies: Policies, asked: Request): number {
  let reads = 0
  const watched = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, key) => {
        reads++
        const found: unknown = Reflect.get(target, key)
        return typeof found === 'object' && found !== null ? watched(found) : found
      },
    })
  decide(watched(policies), asked)
  return reads
}

function deep(): unknown {
  let value: unknown = 's3:*'
  for (let i = 0; i < 10_000; i++) value = [value]
  return value
}
