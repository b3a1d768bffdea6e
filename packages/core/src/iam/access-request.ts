import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'

export interface AccessRequest {
  /** The ARN of the role; null: nobody's (a pre-signed URL of an AWS service), so only policies on the path decide. */
  readonly principal: string | null
  readonly action: string
  readonly resource: string
  /** The VPC endpoints that the call goes through. */
  readonly endpoints: readonly Placed<VpcEndpoint>[]
  /** Whether the way is known, so that the call goes through these endpoints and no other. Absent: it is not. */
  readonly isWayKnown?: boolean | undefined
  /** The Region that is asked; absent: that of the resource. */
  readonly region?: string | undefined
  /** The service that makes the call in the name of the role: `secretsmanager`. Absent: the role itself makes it. */
  readonly via?: string | undefined
  /** What else is known of the request: values by condition key, as AWS writes it. */
  readonly context?: { readonly [key: string]: string | readonly string[] } | undefined
}
