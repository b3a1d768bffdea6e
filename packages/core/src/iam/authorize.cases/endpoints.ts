import { ACCOUNT, ALL, ANYBODY, type Case, document, ENDPOINT, IAM, PRINCIPAL, ROLE } from './case.ts'

const NOT_PRINCIPAL = `${IAM}/reference_policies_elements_notprincipal.html`
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/b`
const SPARED = {
  Effect: 'Deny',
  NotPrincipal: { AWS: [ROLE, `arn:aws:iam::${ACCOUNT}:root`] },
  Action: '*',
  Resource: '*',
}

export const ENDPOINTS: readonly Case[] = [
  { name: 'an endpoint without a policy allows all', page: ENDPOINT, own: [ALL], endpoint: {}, expected: 'works' },
  {
    name: 'the default policy of an endpoint allows all',
    page: ENDPOINT,
    own: [ALL],
    interface: [ANYBODY],
    expected: 'works',
  },
  {
    name: 'what the policy of the endpoint does not allow is denied',
    page: ENDPOINT,
    own: [ALL],
    interface: [{ ...ANYBODY, Action: 's3:*' }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    name: 'the policy of an endpoint grants nothing by itself',
    page: ENDPOINT,
    own: [],
    interface: [ANYBODY],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'the policy of an endpoint may deny',
    page: ENDPOINT,
    own: [ALL],
    interface: [ANYBODY, { ...ANYBODY, Effect: 'Deny', Sid: 'No' }],
    expected: 'fails: policy-denies vpce-1 No',
  },
  {
    name: 'blockers of all layers are told',
    page: ENDPOINT,
    own: [],
    interface: [],
    expected: 'fails: identity-policies-silent, endpoint-policy-silent vpce-1',
  },
  {
    name: 'a missing role does not hide the endpoint',
    principal: `arn:aws:iam::${ACCOUNT}:role/none`,
    interface: [],
    expected: 'fails: role-missing, endpoint-policy-silent vpce-1',
  },
  {
    name: 'the policy of an endpoint that is not known is open',
    own: [ALL],
    endpoint: { policyDocument: { gap: 'denied', permission: 'ec2:DescribeVpcEndpoints' } },
    expected: 'undecided: endpoint-policy denied ec2:DescribeVpcEndpoints',
  },
  {
    name: 'the policy of an endpoint must have a Principal',
    page: ENDPOINT,
    own: [ALL],
    interface: [ALL],
    expected: 'undecided: endpoint-policy refused',
  },
  {
    name: 'a policy of an endpoint for an organization stops an account that is in none',
    page: ENDPOINT,
    own: [ALL],
    interface: [{ ...ANYBODY, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    name: 'a policy of an endpoint for an organization that nobody read is open',
    page: ENDPOINT,
    own: [ALL],
    account: { organization: undefined },
    interface: [{ ...ANYBODY, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    expected: 'undecided: condition not-read organizations:DescribeOrganization',
  },
  ...(
    [
      ['{"AWS": "*"}', { AWS: '*' }, 'works'],
      ['the role', { AWS: ROLE }, 'works'],
      ['one of several roles', { AWS: [`${ROLE}-2`, ROLE] }, 'works'],
      ['another role', { AWS: `${ROLE}-2` }, 'fails: endpoint-policy-silent vpce-1'],
      ['a user', { AWS: `arn:aws:iam::${ACCOUNT}:user/web` }, 'fails: endpoint-policy-silent vpce-1'],
      ['the account', { AWS: ACCOUNT }, 'works'],
      ['the root of the account', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'works'],
      ['another account', { AWS: '999988887777' }, 'fails: endpoint-policy-silent vpce-1'],
      [
        'the root of another account',
        { AWS: 'arn:aws:iam::999988887777:root' },
        'fails: endpoint-policy-silent vpce-1',
      ],
      ['a service', { Service: 'ecs-tasks.amazonaws.com' }, 'fails: endpoint-policy-silent vpce-1'],
      [
        'a session of the role',
        { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/web/1` },
        'undecided: endpoint-policy not-modeled',
      ],
      [
        'a session of another role',
        { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/api/1` },
        'fails: endpoint-policy-silent vpce-1',
      ],
      ['an id of a role', { AWS: 'AROAEXAMPLEEXAMPLEEXA' }, 'undecided: endpoint-policy not-modeled'],
      ['an account that is not known', { AWS: '«AWS::AccountId»' }, 'undecided: endpoint-policy unresolved'],
      [
        'a principal that is not known',
        { AWS: { gap: 'parameter', name: 'P' } },
        'undecided: endpoint-policy parameter',
      ],
      ['a part of a name', { AWS: `arn:aws:iam::${ACCOUNT}:role/*` }, 'undecided: endpoint-policy refused'],
      ['a kind of principal that AWS does not have', { Role: ROLE }, 'undecided: endpoint-policy refused'],
      ['a bare ARN', ROLE, 'undecided: endpoint-policy refused'],
    ] as const
  ).map(([whom, Principal, expected]) => ({
    name: `an interface endpoint for ${whom}: ${expected.split(':')[0]}`,
    page: PRINCIPAL,
    own: [ALL],
    interface: [{ ...ALL, Principal }],
    expected,
  })),
  ...(
    [
      ['{"AWS": "*"}', { AWS: '*' }, 'works'],
      ['the account, which is its root user', { AWS: ACCOUNT }, 'fails: endpoint-policy-silent vpce-1'],
      ['the root of the account', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'fails: endpoint-policy-silent vpce-1'],
      ['the role', { AWS: ROLE }, 'undecided: endpoint-policy not-modeled'],
      ['another role', { AWS: `${ROLE}-2` }, 'fails: endpoint-policy-silent vpce-1'],
    ] as const
  ).map(([whom, Principal, expected]) => ({
    name: `a gateway endpoint for ${whom}: ${expected.split(':')[0]}`,
    page: `${ENDPOINT}#vpc-endpoint-policies-gateway`,
    own: [ALL],
    gateway: [{ ...ALL, Principal }],
    expected,
  })),
  {
    name: 'whether a gateway endpoint denies an account is not documented',
    page: ENDPOINT,
    own: [ALL],
    gateway: [ANYBODY, { ...ALL, Effect: 'Deny', Principal: { AWS: ACCOUNT } }],
    expected: 'undecided: endpoint-policy not-modeled',
  },
  {
    name: 'where the kind of the endpoint is not known, what differs is open',
    own: [ALL],
    endpoint: {
      vpcEndpointType: { gap: 'parameter', name: 'T' },
      policyDocument: document({ ...ALL, Principal: { AWS: ACCOUNT } }),
    },
    expected: 'undecided: endpoint-policy not-modeled',
  },
  {
    name: 'NotPrincipal leaves out a role that stands beside its account',
    page: NOT_PRINCIPAL,
    own: [ALL],
    interface: [ANYBODY, SPARED],
    expected: 'works',
  },
  {
    name: 'NotPrincipal denies a role with a permissions boundary, whomever it leaves out',
    page: NOT_PRINCIPAL,
    own: [ALL],
    role: { permissionsBoundaryArn: BOUNDARY },
    account: { policies: { [BOUNDARY]: { document: document(ALL) } } },
    interface: [ANYBODY, SPARED],
    expected: 'fails: policy-denies vpce-1 2',
  },
  {
    name: 'NotPrincipal that leaves out everybody leaves out who signed a URL before',
    principal: null,
    own: [],
    interface: [ANYBODY, { Effect: 'Deny', NotPrincipal: { AWS: '*' }, Action: '*', Resource: '*' }],
    expected: 'works',
  },
  {
    name: 'NotPrincipal is open',
    own: [ALL],
    interface: [ANYBODY, { Effect: 'Deny', NotPrincipal: { AWS: ROLE }, Action: '*', Resource: '*' }],
    expected: 'undecided: endpoint-policy not-modeled',
  },
]
