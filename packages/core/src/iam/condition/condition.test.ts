import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'

const KEY = 'aws:PrincipalTag/key'
const TAG = 'aws:PrincipalTag/tag'
const tag = `\${${TAG}}`
const VERSION = '2012-10-17'
const NOT_KNOWN = { gap: 'unresolved', expression: '!Ref Colour' }
const many = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)

type Decision = 'allowed' | 'denied' | 'undecided'

/** @param value null: nobody knows it */
function ask(condition: object, value: string | readonly string[] | null, tagged?: string | null, version = VERSION) {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: condition }
  const { decision, problems } = evaluate(
    { identity: [{ Version: version, Statement: statement }] },
    {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::config/x',
      principal: 'arn:aws:iam::111122223333:role/web',
      context: {
        ...(value === null ? {} : { [KEY]: value }),
        ...(typeof tagged === 'string' ? { [TAG]: tagged } : {}),
      },
      unknownKeys: [...(value === null ? [KEY] : []), ...(tagged === null ? [TAG] : [])],
    },
  )
  return { decision, problems: problems.map(({ problem }) => problem) }
}

/** The value of the tag that the wanted text has as a variable: undefined where there is none, null where it is not known. */
type Known = [operator: string, wanted: string, value: string, Decision, tag?: string | null]

