import type { Snapshot, TransitGateway } from '@farsight/core'
import { entries, regionOf } from './aws-state.ts'

export type { TransitGateway, TransitGatewayRoute } from '@farsight/core'

export function transitGatewaysOf(snapshot: Snapshot): [string, TransitGateway][] {
  return entries<TransitGateway>(regionOf(snapshot).transitGateways)
}
