import type { PeeringConnection, Vpc } from '@farsight/core'
import { entries } from '../aws-state.ts'
import { peeringDevice, routedCable } from './cable.ts'
import type { VpcLayout } from './layout.ts'
import type { Draft } from './plan.ts'

/** A cable for each connection between two VPCs of the world. */
export function buildPeerings(draft: Draft, layouts: readonly VpcLayout[]): void {
  for (const { id, vpc, space } of layouts) {
    for (const [connectionId, { peerVpcId }] of entries<PeeringConnection>(vpc.peeringConnections)) {
      const peer = layouts.find((layout) => layout.id === peerVpcId)
      if (peer === undefined || !isNearEnd(id, vpc, connectionId)) continue
      const device = peeringDevice(connectionId)
      routedCable(draft, { space, device }, { space: peer.space, device })
    }
  }
}

/** Of the two VPCs, the one with the lower id. */
export function isNearEnd(vpcId: string, { peeringConnections }: Vpc, connectionId: string): boolean {
  const found = entries<PeeringConnection>(peeringConnections).find(([id]) => id === connectionId)
  return found !== undefined && vpcId < String(found[1].peerVpcId)
}