const KNOWN: readonly Known[] = [
  ['IpAddress', '10.0.0.0/8', '10.1.2.3', 'allowed'],
  ['IpAddress', '10.0.0.0/8', '11.0.0.1', 'denied'],
  ['IpAddress', '10.1.2.0/23', '10.1.3.255', 'allowed'],
  ['IpAddress', '10.1.2.0/23', '10.1.4.0', 'denied'],
  ['IpAddress', '10.1.2.0/23', '10.2.2.0', 'denied'],
  ['IpAddress', '10.1.128.0/17', '10.1.128.1', 'allowed'],
  ['IpAddress', '10.1.128.0/17', '10.1.127.255', 'denied'],
  ['IpAddress', '10.128.0.0/9', '10.127.0.0', 'denied'],
  ['IpAddress', '10.1.0.0/16', '10.1.255.255', 'allowed'],
  ['IpAddress', '0.0.0.0/0', '255.255.255.255', 'allowed'],
  ['IpAddress', '203.0.113.7', '203.0.113.7', 'allowed'],
  ['IpAddress', '203.0.113.7', '203.0.113.8', 'denied'],
  ['IpAddress', '203.0.113.7/32', '203.0.113.6', 'denied'],
  ['IpAddress', '10.0.0.0/8', '10.1.0.0/16', 'allowed'],
  ['IpAddress', '10.1.0.0/16', '10.1.0.0/16', 'allowed'],
  ['IpAddress', '10.1.0.0/16', '10.0.0.0/8', 'denied'],
  ['IpAddress', '10.1.0.0/16', '10.1.0.0/8', 'denied'],
  ['IpAddress', '::/0', '10.0.0.1', 'denied'],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', 'denied'],
  ['IpAddress', '2001:db8::/32', '2001:db8:1::5', 'allowed'],
  ['IpAddress', '2001:db8::/32', '2001:db9::5', 'denied'],
  ['IpAddress', '2001:db8::/33', '2001:db8:8000::1', 'denied'],
  ['IpAddress', '2001:db8::1', '2001:DB8:0:0:0:0:0:1', 'allowed'],
  ['IpAddress', '2001:db8::1', '2001:db8:0:1::1', 'denied'],
  ['IpAddress', '2001:db8::', '2001:db8:0:0:0:0:0:0', 'allowed'],
  ['IpAddress', '1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', 'allowed'],
  ['IpAddress', '::ffff:10.0.0.1', '::ffff:a00:1', 'allowed'],
  ...[
    '2001:db8:::1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '1::2::3',
    '1:2:3:4::5:6:7:8::',
    '12345::',
    'g::',
    '::g',
    '::1g',
    '::10.0.0.256',
    '10.0.0.1::',
    '10.0.0.1:1::',
    '::10.0.0.1:1',
    '::/129',
    '::/x',
  ].map((value): Known => ['IpAddress', '::/0', value, 'denied']),
  ...[
    '10.0.0',
    '10.0.0.0.1',
    '10.0.0.256',
    '10.0.0.1000',
    '10.0.0.x1',
    '10.0.0.1x',
    '10.0.0.-1',
    '10.0.0.1e1',
    'x',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8x',
    '10.0.0.0/x8',
    '10.0.0.0/0008',
  ].map((value): Known => ['IpAddress', '0.0.0.0/0', value, 'denied']),
  ['IpAddress', '«Range»', '10.0.0.1', 'undecided'],
  ['IpAddress', '10.0.0.0/8', '«Address»', 'undecided'],
  ['NumericEquals', '10', '10.0', 'allowed'],
  ['NumericEquals', '.5', '+0.5', 'allowed'],
  ['NumericEquals', '-5', '-5.', 'allowed'],
  ['NumericEquals', '0.25', '.25', 'allowed'],
  ['NumericEquals', '12', '1', 'denied'],
  ['NumericLessThan', '1000000', '1e1', 'denied'],
  ['NumericLessThan', '10', 'x5', 'denied'],
  ['NumericLessThan', '10', '5x', 'denied'],
  ['NumericLessThan', '10', '10', 'denied'],
  ['NumericLessThanEquals', '10', '10', 'allowed'],
  ['NumericGreaterThan', '10', '10', 'denied'],
  ['NumericGreaterThanEquals', '10', '10', 'allowed'],
  ['NumericLessThan', '10', '«Number»', 'undecided'],
  ['NumericLessThan', '«Number»', '10', 'undecided'],
  ['DateEquals', '2026-01-02', '2026-01-02T00:00:00Z', 'allowed'],
  ['DateEquals', '2026-01-02', '1767312000', 'allowed'],
  ['DateEquals', '2026', '2026-01-01T09:00+09:00', 'allowed'],
  ['DateEquals', '2026-01', '2026-01-01T00:00:00.000Z', 'allowed'],
  ['DateEquals', '2026-01', '2026-01-01T00:00:00.25Z', 'denied'],
  ['DateLessThan', '2027-01-01', '2026-13-01', 'denied'],
  ['DateLessThan', '2027-01-01', '2026-01-01T00:00', 'denied'],
  ['DateLessThan', '2027-01-01', 'on 2026-01-01', 'denied'],
  ['DateLessThan', '2027-01-01', '2026-01-01 or so', 'denied'],
  ['DateLessThan', '2027-01-01', '«Date»', 'undecided'],
  ['Bool', 'True', 'tRUE', 'allowed'],
  ['Bool', 'true', 'false', 'denied'],
  ['Bool', '«Flag»', 'true', 'undecided'],
  ['Bool', tag, 'TRUE', 'allowed', 'True'],
  ['Bool', tag, 'true', 'denied', 'false'],
  ['Bool', tag, 'true', 'denied'],
  ['Bool', tag, 'true', 'undecided', null],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', 'allowed'],
  ['BinaryEquals', 'QmluYXJ5', 'qmluYXJ5', 'denied'],
  ['BinaryEquals', '«Binary»', 'QmluYXJ5', 'undecided'],
  ['StringEquals', '*', 'x', 'denied'],
  ['StringEquals', '«Text»', 'x', 'undecided'],
  ['StringEquals', `a*${tag}?`, 'a*red?', 'allowed', 'red'],
  ['StringEquals', `a*${tag}?`, 'abred?', 'denied', 'red'],
  ['StringEquals', `a*${tag}?`, 'a*redx', 'denied', 'red'],
  ['StringEquals', `a${tag}${tag}b`, 'aredredb', 'allowed', 'red'],
  ['StringEquals', tag, 'RED', 'denied', 'red'],
  ['StringEquals', tag, 'red', 'denied', '*'],
  ['StringEquals', '${red', '${red', 'allowed'],
  ['StringEqualsIgnoreCase', `${tag}X`, 'Redx', 'allowed', 'rED'],
  ['StringEqualsIgnoreCase', 'RED', 'red', 'allowed'],
  ['StringEqualsIgnoreCase', 'RED', 'read', 'denied'],
  ['StringLike', `${tag}-*`, 'red-1', 'allowed', 'red'],
  ['StringLike', `${tag}-*`, 'blue-1', 'denied', 'red'],
  ['StringLike', 'r?d*', 'reddish', 'allowed'],
  ['StringLike', 'r?d', 'reddish', 'denied'],
  ['StringNotEquals', tag, 'red', 'allowed'],
  ['StringNotEquals', tag, 'red', 'denied', 'red'],
  ['ArnLike', '*', 'arn:aws:iam::111122223333:role/web', 'allowed'],
  ['ArnLike', 'arn:aws:iam::*:role/web', 'arn:aws:iam::111122223333:role/web', 'allowed'],
  ['ArnLike', 'arn:aws:iam::*:role/web', 'arn:aws:iam::111122223333:role/web2', 'denied'],
  ['ArnLike', 'arn:aws:*::1:role/web', 'arn:aws:iam:eu:1:role/web', 'denied'],
  ['ArnLike', 'arn:aws:*:*:1:task/a', 'arn:aws:ecs:eu:1:1:task/a', 'denied'],
  ['ArnEquals', 'arn:aws:a:b:c:d:*:f', 'arn:aws:a:b:c:d:e:f', 'allowed'],
  ['ArnEquals', 'arn:aws:a:b:c:d*', 'arn:aws:a:b:c:d:e', 'allowed'],
  ['ArnEquals', 'arn:aws:a:b:c:d*f', 'arn:aws:a:b:c:d:e:f', 'allowed'],
  ['ArnLike', 'arn:aws:ecs:eu:*:x', 'arn:aws:ecs:eu:1:task:x', 'denied'],
  ['ArnLike', 'arn:aws:*:*:eu:*', 'arn:aws:a:b:c:eu:x', 'denied'],
  ['ArnLike', 'arn:aws:s3:::a«x:»*', 'arn:aws:s3:::a«x:»b', 'allowed'],
  ['ArnEquals', 'arn:aws:a:b:c:d', 'arn:aws:a:b:c:d:e', 'denied'],
  ['ArnLike', 'arn:*:*:*:*:*', 'arn:aws:iam::role/web', 'denied'],
  ['ArnLike', 'arn:*:*:*:*:*', 'none', 'denied'],
  ['ArnLike', 'arn:*:*:*:*:*', '«Arn»', 'undecided'],
  ['ArnLike', '«Arn»', 'arn:aws:iam::111122223333:role/web', 'undecided'],
  ['ArnLike', 'arn:aws:ecs:«AWS::Region»:1:cluster/c', 'arn:aws:ecs:eu-west-1:1:cluster/c', 'undecided'],
  ['ArnLike', 'arn:aws:ecs:«AWS::Region»:1:cluster/c', 'arn:aws:ecs:eu-west-1:2:cluster/c', 'denied'],
  ['ArnLike', 'arn:aws:ecs:*:1:cluster/c', 'arn:aws:ecs:«AWS::Region»:1:cluster/c', 'allowed'],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:cluster/c', 'allowed', '1'],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:cluster/c', 'denied', '2'],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:cluster/c', 'denied', '*'],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:cluster/c', 'denied'],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:cluster/c', 'undecided', null],
  ['ArnLike', `arn:aws:ecs:*:${tag}:cluster/*`, 'arn:aws:ecs:eu-west-1:1:service/c', 'denied', null],
  // What begins like a placeholder in the value of the tag swallows a part of the ARN.
  ['ArnLike', `arn:aws:${tag}:«Region»:1:x`, 'arn:aws:s3:eu:1:x', 'undecided', '«'],
]

