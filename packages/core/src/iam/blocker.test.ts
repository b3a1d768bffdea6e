import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index } from '../model/world.ts'
import { authorize } from './authorize.ts'
import { chainOf } from './chain.ts'

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const SECRET = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`
const GROUP = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/ecs/web`
const STREAM = `${GROUP}:log-stream:web/app/1`
const PARAMETER = `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/db`
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }

function document(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements }
}

interface Setting {
  readonly own?: readonly object[]
  readonly role?: object
  readonly account?: object
  readonly endpoint?: readonly object[]
}

function ask({ own = [], role, account, endpoint }: Setting, action: string, resource: string) {
  const web = { attachedPolicyArns: [], inlinePolicies: { first: document(), own: document(...own) }, ...role }
  const accounts = { [ACCOUNT]: { organization: null, roles: { web }, regions: {}, ...account } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const value = {
    vpcEndpointType: 'Interface',
    serviceName: 's',
    policyDocument: document(...(endpoint ?? [])),
  } as unknown as VpcEndpoint
  const place = { account: ACCOUNT, region: 'eu-west-1' }
  const endpoints = endpoint === undefined ? [] : [{ id: 'vpce-1', value, at: '/vpce-1', place }]
  const request = { principal: ROLE, action, resource, endpoints }
  return { ...authorize(world, request), chain: chainOf(world, request) }
}

type Miss = [name: string, statement: object, action: string, resource: string, miss: object | null]

const GET = 'secretsmanager:GetSecretValue'
const PUT = 'logs:PutLogEvents'

const MISSES: readonly Miss[] = [
  [
    'a secret without its six characters',
    { Action: GET, Resource: [STREAM, SECRET.slice(0, -7)] },
    GET,
    SECRET,
    { miss: 'secret-suffix', written: SECRET.slice(0, -7), wanted: `${SECRET.slice(0, -7)}-??????` },
  ],
  [
    'a log group without :*',
    { Action: 'logs:*', Resource: GROUP },
    PUT,
    STREAM,
    { miss: 'log-group-suffix', written: GROUP, wanted: `${GROUP}:*` },
  ],
  [
    'a log group without :*, whose stream ends as a secret does',
    { Action: 'logs:*', Resource: GROUP },
    PUT,
    `${GROUP}:log-stream:web/my-worker`,
    { miss: 'log-group-suffix', written: GROUP, wanted: `${GROUP}:*` },
  ],
  [
    'an action that has one letter more',
    { Action: ['ssm:Describe*', 'ssm:GetParameter'], Resource: '*' },
    'ssm:GetParameters',
    PARAMETER,
    { miss: 'action', written: 'ssm:GetParameter', wanted: 'ssm:GetParameters' },
  ],
  [
    'an action that has one letter less',
    { Action: 'ssm:GetParameters', Resource: '*' },
    'ssm:GetParameter',
    PARAMETER,
    { miss: 'action', written: 'ssm:GetParameters', wanted: 'ssm:GetParameter' },
  ],
  [
    'a secret whose name has a part like its ending',
    { Action: GET, Resource: SECRET.replace('db-AbCdEf', 'my-secret') },
    GET,
    SECRET.replace('db', 'my-secret'),
    {
      miss: 'secret-suffix',
      written: SECRET.replace('db-AbCdEf', 'my-secret'),
      wanted: SECRET.replace('db-AbCdEf', 'my-secret-??????'),
    },
  ],
  [
    'an action in another case',
    { Action: 'SSM:getparameter', Resource: '*' },
    'ssm:GetParameters',
    PARAMETER,
    { miss: 'action', written: 'SSM:getparameter', wanted: 'SSM:getparameters' },
  ],
  [
    'nearly the right action for a secret',
    { Action: `${GET}s`, Resource: SECRET },
    GET,
    SECRET,
    { miss: 'action', written: `${GET}s`, wanted: GET },
  ],
  [
    'a secret without its six characters, beside one that is left out',
    { Action: GET, NotResource: SECRET.slice(0, -7).replace('db', '*') },
    GET,
    SECRET,
    null,
  ],
  [
    'what nearly the right action is left out of',
    { NotAction: ['ssm:GetParameter', 'ssm:*'], Resource: '*' },
    'ssm:GetParameters',
    PARAMETER,
    null,
  ],
  ['a deny', { Effect: 'Deny', Action: GET, Resource: SECRET.slice(0, -7) }, GET, SECRET, null],
  ['another secret', { Action: GET, Resource: SECRET.replace('db', 'api').slice(0, -7) }, GET, SECRET, null],
  ['what is left out', { Action: GET, NotResource: SECRET }, GET, SECRET, null],
  ['another action for the secret', { Action: 'ssm:*', Resource: SECRET.slice(0, -7) }, GET, SECRET, null],
  ['another log group', { Action: PUT, Resource: `${GROUP}2` }, PUT, STREAM, null],
  [
    'the right action for another resource',
    { Action: 'ssm:GetParameters', Resource: PARAMETER },
    'ssm:GetParameters',
    `${PARAMETER}2`,
    null,
  ],
  [
    'nearly the right action for another resource',
    { Action: 'ssm:GetParameter', Resource: PARAMETER },
    'ssm:GetParameters',
    `${PARAMETER}2`,
    null,
  ],
  [
    'actions that are left out',
    { NotAction: 'ssm:GetParameters', Resource: '*' },
    'ssm:GetParameters',
    PARAMETER,
    null,
  ],
  [
    'a secret whose name has no such ending',
    { Action: GET, Resource: SECRET.slice(0, -7) },
    GET,
    SECRET.slice(0, -1),
    null,
  ],
]

describe('a role whose policies are silent says what nearly allows it', () => {
  test.each(MISSES)('%s', (_, statement, action, resource, miss) => {
    const nearly = { Effect: 'Allow', ...statement }
    const { blockers } = ask({ own: [{ ...ALL, Action: 'sqs:*' }, nearly] }, action, resource)
    const at = `/accounts/${ACCOUNT}/roles/web`
    const nearMiss = miss === null ? null : { ...miss, policy: 'own', statement: '2' }
    expect(blockers.filter(({ blocker }) => blocker === 'identity-policies-silent')).toEqual(
      'Effect' in statement
        ? [expect.objectContaining({ nearMiss: null })]
        : [{ blocker: 'identity-policies-silent', principal: ROLE, action, resource, nearMiss, at }],
    )
  })
})

const SILENT = document({ ...ALL, Action: 'sqs:*' })
const FOR_ALL = document({ ...ALL, Principal: '*' })
const FULL = document(ALL)
const ORGANIZATION = { id: 'o-1', serviceControlPolicies: [[FULL], [SILENT]], resourceControlPolicies: [[FOR_ALL]] }

describe('what stops a request names its layer', () => {
  test('the level of the organization, from the root', () => {
    const { blockers } = ask({ own: [ALL], account: { organization: ORGANIZATION } }, GET, SECRET)
    expect(blockers).toEqual([
      {
        blocker: 'organization-policies-silent',
        principal: ROLE,
        action: GET,
        resource: SECRET,
        layer: 'service-control-policy',
        account: ACCOUNT,
        level: 2,
        at: `/accounts/${ACCOUNT}/organization/serviceControlPolicies/1`,
      },
    ])
  })

  test('the permissions boundary by its policy', () => {
    const account = { policies: { [BOUNDARY]: { document: SILENT } } }
    const { blockers } = ask({ own: [ALL], role: { permissionsBoundaryArn: BOUNDARY }, account }, GET, SECRET)
    const at = `/accounts/${ACCOUNT}/roles/web/permissionsBoundaryArn`
    expect(blockers).toEqual([
      expect.objectContaining({ blocker: 'limit-silent', layer: 'permissions-boundary', policy: BOUNDARY, at }),
    ])
  })

  test('a policy on a key, and one of another account', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`
    const regions = { 'eu-west-1': { keys: { k: { policyDocument: document() } } } }
    const own = ask({ own: [ALL], account: { regions } }, 'kms:Decrypt', key)
    expect(own.blockers).toEqual([
      expect.objectContaining({
        blocker: 'resource-policy-silent',
        why: 'key-policy',
        at: `/accounts/${ACCOUNT}/regions/eu-west-1/keys/k/policyDocument`,
      }),
    ])
  })

  test('a policy of another account by that account', () => {
    const repository = 'arn:aws:ecr:eu-west-1:999988887777:repository/web'
    const own = { web: { attachedPolicyArns: [], inlinePolicies: { own: document(ALL) } } }
    const regions = { 'eu-west-1': { repositories: { web: { policyDocument: null } } } }
    const accounts = { [ACCOUNT]: { organization: null, roles: own, regions: {} }, '999988887777': { regions } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    const request = { principal: ROLE, action: 'ecr:BatchGetImage', resource: repository, endpoints: [] }
    expect(authorize(world, request).blockers).toEqual([
      {
        blocker: 'resource-policy-silent',
        principal: ROLE,
        action: 'ecr:BatchGetImage',
        resource: repository,
        why: 'other-account',
        at: '/accounts/999988887777/regions/eu-west-1/repositories/web/policyDocument',
      },
    ])
  })

  test('a deny with its statement, and what is silent beside it', () => {
    const deny = { ...ALL, Sid: 'Stop', Effect: 'Deny' }
    const { blockers } = ask({ own: [deny], endpoint: [] }, GET, SECRET)
    expect(blockers).toEqual([
      expect.objectContaining({ blocker: 'policy-denies', layer: 'identity-policy', policy: 'own', statement: 'Stop' }),
      expect.objectContaining({ blocker: 'identity-policies-silent' }),
      expect.objectContaining({ blocker: 'endpoint-policy-silent', endpointId: 'vpce-1' }),
    ])
  })
})

describe('organization policies', () => {
  test.each<[name: string, policies: object, verdict: string]>([
    ['do not bind the management account', { managementAccountId: ACCOUNT }, 'works'],
    ['bind the other accounts', { managementAccountId: '999988887777' }, 'fails'],
    ['that allow all stop nothing', { serviceControlPolicies: [[document({ ...ALL, Action: ['*'] })]] }, 'works'],
    ['that allow all beside others stop nothing', { serviceControlPolicies: [[FULL, SILENT]] }, 'works'],
    ['may be a single statement', { serviceControlPolicies: [[{ Version: '2012-10-17', Statement: ALL }]] }, 'works'],
    ['that allow some actions alone stop the others', { serviceControlPolicies: [[SILENT]] }, 'fails'],
    [
      'that allow two kinds of action stop the others',
      { serviceControlPolicies: [[document({ ...ALL, Action: ['sqs:*', 'sns:*'] })]] },
      'fails',
    ],
    [
      'that allow some things alone stop the others',
      { serviceControlPolicies: [[document({ ...ALL, Resource: GROUP })]] },
      'fails',
    ],
    [
      'that allow all and deny something deny it',
      { serviceControlPolicies: [[document(ALL, { ...ALL, Effect: 'Deny', Action: GET })]] },
      'fails',
    ],
    ['that deny all stop all', { serviceControlPolicies: [[document({ ...ALL, Effect: 'Deny' })]] }, 'fails'],
    [
      'that allow all on a condition are open where it is',
      { serviceControlPolicies: [[document({ ...ALL, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })]] },
      'undecided',
    ],
    [
      'of which one is not known are open',
      { serviceControlPolicies: [[{ gap: 'unresolved', expression: 'x' }]] },
      'undecided',
    ],
    [
      'that are not known beside one that allows are open',
      { serviceControlPolicies: [[FULL, { gap: 'unresolved', expression: 'x' }]] },
      'undecided',
    ],
    ['of a level without any stop all', { serviceControlPolicies: [[FULL], []] }, 'fails'],
    [
      'on resources that speak of nobody here stop all',
      {
        serviceControlPolicies: [],
        resourceControlPolicies: [[document({ ...ALL, Principal: '*', Effect: 'Deny', Action: 'secretsmanager:*' })]],
      },
      'fails',
    ],
  ])('%s', (_, policies, verdict) => {
    const setting = { own: [ALL], account: { organization: { ...ORGANIZATION, ...policies } } }
    expect(ask(setting, GET, SECRET).verdict).toBe(verdict)
  })

  test('do not bind a role that AWS keeps for itself', () => {
    const name = 'AWSServiceRoleForECS'
    const role = { attachedPolicyArns: [], inlinePolicies: { own: document(ALL) } }
    const organization = { ...ORGANIZATION, serviceControlPolicies: undefined }
    const account = { organization, roles: { [name]: role }, regions: {} }
    const world = index({ schema: 'farsight.snapshot/1', accounts: { [ACCOUNT]: account } } as unknown as Snapshot)
    const principal = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/${name}`
    const judged = authorize(world, { principal, action: GET, resource: SECRET, endpoints: [] })
    expect(judged).toMatchObject({ verdict: 'works', assumptions: [] })
  })
})

