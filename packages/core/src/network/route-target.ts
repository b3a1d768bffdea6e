import { isGap, type Known } from '../model/known.ts'
import { entriesOf, type Listing } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'

/** What a route leads to. */
export type TargetKind =
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'nat-gateway'
  | 'endpoint'
  | 'peering-connection'
  | 'transit-gateway'
  | 'other'

/** By what the VPC holds; what it does not hold, by its id. */
export function kindOfTarget(vpc: Vpc, target: string): TargetKind {
  if (holds(vpc.internetGateways, target) || target.startsWith('igw-')) return 'internet-gateway'
  if (holds(vpc.natGateways, target) || target.startsWith('nat-')) return 'nat-gateway'
  if (holds(vpc.egressOnlyInternetGateways, target) || target.startsWith('eigw-')) return 'egress-only-internet-gateway'
  if (holds(vpc.peeringConnections, target) || target.startsWith('pcx-')) return 'peering-connection'
  if (target.startsWith('tgw-') || isAttachedTo(vpc, target)) return 'transit-gateway'
  return holds(vpc.endpoints, target) || target.startsWith('vpce-') ? 'endpoint' : 'other'
}

function holds(listing: Known<Listing<unknown>> | undefined, id: string): boolean {
  return listing !== undefined && !isGap(listing) && Object.hasOwn(listing, id) && listing[id] !== null
}

/** Transit gateways are of no VPC: code names them by their logical ids. */
function isAttachedTo({ transitGatewayAttachments }: Vpc, target: string): boolean {
  const { entries } = entriesOf(transitGatewayAttachments)
  return entries.some(([, attachment]) => !isGap(attachment) && attachment.transitGatewayId === target)
}

const KINDS: readonly (readonly [string, string])[] = [
  ['vgw-', 'virtual-private-gateway'],
  ['eni-', 'network-interface-as-route-target'],
  ['i-', 'instance-as-route-target'],
  ['lgw-', 'local-gateway'],
  ['cagw-', 'carrier-gateway'],
  ['arn:', 'core-network'],
]

/** What a target is that Farsight does not follow. */
export function unfollowed(target: string): string {
  return KINDS.find(([prefix]) => target.startsWith(prefix))?.[1] ?? 'route-target'
}
