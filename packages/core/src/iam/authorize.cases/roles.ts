import { ACCOUNT, ALL, type Case, document, SECRET } from './case.ts'

const NONE = `arn:aws:iam::${ACCOUNT}:role/none`

export const ROLES: readonly Case[] = [
  {
    name: 'a role that is not there is missing',
    principal: NONE,
    expected: 'fails: role-missing',
  },
  {
    name: 'a role that is not there is missing, whatever the policy of a thing lets it do',
    principal: NONE,
    account: {
      regions: {
        'ap-northeast-1': { secrets: { [SECRET]: { policyDocument: document({ ...ALL, Principal: { AWS: NONE } }) } } },
      },
    },
    expected: 'fails: role-missing',
  },
  {
    name: 'a role of an account that nobody read is open',
    principal: 'arn:aws:iam::999988887777:role/web',
    expected: 'undecided: role not-read iam:GetRole, policy-layer other-owner',
  },
  {
    name: 'attached policies that were not read are open',
    role: { attachedPolicyArns: undefined },
    own: [ALL],
    expected: 'undecided: role not-read iam:ListAttachedRolePolicies',
  },
  {
    name: 'inline policies that were not read are open',
    role: { inlinePolicies: undefined },
    expected: 'undecided: role not-read iam:ListRolePolicies',
  },
  {
    name: 'an attached ARN that is not known is open',
    own: [ALL],
    role: { attachedPolicyArns: [{ gap: 'parameter', name: 'Policy' }] },
    expected: 'undecided: role parameter',
  },
  {
    name: 'an inline policy that is not known is open',
    role: { inlinePolicies: { a: document(ALL), b: { gap: 'not-read' } } },
    expected: 'undecided: policy not-read iam:GetRolePolicy',
  },
]