/** What two operators ask of one key that nobody knows. */
type Unknown = [
  first: string,
  wanted: string | string[],
  second: string,
  wanted: string | string[],
  Decision,
  tag?: string | null,
]

const UNKNOWN: readonly Unknown[] = [
  ['NumericGreaterThan', '5', 'NumericLessThan', '5', 'denied'],
  ['NumericGreaterThan', '5', 'NumericLessThan', '6', 'undecided'],
  ['NumericGreaterThanEquals', '5', 'NumericLessThanEquals', '5', 'undecided'],
  ['NumericGreaterThanEquals', '5', 'NumericLessThan', '5', 'denied'],
  ['NumericLessThan', '3', 'NumericNotEquals', '3', 'undecided'],
  ['NumericGreaterThan', '3', 'NumericNotEquals', '4', 'undecided'],
  ['NumericGreaterThan', '5', 'NumericNotEquals', '5', 'undecided'],
  ['NumericEquals', ['10', '9'], 'NumericGreaterThan', '10', 'denied'],
  ['NumericEquals', ['10', '9'], 'NumericLessThan', '10', 'undecided'],
  ['NumericGreaterThan', ['10', '9'], 'NumericLessThanEquals', '9', 'denied'],
  ['NumericNotEquals', '5', 'NumericEquals', '5.0', 'denied'],
  ['NumericGreaterThan', '10', 'NumericNotEquals', '9', 'undecided'],
  ['NumericNotEquals', '9', 'NumericGreaterThan', '10', 'undecided'],
  ['NumericLessThan', '9', 'NumericNotEquals', '10', 'undecided'],
  ['NumericLessThan', '-5', 'NumericNotEquals', '-3', 'undecided'],
  ['NumericEquals', '1.2345', 'NumericNotEquals', '1.2345', 'denied'],
  // A number of which JavaScript writes an exponent, which AWS does not take.
  ['NumericGreaterThan', '1000000000000000000000', 'NumericNotEquals', '5', 'undecided'],
  ['NumericGreaterThan', '«Number»', 'NumericLessThan', '5', 'undecided'],
  ['NumericGreaterThan', ['5', '«Number»'], 'NumericLessThan', '5', 'undecided'],
  ['NumericEquals', ['5', '6'], 'NumericGreaterThan', ['6', '«Number»'], 'undecided'],
  ['DateGreaterThan', '2026', 'DateLessThan', '2026-01-01', 'denied'],
  ['DateGreaterThan', '2026-01-01', 'DateLessThan', '2026-01-02', 'undecided'],
  ['DateEquals', '2026-01-01', 'DateNotEquals', '1767225600', 'denied'],
  ['DateEquals', '1970-01-01T00:33:46Z', 'DateNotEquals', '1970-01-01T00:33:46Z', 'denied'],
  ['Bool', 'true', 'BoolIfExists', 'false', 'denied'],
  ['Bool', 'true', 'BoolIfExists', ['TRUE', 'false'], 'undecided'],
  ['StringEquals', 'red', 'StringNotEquals', 'red', 'denied'],
  ['StringEquals', 'red', 'StringNotEquals', 'blue', 'undecided'],
  ['StringNotEquals', 'other', 'StringNotEqualsIfExists', 'other-', 'undecided'],
  ['StringEquals', '«Text»', 'StringNotEquals', 'blue', 'undecided'],
  ['StringEquals', 'a«Text»', 'StringNotEquals', 'a«Other»', 'undecided'],
  ['StringEquals', 'a«Text»', 'StringNotEquals', ['a«Text»', 'a'], 'denied'],
  ['StringEqualsIgnoreCase', 'A«Text»', 'StringNotEqualsIgnoreCase', 'a«Text»', 'denied'],
  ['StringEqualsIgnoreCase', 'RED', 'StringNotEqualsIgnoreCase', 'red', 'denied'],
  ['StringEqualsIgnoreCase', 'RED', 'StringEquals', 'blue', 'undecided'],
  ['StringLike', 'red', 'StringNotLike', '*', 'denied'],
  ['StringEquals', 'red', 'Null', 'true', 'denied'],
  ['StringEquals', 'red', 'Null', 'false', 'undecided'],
  ['StringNotLike', '**', 'Null', 'false', 'denied'],
  ['ArnLike', '*', 'Null', 'true', 'denied'],
  ['ArnNotLike', '*', 'Null', 'false', 'denied'],
  ['ForAllValues:StringEquals', 'red', 'ForAllValues:StringNotEquals', 'red', 'undecided'],
  ['ForAnyValue:StringEquals', 'red', 'ForAnyValue:StringNotEquals', 'red', 'undecided'],
  ['ForAnyValue:StringNotEquals', 'red', 'StringEquals', 'red', 'undecided'],
  ['StringNotEquals', '5', 'NumericEquals', '5', 'undecided'],
  ['NumericEquals', '5', 'StringNotEquals', '5', 'undecided'],
  ['StringLike', 'a*', 'StringNotLike', 'a*', 'undecided'],
  ['StringLikeIfExists', ['red', '*'], 'ForAllValues:StringLike', '***', 'allowed'],
  ['StringNotLike', 'a*', 'Null', 'false', 'undecided'],
  ['StringNotLike', '*a', 'Null', 'false', 'undecided'],
  ['StringNotEqualsIfExists', 'red', 'StringNotEquals', 'blue', 'undecided'],
  ['StringEquals', tag, 'StringNotEquals', 'red', 'denied', 'red'],
  ['StringEquals', tag, 'StringNotEquals', 'red', 'undecided', 'blue'],
  ['StringEquals', tag, 'StringNotEquals', 'red', 'undecided', null],
  ['StringEquals', tag, 'Null', 'false', 'denied'],
  ['StringEquals', [tag, 'red'], 'Null', 'false', 'undecided'],
  ['StringEquals', [tag, 'red'], 'StringNotEquals', 'red', 'denied'],
  ['Null', '«Flag»', 'StringEquals', 'red', 'undecided'],
  ['StringEquals', 'red', 'Null', '«Flag»', 'undecided'],
  ['StringEquals', many(32), 'StringNotEquals', many(32), 'denied'],
  ['StringEquals', many(32), 'StringNotEquals', many(33), 'undecided'],
]

