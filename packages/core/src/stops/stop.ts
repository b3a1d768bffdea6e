import type { CauseId, CauseKind } from '../causes/cause.ts'
import type { CauseStep } from '../causes/usual-step.ts'
import type { ServiceId } from '../launch/requirement.ts'

/** What ECS, a registry or a tool said, read into structure. Null: the text does not tell. */
export interface Stop {
  /** The reason that was read: on one line, secrets masked, cut after 2,000 characters. */
  readonly message: string
  readonly step: CauseStep | null
  readonly kind: CauseKind
  readonly service: StopService | null
  /** As IAM names it: `ecr:GetAuthorizationToken`. */
  readonly action: string | null
  /** What was asked for: an ARN, an image, a secret, a host. */
  readonly resource: string | null
  /** Who was refused, as the message names it. */
  readonly principal: string | null
  readonly dialed: Dialed | null
  /** Whether the same may work later without a change. */
  readonly transient: boolean | null
  readonly retries: number | null
  /** The HTTP status; 0: nobody answered. */
  readonly status: number | null
  /** Names of the fields that were concluded from others instead of being said. */
  readonly inferred: readonly InferredField[]
  /** The part of the text that says what went wrong in words that are not known. */
  readonly notUnderstood: string | null
  readonly retriedBy: 'service' | 'nobody' | 'workflow' | null
  /** Candidates, best first. */
  readonly causes: readonly CauseId[]
  /** The error code of an API, such as `AccessDeniedException`. */
  readonly errorCode: string | null
  /** The layer of policies that refused, where the message says so. */
  readonly deniedBy: PolicyLayer | null
  readonly stopCode: string | null
  readonly container: string | null
  readonly exitCode: number | null
  /** Whether the text ends before the sentence does. */
  readonly isCut: boolean
  /** What in the text speaks for the reading. */
  readonly evidence: readonly Evidence[]
}

/** Those of calls, and what else messages name. */
export type StopService = Exclude<ServiceId, 'events' | 'splunk'> | 'elb'

export interface Dialed {
  readonly host: string | null
  readonly ip: string | null
  readonly port: number | null
}

export type InferredField = 'step' | 'kind' | 'service'

export type PolicyLayer =
  | 'identity-policy'
  | 'resource-policy'
  | 'endpoint-policy'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'permissions-boundary'
  | 'session-policy'

/** One observation in the text, with the part that it rests on. */
export interface Evidence {
  readonly fact: EvidenceFact
  readonly value: string
}

export type EvidenceFact =
  | 'private-address'
  | 'public-address'
  | 's3-address'
  | 'ipv6-address'
  | 'never-answered'
  | 'answered'
  | 'name-not-resolved'
  | 'denied-by'
  | 'agent-killed'
  | 'digest-pinned'
  | 'default-registry'
  | 'exit-code'
  | 'own-exit'
  | 'intended'
  | 'cut'
