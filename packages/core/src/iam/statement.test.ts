import { describe, expect, test } from 'vitest'
import { actionName } from './action-name.ts'
import { ABSENT } from './context.ts'
import { evaluate } from './evaluate.ts'
import { opinionOf, policyOf } from './policy.ts'
import type { PolicyRequest, PolicySet } from './policy-set.ts'
import { ownQuery } from './readings.ts'
import { matchStatement, statementOf } from './statement.ts'

const REQUEST: PolicyRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::config/prod.env',
  principal: 'arn:aws:iam::111122223333:role/web',
}
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
const READ_LOGS = { ...ALL, Resource: 'arn:aws:s3:::logs/*' }
const EVERYBODY = { ...ALL, Principal: '*' }

type Kind = 'identity' | 'session' | 'service-control' | 'resource-control' | 'endpoint' | 'resource' | 'trust'

function policiesOf(kind: Kind, ...statements: readonly unknown[]): PolicySet {
  const document = { Version: '2012-10-17', Statement: statements }
  switch (kind) {
    case 'identity':
      return { identity: [document] }
    case 'session':
      return { sessionPolicies: [document] }
    case 'service-control':
      return { serviceControlPolicies: [[document]] }
    case 'resource-control':
      return { resourceControlPolicies: [[document]] }
    case 'endpoint':
      return { endpoints: [{ type: 'Interface', policy: document }] }
    default:
      return { resourcePolicy: document }
  }
}

function problemsOf(kind: Kind, statement: unknown): readonly string[] {
  const request = kind === 'trust' ? { ...REQUEST, action: 'sts:AssumeRole' } : REQUEST
  return evaluate(policiesOf(kind, statement), request).problems.map(({ problem }) => problem)
}

