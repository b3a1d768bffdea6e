import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Tags } from './tags.ts'

export interface Role {
  /** Absent: `/`. */
  readonly path?: Known<string>
  readonly assumeRolePolicyDocument: Known<PolicyDocument>
  /** ARNs of the attached managed policies; absent: not read. */
  readonly attachedPolicyArns?: Known<readonly Known<string>[]>
  /** By policy name; absent: not read. */
  readonly inlinePolicies?: Known<{ readonly [name: string]: Known<PolicyDocument> }>
  /** The ARN of the managed policy that bounds the role; absent: none. */
  readonly permissionsBoundaryArn?: Known<string>
  readonly tags?: Known<Tags>
}

export interface ManagedPolicy {
  readonly document: Known<PolicyDocument>
  readonly version?: string
}

/** The organization that an account belongs to, as far as its policies bear on calls. */
export interface Organization {
  readonly id: Known<string>
  /** The account that none of its policies binds; absent: not read. */
  readonly managementAccountId?: Known<string>
  /** `o-…/r-…/ou-…/`, as in `aws:PrincipalOrgPaths`. */
  readonly path?: Known<string>
  /** From the root down to the account: the policies attached at each level. */
  readonly serviceControlPolicies?: Known<readonly (readonly Known<PolicyDocument>[])[]>
  readonly resourceControlPolicies?: Known<readonly (readonly Known<PolicyDocument>[])[]>
}
