import { describe, expect, test } from 'vitest'
import { actionName } from './action-name.ts'
import { ABSENT } from './context.ts'
import {
  ALLOWS,
  contentOf,
  DENIES,
  MAY_ALLOW,
  MAY_DENY,
  managedPolicyOf,
  opinionOf,
  policyOf,
  sharedPolicyOf,
  UNKNOWN,
} from './policy.ts'
import { ownQuery } from './readings.ts'

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const DENY = { ...ALLOW, Effect: 'Deny' }
const PARAMETER = { gap: 'parameter', name: 'P' }
const VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }

function ask(document: unknown, action = 's3:GetObject'): number {
  const query = ownQuery(actionName(action), 'arn:aws:s3:::config/x', (key) =>
    key === 'aws:sourcevpc' ? { gap: 'not-read' } : ABSENT,
  )
  return opinionOf(policyOf(document, 'identity'), query)
}

function policy(...statements: readonly unknown[]) {
  return { Version: '2012-10-17', Statement: statements }
}

/** Statements of other actions, more than one would look through one by one. */
const OTHERS = Array.from({ length: 20 }, (_, i) => ({ ...ALLOW, Action: [`s3:Put${i}`, `s3:List${i}`] }))

type Row = [name: string, expected: number, statements: readonly unknown[], action?: string]

const SAID: readonly Row[] = [
  ['nothing', 0, []],
  ['what is allowed', ALLOWS, [ALLOW]],
  ['what is denied', DENIES, [DENY]],
  ['what may be allowed', MAY_ALLOW, [{ ...ALLOW, Condition: VPC }]],
  ['what may be denied', MAY_DENY, [{ ...DENY, Condition: VPC }]],
  ['either, where the effect is not known', UNKNOWN, [{ ...ALLOW, Effect: PARAMETER }]],
  ['all that its statements do', ALLOWS | DENIES | MAY_DENY, [ALLOW, DENY, { ...DENY, Condition: VPC }]],
  ['nothing of another action', 0, [ALLOW], 's3:PutObject'],
  ['the same of an action in another case', ALLOWS, [ALLOW], 'S3:GETOBJECT'],
  ['the same by an action in another case', ALLOWS, [{ ...ALLOW, Action: 'S3:GETobject' }]],
  ['what one of several actions says', ALLOWS, [{ ...ALLOW, Action: ['s3:PutObject', 's3:GetObject'] }]],
  ['what a wildcard says', ALLOWS, [{ ...ALLOW, Action: ['s3:PutObject', 's3:Get*'] }]],
  ['what NotAction says', ALLOWS, [{ ...ALLOW, Action: undefined, NotAction: 's3:PutObject' }]],
  ['nothing of what NotAction leaves out', 0, [{ ...ALLOW, Action: undefined, NotAction: 's3:GetObject' }]],
  ['an action that is not known', MAY_ALLOW, [{ ...ALLOW, Action: ['s3:PutObject', PARAMETER] }]],
  ['an action of which a part is not known', MAY_ALLOW, [{ ...ALLOW, Action: 's3:«Name»' }]],
  ['what is asked with a part that is not known', MAY_ALLOW | MAY_DENY, [ALLOW, DENY], 's3:Get«Name»'],
  ['nothing of what is asked otherwise, with a part that is not known', 0, [ALLOW], 's3:Head«Name»'],
  ['a statement that is none', UNKNOWN, ['Allow']],
  ['a statement that is not known', UNKNOWN, [PARAMETER]],
]

describe.each([
  ['few', []],
  ['many', OTHERS],
])('a policy of %s statements says', (_, others) => {
  test.each(SAID)('%s', (_name, expected, statements, action) => {
    expect(ask(policy(...others, ...statements), action)).toBe(expected)
    expect(ask(policy(...statements, ...others), action)).toBe(expected)
  })
})

describe('a document that AWS does not take says nothing for sure', () => {
  test.each([
    ['a text', 'Allow'],
    ['null', null],
    ['one that is not known', PARAMETER],
    ['one without statements', { Version: '2012-10-17' }],
    ['one whose statements are null', { Statement: null }],
    ['one whose statements are not known', { Statement: PARAMETER }],
    ['one of another version', { Version: '2012-10-18', Statement: [ALLOW] }],
    [
      'one of another version about another action',
      { Version: '2012-10-18', Statement: [{ ...ALLOW, Action: 'ecr:a' }] },
    ],
  ])('%s', (_, document) => {
    expect(ask(document)).toBe(UNKNOWN)
  })

  test.each([
    ['a text', 'Allow', { gap: 'refused', expression: '"Allow"' }],
    ['nothing', undefined, { gap: 'refused', expression: '' }],
    ['one that is not known', PARAMETER, PARAMETER],
    ['one without statements', {}, { gap: 'refused', expression: 'Statement' }],
    ['one whose statements are null', { Statement: null }, { gap: 'refused', expression: 'Statement' }],
    ['one whose statements are not known', { Statement: PARAMETER }, PARAMETER],
    ['one of another version', { Version: 1, Statement: [] }, { gap: 'refused', expression: 'Version 1' }],
  ])('and why: %s', (_, document, fault) => {
    expect(contentOf(policyOf(document, 'identity')).fault).toEqual(fault)
  })
})

