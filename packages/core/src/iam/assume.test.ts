import { describe, expect, test } from 'vitest'
import { WORKS } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { type TrustedService, trusts } from './assume.ts'

const ROLE = 'arn:aws:iam::111122223333:role/web'
const AT = '/accounts/111122223333/roles/web/assumeRolePolicyDocument'
const SERVICE = 'ecs-tasks.amazonaws.com'

function judge(roles: unknown) {
  const snapshot = { schema: 'farsight.snapshot/1', accounts: { '111122223333': { roles, regions: {} } } }
  return trusts(index(snapshot as unknown as Snapshot), ROLE, SERVICE)
}

function trust(...statements: readonly object[]) {
  return judge({
    web: {
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement })),
      },
    },
  })
}

const ECS = { Principal: { Service: SERVICE } }
const CONFUSED_DEPUTY = { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }

describe('trusts', () => {
  test.each<[name: string, ...statements: object[]]>([
    ['the service', ECS],
    ['one of several services', { Principal: { Service: ['ec2.amazonaws.com', SERVICE] } }],
    ['the service beside others', { Principal: { AWS: '111122223333', Service: SERVICE } }],
    ['a wildcard of actions', { ...ECS, Action: 'sts:*' }],
    ['one of several actions', { ...ECS, Action: ['sts:TagSession', 'STS:assumerole'] }],
    ['the service for the account of the role', { ...ECS, ...CONFUSED_DEPUTY }],
    ['an unconditional statement beside a conditional one', { ...ECS, Condition: { Bool: { 'x:y': 'true' } } }, ECS],
  ])('%s', (_, ...statements) => {
    expect(trust(...statements)).toBe(WORKS)
  })
})

describe('does not trust', () => {
  test.each<[name: string, ...statements: object[]]>([
    ['without statements'],
    ['ECS itself', { Principal: { Service: 'ecs.amazonaws.com' } }],
    ['EC2', { Principal: { Service: 'ec2.amazonaws.com' } }],
    ['an account', { Principal: { AWS: '111122223333' } }],
    ['an identity provider', { Principal: { Federated: 'accounts.google.com' } }],
    ['for another action', { ...ECS, Action: 'sts:TagSession' }],
  ])('%s', (_, ...statements) => {
    expect(trust(...statements)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'role-trust-missing', roleArn: ROLE, service: SERVICE, at: AT }],
      gaps: [],
      assumptions: [],
    })
  })

  test.each([
    ['the service', ECS],
    ['everybody', { Principal: '*' }],
  ])('where a statement denies %s', (_, denied) => {
    expect(trust(ECS, { ...denied, Effect: 'Deny' }).blockers).toMatchObject([{ at: `${AT}/Statement/1` }])
  })
})

