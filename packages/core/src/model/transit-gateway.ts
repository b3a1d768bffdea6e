import type { Known } from './known.ts'
import type { Listing } from './table.ts'

/** @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
export interface TransitGateway {
  readonly routeTables: Known<Listing<TransitGatewayRouteTable>>
  /** Whether groups may name groups of other VPCs across it. Absent: false, as AWS makes it. */
  readonly securityGroupReferencingSupport?: Known<boolean>
}

/** What comes in through an attachment is routed by the table that the attachment is associated with. */
export interface TransitGatewayRouteTable {
  /** Static and propagated ones. */
  readonly routes: Known<readonly TransitGatewayRoute[]>
}

export interface TransitGatewayRoute {
  readonly destinationCidrBlock: Known<string>
  /** Absent: of a black hole. */
  readonly transitGatewayAttachmentId?: Known<string>
  readonly state?: Known<'active' | 'blackhole'>
}
