import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { entriesOf } from '../model/table.ts'
import type { TransitGatewayAttachment, Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { attachmentTo } from './attachment.ts'
import { isOpen, openFact } from './open-fact.ts'
import { peerOf } from './peering.ts'
import { transitGatewayOf } from './transit-gateway.ts'

/**
 * Whether rules in one VPC may name groups of the other: across a peering connection in the Region, or a transit gateway
 * and attachments that support it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
 */
export function mayReferTo(world: World, from: Placed<Vpc>, to: Placed<Vpc>): boolean | OpenFact {
  if (from.id === to.id) return true
  if (from.place.region !== to.place.region) return false
  const peered = isPeered(world, from, to)
  if (peered === true) return true
  const attached = isAttached(world, from, to)
  return attached === false ? peered : attached
}

function isPeered(world: World, from: Placed<Vpc>, to: Placed<Vpc>): boolean | OpenFact {
  const { entries, more } = entriesOf(from.value.peeringConnections)
  const at = pointerTo(from.at, 'peeringConnections')
  let hidden: OpenFact | null = more === null ? null : openFact('vpc', from.id, at, more)
  for (const [id] of entries) {
    const peer = peerOf(world, from, id)
    if (peer === null) continue
    if (isOpen(peer)) hidden ??= peer
    else if (peer.id === to.id) return true
  }
  return hidden ?? false
}

function isAttached(world: World, from: Placed<Vpc>, to: Placed<Vpc>): boolean | OpenFact {
  const { entries, more } = entriesOf(from.value.transitGatewayAttachments)
  const at = pointerTo(from.at, 'transitGatewayAttachments')
  let hidden: OpenFact | null = more === null ? null : openFact('transit-gateway-attachments', from.id, at, more)
  for (const [attachmentId, attachment] of entries) {
    const id = isGap(attachment) ? attachment : attachment.transitGatewayId
    const supported = isGap(id)
      ? openFact('transit-gateway-attachment', attachmentId, pointerTo(at, attachmentId), id)
      : isSupported(world, id, from, to)
    if (supported === true) return true
    if (isOpen(supported)) hidden ??= supported
  }
  return hidden ?? false
}

function isSupported(world: World, id: string, from: Placed<Vpc>, to: Placed<Vpc>): boolean | OpenFact {
  const [own, other] = [attachmentTo(from, id), attachmentTo(to, id)]
  if (own === null || other === null) return false
  for (const end of [own, other]) {
    if (isOpen(end)) return end
    const supports = supportOf(end.value)
    if (supports === false) return false
    if (isGap(supports)) return openFact('transit-gateway-attachment', end.id, end.at, supports)
    const gateway = transitGatewayOf(world, id, end)
    if (isOpen(gateway)) return gateway
    const { securityGroupReferencingSupport = false } = gateway.value
    if (isGap(securityGroupReferencingSupport)) {
      return openFact('transit-gateway', id, gateway.at, securityGroupReferencingSupport)
    }
    if (!securityGroupReferencingSupport) return false
  }
  return true
}

function supportOf({ securityGroupReferencingSupport = true }: TransitGatewayAttachment) {
  return securityGroupReferencingSupport
}
