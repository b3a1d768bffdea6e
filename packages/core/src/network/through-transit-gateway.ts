import { type Gap, NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet } from '../model/world.ts'
import { toCidrs } from './address-set.ts'
import { type Attachment, attachmentTo, attachmentWith, isInZoneOf, subnetsOfAttachment } from './attachment.ts'
import { crossing, type Flow, type Place } from './flow.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { anyOf, around, leg, unknownLeg } from './leg.ts'
import type { Taken } from './longest-prefix.ts'
import { mergeParts } from './merge-parts.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { across, type Beyond, type Spot, type Walk } from './spot.ts'
import { type Step, step } from './step.ts'
import { chooseTransitRoute, type PlacedTransitRoute, tableOfAttachment, transitGatewayOf } from './transit-gateway.ts'
import type { Leg } from './trip.ts'

/**
 * In by the attachment's interface in the zone of the subnet, then by the table that the attachment is associated with,
 * out by an attachment of another VPC, and on from the subnet of its interface.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function throughTransitGateway(flow: Flow, spot: Spot, id: string, gone: Hop, walk: Walk): Beyond {
  const { vpc } = spot
  const attachment = attachmentTo(vpc, id)
  const at = pointerTo(vpc.at, 'transitGatewayAttachments')
  if (attachment === null) return across(leg([step('transit-gateway', id, at, gone)]))
  if (isOpen(attachment)) return across(unknownLeg('transit-gateway', attachment))
  const subnets = subnetsOfAttachment(attachment)
  if (isOpen(subnets)) return across(unknownLeg('transit-gateway', subnets))
  const door = subnets.find((subnet) => isInZoneOf(subnet, spot.subnet) === true)
  const zone = door === undefined ? zoneMissing(flow, spot, id, attachment, subnets) : WORKS
  const entry = door ?? subnets[0]
  if (zone.verdict === 'undecided' || entry === undefined) {
    return across({ ...leg([step('transit-gateway', attachment.id, attachment.at, zone)]), ends: true })
  }
  const inner = beyondAttachment(flow, spot.subnet, id, attachment, walk)
  const steps = [step('transit-gateway', attachment.id, attachment.at, zone), ...entering(flow, spot, entry)]
  return across(around(steps, inner), entry.id !== spot.subnet.id)
}

function zoneMissing(
  flow: Flow,
  { subnet }: Spot,
  transitGatewayId: string,
  attachment: Attachment,
  subnets: readonly PlacedSubnet[],
): Hop {
  const at = pointerTo(subnet.at, 'availabilityZone')
  if (subnets.length === 0 || subnets.some((other) => isInZoneOf(other, subnet) === undefined)) {
    return openHop([openFact('subnet', subnet.id, at, NOT_READ)])
  }
  return blocked({
    blocker: 'transit-gateway-zone',
    transitGatewayId,
    attachmentId: attachment.id,
    subnetId: subnet.id,
    zone: zoneOf(subnet),
    zones: subnets.map(zoneOf),
    reply: flow.reply,
    at: pointerTo(attachment.at, 'subnetIds'),
  })
}

function zoneOf({ value }: PlacedSubnet): string {
  const zone = value.availabilityZone ?? value.availabilityZoneId
  return zone === undefined || isGap(zone) ? '' : zone
}

/**
 * The ACL of the attachment's subnet sees what comes from other subnets as it enters, and what goes to them as it
 * leaves. In one subnet with the attachment, both its sides see what is sent.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
function entering(flow: Flow, spot: Spot, entry: PlacedSubnet): readonly Step[] {
  const place: Place = { vpc: spot.vpc, subnet: entry, side: 'transit-gateway' }
  if (entry.id !== spot.subnet.id) return [crossing(flow, place, 'ingress')]
  const sides = [crossing(flow, place, 'egress'), crossing(flow, place, 'ingress')]
  return sides.map((side): Step => {
    if (side.hop === WORKS) return side
    return { ...side, hop: openHop([notModeled('network-acl', side.id, side.at, 'acl-beside-transit-gateway')]) }
  })
}

function beyondAttachment(flow: Flow, from: PlacedSubnet, id: string, attachment: Attachment, walk: Walk): Leg {
  const gateway = transitGatewayOf(flow.world, id, attachment)
  if (isOpen(gateway)) return unknownLeg('transit-gateway', gateway)
  const table = tableOfAttachment(gateway, attachment)
  if (isOpen(table)) return unknownLeg('transit-gateway', table)
  const { ipv6Support = NOT_READ } = attachment.value
  if (flow.family === 6 && ipv6Support !== true) {
    const gap: Gap = isGap(ipv6Support) ? ipv6Support : { gap: 'not-modeled', what: 'transit-gateway-ipv6' }
    return unknownLeg('transit-gateway', openFact('transit-gateway-attachment', attachment.id, attachment.at, gap))
  }
  const { portions, facts } = chooseTransitRoute(table, flow.target.within, flow.family)
  const [fact, ...others] = facts
  if (fact !== undefined) return unknownLeg('transit-gateway', fact, ...others)
  const parts = portions.map((portion) => {
    const part = { ...flow, target: { within: portion.within, open: flow.target.open } }
    return { within: portion.within, leg: byRoute(part, from, { id, table: table.id, at: table.at }, portion, walk) }
  })
  return mergeParts(parts, flow.target)
}

interface Table {
  /** Of the gateway. */
  readonly id: string
  readonly table: string
  readonly at: string
}

function byRoute(
  flow: Flow,
  from: PlacedSubnet,
  { id, table, at }: Table,
  { route }: Taken<PlacedTransitRoute>,
  walk: Walk,
): Leg {
  const dropped = (destination: string | null, where: string) =>
    leg([
      step(
        'transit-gateway',
        table,
        where,
        blocked({
          blocker: 'transit-gateway-route',
          transitGatewayId: id,
          routeTableId: table,
          destination,
          addresses: toCidrs(flow.target.within),
          reply: flow.reply,
          at: where,
        }),
      ),
    ])
  if (route === null) return dropped(null, at)
  const { state = 'active', transitGatewayAttachmentId: far = NOT_READ, destinationCidrBlock } = route.value
  const destination = isGap(destinationCidrBlock) ? '' : destinationCidrBlock
  if (state === 'blackhole') return dropped(destination, route.at)
  const hidden = isGap(state) ? state : isGap(far) ? far : null
  if (hidden !== null)
    return unknownLeg('transit-gateway', openFact('transit-gateway-route-table', table, route.at, hidden))
  const attachment = attachmentWith(flow.world, String(far))
  if (attachment === null) return dropped(destination, route.at)
  if (isOpen(attachment)) return unknownLeg('transit-gateway', { ...attachment, at: route.at })
  return around([step('transit-gateway', table, route.at)], outBy(flow, from, attachment, walk))
}

/** By the interface in the zone that the packets came from, where the attachment has one there. */
function outBy(flow: Flow, from: PlacedSubnet, attachment: Attachment, walk: Walk): Leg {
  const subnets = subnetsOfAttachment(attachment)
  if (isOpen(subnets)) return unknownLeg('transit-gateway', subnets)
  const here = subnets.find((subnet) => isInZoneOf(subnet, from) === true)
  const doors = here === undefined ? subnets : [here]
  const doubt = notModeled('hop', attachment.id, attachment.at, 'several-transit-gateway-interfaces')
  return anyOf(
    doors.map((subnet) => walk(flow, { vpc: attachment.vpc, subnet, side: 'transit-gateway' })),
    doubt,
  )
}
