import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { PolicyDecision, PolicyRequest, PolicySet } from './policy-set.ts'

const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
const ENCRYPTED = {
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const REQUEST: PolicyRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::config/prod.env',
  principal: 'arn:aws:sts::111122223333:assumed-role/web/1',
}

function policy(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements }
}

function reasonsOf(policies: PolicySet, request: PolicyRequest = REQUEST) {
  const { decision, by, statements } = evaluate(policies, request)
  return { decision, by, statements }
}

test('what is allowed names the statements that grant it, and no others', () => {
  expect(reasonsOf({ identity: [policy(), policy(ENCRYPTED, READ)], permissionsBoundary: policy(ALL) })).toEqual({
    decision: 'allowed',
    by: ['identity-policy'],
    statements: [{ layer: 'identity-policy', level: 0, document: 1, statement: 'Read' }],
  })
})

test('a deny names its statement and the level of the organization', () => {
  const policies = {
    identity: [policy(READ)],
    serviceControlPolicies: [[policy(ALL)], [policy(ALL), policy(ENCRYPTED)]],
  }
  expect(reasonsOf(policies, { ...REQUEST, context: { 'aws:SecureTransport': 'false' } })).toEqual({
    decision: 'denied',
    by: ['service-control-policy'],
    statements: [{ layer: 'service-control-policy', level: 1, document: 1, statement: '1' }],
  })
})

test('silence names its layer and no statement', () => {
  expect(reasonsOf({ identity: [policy(READ)], permissionsBoundary: policy(ENCRYPTED) })).toEqual({
    decision: 'denied',
    by: ['permissions-boundary'],
    statements: [],
  })
})

test('what is open names the statements on which it depends', () => {
  expect(
    reasonsOf({ identity: [policy(READ, ENCRYPTED)] }, { ...REQUEST, unknownKeys: ['aws:SecureTransport'] }),
  ).toEqual({
    decision: 'undecided',
    by: ['identity-policy'],
    statements: [{ layer: 'identity-policy', level: 0, document: 0, statement: '2' }],
  })
})

const ROLE = 'arn:aws:iam::111122223333:role/web'
const ROOT = 'arn:aws:iam::111122223333:root'
const ANYBODY = { ...ALL, Principal: '*' }
const OPEN = { ...ALL, Condition: { StringEquals: { 'x:y': 'z' } } }
const OPEN_DENY = { ...OPEN, Effect: 'Deny' }
const OTHERS = { ...ALL, Principal: { AWS: '444455556666' } }
const TO_ROLE = { ...ALL, Principal: { AWS: ROLE } }
const SILENT = policy({ ...ALL, Action: 'sqs:*' })
const FULL = policy(ALL)
const MOUNT = 'elasticfilesystem:ClientMount'
const FILE_SYSTEM = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1'
const UNSURE = { unknownKeys: ['x:y'] }

/** `layer level/document/statement` */
interface Answer extends Pick<PolicyDecision, 'decision' | 'by'> {
  readonly statements?: readonly string[]
  readonly missingKeys?: readonly string[]
}

type Row = [name: string, policies: PolicySet, asked: Partial<PolicyRequest>, answer: Answer]

