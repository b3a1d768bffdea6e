import type { LayerName } from './layer-name.ts'

/**
 * All policies that bear on one request, layer by layer, and the request itself: plain JSON, without a world. Documents
 * are as AWS takes them; what AWS would refuse makes the answer `undecided`, never `allowed`.
 */
export interface PolicySet {
  /** Inline and managed policies of the caller. */
  readonly identity?: readonly Document[]
  /** Absent: the caller has none. */
  readonly permissionsBoundary?: Document
  /** Absent: the session has none; else one of them must allow. */
  readonly sessionPolicies?: readonly Document[]
  /** From the root down to the caller's account, the policies of each level; absent: no organization. */
  readonly serviceControlPolicies?: readonly (readonly Document[])[]
  /** From the root down to the account of the resource; they bear on the services that support them. */
  readonly resourceControlPolicies?: readonly (readonly Document[])[]
  /** The resource's own; of a key, its key policy. Absent: it has none. */
  readonly resourcePolicy?: Document
  /** Of a key. */
  readonly grants?: readonly Grant[]
  /** Of each VPC endpoint on the way. */
  readonly endpoints?: readonly { readonly type: 'Interface' | 'Gateway'; readonly policy: Document }[]
}

/** A `PolicyDocument`, or anything else that somebody wrote. */
type Document = unknown

/** A grant of a KMS key. */
interface Grant {
  readonly granteePrincipal: string
  readonly operations: readonly string[]
  readonly encryptionContextEquals?: { readonly [key: string]: string }
  readonly encryptionContextSubset?: { readonly [key: string]: string }
}

export interface PolicyRequest {
  readonly action: string
  /** An ARN, or `*` where the action has no resource. */
  readonly resource: string
  /** The account of the resource; absent: that of its ARN, else the caller's. */
  readonly resourceAccount?: string
  /**
   * The ARN of a role, of a session of a role (`arn:aws:sts::…:assumed-role/role/session`), of a user or of an account's
   * root; the name of a service (`ecs-tasks.amazonaws.com`); null: nobody of whom policies could know.
   */
  readonly principal: string | null
  /** By condition key, in any case; a list for a multivalued key. Nothing is filled in: what is not here is absent. */
  readonly context?: { readonly [key: string]: string | readonly string[] }
  /** Keys of which nobody knows whether they are in the request, and with which value. */
  readonly unknownKeys?: readonly string[]
}

export interface PolicyDecision {
  readonly decision: 'allowed' | 'denied' | 'undecided'
  /** The layers that deny, by a statement or by silence, or that leave it open; of what is allowed, those that grant. */
  readonly by: readonly LayerName[]
  /** The statements of these layers that say it; none where silence denies. */
  readonly statements: readonly DecidingStatement[]
  /** The condition keys that would decide, sorted; with them known, nothing is undecided but for other gaps. */
  readonly missingKeys: readonly string[]
  /** Of all policies, whether they bear on the request or not. */
  readonly problems: readonly PolicyProblem[]
}

/** What AWS would refuse: with it, nothing that the statement says is sure. */
export interface PolicyProblem {
  /** A JSON pointer into the `PolicySet`. */
  readonly at: string
  /** The element and what is written there. */
  readonly problem: string
}

export interface DecidingStatement {
  readonly layer: LayerName
  /** Of organization policies, the position of the level, from 0. */
  readonly level: number
  /** The position of the policy in its layer or level, from 0. */
  readonly document: number
  /** Its `Sid`, else its position from 1. */
  readonly statement: string
}