/** In the version 2008-10-17, which has no variables. */
const OLD: readonly [condition: object, value: string | null, Decision, tag?: string | null][] = [
  [{ StringEquals: { [KEY]: tag } }, 'red', 'denied', 'red'],
  [{ StringEquals: { [KEY]: tag } }, tag, 'allowed', 'red'],
  [{ StringEqualsIgnoreCase: { [KEY]: tag } }, tag.toUpperCase(), 'allowed', 'red'],
  [{ StringLike: { [KEY]: `${tag}*` } }, `${tag}x`, 'allowed', 'red'],
  [{ ArnLike: { [KEY]: 'arn:aws:s3:::\u0024{a}/*' } }, 'arn:aws:s3:::\u0024{a}/x', 'allowed'],
  [{ ArnLike: { [KEY]: 'arn:aws:s3:::\u0024{*}' } }, 'arn:aws:s3:::*', 'denied'],
  [{ StringEquals: { [KEY]: tag } }, null, 'undecided'],
  [{ StringEquals: { [KEY]: tag }, StringNotEquals: { [KEY]: tag } }, null, 'denied', null],
]

/** A key with several values, one that is empty, or none. */
const SEVERAL: readonly [operator: string, values: readonly string[], Decision][] = [
  ['StringEquals', ['red', 'red'], 'allowed'],
  ['StringEquals', ['red', 'blue'], 'undecided'],
  ['StringNotEquals', ['red', 'blue'], 'undecided'],
  ['StringNotEquals', ['green', 'blue'], 'allowed'],
  ['ForAllValues:StringEquals', ['red', 'red'], 'allowed'],
  ['ForAllValues:StringEquals', ['red', 'blue'], 'denied'],
  ['ForAllValues:StringEquals', ['blue'], 'denied'],
  ['ForAllValues:StringNotEquals', ['red', 'blue'], 'denied'],
  ['ForAnyValue:StringEquals', ['red', 'blue'], 'allowed'],
  ['ForAnyValue:StringNotEquals', ['red', 'blue'], 'allowed'],
  ['ForAnyValue:StringEquals', ['green', 'blue'], 'denied'],
  ['StringEquals', [], 'denied'],
  ['StringNotEquals', [], 'allowed'],
  ['StringEqualsIfExists', [], 'allowed'],
  ['ForAllValues:StringEquals', [], 'allowed'],
  ['ForAnyValue:StringEquals', [], 'denied'],
  ['ForAnyValue:StringNotEquals', [], 'denied'],
  ['StringEquals', [''], 'denied'],
  ['ForAllValues:StringEquals', [''], 'allowed'],
  ['ForAllValues:StringEquals', ['', 'blue'], 'denied'],
  ['ForAnyValue:StringEquals', [''], 'denied'],
]

