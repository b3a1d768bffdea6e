import type { Pointer } from '../model/origin.ts'
import type { LayerName } from './layer-name.ts'

/** Which policy layer said no. */
export type PolicyBlocker =
  | RoleMissing
  | IdentityPoliciesSilent
  | PolicyDenies
  | EndpointPolicySilent
  | ResourcePolicySilent
  | LimitSilent
  | OrganizationPoliciesSilent

interface OfRequest {
  readonly principal: string | null
  readonly action: string
  readonly resource: string
  readonly at: Pointer
}

export interface RoleMissing {
  readonly blocker: 'role-missing'
  readonly roleArn: string
  readonly at: Pointer
}

/** No statement of the role's policies allows the action on the resource. */
export interface IdentityPoliciesSilent extends OfRequest {
  readonly blocker: 'identity-policies-silent'
  /** A statement that allows nearly this; null: none does. */
  readonly nearMiss: NearMiss | null
}

/** A statement that would allow the request if it were written a little otherwise. */
export interface NearMiss {
  readonly miss:
    | 'secret-suffix'
    /** `log-group:NAME` without the `:*` behind it. */
    | 'log-group-suffix'
    /** An action whose name is nearly the one asked for. */
    | 'action'
  readonly policy: string
  readonly statement: string
  /** As the policy has it, and as it would be right. */
  readonly written: string
  readonly wanted: string
}

/** A statement denies it: nothing overrides that. */
export interface PolicyDenies extends OfRequest {
  readonly blocker: 'policy-denies'
  readonly layer: LayerName
  /** The name or ARN of the policy, or the id of what it is attached to. */
  readonly policy: string
  /** The `Sid`, else the position from 1. */
  readonly statement: string
}

/** The policy of the endpoint that the call goes through has no statement that allows it. */
export interface EndpointPolicySilent extends OfRequest {
  readonly blocker: 'endpoint-policy-silent'
  readonly endpointId: string
}

/** The policy of the resource must allow the call, and has no statement that does. */
export interface ResourcePolicySilent extends OfRequest {
  readonly blocker: 'resource-policy-silent'
  /** `key-policy`: nothing is allowed on a key without its policy; `other-account`: the resource is another account's. */
  readonly why: 'key-policy' | 'other-account'
}

/** The permissions boundary of the role does not allow it. */
export interface LimitSilent extends OfRequest {
  readonly blocker: 'limit-silent'
  readonly layer: 'permissions-boundary'
  /** The name or ARN of the policy. */
  readonly policy: string
}

/** No policy of one level of the organization allows it. */
export interface OrganizationPoliciesSilent extends OfRequest {
  readonly blocker: 'organization-policies-silent'
  readonly layer: 'service-control-policy' | 'resource-control-policy'
  readonly account: string
  /** From the root, which is 1. */
  readonly level: number
}

/** What stops a service from assuming a role. */
export type RoleTrustBlocker = RoleTrustMissing

/** The role's trust policy does not let the service assume it: no statement allows it, or one denies it. */
export interface RoleTrustMissing {
  readonly blocker: 'role-trust-missing'
  readonly roleArn: string
  readonly service: string
  /** The condition key that a statement, which would allow it otherwise, asks in vain; null: none does. */
  readonly conditionKey: string | null
  readonly at: Pointer
}
