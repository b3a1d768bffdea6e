import {
  ACCOUNT,
  ALL,
  ANYBODY,
  allow,
  type Case,
  deny,
  document,
  IAM,
  LOGIC,
  PRINCIPAL,
  REPOSITORY,
  ROLE,
  SECRET,
} from './case.ts'

const OTHER = '999988887777'
const GRANTS = 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'
const KEYS_OF_CONDITIONS = `${IAM}/reference_policies_condition-keys.html`

const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`
const BOUNDED = { permissionsBoundaryArn: BOUNDARY }
const IN_VPC = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }
const BY_ENDPOINT = { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-9' } } }
const ASKS_VPC = 'undecided: condition not-modeled condition-keys aws:SourceVpc'

function own(...statements: readonly unknown[]) {
  return { own: { Version: '2012-10-17', Statement: statements } }
}

function bounded(...statements: readonly unknown[]) {
  return { policies: { [BOUNDARY]: { document: document(...statements) } } }
}

function secretPolicy(...statements: readonly unknown[]) {
  return { regions: { 'ap-northeast-1': { secrets: { [SECRET]: { policyDocument: document(...statements) } } } } }
}

function key(policy: object, grants: readonly object[]) {
  return { regions: { 'ap-northeast-1': { keys: { k: { policyDocument: document(policy), grants } } } } }
}

function ofAccount(account: string) {
  return [allow({ Action: '*', Condition: { StringEquals: { 'aws:ResourceAccount': account } } })]
}

const KEY = `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/k`
const FOR_OTHERS = { ...ALL, Principal: { AWS: '444455556666' } }
const GRANTED = [{ granteePrincipal: ROLE, operations: ['Decrypt'] }]
const DECRYPT = { action: 'kms:Decrypt', resource: KEY }

/** What is asked for where it is open whether a request passes: only what decides. */
export const OPEN_LAYERS: readonly Case[] = [
  {
    name: 'where only a deny is open, what the resource may allow besides is not asked for',
    own: [ALL, deny(IN_VPC)],
    account: secretPolicy({ ...ALL, ...BY_ENDPOINT, Principal: { AWS: ROLE } }),
    expected: ASKS_VPC,
  },
  {
    name: 'where only a deny is open, what the role may be allowed besides is not asked for',
    page: LOGIC,
    own: [allow(BY_ENDPOINT), deny(IN_VPC)],
    account: secretPolicy({ ...ALL, Principal: { AWS: ROLE } }),
    expected: ASKS_VPC,
  },
  {
    name: 'where only the boundary is open, what the role may be allowed besides is not asked for',
    role: { ...BOUNDED, inlinePolicies: own(ALL, allow(BY_ENDPOINT)) },
    account: bounded({ ...ALL, ...IN_VPC }),
    expected: ASKS_VPC,
  },
  {
    name: 'where only a deny is open, what the organization may allow besides is not asked for',
    own: [ALL, deny(IN_VPC)],
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [[document(ALL, { ...ALL, ...BY_ENDPOINT })]],
        resourceControlPolicies: [],
      },
    },
    expected: ASKS_VPC,
  },
  {
    name: 'what the role and the resource may allow is asked for together',
    own: [allow(BY_ENDPOINT)],
    account: secretPolicy({ ...ALL, ...IN_VPC, Principal: { AWS: ROLE } }),
    expected:
      'undecided: condition not-modeled condition-keys aws:SourceVpce, condition not-modeled condition-keys aws:SourceVpc',
  },
  {
    name: 'a grant of a key of another account may need the policies of the role',
    page: GRANTS,
    ...DECRYPT,
    own: [],
    resource: KEY.replace(ACCOUNT, OTHER),
    others: { [OTHER]: key(FOR_OTHERS, GRANTED) },
    expected: 'undecided: policy-layer not-modeled key-grants',
  },
  {
    name: 'a grant of a key of another account serves a role that is allowed',
    page: GRANTS,
    ...DECRYPT,
    own: [ALL],
    resource: KEY.replace(ACCOUNT, OTHER),
    others: { [OTHER]: key(FOR_OTHERS, GRANTED) },
    expected: 'works',
  },
  {
    name: 'a grant to the account may serve its roles',
    page: GRANTS,
    ...DECRYPT,
    own: [],
    account: key(FOR_OTHERS, [{ granteePrincipal: `arn:aws:iam::${ACCOUNT}:root`, operations: ['Decrypt'] }]),
    expected: 'undecided: policy-layer not-modeled key-grants',
  },
  {
    name: 'a grant to another role serves nothing',
    page: GRANTS,
    ...DECRYPT,
    own: [ALL],
    account: key(FOR_OTHERS, [{ granteePrincipal: `${ROLE}-2`, operations: ['Decrypt'] }]),
    expected: 'fails: resource-policy-silent',
  },
  {
    name: 'a grant may pass the boundary of the role',
    page: GRANTS,
    ...DECRYPT,
    role: { ...BOUNDED, inlinePolicies: own(ALL) },
    account: { ...bounded(allow({})), ...key(FOR_OTHERS, GRANTED) },
    expected: 'undecided: policy-layer not-modeled key-grants',
  },
  {
    name: 'NotPrincipal with the role and its account leaves the role out',
    page: PRINCIPAL,
    own: [ALL],
    account: secretPolicy({ ...deny({}), NotPrincipal: { AWS: [ROLE, ACCOUNT] } }),
    expected: 'works',
  },
  {
    name: 'NotPrincipal denies a role with a boundary, whatever it says',
    page: `${IAM}/reference_policies_elements_notprincipal.html`,
    role: { ...BOUNDED, inlinePolicies: own(ALL) },
    account: { ...bounded(ALL), ...secretPolicy({ ...deny({}), NotPrincipal: { AWS: [ROLE, ACCOUNT] } }) },
    expected: `fails: policy-denies ${SECRET} 1`,
  },
  {
    name: 'a thing is of the account in its ARN',
    page: KEYS_OF_CONDITIONS,
    own: ofAccount(ACCOUNT),
    expected: 'works',
  },
  {
    name: 'a thing of another account is of the account in its ARN',
    page: KEYS_OF_CONDITIONS,
    own: ofAccount(ACCOUNT),
    resource: SECRET.replace(ACCOUNT, OTHER),
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a bucket is of the account that has it',
    page: KEYS_OF_CONDITIONS,
    own: ofAccount(OTHER),
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shared/web.env',
    others: { [OTHER]: { buckets: { shared: { policyDocument: document(ANYBODY) } } } },
    expected: 'works',
  },
  {
    name: 'a bucket that nobody read may be of any account',
    page: KEYS_OF_CONDITIONS,
    own: ofAccount(ACCOUNT),
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shared/web.env',
    expected: 'undecided: condition not-modeled condition-keys aws:ResourceAccount',
  },
  {
    name: 'what has no resource is of an account that AWS does not say',
    page: KEYS_OF_CONDITIONS,
    own: ofAccount(ACCOUNT),
    action: 'ecr:GetAuthorizationToken',
    resource: '*',
    expected: 'undecided: condition not-modeled condition-keys aws:ResourceAccount',
  },
  {
    name: 'what the template names without an ARN is of the own account',
    own: ofAccount(ACCOUNT),
    resource: '«Secret»',
    expected: 'works',
  },
  {
    name: 'a resource control policy of the owner bears on its things',
    page: `${IAM}/reference_policies_evaluation-logic-cross-account.html`,
    own: [ALL],
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shared/web.env',
    others: {
      [OTHER]: {
        organization: {
          id: 'o-2',
          serviceControlPolicies: [[document(deny({ Action: '*' }))]],
          resourceControlPolicies: [[document(ANYBODY, { ...ANYBODY, Effect: 'Deny', Action: 's3:*' })]],
        },
        buckets: { shared: { policyDocument: document({ ...ALL, Principal: { AWS: ACCOUNT } }) } },
      },
    },
    expected: 'fails: policy-denies RCP 1/1 2',
  },
  {
    name: 'a resource control policy of another account does not bear on the own things',
    own: [ALL],
    action: 'ecr:BatchGetImage',
    resource: REPOSITORY,
    others: {
      [OTHER]: {
        organization: {
          id: 'o-2',
          serviceControlPolicies: [],
          resourceControlPolicies: [[document({ ...ANYBODY, Effect: 'Deny' })]],
        },
      },
    },
    expected: 'works',
  },
]
