import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'

export interface AccessRequest {
  /** The ARN of the role; null: nobody's (a pre-signed URL of an AWS service), so only policies on the path decide. */
  readonly principal: string | null
  readonly action: string
  readonly resource: string
  /** The VPC endpoints that the call goes through. */
  readonly endpoints: readonly Placed<VpcEndpoint>[]
}