/** What AWS would refuse, and what is said of it: the operator and, where that is none of the operators, nothing more. */
const REFUSED: readonly [operator: string, wanted: unknown, named: string][] = [
  ['Null', 5, `Null ${KEY} "5"`],
  ['Null', 'yes', `Null ${KEY} "yes"`],
  ['IpAddress', '10.0.0.0/33', `IpAddress ${KEY} "10.0.0.0/33"`],
  ['IpAddress', 'none', `IpAddress ${KEY} "none"`],
  ['NumericEquals', 'five', `NumericEquals ${KEY} "five"`],
  ['DateEquals', '2026-1-1', `DateEquals ${KEY} "2026-1-1"`],
  ['DateEquals', '2026-02-30T25:00Z', `DateEquals ${KEY} "2026-02-30T25:00Z"`],
  ['Bool', 'yes', `Bool ${KEY} "yes"`],
  ['Bool', 'untrue', `Bool ${KEY} "untrue"`],
  ['Bool', 'trueish', `Bool ${KEY} "trueish"`],
  ['BinaryEquals', '$$', `BinaryEquals ${KEY} "$$"`],
  ['BinaryEquals', '$QmluYXJ5', `BinaryEquals ${KEY} "$QmluYXJ5"`],
  ['BinaryEquals', 'QmluYXJ5===', `BinaryEquals ${KEY} "QmluYXJ5==="`],
  ['ArnLike', 'arn:aws:s3::config', `ArnLike ${KEY} "arn:aws:s3::config"`],
  ['ArnLike', 'role/web', `ArnLike ${KEY} "role/web"`],
  ['ArnLike', `role/${tag}`, `ArnLike ${KEY} "role/${tag}"`],
  ['StringEquals', [], `StringEquals ${KEY} []`],
  ['StringEquals', [null], `StringEquals ${KEY} null`],
  ['StringEquals', { red: 'red' }, `StringEquals ${KEY} {"red":"red"}`],
  ['StringSounds', 'red', 'StringSounds'],
  ['ForSomeValues:StringEquals', 'red', 'ForSomeValues:StringEquals'],
  ['constructor:StringEquals', 'red', 'constructor:StringEquals'],
  ['NullIfExists', 'true', 'NullIfExists'],
]

