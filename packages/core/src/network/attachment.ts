import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { entriesOf } from '../model/table.ts'
import type { TransitGatewayAttachment, Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { oncePer } from './once.ts'
import { isOpen, openFact } from './open-fact.ts'
import { subnetOf } from './vpc-subnet.ts'

/** An attachment of a VPC to a transit gateway that carries packets. */
export interface Attachment extends Placed<TransitGatewayAttachment> {
  readonly vpc: Placed<Vpc>
}

/** How a VPC is attached to a transit gateway; null: not at all. */
export function attachmentTo(vpc: Placed<Vpc>, transitGatewayId: string): Attachment | OpenFact | null {
  const { entries, more } = entriesOf(vpc.value.transitGatewayAttachments)
  const at = pointerTo(vpc.at, 'transitGatewayAttachments')
  let hidden: OpenFact | null = more === null ? null : openFact('transit-gateway-attachments', vpc.id, at, more)
  for (const [id, value] of entries) {
    const here = pointerTo(at, id)
    const gateway = isGap(value) ? value : value.transitGatewayId
    if (isGap(gateway)) hidden ??= openFact('transit-gateway-attachment', id, here, gateway)
    if (isGap(value) || gateway !== transitGatewayId) continue
    // For a while AWS still lists attachments that were deleted: https://github.com/hashicorp/terraform-provider-aws/issues/10393
    const found = serving({ id, value, at: here, place: vpc.place, vpc })
    if (found !== null) return found
  }
  return hidden
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html */
function serving(attachment: Attachment): Attachment | OpenFact | null {
  const { id, value, at } = attachment
  const { state = 'available' } = value
  if (isGap(state)) return openFact('transit-gateway-attachment', id, pointerTo(at, 'state'), state)
  if (state === 'available' || state === 'modifying') return attachment
  // It still carries packets, or already does.
  if (['pending', 'deleting', 'rollingBack'].includes(state)) {
    return openFact('transit-gateway-attachment', id, pointerTo(at, 'state'), NOT_READ)
  }
  return null
}

/** An attachment by its id, in whichever VPC it is. */
export function attachmentWith(world: World, id: string): Attachment | OpenFact | null {
  const found = attachmentsOf(world).get(id)
  return found === undefined ? openFact('transit-gateway-attachment', id, '', NOT_READ) : serving(found)
}

const attachmentsOf = oncePer((world: World): ReadonlyMap<string, Attachment> => {
  const byId = new Map<string, Attachment>()
  for (const vpc of world.vpcs) {
    for (const [id, value] of entriesOf(vpc.value.transitGatewayAttachments).entries) {
      const at = pointerTo(vpc.at, 'transitGatewayAttachments', id)
      if (!isGap(value)) byId.set(id, { id, value, at, place: vpc.place, vpc })
    }
  }
  return byId
})

/** The subnets in which an attachment has an interface. */
export function subnetsOfAttachment({ id, value, at, vpc }: Attachment): readonly PlacedSubnet[] | OpenFact {
  const { subnetIds } = value
  if (isGap(subnetIds)) return openFact('transit-gateway-attachment', id, pointerTo(at, 'subnetIds'), subnetIds)
  const subnets: PlacedSubnet[] = []
  for (const subnetId of subnetIds) {
    const subnet = subnetOf(vpc, subnetId)
    if (isOpen(subnet)) return subnet
    subnets.push(subnet)
  }
  return subnets
}

/** The Availability Zone of a subnet: by its id, which is the same in all accounts, or by its name in one account. */
export function isInZoneOf(subnet: PlacedSubnet, other: PlacedSubnet): boolean | undefined {
  const ids = [subnet.value.availabilityZoneId, other.value.availabilityZoneId]
  const names = [subnet.value.availabilityZone, other.value.availabilityZone]
  for (const [left, right] of [ids, subnet.place.account === other.place.account ? names : []]) {
    if (left !== undefined && right !== undefined && !isGap(left) && !isGap(right)) return left === right
  }
  return subnet.id === other.id ? true : undefined
}