describe('where no statement lets the service in, a condition is named that alone keeps it out', () => {
  const elsewhere = { Condition: { StringEquals: { 'aws:SourceAccount': '999988887777' } } }
  test.each<[name: string, conditionKey: string | null, ...statements: object[]]>([
    ['of a statement', 'aws:SourceAccount', { ...ECS, ...elsewhere }],
    ['of one of several statements', 'aws:SourceAccount', { Principal: { AWS: ROLE } }, { ...ECS, ...elsewhere }],
    [
      'not one that holds',
      'aws:SourceArn',
      {
        ...ECS,
        Condition: { ...CONFUSED_DEPUTY.Condition, ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:999988887777:*' } },
      },
    ],
    ['not one of a statement for another service', null, { Principal: { Service: 'ec2.amazonaws.com' }, ...elsewhere }],
    ['not one of a statement for another action', null, { ...ECS, Action: 'sts:TagSession', ...elsewhere }],
    ['not one of a statement that denies', null, { ...ECS, Effect: 'Deny', ...elsewhere }],
    ['none without statements', null],
  ])('%s', (_, conditionKey, ...statements) => {
    expect(trust(...statements).blockers).toEqual([
      { blocker: 'role-trust-missing', roleArn: ROLE, service: SERVICE, conditionKey, at: AT },
    ])
  })
})

describe('is open', () => {
  test.each<[name: string, gap: object, ...statements: object[]]>([
    [
      'under a condition on a key that is not known',
      { gap: 'not-modeled', what: 'condition-keys', of: 'aws:UserAgent' },
      { ...ECS, Condition: { StringLike: { 'aws:UserAgent': '*' } } },
    ],
    ['whether everybody is also a service', { gap: 'not-modeled', what: 'principal', of: '*' }, { Principal: '*' }],
    [
      'whether all AWS principals are also services',
      { gap: 'not-modeled', what: 'principal', of: '*' },
      { Principal: { AWS: '*' } },
    ],
    [
      'whether the name of a Region serves',
      { gap: 'not-modeled' },
      { Principal: { Service: 'ecs-tasks.eu-south-1.amazonaws.com' } },
    ],
    [
      'where the service is not known',
      { gap: 'unresolved', expression: 'ecs-tasks.«AWS::URLSuffix»' },
      { Principal: { Service: 'ecs-tasks.«AWS::URLSuffix»' } },
    ],
    ['where the principal is not known', { gap: 'parameter' }, { Principal: { gap: 'parameter', name: 'P' } }],
    ['with a Resource, which a trust policy has not', { gap: 'refused' }, { ...ECS, Resource: '*' }],
    ['with NotPrincipal, which a trust policy has not', { gap: 'refused' }, { NotPrincipal: { AWS: '*' } }],
  ])('%s', (_, gap, ...statements) => {
    const judgement = trust(...statements)
    expect(judgement).toMatchObject({ verdict: 'undecided', blockers: [], assumptions: [] })
    expect(judgement.gaps[0]).toMatchObject({ gap, at: `${AT}/Statement/0` })
  })

  test('where the role or its trust policy was not read', () => {
    expect(judge({}).gaps).toMatchObject([
      { gap: { gap: 'not-read', permission: 'iam:GetRole' }, what: { kind: 'role', id: ROLE } },
    ])
    const unread = judge({ web: { assumeRolePolicyDocument: { gap: 'not-read' } } })
    expect(unread.verdict).toBe('undecided')
    expect(unread.gaps).toEqual([{ gap: { gap: 'not-read' }, what: { kind: 'trust-policy', id: ROLE }, at: AT }])
  })
})

test('a role that is not there is missing', () => {
  expect(judge({ '*': null }).blockers).toMatchObject([
    { blocker: 'role-missing', roleArn: ROLE, at: '/accounts/111122223333/roles/web' },
  ])
})

describe('the ARN for which ECS assumes the role', () => {
  const trustFor = (pattern: string, operator = 'ArnLike', from: string | null = 'ap-northeast-1') => {
    const condition = { [operator]: { 'aws:SourceArn': pattern } }
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', ...ECS, Condition: condition }
    const web = { assumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } }
    const accounts = { '111122223333': { roles: { web }, regions: {} } }
    return trusts(
      index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot),
      ROLE,
      SERVICE,
      from ?? undefined,
    )
  }

  test('is of the account and the Region of the task', () => {
    expect(trustFor('arn:aws:ecs:ap-northeast-1:111122223333:*')).toBe(WORKS)
    expect(trustFor('arn:aws:ecs:*:111122223333:*')).toBe(WORKS)
    expect(trustFor('arn:aws:ecs:ap-northeast-1:111122223333:*', 'StringLike')).toBe(WORKS)
    expect(trustFor('arn:aws:ecs:us-east-1:111122223333:*').verdict).toBe('fails')
    expect(trustFor('arn:aws:ecs:ap-northeast-1:999988887777:*').verdict).toBe('fails')
  })

  test('is never that of a cluster, and the blocker names the key', () => {
    expect(trustFor('arn:aws:ecs:ap-northeast-1:111122223333:cluster/main')).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'role-trust-missing', conditionKey: 'aws:SourceArn', at: AT }],
    })
  })

  test('is open as to its kind, and without a Region as to that', () => {
    expect(trustFor('arn:aws:ecs:ap-northeast-1:111122223333:task/*').verdict).toBe('undecided')
    expect(trustFor('arn:aws:ecs:ap-northeast-1:111122223333:*', 'ArnLike', null).verdict).toBe('undecided')
  })
})

