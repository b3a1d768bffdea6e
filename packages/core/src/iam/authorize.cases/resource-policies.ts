import {
  ACCOUNT,
  ALL,
  ANYBODY,
  type Case,
  deny,
  document,
  IAM,
  LOGIC,
  PRINCIPAL,
  REGISTRY,
  REPOSITORY,
  ROLE,
  SECRET,
} from './case.ts'

function secretPolicy(...statements: readonly unknown[]): NonNullable<Case['account']> {
  return { regions: { 'ap-northeast-1': { secrets: { [SECRET]: { policyDocument: document(...statements) } } } } }
}

const FOREIGN = SECRET.replace(ACCOUNT, '999988887777')

export const ON_RESOURCES: readonly Case[] = [
  {
    name: 'a policy on the resource that speaks of others does not matter',
    own: [ALL],
    account: secretPolicy({ ...ALL, Principal: { AWS: '999988887777' } }),
    expected: 'works',
  },
  {
    name: 'a policy on the resource that denies wins',
    own: [ALL],
    account: secretPolicy({ ...ANYBODY, Effect: 'Deny' }),
    expected: `fails: policy-denies ${SECRET} 1`,
  },
  {
    name: 'a policy on the resource allows what the policies of the role leave out',
    page: LOGIC,
    own: [],
    account: secretPolicy({ ...ALL, Principal: { AWS: ROLE } }),
    expected: 'works',
  },
  {
    name: 'a policy on the resource for the account allows nothing by itself',
    page: PRINCIPAL,
    own: [],
    account: secretPolicy({ ...ALL, Principal: { AWS: ACCOUNT } }),
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a policy on the resource does not undo a deny',
    own: [deny({}), ALL],
    account: secretPolicy({ ...ALL, Principal: { AWS: ROLE } }),
    expected: 'fails: policy-denies own 1',
  },
  {
    name: 'a policy on the resource that was denied to us is open',
    own: [ALL],
    account: {
      regions: {
        'ap-northeast-1': {
          secrets: { [SECRET]: { policyDocument: { gap: 'denied', permission: 'secretsmanager:GetResourcePolicy' } } },
        },
      },
    },
    expected: 'undecided: policy-layer denied secretsmanager:GetResourcePolicy',
  },
  {
    name: 'the resource of another account has a policy that only its owner shows',
    page: `${IAM}/reference_policies_evaluation-logic-cross-account.html`,
    own: [ALL],
    resource: FOREIGN,
    expected: 'undecided: policy-layer other-owner',
  },
  {
    name: 'what the role is not allowed to do in another account fails',
    page: `${IAM}/reference_policies_evaluation-logic-cross-account.html`,
    own: [],
    resource: FOREIGN,
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a key decides by its own policy',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    own: [ALL],
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/k`,
    account: {
      regions: {
        'ap-northeast-1': { keys: { k: { policyDocument: document({ ...ALL, Principal: { AWS: `${ROLE}-2` } }) } } },
      },
    },
    expected: 'fails: resource-policy-silent',
  },
  {
    name: 'a key that leaves it to the account leaves it to the role',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    own: [ALL],
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/k`,
    account: {
      regions: {
        'ap-northeast-1': {
          keys: { k: { policyDocument: document({ ...ALL, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }) } },
        },
      },
    },
    expected: 'works',
  },
  {
    name: 'the policy of a repository has no Resource: it is of the repository',
    page: REGISTRY,
    own: [ALL],
    action: 'ecr:BatchGetImage',
    resource: REPOSITORY,
    account: {
      regions: {
        'ap-northeast-1': {
          repositories: {
            web: { policyDocument: document({ Effect: 'Deny', Principal: '*', Action: 'ecr:DeleteRepository' }) },
          },
        },
      },
    },
    expected: 'works',
  },
  {
    name: 'a bucket of another account of the snapshot is foreign',
    own: [ALL],
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shared/web.env',
    others: {
      '999988887777': { buckets: { shared: { policyDocument: document({ ...ALL, Principal: { AWS: ACCOUNT } }) } } },
    },
    expected: 'works',
  },
  {
    name: 'a repository policy for another account does not serve this one',
    own: [ALL],
    action: 'ecr:BatchGetImage',
    resource: 'arn:«AWS::Partition»:ecr:ap-northeast-1:999988887777:repository/team/web',
    others: {
      '999988887777': {
        regions: {
          'ap-northeast-1': {
            repositories: {
              'team/web': {
                policyDocument: document({ ...ANYBODY, Principal: { AWS: '444455556666' }, Resource: '*' }),
              },
            },
          },
        },
      },
    },
    expected: 'fails: resource-policy-silent',
  },
]
