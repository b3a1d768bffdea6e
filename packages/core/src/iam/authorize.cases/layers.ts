import { ACCOUNT, ALL, ANYBODY, type Case, deny, document, IAM, ROLE } from './case.ts'

const FULL = document(ALL)

const NOT_FOR_US = document({ ...ANYBODY, Effect: 'Deny' })

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
    name: 'a service control policy that denies wins where no policies on resources were read',
    own: [ALL],
    account: { organization: { id: 'o-1', serviceControlPolicies: [[FULL, document(deny({}))]] } },
    expected: 'fails: policy-denies SCP 1/2 1',
  },
  {
    name: 'a service control policy that is silent stops all where no policies on resources were read',
    own: [ALL],
    account: { organization: { id: 'o-1', serviceControlPolicies: [[document({ ...ALL, Action: 'sqs:*' })]] } },
    expected: 'fails: organization-policies-silent',
  },
  {
    name: 'no policy of an organization binds a role that a service keeps for itself',
    page: `${IAM}/reference_policies_evaluation-logic_policy-eval-denyallow.html`,
    own: [ALL],
    principal: ROLE.replace('role/', 'role/aws-service-role/ecs.amazonaws.com/'),
    account: {
      organization: {
        id: 'o-1',
        serviceControlPolicies: [[document(deny({}))]],
        resourceControlPolicies: [[document({ ...ANYBODY, Effect: 'Deny' })]],
      },
    },
    expected: 'works',
  },
  {
    name: 'a policy on resources binds what the account has, where nobody read whose it is',
    own: [ALL],
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::config/web.env',
    account: { organization: { id: 'o-1', serviceControlPolicies: [], resourceControlPolicies: [[NOT_FOR_US]] } },
    expected: 'fails: policy-denies RCP 1/1 1, organization-policies-silent',
  },
  {
    name: 'a policy on resources binds no service that does not know such policies',
    own: [ALL],
    action: 'ssm:GetParameters',
    resource: `arn:aws:ssm:ap-northeast-1:${ACCOUNT}:parameter/db`,
    account: { organization: { id: 'o-1', serviceControlPolicies: [], resourceControlPolicies: [[NOT_FOR_US]] } },
    expected: 'works',
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
