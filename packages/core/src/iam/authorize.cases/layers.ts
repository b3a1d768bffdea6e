import { ACCOUNT, ALL, ANYBODY, type Case, deny, document } from './case.ts'

const FULL = document(ALL)

const LEVELS = [[FULL], [FULL]]

export const LAYERED: readonly Case[] = [
  {
    name: 'organization policies that were not read are assumed to stop nothing',
    own: [ALL],
    account: { organization: undefined },
    expected: 'works: organization-policies',
  },
  {
    name: 'an account without organization assumes nothing',
    own: [ALL],
    account: { organization: null },
    expected: 'works',
  },
  {
    name: 'an organization whose policies were not read is assumed to stop nothing',
    own: [ALL],
    account: { organization: { id: 'o-1' } },
    expected: 'works: organization-policies',
  },
  {
    name: 'full access at each level stops nothing',
    own: [ALL],
    account: {
      organization: { id: 'o-1', serviceControlPolicies: LEVELS, resourceControlPolicies: [[document(ANYBODY)]] },
    },
    expected: 'works',
  },
  {
    name: 'a service control policy that denies wins',
    own: [ALL],
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [[FULL], [FULL, document(deny({}))]],
        resourceControlPolicies: [],
      },
    },
    expected: 'fails: policy-denies SCP 2/2 1',
  },
  {
    name: 'a resource control policy that denies wins',
    own: [ALL],
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [],
        resourceControlPolicies: [[document(ANYBODY), document({ ...ANYBODY, Effect: 'Deny' })]],
      },
    },
    expected: 'fails: policy-denies RCP 1/2 1',
  },
  {
    name: 'a level without a policy that allows stops everything',
    own: [],
    account: { organization: { id: 'o-1', serviceControlPolicies: [[]], resourceControlPolicies: [] } },
    expected: 'fails: identity-policies-silent, organization-policies-silent',
  },
  {
    name: 'a permissions boundary that nobody read is open',
    own: [ALL],
    role: { permissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/b` },
    expected: 'undecided: policy not-read iam:GetPolicyVersion',
  },
  {
    name: 'a permissions boundary grants nothing',
    own: [],
    role: { permissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/b` },
    expected: 'fails: identity-policies-silent',
  },
]