describe('a condition on a known value', () => {
  test.each(KNOWN)('%s %s of %s is %s, with the tag %s', (operator, wanted, value, expected, tagged) => {
    expect(ask({ [operator]: { [KEY]: wanted } }, value, tagged)).toEqual({ decision: expected, problems: [] })
  })
})

describe('three operators on one unknown value', () => {
  test.each<[condition: object, Decision]>([
    [{ StringNotEquals: 'other', StringNotEqualsIfExists: 'other-', Null: 'false' }, 'undecided'],
    [{ NumericNotEquals: '5', NumericNotEqualsIfExists: '6', Null: 'false' }, 'undecided'],
    [{ StringNotEquals: 'red', StringNotLike: 'blue', Null: 'false' }, 'undecided'],
    [{ StringEquals: 'red', StringNotEquals: 'red', StringNotLike: 'x*' }, 'undecided'],
    [{ StringEquals: 'red', StringNotEquals: 'blue', StringNotLike: '*' }, 'denied'],
    [{ NumericLessThan: '5', NumericGreaterThan: '5', NumericNotEquals: '5' }, 'denied'],
  ])('%j are %s', (wanted, expected) => {
    const condition = Object.fromEntries(Object.entries(wanted).map(([operator, text]) => [operator, { [KEY]: text }]))
    expect(ask(condition, null)).toEqual({ decision: expected, problems: [] })
  })
})

describe('an unknown key that another condition has as a variable, beside a pattern for it', () => {
  test.each<[like: string | readonly string[], not: string | readonly string[], Decision]>([
    ['b*', 'b*', 'undecided'],
    ['b?', 'b?', 'undecided'],
    [['x', 'b*'], ['x', 'b*'], 'undecided'],
    [['x', 'y'], ['x', 'y'], 'denied'],
  ])('%j, but not %j, is %s', (like, not, expected) => {
    const condition = { StringLike: { [TAG]: like }, StringNotEquals: { [TAG]: not, [KEY]: tag } }
    expect(ask(condition, 'red', null)).toEqual({ decision: expected, problems: [] })
  })
})

describe('a condition of a policy without variables', () => {
  test.each(OLD)('%j of %s is %s, with the tag %s', (condition, value, expected, tagged) => {
    expect(ask(condition, value, tagged, '2008-10-17')).toEqual({ decision: expected, problems: [] })
  })
})