const GRANTED: readonly Row[] = [
  [
    'the policy of a resource that names the caller, alone',
    { identity: [SILENT], resourcePolicy: policy(TO_ROLE) },
    { principal: ROLE },
    { decision: 'allowed', by: ['resource-policy'], statements: ['resource-policy 0/0/1'] },
  ],
  [
    'both sides where both do',
    { identity: [FULL], resourcePolicy: policy(TO_ROLE), endpoints: [{ type: 'Interface', policy: policy(ANYBODY) }] },
    { principal: ROLE },
    {
      decision: 'allowed',
      by: ['identity-policy', 'resource-policy'],
      statements: ['identity-policy 0/0/1', 'resource-policy 0/0/1'],
    },
  ],
  [
    'the root user without a statement',
    { identity: [SILENT], sessionPolicies: [FULL] },
    { principal: ROOT },
    { decision: 'allowed', by: ['identity-policy'] },
  ],
  [
    'nobody but the endpoints for nobody',
    {
      identity: [policy({ ...ALL, Effect: 'Deny' })],
      permissionsBoundary: SILENT,
      sessionPolicies: [SILENT],
      serviceControlPolicies: [[SILENT]],
      endpoints: [{ type: 'Gateway', policy: policy(ANYBODY) }],
    },
    { principal: null },
    { decision: 'allowed', by: [] },
  ],
  [
    'a role that AWS keeps for itself, whatever the organization says',
    {
      identity: [FULL],
      serviceControlPolicies: [[SILENT]],
      resourceControlPolicies: [[policy({ ...ANYBODY, Effect: 'Deny' })]],
    },
    { principal: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS' },
    { decision: 'allowed', by: ['identity-policy'], statements: ['identity-policy 0/0/1'] },
  ],
  [
    'everybody who reaches it, on a file system without a policy',
    { identity: [SILENT] },
    { action: MOUNT, resource: FILE_SYSTEM },
    { decision: 'allowed', by: ['resource-policy'], statements: ['resource-policy 0/0/1'] },
  ],
  [
    'the own policies for an action that has no resource, whatever the policy of a resource says',
    { identity: [FULL], resourcePolicy: policy({ ...ANYBODY, Effect: 'Deny' }) },
    { resource: '*', action: 's3:ListAllMyBuckets' },
    { decision: 'allowed', by: ['identity-policy'], statements: ['identity-policy 0/0/1'] },
  ],
]

const REFUSED: readonly Row[] = [
  [
    'the silent policies of the role, not the policy of a thing of its account',
    { identity: [SILENT], resourcePolicy: policy(OTHERS) },
    {},
    { decision: 'denied', by: ['identity-policy'] },
  ],
  [
    'both silent sides where the thing is of another account',
    { identity: [SILENT], resourcePolicy: policy(OTHERS) },
    { resourceAccount: '999988887777' },
    { decision: 'denied', by: ['identity-policy', 'resource-policy'] },
  ],
  [
    'the silent policy of the thing alone where the role may',
    { identity: [FULL], resourcePolicy: policy(OTHERS) },
    { resourceAccount: '999988887777' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'the silent policy of a key',
    { identity: [FULL], resourcePolicy: policy(OTHERS) },
    { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'the policy that a key has not',
    { identity: [FULL] },
    { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'the trust policy that a role has not',
    { identity: [FULL] },
    { action: 'sts:AssumeRoleWithWebIdentity', resource: 'arn:aws:iam::111122223333:role/other' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'the policy that a thing of another account has not',
    { identity: [FULL] },
    { resourceAccount: '999988887777' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'the policy that gives a service nothing',
    { identity: [FULL], resourcePolicy: policy(OTHERS) },
    { principal: 'ecs-tasks.amazonaws.com' },
    { decision: 'denied', by: ['resource-policy'] },
  ],
  [
    'a silent endpoint alone where the thing grants what the role has not',
    {
      identity: [SILENT],
      resourcePolicy: policy(TO_ROLE),
      endpoints: [
        { type: 'Interface', policy: policy(ANYBODY) },
        { type: 'Interface', policy: SILENT },
      ],
    },
    { principal: ROLE },
    { decision: 'denied', by: ['endpoint-policy'] },
  ],
  [
    'the silent level of the organization beside the silent role',
    { identity: [SILENT], serviceControlPolicies: [[FULL], [SILENT]], permissionsBoundary: FULL },
    {},
    { decision: 'denied', by: ['identity-policy', 'service-control-policy'] },
  ],
  [
    'the level that denies the root user',
    { serviceControlPolicies: [[FULL], [FULL, policy({ ...ALL, Effect: 'Deny' })]] },
    { principal: ROOT },
    { decision: 'denied', by: ['service-control-policy'], statements: ['service-control-policy 1/1/1'] },
  ],
  [
    'a session policy that leaves out what the role may',
    { identity: [FULL], sessionPolicies: [SILENT] },
    {},
    { decision: 'denied', by: ['session-policy'] },
  ],
  [
    'the silent role, for an access point, which has no policy',
    { identity: [SILENT] },
    { action: MOUNT, resource: FILE_SYSTEM.replace('file-system/fs', 'access-point/fsap') },
    { decision: 'denied', by: ['identity-policy'] },
  ],
  [
    'the silent role, for a file system of another service',
    { identity: [SILENT] },
    { action: MOUNT, resource: FILE_SYSTEM.replace('elasticfilesystem', 'fsx') },
    { decision: 'denied', by: ['identity-policy'] },
  ],
  [
    'each statement that denies',
    {
      identity: [FULL, policy(READ, { ...ALL, Effect: 'Deny' })],
      resourcePolicy: policy({ ...ANYBODY, Effect: 'Deny' }),
    },
    {},
    {
      decision: 'denied',
      by: ['identity-policy', 'resource-policy'],
      statements: ['identity-policy 0/1/2', 'resource-policy 0/0/1'],
    },
  ],
]

const LEFT_OPEN: readonly Row[] = [
  [
    'an endpoint, where the thing grants what the role may not have',
    {
      identity: [policy(OPEN)],
      resourcePolicy: policy(TO_ROLE),
      serviceControlPolicies: [[FULL]],
      endpoints: [
        { type: 'Interface', policy: policy({ ...OPEN, Principal: '*' }) },
        { type: 'Interface', policy: policy(ANYBODY) },
      ],
    },
    { ...UNSURE, principal: ROLE },
    {
      decision: 'undecided',
      by: ['endpoint-policy'],
      statements: ['endpoint-policy 0/0/1'],
      missingKeys: ['x:y'],
    },
  ],
  [
    'a statement that may deny, and none that allows without doubt',
    { identity: [policy(ALL, OPEN, OPEN_DENY)] },
    UNSURE,
    {
      decision: 'undecided',
      by: ['identity-policy'],
      statements: ['identity-policy 0/0/2', 'identity-policy 0/0/3'],
      missingKeys: ['x:y'],
    },
  ],
  [
    'a level of the organization that may deny, not the one that does not',
    { identity: [FULL], serviceControlPolicies: [[FULL], [FULL, policy(OPEN_DENY)]], permissionsBoundary: FULL },
    UNSURE,
    {
      decision: 'undecided',
      by: ['service-control-policy'],
      statements: ['service-control-policy 1/1/1'],
      missingKeys: ['x:y'],
    },
  ],
  [
    'whether everybody whom a role trusts is also a service',
    { resourcePolicy: policy({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }) },
    { action: 'sts:AssumeRole', resource: ROLE, principal: 'ecs-tasks.amazonaws.com' },
    { decision: 'undecided', by: ['resource-policy'], statements: ['resource-policy 0/0/1'] },
  ],
  [
    'what AWS would refuse, without a key that would decide',
    { identity: [policy({ ...ALL, Effect: 'Maybe' })] },
    {},
    { decision: 'undecided', by: ['identity-policy'], statements: ['identity-policy 0/0/1'] },
  ],
  [
    'the account of a thing without a policy, where it is not known',
    { identity: [FULL] },
    { resourceAccount: '«AWS::AccountId»' },
    { decision: 'undecided', by: ['resource-policy'] },
  ],
  [
    'a grant of a key, where the encryption context is not known',
    {
      identity: [FULL],
      resourcePolicy: policy(OTHERS),
      grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'], encryptionContextSubset: { app: 'web' } }],
    },
    {
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:eu-west-1:111122223333:key/k',
      principal: ROLE,
      unknownKeys: ['kms:EncryptionContext:app'],
    },
    { decision: 'undecided', by: ['resource-policy'] },
  ],
]

describe.each([
  ['what allows', GRANTED],
  ['what denies', REFUSED],
  ['what leaves it open', LEFT_OPEN],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_, policies, asked, { statements = [], missingKeys = [], decision, by }) => {
    const { statements: said, problems: _problems, ...answer } = evaluate(policies, { ...REQUEST, ...asked })
    expect(answer).toEqual({ decision, by, missingKeys })
    expect(said.map(({ layer, level, document, statement }) => `${layer} ${level}/${document}/${statement}`)).toEqual(
      statements,
    )
  })
})

describe('the same document', () => {
  const TRUST = policy({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: ['sts:AssumeRole', 's3:GetObject'] })
  const ASSUME: PolicyRequest = { action: 'sts:AssumeRole', resource: `${ROLE}-2`, principal: ROLE }
  const problems = (set: PolicySet, asked: Partial<PolicyRequest> = {}) =>
    evaluate(set, { ...REQUEST, ...asked }).problems.map(({ at }) => at)

  test('serves as a trust policy, which has no Resource, and as that of a thing, in any order', () => {
    const withResource = policy({ ...TO_ROLE, Action: 'sts:AssumeRole' })
    expect(problems({ resourcePolicy: withResource }, REQUEST)).toEqual([])
    expect(problems({ resourcePolicy: withResource }, ASSUME)).toEqual(['/resourcePolicy/Statement/0/Resource'])
    expect(problems({ resourcePolicy: withResource }, REQUEST)).toEqual([])
    expect(evaluate({ resourcePolicy: TRUST }, ASSUME).decision).toBe('allowed')
    expect(evaluate({ resourcePolicy: TRUST }, { ...REQUEST, principal: ROLE }).decision).toBe('allowed')
  })

  test('is named at each place at which it stands', () => {
    const wrong = policy({ ...ALL, Effect: 'Maybe' })
    const list = [wrong]
    const at = (place: string) => `${place}/Statement/0/Effect`
    expect(problems({ identity: list, sessionPolicies: list, permissionsBoundary: wrong })).toEqual([
      at('/identity/0'),
      at('/permissionsBoundary'),
      at('/sessionPolicies/0'),
    ])
    expect(problems({ serviceControlPolicies: [list, list] })).toEqual([
      at('/serviceControlPolicies/0/0'),
      at('/serviceControlPolicies/1/0'),
    ])
  })

  test('at two levels of the organization denies at both', () => {
    const level = [FULL, policy({ ...ALL, Effect: 'Deny' })]
    const { statements } = evaluate({ identity: [FULL], serviceControlPolicies: [level, level] }, REQUEST)
    expect(statements.map(({ level, document }) => [level, document])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  test.each(['', 'x', 5, null])('that is none (%j) is named', (document) => {
    expect(problems({ permissionsBoundary: document, endpoints: [{ type: 'Gateway', policy: document }] })).toEqual([
      '/permissionsBoundary',
      '/endpoints/0/policy',
    ])
  })
})

describe('the pairs of an encryption context', () => {
  const DECRYPT: PolicyRequest = {
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:eu-west-1:111122223333:key/k',
    principal: ROLE,
  }
  const decide = (Condition: object, context: NonNullable<PolicyRequest['context']>) =>
    evaluate({ resourcePolicy: policy({ ...TO_ROLE, Condition }) }, { ...DECRYPT, context }).decision
  const KEYS = 'kms:EncryptionContextKeys'
  const ONLY_APP = { 'ForAllValues:StringEquals': { [KEYS]: 'app' }, Null: { [KEYS]: 'false' } }

  test.each<[name: string, condition: object, context: NonNullable<PolicyRequest['context']>, decision: string]>([
    ['are listed by their keys', ONLY_APP, { 'kms:EncryptionContext:app': 'web' }, 'allowed'],
    [
      'are listed with every key',
      ONLY_APP,
      { 'kms:EncryptionContext:app': 'web', 'KMS:encryptioncontext:b': 'c' },
      'denied',
    ],
    ['are listed without other keys', ONLY_APP, { 'kms:EncryptionContext:app': 'web', 'aws:username': 'b' }, 'allowed'],
    ['have no list where there are none', { Null: { [KEYS]: 'true' } }, { 'aws:username': 'b' }, 'allowed'],
    ['are listed as the request lists them', ONLY_APP, { 'kms:EncryptionContext:b': 'c', [KEYS]: ['app'] }, 'allowed'],
  ])('%s', (_, condition, context, decision) => {
    expect(decide(condition, context)).toBe(decision)
  })
})

test('what is not known of a key counts, whatever is said of it', () => {
  const only = policy({ ...READ, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })
  const asked = { ...REQUEST, context: { 'aws:SourceVpc': 'vpc-2' } }
  expect(evaluate({ identity: [only] }, asked).decision).toBe('denied')
  expect(evaluate({ identity: [only] }, { ...asked, unknownKeys: ['AWS:sourcevpc'] })).toMatchObject({
    decision: 'undecided',
    missingKeys: ['aws:SourceVpc'],
  })
})