describe('what AWS would not take of a statement is named:', () => {
  test.each<[Kind, statement: object, problems: readonly string[]]>([
    ['identity', { ...ALL, Sid: 'All', Condition: {} }, []],
    ['identity', { Effect: 'Deny', NotAction: 's3:*', NotResource: '*' }, []],
    ['identity', EVERYBODY, ['Principal']],
    ['identity', { ...ALL, NotPrincipal: '*' }, ['NotPrincipal']],
    ['identity', { Effect: 'Allow', Action: '*' }, ['Resource']],
    ['identity', { Effect: 'Allow', Resource: '*' }, ['Action']],
    ['identity', { Effect: 'allow', Action: [], Resource: [] }, ['Action []', 'Resource []', 'Effect "allow"']],
    ['identity', { Action: '*', Resource: '*' }, ['Effect']],
    ['identity', { ...ALL, Effect: { gap: 'unresolved', expression: '!If' } }, ['!If']],
    ['identity', { ...ALL, Effect: null, NotAction: '*' }, ['NotAction, Action', 'Effect null']],
    ['session', { ...ALL, Sid: 'All', Condition: {} }, []],
    ['session', { Effect: 'Deny', NotAction: 's3:*', NotResource: '*' }, []],
    ['session', EVERYBODY, ['Principal']],
    ['service-control', { Effect: 'Deny', NotAction: 's3:*', NotResource: '*', Condition: {} }, []],
    ['service-control', EVERYBODY, ['Principal']],
    ['resource-control', { ...EVERYBODY, Sid: 'All', Condition: {} }, []],
    ['resource-control', { Effect: 'Deny', Action: '*', Principal: '*', NotResource: 'arn:aws:s3:::x' }, []],
    ['resource-control', { Effect: 'Deny', NotAction: '*', Principal: '*', Resource: '*' }, ['NotAction']],
    ['resource-control', { ...ALL, Principal: { AWS: '111122223333' } }, ['Principal {"AWS":"111122223333"}']],
    ['resource-control', ALL, ['Principal']],
    ['resource-control', { ...ALL, Principal: { gap: 'unresolved', expression: '!If' } }, []],
    ['endpoint', { ...EVERYBODY, Sid: 'All', Condition: {} }, []],
    ['endpoint', { Effect: 'Deny', NotAction: 's3:*', NotPrincipal: '*', NotResource: '*' }, []],
    ['endpoint', ALL, ['Principal']],
    ['endpoint', { Effect: 'Allow', Action: '*', Principal: '*' }, ['Resource']],
    ['resource', { ...EVERYBODY, Sid: 'All', Condition: {} }, []],
    ['resource', { Effect: 'Deny', NotAction: 's3:*', NotPrincipal: '*', NotResource: '*' }, []],
    ['resource', { Effect: 'Allow', Action: '*', Principal: '*' }, []],
    ['resource', { ...ALL, NotPrincipal: '*' }, ['NotPrincipal, Effect Allow']],
    ['resource', { ...EVERYBODY, NotPrincipal: '*' }, ['NotPrincipal, Principal']],
    ['resource', { ...EVERYBODY, Effect: 'Deny', NotPrincipal: 'x' }, ['NotPrincipal, Principal', 'NotPrincipal "x"']],
    ['resource', { ...ALL, Principal: { gap: 'unresolved', expression: '!If' } }, []],
    ['trust', { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*', Sid: 'All', Condition: {} }, []],
    ['trust', { Effect: 'Allow', NotAction: 'sts:*', Principal: '*' }, []],
    ['trust', { ...EVERYBODY, Action: 'sts:AssumeRole' }, ['Resource']],
    ['trust', { Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: '*' }, ['NotPrincipal']],
  ])('%s %j', (kind, statement, problems) => {
    expect(problemsOf(kind, statement)).toEqual(problems)
  })

  test.each<[written: unknown, problem: string]>([
    ['Allow', '"Allow"'],
    [null, 'null'],
    [[ALL], JSON.stringify([ALL])],
    [{ gap: 'unresolved', expression: '!If' }, '!If'],
  ])('%j in the place of a statement', (written, problem) => {
    expect(problemsOf('identity', written)).toEqual([problem])
    const { decision, statements } = evaluate(policiesOf('identity', READ_LOGS, written), REQUEST)
    expect({ decision, statement: statements.map(({ statement }) => statement) }).toEqual({
      decision: 'undecided',
      statement: ['2'],
    })
  })
})

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
describe('an ARN with fewer than six fields is refused where AWS is not known to complete it:', () => {
  test.each<[Kind, resource: string | readonly string[], refused: readonly string[]]>([
    ['identity', 'arn:aws:s3', []],
    ['service-control', 'arn:aws:s3', ['arn:aws:s3']],
    ['resource-control', 'arn:aws:s3', ['arn:aws:s3']],
    ['session', 'arn:aws:s3', ['arn:aws:s3']],
    ['resource', 'arn:aws:s3', ['arn:aws:s3']],
    ['endpoint', 'arn:aws:s3', ['arn:aws:s3']],
    ['session', ['arn:aws:s3', '*', 'arn:aws:iam::111122223333'], ['arn:aws:s3', 'arn:aws:iam::111122223333']],
    ['session', 'arn:aws:s3:::config', []],
    ['session', 'arn:aws:s3:*', []],
    ['session', 'arn:aws:s3*:eu', ['arn:aws:s3*:eu']],
    ['session', 'arn:aws:«Service»', []],
    ['session', `arn:aws:s3:\${aws:PrincipalTag/rest}`, []],
    ['session', 'config', ['config']],
  ])('%s %j', (kind, resource, refused) => {
    const statement = ['resource', 'endpoint', 'resource-control'].includes(kind)
      ? { ...EVERYBODY, Effect: 'Deny' }
      : ALL
    const expected = refused.map((arn) => `Resource ${JSON.stringify(arn)}`)
    expect(problemsOf(kind, { ...statement, Resource: resource })).toEqual(expected)
  })
})

test('one key that no value suits is enough, whatever another is', () => {
  const [team, stage, area, owner] = ['team', 'stage', 'area', 'owner'].map((tag) => `aws:PrincipalTag/${tag}`)
  const wanted = { [`${area}`]: `\${${team}}`, [`${team}`]: 'blue', [`${owner}`]: `\${${stage}}`, [`${stage}`]: 'me' }
  const asked = {
    ...REQUEST,
    context: { [`${area}`]: 'north', [`${owner}`]: 'me' },
    unknownKeys: [`${team}`, `${stage}`],
  }
  const decisionOf = (statement: object) => evaluate(policiesOf('identity', statement), asked).decision
  expect(decisionOf({ ...ALL, Condition: { StringEquals: wanted } })).toBe('denied')
  expect(decisionOf({ ...ALL, Condition: { StringEquals: { ...wanted, [`${team}`]: 'north' } } })).toBe('undecided')
})

describe('what cannot bear on a request is not compiled:', () => {
  const query = ownQuery(actionName('s3:GetObject'), REQUEST.resource, () => ABSENT)

  test.each<[action: unknown]>([['ec2:RunInstances'], [['ec2:RunInstances', 'sqs:SendMessage']]])(
    'a policy of %j',
    (action) => {
      const policy = policyOf({ Version: '2012-10-17', Statement: [{ ...ALL, Action: action }] }, 'identity')
      expect(opinionOf(policy, query)).toBe(0)
      expect(policy.content).toBeUndefined()
      const statement = statementOf({ ...ALL, Action: action }, 0, 'identity', true)
      expect(matchStatement(statement, query)).toBe(false)
      expect(statement.action).toBeUndefined()
    },
  )

  test('more of a statement than the pattern that does not match', () => {
    const statement = statementOf({ ...ALL, Action: 'ec2:*' }, 0, 'identity', true)
    expect(matchStatement(statement, query)).toBe(false)
    expect(statement.terms).toBeUndefined()
  })
})
