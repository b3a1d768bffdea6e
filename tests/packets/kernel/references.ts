import type { PeeringConnection, Snapshot, TransitGatewayAttachment, Vpc } from '@farsight/core'
import { entries, given, vpcsOf } from '../aws-state.ts'
import { transitGatewaysOf } from '../transit-gateways.ts'

/**
 * Whether rules in one VPC may name groups of another: across an active peering in the Region, or a transit gateway that
 * was told to support it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
 */
export function mayReferGroupsOf(snapshot: Snapshot, fromVpcId: string, toVpcId: string): boolean {
  if (fromVpcId === toVpcId) return true
  const from = vpcWith(snapshot, fromVpcId)
  const peered = entries<PeeringConnection>(from.peeringConnections).some(
    ([, { peerVpcId, state = 'active' }]) => peerVpcId === toVpcId && state === 'active',
  )
  if (peered) return true
  const gatewaysOf = (vpc: Vpc) =>
    entries<TransitGatewayAttachment>(vpc.transitGatewayAttachments).map(([, each]) =>
      given(each.transitGatewayId, '?'),
    )
  const others = gatewaysOf(vpcWith(snapshot, toVpcId))
  const supporting = transitGatewaysOf(snapshot).flatMap(([id, gateway]) =>
    gateway.securityGroupReferencingSupport === true ? [id] : [],
  )
  return gatewaysOf(from).some((id) => others.includes(id) && supporting.includes(id))
}

function vpcWith(snapshot: Snapshot, vpcId: string): Vpc {
  return given(
    vpcsOf(snapshot).find(([id]) => id === vpcId),
    vpcId,
  )[1]
}
