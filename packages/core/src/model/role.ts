import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'

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
  readonly tags?: Known<{ readonly [key: string]: string }>
}

export interface ManagedPolicy {
  readonly document: Known<PolicyDocument>
  readonly version?: string
}

/** The organization that an account belongs to, as far as its policies bear on calls. */
export interface Organization {
  readonly id: Known<string>
  /** `o-…/r-…/ou-…/`, as in `aws:PrincipalOrgPaths`. */
  readonly path?: Known<string>
  /** From the root down to the account: the policies attached at each level. */
  readonly serviceControlPolicies?: Known<readonly (readonly PolicyDocument[])[]>
  readonly resourceControlPolicies?: Known<readonly (readonly PolicyDocument[])[]>
}
