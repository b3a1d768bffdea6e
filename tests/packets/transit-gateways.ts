import type { Known, Snapshot, Table } from '@farsight/core'
import { entries, regionOf } from './aws-state.ts'

export interface TransitGateway {
  readonly routeTables: Known<Table<TransitGatewayRouteTable>>
  readonly securityGroupReferencingSupport?: Known<boolean>
}

export interface TransitGatewayRouteTable {
  readonly routes: Known<readonly TransitGatewayRoute[]>
}

export interface TransitGatewayRoute {
  readonly destinationCidrBlock: Known<string>
  readonly transitGatewayAttachmentId?: Known<string>
  readonly state?: Known<'active' | 'blackhole'>
}

export function transitGatewaysOf(snapshot: Snapshot): [string, TransitGateway][] {
  const region = regionOf(snapshot) as { readonly transitGateways?: Known<Table<TransitGateway>> }
  return entries<TransitGateway>(region.transitGateways)
}
