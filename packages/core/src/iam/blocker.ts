import type { Pointer } from '../model/origin.ts'

/** Which policy layer said no. */
export type PolicyBlocker = RoleMissing | IdentityPoliciesSilent | PolicyDenies | EndpointPolicySilent

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
}

/** A statement denies it: nothing overrides that. */
export interface PolicyDenies extends OfRequest {
  readonly blocker: 'policy-denies'
  readonly layer: 'identity-policy' | 'endpoint-policy'
  /** The name or ARN of the policy, or the id of the endpoint. */
  readonly policy: string
  /** The `Sid`, else the position from 1. */
  readonly statement: string
}

/** The policy of the endpoint that the call goes through has no statement that allows it. */
export interface EndpointPolicySilent extends OfRequest {
  readonly blocker: 'endpoint-policy-silent'
  readonly endpointId: string
}

/** What stops a service from assuming a role. */
export type RoleTrustBlocker = RoleTrustMissing

/** The role's trust policy does not let the service assume it: no statement allows it, or one denies it. */
export interface RoleTrustMissing {
  readonly blocker: 'role-trust-missing'
  readonly roleArn: string
  readonly service: string
  readonly at: Pointer
}
