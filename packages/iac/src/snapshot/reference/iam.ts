import { policyDocument, policyStatement } from '../schema/policy-document.ts'
import { managedPolicy, organization, role } from '../schema/role.ts'
import { define } from './definition.ts'

const ONE_OR_MANY = 'One text or a list.'

export const iamDefinitions = {
  PolicyDocument: define(
    policyDocument,
    'Policy document',
    'A policy as IAM has it. A statement element that is odd counts as not known, with a warning.',
    {
      Version: '`2012-10-17`. Absent: `2008-10-17`, in which policy variables are plain text.',
      Id: 'Of no effect.',
      Statement: 'One statement or a list.',
    },
  ),
  PolicyStatement: define(
    policyStatement,
    'Policy statement',
    'Its elements as IAM has them; further elements may be there and leave open what the statement means.',
    {
      Sid: 'The name by which reports quote the statement.',
      Effect: '`Allow` or `Deny`.',
      Principal: '`*`, or lists by kind: `AWS`, `Service`, `Federated`, `CanonicalUser`.',
      NotPrincipal: 'As `Principal`.',
      Action: ONE_OR_MANY,
      NotAction: ONE_OR_MANY,
      Resource: ONE_OR_MANY,
      NotResource: ONE_OR_MANY,
      Condition: 'Operator → condition key → one value or a list.',
    },
  ),
  Role: define(role, 'Role', 'An IAM role (`aws iam get-role`).', {
    path: 'Absent: `/`.',
    assumeRolePolicyDocument: 'The trust policy.',
    attachedPolicyArns: 'ARNs of the attached managed policies. Absent: not read; `[]`: none.',
    inlinePolicies: 'By policy name. Absent: not read; `{}`: none.',
    permissionsBoundaryArn: 'The ARN of the managed policy that bounds the role. Absent: none.',
    tags: 'Tag keys and values.',
  }),
  ManagedPolicy: define(managedPolicy, 'Managed policy', 'A managed policy in its default version.', {
    document: 'The policy itself.',
    version: 'The version that is the default: `v3`.',
  }),
  Organization: define(
    organization,
    'Organization',
    'The organization of an account, as far as its policies bear on calls.',
    {
      id: '`o-…`',
      managementAccountId: 'The account that none of its policies binds. Absent: not read.',
      path: '`o-…/r-…/ou-…/`, as in `aws:PrincipalOrgPaths`.',
      serviceControlPolicies: 'From the root down to the account: the policies attached at each level.',
      resourceControlPolicies: 'From the root down to the account: the policies attached at each level.',
    },
  ),
}
