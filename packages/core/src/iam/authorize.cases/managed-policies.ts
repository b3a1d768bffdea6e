import { ACCOUNT, ALL, type Case, deny, document, ROLE } from './case.ts'

const EXECUTION = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'

const MANAGED_PAGE = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html'

const TOKEN = { action: 'ecr:GetAuthorizationToken', resource: '*', page: MANAGED_PAGE }

export const MANAGED: readonly Case[] = [
  {
    ...TOKEN,
    name: 'the task execution policy allows a registry token',
    role: { attachedPolicyArns: [EXECUTION] },
    expected: 'works',
  },
  {
    name: 'the task execution policy does not allow secrets',
    page: MANAGED_PAGE,
    role: { attachedPolicyArns: [EXECUTION] },
    expected: 'fails: identity-policies-silent',
  },
  {
    ...TOKEN,
    name: 'it is the same in another partition',
    role: { attachedPolicyArns: [EXECUTION.replace('aws', 'aws-cn')] },
    expected: 'works',
  },
  {
    ...TOKEN,
    name: 'it is the same where the partition is not known',
    role: { attachedPolicyArns: [EXECUTION.replace('aws', '«AWS::Partition»')] },
    expected: 'works',
  },
  {
    name: 'a power user may read secrets',
    page: MANAGED_PAGE,
    role: { attachedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
    expected: 'works',
  },
  {
    name: 'a power user may not pass roles',
    page: MANAGED_PAGE,
    action: 'iam:PassRole',
    resource: ROLE,
    role: { attachedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a managed policy names things of its own partition',
    action: 'ssm:GetParameter',
    resource: `arn:aws-cn:ssm:cn-north-1:${ACCOUNT}:parameter/AmazonCloudWatch-a`,
    role: { attachedPolicyArns: ['arn:aws-cn:iam::aws:policy/CloudWatchAgentServerPolicy'] },
    expected: 'works',
  },
  {
    ...TOKEN,
    name: 'the snapshot replaces what Farsight knows of a managed policy',
    role: { attachedPolicyArns: [EXECUTION] },
    account: { policies: { [EXECUTION]: { document: document() } } },
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a managed policy of the account is read from the snapshot',
    role: { attachedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/p`] },
    account: { policies: { [`arn:aws:iam::${ACCOUNT}:policy/p`]: { document: document(ALL) } } },
    expected: 'works',
  },
  {
    name: 'a managed policy that nobody knows may allow or deny',
    own: [ALL],
    role: { attachedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] },
    expected: 'undecided: policy not-read iam:GetPolicyVersion',
  },
  {
    name: 'a known deny outweighs a policy that nobody knows',
    own: [deny({})],
    role: { attachedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/p`] },
    expected: 'fails: policy-denies own 1',
  },
  {
    name: 'a document that was denied keeps its reason',
    role: { attachedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/p`] },
    account: {
      policies: {
        [`arn:aws:iam::${ACCOUNT}:policy/p`]: { document: { gap: 'denied', permission: 'iam:GetPolicyVersion' } },
      },
    },
    expected: 'undecided: policy denied iam:GetPolicyVersion',
  },
  {
    name: 'an attached policy that is not there contradicts the snapshot',
    role: { attachedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/p`] },
    account: { policies: { '*': null } },
    expected: 'undecided: policy unresolved',
  },
]
