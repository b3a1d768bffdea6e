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
    name: 'a service control policy is open',
    own: [ALL],
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [[FULL], [FULL, document(deny({}))]],
        resourceControlPolicies: [],
      },
    },
    expected: 'undecided: policy-layer not-modeled service-control-policies',
  },
  {
    name: 'a resource control policy is open',
    own: [ALL],
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [],
        resourceControlPolicies: [[document({ ...ANYBODY, Effect: 'Deny' })]],
      },
    },
    expected: 'undecided: policy-layer not-modeled resource-control-policies',
  },
  {
    name: 'a service control policy does not matter where nothing allows',
    own: [],
    account: { organization: { id: 'o-1', serviceControlPolicies: [[]], resourceControlPolicies: [] } },
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a permissions boundary is open',
    own: [ALL],
    role: { permissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/b` },
    expected: 'undecided: role not-modeled permissions-boundary',
  },
  {
    name: 'a permissions boundary grants nothing',
    own: [],
    role: { permissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/b` },
    expected: 'fails: identity-policies-silent',
  },
]
