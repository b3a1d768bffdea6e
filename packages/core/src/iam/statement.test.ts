import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { PolicyRequest, PolicySet } from './policy-set.ts'

const REQUEST: PolicyRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::config/prod.env',
  principal: 'arn:aws:iam::111122223333:role/web',
}
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
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

function decisionOf(...statements: readonly unknown[]) {
  return evaluate(policiesOf('identity', ...statements), REQUEST).decision
}

/** Without an element: what is `undefined` here. */
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
    expect(decisionOf(written)).toBe('undecided')
  })
})

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
describe('an ARN with fewer than six fields is refused where AWS does not complete it:', () => {
  test.each<[Kind, resource: string | readonly string[], refused: readonly string[]]>([
    ['identity', 'arn:aws:s3', []],
    ['service-control', 'arn:aws:s3', []],
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
    const statement = kind === 'resource' || kind === 'endpoint' ? EVERYBODY : ALL
    const expected = refused.map((arn) => `Resource ${JSON.stringify(arn)}`)
    expect(problemsOf(kind, { ...statement, Resource: resource })).toEqual(expected)
  })
})