describe('a condition of which a wanted value is not known', () => {
  test.each<[condition: object, value: string | null, Decision]>([
    [{ StringEquals: { [KEY]: ['red', NOT_KNOWN] } }, 'red', 'undecided'],
    [{ StringEquals: { [KEY]: ['red', NOT_KNOWN] } }, 'blue', 'undecided'],
    [{ StringNotEquals: { [KEY]: ['red', NOT_KNOWN] } }, 'red', 'denied'],
    [{ StringNotEquals: { [KEY]: NOT_KNOWN } }, null, 'undecided'],
    [{ StringEquals: { [KEY]: [NOT_KNOWN, 'red'], [TAG]: 'x' } }, 'red', 'denied'],
    [{ Null: { [KEY]: NOT_KNOWN } }, 'red', 'undecided'],
    [{ Null: { [KEY]: NOT_KNOWN }, StringEquals: { [KEY]: 'red' } }, 'blue', 'denied'],
    [{ StringEquals: { [KEY]: ['red', NOT_KNOWN] }, StringNotLike: { [KEY]: '*' } }, null, 'denied'],
    [{ StringEquals: { [KEY]: ['red', NOT_KNOWN] }, StringNotEquals: { [KEY]: 'red' } }, null, 'undecided'],
    [{ StringEquals: { [KEY]: 'red' }, StringNotEquals: { [KEY]: ['red', NOT_KNOWN] } }, null, 'denied'],
  ])('%j of %s is %s', (condition, value, expected) => {
    expect(ask(condition, value).decision).toBe(expected)
  })

  test('is named', () => {
    expect(ask({ StringEquals: { [KEY]: NOT_KNOWN } }, 'red').problems).toEqual(['!Ref Colour'])
  })
})

describe('conditions on one unknown value', () => {
  test.each(UNKNOWN)('%s %s and %s %s are %s, with the tag %s', (first, wanted, second, other, expected, tagged) => {
    const condition = { [first]: { [KEY]: wanted }, [second]: { [KEY]: other } }
    expect(ask(condition, null, tagged)).toEqual({ decision: expected, problems: [] })
  })
})

describe('a condition that wants red, or its negation', () => {
  test.each(SEVERAL)('%s of %j is %s', (operator, values, expected) => {
    expect(ask({ [operator]: { [KEY]: 'red' } }, values)).toEqual({ decision: expected, problems: [] })
  })
})

describe('a condition as people write it', () => {
  test.each<[name: string, condition: object, Decision]>([
    ['a number for a text', { NumericEquals: { [KEY]: 5 } }, 'allowed'],
    ['numbers for texts', { NumericEquals: { [KEY]: [4, 5] } }, 'allowed'],
    ['a boolean for a text', { Null: { [KEY]: false } }, 'allowed'],
    ['a key in another case', { NumericEquals: { [KEY.toUpperCase()]: '5' } }, 'allowed'],
    ['two operators', { NumericEquals: { [KEY]: '5' }, StringEquals: { [KEY]: '6' } }, 'denied'],
    ['a key twice in different cases', { NumericEquals: { [KEY]: '5', [KEY.toLowerCase()]: '6' } }, 'denied'],
    ['a text that is not known', { Null: { [KEY]: '«Flag»' } }, 'undecided'],
  ])('%s', (_, condition, expected) => {
    expect(ask(condition, '5')).toEqual({ decision: expected, problems: [] })
  })

  test.each<[name: string, condition: unknown, named: string]>([
    ['a list', [], '[]'],
    ['a text', 'true', '"true"'],
    ['null', null, 'null'],
    ['an operator without keys', { StringEquals: {} }, 'StringEquals'],
    ['an operator with a list', { StringEquals: [KEY] }, 'StringEquals'],
    ['an operator with null', { StringEquals: null }, 'StringEquals'],
    ['an operator with a text', { StringEquals: KEY }, 'StringEquals'],
  ])('%s is refused', (_, condition, named) => {
    expect(ask(condition as object, '5')).toEqual({ decision: 'undecided', problems: [`Condition ${named}`] })
  })
})

describe('a condition that AWS refuses is named, and allows nothing', () => {
  test.each(REFUSED)('%s %j', (operator, wanted, named) => {
    const { decision, problems } = ask({ [operator]: { [KEY]: wanted } }, 'red')
    expect(decision).not.toBe('allowed')
    expect(problems).toEqual([`Condition ${named}`])
  })
})