describe('the chain of a request', () => {
  const says = (setting: Setting) =>
    ask(setting, GET, SECRET).chain.map(({ layer, level, policy, statement, says }) => [
      layer,
      level,
      says,
      policy,
      statement,
    ])

  test('has each layer with the statement that decides', () => {
    const account = {
      organization: { ...ORGANIZATION, serviceControlPolicies: [[FULL], [document(ALL, ALL)]] },
      policies: { [BOUNDARY]: { document: SILENT } },
    }
    const role = { permissionsBoundaryArn: BOUNDARY }
    const endpoint = [{ ...ALL, Principal: '*', Effect: 'Deny', Sid: 'No' }]
    expect(says({ own: [{ ...ALL, Sid: 'Yes' }], role, account, endpoint })).toEqual([
      ['identity-policy', 1, 'allowed', 'own', 'Yes'],
      ['permissions-boundary', 1, 'silent', null, null],
      ['service-control-policy', 2, 'allowed', 'SCP 2/1', '1'],
      ['endpoint-policy', 1, 'denied', 'vpce-1', 'No'],
    ])
  })

  test('has the endpoints that let the call through', () => {
    expect(says({ own: [ALL], endpoint: [{ ...ALL, Principal: '*', Sid: 'All' }] })).toEqual([
      ['identity-policy', 1, 'allowed', 'own', '1'],
      ['endpoint-policy', 1, 'allowed', 'vpce-1', 'All'],
    ])
  })

  test('says what is open', () => {
    const unsure = { Condition: { StringEquals: { 'x:y': 'z' } } }
    const endpoint = [
      { ...ALL, Principal: '*' },
      { ...ALL, ...unsure, Principal: '*', Effect: 'Deny' },
    ]
    expect(says({ own: [{ ...ALL, ...unsure }], endpoint })).toEqual([
      ['identity-policy', 1, 'undecided', null, null],
      ['endpoint-policy', 1, 'undecided', null, null],
    ])
  })

  test('says whose each policy is, and points at the statement, else at the policies', () => {
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k`
    const keyPolicy = { policyDocument: document({ ...ALL, Principal: { AWS: ROLE } }) }
    const account = { organization: ORGANIZATION, regions: { 'eu-west-1': { keys: { k: keyPolicy } } } }
    const { chain } = ask({ own: [{ ...ALL, Action: 'kms:*' }], account, endpoint: [] }, 'kms:Decrypt', key)
    const here = `/accounts/${ACCOUNT}`
    expect(chain.map(({ layer, owner, says, at }) => [layer, owner, says, at])).toEqual([
      ['identity-policy', ROLE, 'allowed', `${here}/roles/web/inlinePolicies/own/Statement/0`],
      ['resource-policy', key, 'allowed', `${here}/regions/eu-west-1/keys/k/policyDocument/Statement/0`],
      ['service-control-policy', ACCOUNT, 'silent', `${here}/organization/serviceControlPolicies/1`],
      ['endpoint-policy', 'vpce-1', 'silent', '/vpce-1/policyDocument'],
    ])
  })

  test('has no endpoint that lets all through, nor the policies of a call that nobody makes', () => {
    const value = { vpcEndpointType: 'Interface', serviceName: 's' } as unknown as VpcEndpoint
    const endpoints = [{ id: 'vpce-1', value, at: '/vpce-1', place: { account: ACCOUNT, region: 'eu-west-1' } }]
    const world = index({ schema: 'farsight.snapshot/1', accounts: {} } as unknown as Snapshot)
    expect(chainOf(world, { principal: null, action: GET, resource: SECRET, endpoints })).toEqual([])
  })
})
