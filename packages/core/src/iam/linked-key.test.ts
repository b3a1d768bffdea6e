import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { PolicyRequest } from './policy-set.ts'

const TEAM = 'aws:PrincipalTag/team'
const STAGE = 'aws:PrincipalTag/stage'
const AREA = 'aws:PrincipalTag/area'
const [team, stage] = [TEAM, STAGE].map((key) => `\${${key}}`)

interface Row {
  readonly name: string
  /** `denied`: no value of the keys lets the statement match. */
  readonly expected: 'denied' | 'undecided'
  readonly resource?: string | readonly string[]
  readonly notResource?: string
  readonly condition: object
  /** What the request asks for. */
  readonly asked?: string
  /** What is known; the team never is. */
  readonly context?: PolicyRequest['context']
  readonly unknown?: readonly string[]
}

const CONFIG = 'arn:aws:s3:::config'
const RED = `${CONFIG}/red/x`
const BLUE = { StringEquals: { [TEAM]: 'blue' } }
const SHORT = { StringLike: { [TEAM]: '?' } }
const RED_LIKE = { StringLike: { [TEAM]: 'r?d' } }
const many = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)

const ROWS: readonly Row[] = [
  {
    name: 'a value that the rest of the resource leaves to the variable is not the wanted one',
    expected: 'denied',
    resource: [`${CONFIG}/${team}/*`, 'arn:aws:s3:::other/*', 'arn:aws:s3:::*/none'],
    condition: BLUE,
  },
  {
    name: 'a value that ends the resource may be the wanted one',
    expected: 'undecided',
    resource: `${CONFIG}/${team}`,
    condition: RED_LIKE,
    asked: `${CONFIG}/red`,
  },
  {
    name: 'another variable that is not known stands for anything',
    expected: 'undecided',
    resource: `${CONFIG}/${team}/${stage}`,
    condition: RED_LIKE,
    unknown: [STAGE],
  },
  {
    name: 'another variable that is not known does not make the value the wanted one',
    expected: 'denied',
    resource: `${CONFIG}/${team}/${stage}`,
    condition: BLUE,
    unknown: [STAGE],
  },
  {
    name: 'another variable of the resource has no bearing on a condition of the key',
    expected: 'denied',
    resource: `${CONFIG}/${stage}/x`,
    condition: { StringEquals: { [AREA]: team, [TEAM]: 'blue' } },
    context: { [AREA]: 'north' },
    unknown: [STAGE],
  },
  {
    name: 'another condition that is open has no bearing on those of the key',
    expected: 'denied',
    condition: { StringEquals: { [AREA]: team, 'aws:PrincipalTag/owner': stage, [TEAM]: 'blue' } },
    context: { [AREA]: 'north', 'aws:PrincipalTag/owner': 'me' },
    unknown: [STAGE],
  },
  {
    name: 'a variable without a value matches nothing beside one that is open',
    expected: 'denied',
    resource: [`${CONFIG}/${team}/${stage}`, `${CONFIG}/${team}/x`],
    condition: BLUE,
  },
  {
    name: 'a variable of which the value is known is a text',
    expected: 'denied',
    condition: { StringEquals: { [AREA]: [team, stage], [TEAM]: 'blue' } },
    context: { [AREA]: 'north', [STAGE]: 'live' },
  },
  {
    name: 'a text with a wildcard beside a variable is matched by itself',
    expected: 'denied',
    condition: { StringLike: { [STAGE]: [team, 'x*'], [TEAM]: 'blue' } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'a value that one condition wants and another excludes is none',
    expected: 'denied',
    condition: { StringEquals: { [STAGE]: team }, StringNotEquals: { [TEAM]: 'platform' } },
    context: { [STAGE]: 'platform' },
  },
  {
    name: 'two keys that are not known may both have the value that one of them must have',
    expected: 'undecided',
    condition: { StringEquals: { [STAGE]: team }, StringEqualsIfExists: { [STAGE]: 'red' }, Null: { [TEAM]: 'false' } },
    unknown: [STAGE],
  },
  {
    name: 'several values are no variable, so what must not be one of them is not',
    expected: 'undecided',
    condition: { 'ForAnyValue:StringEquals': { [TEAM]: 'red' }, StringNotEquals: { [STAGE]: team, [TEAM]: 'green' } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'a value that is none of those named is left over, whatever they are',
    expected: 'undecided',
    notResource: `${CONFIG}/\${${TEAM}, 'red'}/x`,
    condition: { StringNotEquals: { [TEAM]: ['other', 'other-', 'red'] } },
  },
  {
    name: 'a wildcard before the variable leaves open where it starts',
    expected: 'undecided',
    resource: `${CONFIG}/*${team}/x`,
    condition: SHORT,
  },
  {
    name: 'a variable before the variable leaves open where it starts',
    expected: 'undecided',
    resource: `${CONFIG}/${stage}${team}/x`,
    condition: SHORT,
    unknown: [STAGE],
  },
  {
    name: 'a placeholder before the variable leaves open where it starts',
    expected: 'undecided',
    resource: `${CONFIG}/«Stage»/${team}`,
    condition: { StringLike: { [TEAM]: 'r*' } },
    asked: `${CONFIG}/a/red`,
  },
  {
    name: 'an asterisk that is a mere character stands before the variable',
    expected: 'denied',
    resource: `${CONFIG}/\${*}\${$}/${team}`,
    condition: BLUE,
    asked: `${CONFIG}/*$/red`,
  },
  {
    name: 'an asterisk that is a mere character stands before the wanted value',
    expected: 'undecided',
    resource: `${CONFIG}/\${*}/${team}`,
    condition: RED_LIKE,
    asked: `${CONFIG}/*/red`,
  },
  {
    name: 'what AWS adds to a short ARN is no part of the value',
    expected: 'undecided',
    resource: `arn:aws:${team}`,
    condition: { StringNotLike: { [TEAM]: '*:*' } },
  },
  {
    name: 'the colon of a variable makes no field',
    expected: 'undecided',
    resource: `arn:aws:s3::${team}`,
    condition: { StringNotLike: { [TEAM]: '*:*' } },
    asked: 'arn:aws:s3::111122223333:accesspoint/web',
  },
  {
    name: 'behind the variable, letters count',
    expected: 'undecided',
    resource: `${CONFIG}/${team}/X`,
    condition: RED_LIKE,
    asked: `${CONFIG}/red/X`,
  },
  {
    name: 'behind the variable, a wildcard spans colons',
    expected: 'undecided',
    resource: `${CONFIG}/${team}/a*b`,
    condition: RED_LIKE,
    asked: `${CONFIG}/red/a:b`,
  },
  {
    name: 'what ignores case leaves another case of the value, whatever else is asked of the key',
    expected: 'undecided',
    condition: {
      StringEqualsIgnoreCase: { [STAGE]: team },
      StringNotEquals: { [STAGE]: 'x', [TEAM]: 'red' },
    },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'what ignores case leaves another case of each value',
    expected: 'undecided',
    condition: { StringEqualsIgnoreCase: { [STAGE]: team }, StringEquals: { [TEAM]: ['x', 'RED'] } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'what ignores case leaves another case of a value with digits',
    expected: 'undecided',
    condition: { StringEqualsIgnoreCase: { [STAGE]: team }, StringEquals: { [TEAM]: 'ABCDEFG1' } },
    context: { [STAGE]: 'abcdefg1' },
  },
  {
    name: 'seven letters have no case that is wanted and excluded',
    expected: 'denied',
    condition: { StringEqualsIgnoreCase: { [STAGE]: team }, StringNotEqualsIgnoreCase: { [TEAM]: 'abcdefg' } },
    context: { [STAGE]: 'Abcdefg' },
  },
  {
    name: 'eight letters have too many cases to try',
    expected: 'undecided',
    condition: { StringEqualsIgnoreCase: { [STAGE]: team }, StringNotEqualsIgnoreCase: { [TEAM]: 'abcdefgh' } },
    context: { [STAGE]: 'abcdefgh' },
  },
  {
    name: 'the cases of several values may be too many to try',
    expected: 'undecided',
    condition: { StringEqualsIgnoreCase: { [STAGE]: team }, StringEquals: { [TEAM]: ['abcdefg', 'RED'] } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'a value of another kind is left over',
    expected: 'undecided',
    condition: { NumericLessThan: { [TEAM]: '5' }, StringNotEquals: { [STAGE]: team } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'a value that a wildcard stands for is left over',
    expected: 'undecided',
    condition: { StringLike: { [TEAM]: ['b*', 'red'] }, StringNotEquals: { [STAGE]: team } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'no value is left over where StringLike names one alone',
    expected: 'denied',
    condition: { StringLike: { [TEAM]: 'red' }, StringNotEquals: { [STAGE]: team } },
    context: { [STAGE]: 'red' },
  },
  {
    name: 'an asterisk that StringEquals wants is no wildcard',
    expected: 'denied',
    condition: { StringEquals: { [TEAM]: 'r*' }, StringNotEquals: { [STAGE]: team } },
    context: { [STAGE]: 'r*' },
  },
  {
    name: '127 wanted values and a variable are tried',
    expected: 'denied',
    resource: `${CONFIG}/${team}/x`,
    condition: { StringEquals: { [TEAM]: many(127) } },
  },
  {
    name: 'more are not',
    expected: 'undecided',
    resource: `${CONFIG}/${team}/x`,
    condition: { StringEquals: { [TEAM]: many(128) } },
  },
  {
    name: '127 patterns with a variable are tried',
    expected: 'denied',
    resource: many(127).map(() => `${CONFIG}/${team}/x`),
    condition: BLUE,
  },
  {
    name: 'more patterns are not',
    expected: 'undecided',
    resource: many(128).map(() => `${CONFIG}/${team}/x`),
    condition: BLUE,
  },
  {
    name: 'a variable stands for 128 characters at most',
    expected: 'denied',
    resource: `${CONFIG}/${team}`,
    condition: BLUE,
    asked: `${CONFIG}/${'r'.repeat(128)}`,
  },
  {
    name: 'where it would have to stand for more, it is open',
    expected: 'undecided',
    resource: `${CONFIG}/${team}`,
    condition: BLUE,
    asked: `${CONFIG}/${'r'.repeat(129)}`,
  },
  {
    name: 'a long text counts from where the variable starts, and not where it starts otherwise',
    expected: 'denied',
    resource: [`${CONFIG}/${'r'.repeat(120)}/${team}`, `arn:aws:s3:::other/${team}`],
    condition: BLUE,
    asked: `${CONFIG}/${'r'.repeat(120)}/red`,
  },
]

describe('the elements of a statement that speak of one unknown key hang together', () => {
  test.each(ROWS)(
    '$name',
    ({ expected, resource = '*', notResource, condition, asked = RED, context = {}, unknown = [] }) => {
      const about = notResource === undefined ? { Resource: resource } : { NotResource: notResource }
      const statement = { Effect: 'Allow', Action: 's3:GetObject', ...about, Condition: condition }
      const { decision, problems } = evaluate(
        { identity: [{ Version: '2012-10-17', Statement: statement }] },
        {
          action: 's3:GetObject',
          resource: asked,
          principal: 'arn:aws:iam::111122223333:role/web',
          context,
          unknownKeys: [TEAM, ...unknown],
        },
      )
      expect({ decision, problems }).toEqual({ decision: expected, problems: [] })
    },
  )
})
