import { describe, expect, test } from 'vitest'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { ACCOUNT, ALL, allow, deny, document, ROLE, SECRET, variable } from './authorize.cases/case.ts'
import { authorize } from './authorize.ts'

const AT_ROLE = `/accounts/${ACCOUNT}/roles/web`
const AT_SECRET = `/accounts/${ACCOUNT}/regions/ap-northeast-1/secrets/${SECRET}/policyDocument`
const PARAMETER: Gap = { gap: 'parameter', name: 'P' }
const TAGS_UNREAD: Gap = { gap: 'not-read', permission: 'iam:ListRoleTags' }
const GET = 'secretsmanager:GetSecretValue'
const TEAM = 'aws:PrincipalTag/team'
const ECR = 'arn:aws:ecr:«AWS::Region»:*'

interface Setting {
  /** The statements of the role's inline policy `own`; of another policy under `role`. */
  readonly own?: readonly object[]
  readonly role?: object
  readonly account?: object
  /** The statement of the policy on the secret. */
  readonly secret?: object
  readonly action?: string
  readonly asked?: string
}

function gapsOf({ own = [], role, account, secret, action = GET, asked = SECRET }: Setting): readonly OpenFact[] {
  const web = { attachedPolicyArns: [], inlinePolicies: { own: document(...own) }, ...role }
  const secrets = secret === undefined ? {} : { [SECRET]: { policyDocument: document(secret) } }
  const regions = { 'ap-northeast-1': { secrets } }
  const accounts = { [ACCOUNT]: { organization: null, roles: { web }, regions, ...account } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const request = { principal: ROLE, action, resource: asked, endpoints: [] }
  return authorize(world, request).gaps
}

function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

function refused(expression: string): Gap {
  return { gap: 'refused', expression }
}

function onKey(key: string, value: string): object {
  return { Condition: { StringEquals: { [key]: value } } }
}

const OPEN_REGION = SECRET.replace('ap-northeast-1', '«AWS::Region»')
const OPEN_NAME = SECRET.replace('db', '«Name»')

describe('what a statement leaves open is told of the policy and the statement', () => {
  test.each<[name: string, statement: object, asked: string, gaps: readonly Gap[]]>([
    ['a Resource with a placeholder', allow({ Resource: OPEN_NAME }), SECRET, [unresolved(OPEN_NAME)]],
    ['a request with a placeholder', allow({ Resource: SECRET }), OPEN_NAME, [unresolved(OPEN_NAME)]],
    ['placeholders on both sides', allow({ Resource: OPEN_REGION }), OPEN_NAME, [unresolved(OPEN_REGION)]],
    ['of several, those that may match', allow({ Resource: [ECR, OPEN_NAME] }), SECRET, [unresolved(OPEN_NAME)]],
    [
      'what is not known, and what may match beside it',
      allow({ Resource: [PARAMETER, OPEN_NAME] }),
      SECRET,
      [PARAMETER, unresolved(OPEN_NAME)],
    ],
    [
      'an Action with a placeholder, beside the Resource',
      allow({ Action: ['s3:«Name»', 'secretsmanager:«Name»'], Resource: OPEN_NAME }),
      SECRET,
      [unresolved('secretsmanager:«Name»'), unresolved(OPEN_NAME)],
    ],
    ['an Effect alone', { ...ALL, Effect: PARAMETER }, SECRET, [PARAMETER]],
    [
      'an Effect and a Resource',
      { ...allow({ Resource: OPEN_NAME }), Effect: PARAMETER },
      SECRET,
      [PARAMETER, unresolved(OPEN_NAME)],
    ],
    [
      'an action that is none, once',
      allow({ Action: ['secretsmanager:*', 'Get'] }),
      SECRET,
      [refused('Statement 1: Action "Get"')],
    ],
    [
      'a resource that is none, once',
      allow({ Resource: ['db', OPEN_NAME] }),
      SECRET,
      [refused('Statement 1: Resource "db"')],
    ],
    [
      'two elements that exclude each other, once',
      allow({ NotAction: 's3:*', NotResource: 'arn:aws:s3:::*' }),
      SECRET,
      [refused('Statement 1: NotAction, Action'), refused('Statement 1: NotResource, Resource')],
    ],
  ])('%s', (_, statement, asked, gaps) => {
    const at = `${AT_ROLE}/inlinePolicies/own/Statement/0`
    expect(gapsOf({ own: [statement], asked })).toEqual(
      gaps.map((gap) => ({ gap, what: { kind: 'policy', id: 'own' }, at })),
    )
  })

  test('its position counts', () => {
    const at = `${AT_ROLE}/inlinePolicies/own/Statement/1`
    expect(gapsOf({ own: [allow({ Action: 's3:*' }), allow({ Resource: OPEN_NAME })] })).toMatchObject([{ at }])
  })
})

describe('what a statement leaves open of a condition is told of its key', () => {
  test.each<[name: string, statement: object, tags: object | undefined, ...facts: (readonly [string, Gap])[]]>([
    ['a key that is not known', allow(onKey(TEAM, 'red')), undefined, [TEAM, TAGS_UNREAD]],
    [
      'a key that Farsight does not model, as the policy writes it',
      allow(onKey('aws:sourceVPC', 'vpc-1')),
      {},
      ['aws:sourceVPC', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:sourceVPC' }],
    ],
    [
      'only the key that decides',
      allow({ Condition: { StringEquals: { [TEAM]: 'red', 'aws:SourceVpc': 'vpc-1' } } }),
      {
        Team: 'red',
      },
      ['aws:SourceVpc', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:SourceVpc' }],
    ],
    ['a value with a placeholder', allow(onKey(TEAM, '«Team»')), { Team: 'red' }, [TEAM, unresolved('«Team»')]],
    ['a tag with a placeholder', allow(onKey(TEAM, 'red')), { Team: '«Own»' }, [TEAM, unresolved('«Own»')]],
    ['placeholders on both sides', allow(onKey(TEAM, '«Team»')), { Team: '«Own»' }, [TEAM, unresolved('«Own»')]],
    [
      'a variable in the wanted value',
      allow(onKey(TEAM, variable('aws:SourceVpc'))),
      { Team: 'red' },
      ['aws:SourceVpc', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:SourceVpc' }],
    ],
    [
      'a variable beside its own key',
      allow(onKey('aws:SourceVpce', variable(TEAM))),
      undefined,
      ['aws:SourceVpce', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:SourceVpce' }],
      [TEAM, TAGS_UNREAD],
    ],
    [
      'a variable in the resource',
      allow({ Resource: [SECRET.replace('db', variable(TEAM)), `arn:aws:s3:::${variable('aws:SourceVpc')}/*`] }),
      undefined,
      [TEAM, TAGS_UNREAD],
    ],
    [
      'a variable in the resource and in a condition, once',
      allow({ Resource: SECRET.replace('db', variable(TEAM)), ...onKey('aws:SourceVpc', variable(TEAM)) }),
      undefined,
      [TEAM, TAGS_UNREAD],
      ['aws:SourceVpc', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:SourceVpc' }],
    ],
    [
      'whether it is there, where the policy leaves that open',
      allow({ Condition: { Null: { [TEAM]: '«IsAbsent»' } } }),
      {},
      [TEAM, unresolved(TEAM)],
    ],
    [
      'tags of which the reader knows nothing',
      allow(onKey(TEAM, 'red')),
      { gap: 'not-modeled', what: 'AWS::IAM::Role' },
      [TEAM, { gap: 'not-modeled', what: 'AWS::IAM::Role' }],
    ],
    [
      'no pattern of a resource that matches without it',
      allow({ Resource: ['*', OPEN_NAME], ...onKey(TEAM, 'red') }),
      undefined,
      [TEAM, TAGS_UNREAD],
    ],
    [
      'no variable of a resource that matches without it',
      allow({ Resource: ['*', SECRET.replace('db', variable(TEAM))], ...onKey('aws:SourceVpc', 'vpc-1') }),
      undefined,
      ['aws:SourceVpc', { gap: 'not-modeled', what: 'condition-keys', of: 'aws:SourceVpc' }],
    ],
  ])('%s', (_, statement, tags, ...facts) => {
    const at = `${AT_ROLE}/inlinePolicies/own/Statement/0`
    expect(
      gapsOf({ own: [statement], role: { ...(tags && { tags }), inlinePolicies: { own: document(statement) } } }),
    ).toEqual(facts.map(([id, gap]) => ({ gap, what: { kind: 'condition', id }, at })))
  })
})

test('a wanted value that is a gap is told of the policy, and not of the key, which is known', () => {
  const statement = allow({ Condition: { StringEquals: { [TEAM]: ['blue', PARAMETER] } } })
  const what = { kind: 'policy', id: 'own' }
  const at = `${AT_ROLE}/inlinePolicies/own/Statement/0`
  const inlinePolicies = { own: document(statement) }
  expect(gapsOf({ role: { tags: { Team: 'red' }, inlinePolicies } })).toEqual([{ gap: PARAMETER, what, at }])
  expect(gapsOf({ role: { tags: { Team: '«Own»' }, inlinePolicies } })).toEqual([
    { gap: PARAMETER, what, at },
    { gap: unresolved('«Own»'), what: { kind: 'condition', id: TEAM }, at },
  ])
  expect(gapsOf({ role: { inlinePolicies } })).toEqual([
    { gap: PARAMETER, what, at },
    { gap: TAGS_UNREAD, what: { kind: 'condition', id: TEAM }, at },
  ])
})

describe('what a statement leaves open of its principals is told by their names', () => {
  const not = (gap: 'principal' | 'not-principal', of: string): Gap => ({ gap: 'not-modeled', what: gap, of })
  const UNIQUE = 'AROAEXAMPLE'
  const OPEN_ROLE = ROLE.replace('web', '«Role»')

  test.each<[name: string, statement: object, gaps: readonly Gap[]]>([
    ['a unique id', { ...ALL, Principal: { AWS: UNIQUE } }, [not('principal', UNIQUE)]],
    [
      'those that may be the role, of several',
      { ...ALL, Principal: { AWS: [`${ROLE}-2`, UNIQUE, OPEN_ROLE], Service: 'ecs.amazonaws.com' } },
      [not('principal', UNIQUE), unresolved(OPEN_ROLE)],
    ],
    [
      'what is not known, and what may be the role beside it',
      { ...ALL, Principal: { AWS: [PARAMETER, UNIQUE] } },
      [PARAMETER, not('principal', UNIQUE)],
    ],
    ['what is not known alone', { ...ALL, Principal: { AWS: [PARAMETER, `${ROLE}-2`] } }, [PARAMETER]],
    [
      'all that a NotPrincipal names',
      { ...deny({}), NotPrincipal: { AWS: [ROLE, OPEN_ROLE] } },
      [not('not-principal', ROLE), unresolved(OPEN_ROLE)],
    ],
    [
      'no principal, where it is sure and another element is open',
      { ...deny({ Resource: OPEN_NAME }), Principal: { AWS: [ROLE, UNIQUE] } },
      [unresolved(OPEN_NAME)],
    ],
  ])('%s', (_, secret, gaps) => {
    const at = `${AT_SECRET}/Statement/0`
    const own = 'Effect' in secret && secret.Effect === 'Deny' ? [ALL] : []
    expect(gapsOf({ own, secret })).toEqual(
      gaps.map((gap) => ({ gap, what: { kind: 'policy-layer', id: SECRET }, at })),
    )
  })
})

describe('what a statement leaves open is told where it stands', () => {
  const POLICY = `arn:aws:iam::${ACCOUNT}:policy/team/p`
  const AT_POLICY = `/accounts/${ACCOUNT}/policies/${POLICY.replaceAll('/', '~1')}/document`
  const MANAGED = 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy'
  const GET_PARAMETER = { action: 'ssm:GetParameter', asked: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/«Name»` }
  const OPEN = allow({ Resource: OPEN_NAME })
  const policies = (written: unknown) => ({ policies: { [POLICY]: { document: written } } })

  test.each<[name: string, setting: Setting, id: string, at: string, gap: Gap]>([
    [
      'a statement that is no list',
      { role: { inlinePolicies: { own: { Statement: OPEN } } } },
      'own',
      `${AT_ROLE}/inlinePolicies/own/Statement`,
      unresolved(OPEN_NAME),
    ],
    [
      'an inline policy as a whole',
      { role: { inlinePolicies: { own: 'Allow' } } },
      'own',
      `${AT_ROLE}/inlinePolicies/own`,
      refused('"Allow"'),
    ],
    [
      'an attached policy',
      { role: { attachedPolicyArns: [POLICY] }, account: policies(document(OPEN)) },
      POLICY,
      `${AT_POLICY}/Statement/0`,
      unresolved(OPEN_NAME),
    ],
    [
      'an attached policy as a whole',
      { role: { attachedPolicyArns: [POLICY] }, account: policies({}) },
      POLICY,
      AT_POLICY,
      refused('Statement'),
    ],
    [
      'a policy that AWS manages',
      { role: { attachedPolicyArns: [MANAGED] }, ...GET_PARAMETER },
      MANAGED,
      `${AT_ROLE}/attachedPolicyArns`,
      unresolved(GET_PARAMETER.asked),
    ],
  ])('%s', (_, setting, id, at, gap) => {
    expect(gapsOf(setting)).toEqual([{ gap, what: { kind: 'policy', id }, at }])
  })
})