test.each(['2008-10-17', '2012-10-17', undefined])('the version %s is one of AWS', (version) => {
  expect(ask({ Version: version, Statement: ALLOW })).toBe(ALLOWS)
})

test('only the new version of the language has variables', () => {
  const own = { ...ALLOW, Resource: 'arn:aws:s3:::config/$'.concat('{*}') }
  const asked = (version: string, resource: string) =>
    opinionOf(
      policyOf({ Version: version, Statement: own }, 'identity'),
      ownQuery(actionName('s3:GetObject'), resource, () => ABSENT),
    )
  expect(asked('2012-10-17', 'arn:aws:s3:::config/*')).toBe(ALLOWS)
  expect(asked('2008-10-17', 'arn:aws:s3:::config/*')).toBe(0)
  expect(asked('2008-10-17', 'arn:aws:s3:::config/$'.concat('{x}'))).toBe(ALLOWS)
})

test('a document that many requests meet is one policy for each kind', () => {
  const document = policy(ALLOW)
  const first = sharedPolicyOf(document, 'resource')
  expect(sharedPolicyOf(document, 'resource')).toBe(first)
  expect(sharedPolicyOf(policy(ALLOW), 'resource')).not.toBe(first)
  expect(sharedPolicyOf(document, 'endpoint')).toMatchObject({ document, kind: 'endpoint' })
  expect(sharedPolicyOf(document, 'resource')).toBe(first)
  expect(sharedPolicyOf('Allow', 'resource')).toMatchObject({ document: 'Allow', kind: 'resource' })
  expect(sharedPolicyOf(null, 'resource')).toMatchObject({ document: null, kind: 'resource' })
})

test('a policy that does not speak of an action is not read', () => {
  const other = policyOf(policy({ ...ALLOW, Action: ['s3:PutObject', 's3:List'] }), 'identity')
  opinionOf(
    other,
    ownQuery(actionName('s3:GetObject'), '*', () => ABSENT),
  )
  expect(other.content).toBeUndefined()
})

test('of many statements that name their actions, those that name the one are asked alone', () => {
  const statements = Array.from({ length: 1000 }, (_, i) => ({ ...ALLOW, Action: `s3:Get${i}` }))
  const many = policyOf(policy(...statements, DENY, { ...ALLOW, Action: ['s3:Put*', 's3:GetObject'] }), 'identity')
  let asked = 0
  const { folded, mask } = actionName('s3:GetObject')
  const action = {
    folded,
    get mask() {
      asked++
      return mask
    },
  }
  expect(
    opinionOf(
      many,
      ownQuery(action, '*', () => ABSENT),
    ),
  ).toBe(ALLOWS | DENIES)
  expect(asked).toBeLessThan(10)
})

test('what a managed policy said is said again to the same question alone', () => {
  const policies = [
    policy(ALLOW, { ...DENY, Action: 's3:PutObject' }),
    policy({ ...ALLOW, Resource: 'arn:aws:s3:::config/*' }),
    policy({ ...ALLOW, Resource: ['arn:aws:s3:::other/*', '*'] }),
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: '*' }),
    policy({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::config/*' }),
    policy({ ...ALLOW, Condition: VPC }, { ...DENY, Action: 's3:PutObject' }),
    policy({ Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }),
    policy({ ...ALLOW, Action: 's3:*', Resource: PARAMETER }),
    PARAMETER,
  ]
  const asked = ['s3:GetObject', 's3:PutObject', 'ecr:GetObject'].flatMap((action) =>
    ['arn:aws:s3:::config/x', 'arn:aws:s3:::other/x', '*'].map((resource) =>
      ownQuery(actionName(action), resource, (key) => (key === 'aws:sourcevpc' ? { gap: 'not-read' } : ABSENT)),
    ),
  )
  for (const document of policies) {
    const managed = managedPolicyOf(document)
    const answers = [...asked, ...asked.toReversed()].map((query) => opinionOf(managed, query))
    const fresh = asked.map((query) => opinionOf(policyOf(document, 'identity'), query))
    expect(answers).toEqual([...fresh, ...fresh.toReversed()])
  }
})