describe('a resource control policy', () => {
  const ofTrust = (Statement: readonly object[], policy: object, roleArn = ROLE) => {
    const web = { assumeRolePolicyDocument: { Statement } }
    const organization = { id: 'o-1', resourceControlPolicies: [[FULL_ACCESS, { Statement: [policy] }]] }
    const accounts = { '111122223333': { organization, roles: { web }, regions: {} } }
    return trusts(index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot), roleArn, SERVICE)
  }
  const FULL_ACCESS = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] }
  const denied = { Effect: 'Deny', Principal: '*', Action: 'sts:*', Resource: '*' }
  const trusting = { Effect: 'Allow', Action: 'sts:AssumeRole', ...ECS }

  test('that denies wins', () => {
    expect(ofTrust([trusting], denied).blockers).toMatchObject([
      { blocker: 'policy-denies', layer: 'resource-control-policy', principal: SERVICE },
    ])
    expect(ofTrust([], denied).blockers).toMatchObject([
      { blocker: 'role-trust-missing' },
      { blocker: 'policy-denies' },
    ])
  })

  test('for principals that are no services stops none', () => {
    const Condition = { Bool: { 'aws:PrincipalIsAWSService': 'false' } }
    expect(ofTrust([trusting], { ...denied, Condition })).toBe(WORKS)
  })

  test('that does not allow stops the service, and alone where the role trusts it', () => {
    const policies = [[{ Statement: [{ ...denied, Effect: 'Allow', Action: 's3:*' }] }]]
    const organization = { id: 'o-1', resourceControlPolicies: policies }
    const web = { assumeRolePolicyDocument: { Statement: [trusting] } }
    const accounts = { '111122223333': { organization, roles: { web }, regions: {} } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    expect(trusts(world, ROLE, SERVICE).blockers).toMatchObject([
      { blocker: 'organization-policies-silent', layer: 'resource-control-policy', principal: SERVICE, level: 1 },
    ])
  })

  test('that may deny leaves it open', () => {
    const Condition = { StringEquals: { 'x:y': 'z' } }
    expect(ofTrust([trusting], { ...denied, Condition }).gaps).toMatchObject([
      { what: { kind: 'condition', id: 'x:y' } },
    ])
  })

  test('that denies one role says nothing of another with the same trust policy', () => {
    const web = { assumeRolePolicyDocument: { Statement: [trusting] } }
    const policies = [[FULL_ACCESS, { Statement: [{ ...denied, Resource: ROLE }] }]]
    const organization = { id: 'o-1', resourceControlPolicies: policies }
    const accounts = { '111122223333': { organization, roles: { web, api: web }, regions: {} } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    expect(trusts(world, ROLE.replace('web', 'api'), SERVICE)).toBe(WORKS)
    expect(trusts(world, ROLE, SERVICE).verdict).toBe('fails')
  })

  test('does not bind a role that a service keeps for itself', () => {
    const arn = ROLE.replace('role/', 'role/aws-service-role/ecs.amazonaws.com/')
    expect(ofTrust([trusting], denied, arn)).toBe(WORKS)
  })
})

test('what one role trusts says nothing of another service, Region or policy', () => {
  const document = (service: string) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' } },
      },
    ],
  })
  const roles = {
    web: { assumeRolePolicyDocument: document(SERVICE) },
    api: { assumeRolePolicyDocument: document(SERVICE) },
    build: { assumeRolePolicyDocument: document('codebuild.amazonaws.com') },
  }
  const snapshot = { schema: 'farsight.snapshot/1', accounts: { '111122223333': { roles, regions: {} } } }
  const world = index(snapshot as unknown as Snapshot)
  const role = (name: string) => ROLE.replace('web', name)
  const verdict = (...asked: [name: string, service: TrustedService, region: string]) =>
    trusts(world, role(asked[0]), asked[1], asked[2]).verdict
  expect(verdict('web', SERVICE, 'eu-west-1')).toBe('works')
  expect(verdict('api', SERVICE, 'eu-west-1')).toBe('works')
  expect(verdict('api', SERVICE, 'us-east-1')).toBe('fails')
  expect(verdict('api', 'events.amazonaws.com', 'eu-west-1')).toBe('fails')
  expect(verdict('build', SERVICE, 'eu-west-1')).toBe('fails')
})

test('what one role trusts says nothing of a role of another account', () => {
  const web = {
    assumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...ECS, ...CONFUSED_DEPUTY }],
    },
  }
  const account = { roles: { web }, regions: {} }
  const accounts = { '111122223333': account, '999988887777': account }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  expect(trusts(world, ROLE, SERVICE)).toBe(WORKS)
  expect(trusts(world, ROLE.replace('111122223333', '999988887777'), SERVICE).verdict).toBe('fails')
})

describe('what runs tasks says what it acts for', () => {
  const ask = (service: TrustedService, wanted: string, source?: string) => {
    const Principal = { Service: service }
    const Condition = { ArnLike: { 'aws:SourceArn': wanted } }
    const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, Condition }]
    const roles = { web: { assumeRolePolicyDocument: { Version: '2012-10-17', Statement } } }
    const accounts = { '111122223333': { roles, regions: {} } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    return trusts(world, ROLE, service, 'eu-west-1', source).verdict
  }
  const arn = (rest: string) => `arn:aws:${rest.replace(' ', ':eu-west-1:111122223333:')}`

  test.each<[service: TrustedService, wanted: string]>([
    ['scheduler.amazonaws.com', 'scheduler schedule-group/*'],
    ['states.amazonaws.com', 'states stateMachine:*'],
    ['events.amazonaws.com', 'events rule/*'],
    ['pipes.amazonaws.com', 'pipes pipe/*'],
  ])('%s, of its own kind', (service, wanted) => {
    expect(ask(service, arn(wanted))).toBe('works')
    expect(ask(service, arn(wanted.replace('*', 'nightly')))).toBe('undecided')
    expect(ask(service, arn('ecs *'))).toBe('fails')
    expect(ask(service, arn(wanted.replace('*', 'nightly')), arn(wanted.replace('*', 'nightly')))).toBe('works')
    expect(ask(service, arn(wanted.replace('*', 'nightly')), arn(wanted.replace('*', 'hourly')))).toBe('fails')
  })

  test('ECS of an infrastructure role does not say', () => {
    expect(ask('ecs.amazonaws.com', arn('ecs *'))).toBe('undecided')
  })
})
