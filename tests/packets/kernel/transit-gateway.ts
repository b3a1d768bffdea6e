import type { TransitGatewayAttachment } from '@farsight/core'
import { nth } from '../address.ts'
import { entries, given } from '../aws-state.ts'
import type { TransitGatewayRoute } from '../transit-gateways.ts'
import { transitGatewaysOf } from '../transit-gateways.ts'
import { DeadEnds } from './dead-end.ts'
import type { VpcLayout } from './layout.ts'
import { type Draft, ROUTER, ruleSet } from './plan.ts'
import type { RouteContext } from './routes.ts'
import { routedBy } from './rule.ts'
import { doorOf } from './vpc.ts'

interface Context extends Pick<RouteContext, 'snapshot' | 'interfaces'> {
  readonly layouts: readonly VpcLayout[]
}

/** One interface of an attachment, where it stands. */
interface Door {
  readonly attachmentId: string
  readonly attachment: TransitGatewayAttachment
  readonly device: string
  readonly zone: string
  /** The router of its subnet. */
  readonly routers: readonly string[]
}

/** The routers between VPCs: what comes in by an attachment is routed by the table that it is associated with. */
export function buildTransitGateways(draft: Draft, context: Context): void {
  for (const [id, gateway] of transitGatewaysOf(context.snapshot)) {
    const doors = doorsOf(context, id)
    if (doors.length === 0) continue
    const space = draft.space(id)
    Object.assign(space.sysctl, ROUTER)
    const deadEnds = new DeadEnds(draft, id)
    doors.forEach((door, place) => {
      const table = 100 + place
      const routeTableId = given(door.attachment.transitGatewayRouteTableId, `the table of ${door.attachmentId}`)
      const found = entries(gateway.routeTables).find(([key]) => key === routeTableId)
      const routes = found === undefined ? [] : given<readonly TransitGatewayRoute[]>(found[1].routes, routeTableId)
      const dead = (to: string, destination: string | null) =>
        deadEnds.way(to, { by: 'transit-gateway', transitGatewayId: id, routeTableId, destination })
      space.ip.push(
        ...routedBy(door.device, table),
        ...routes.map((route) => {
          const to = given(route.destinationCidrBlock, 'a destination')
          return `route add ${to} ${wayOf(doors, door, route, to) ?? dead(to, to)} table ${table}`
        }),
        ...['0.0.0.0/0', '::/0'].map((to) => `route add ${to} ${dead(to, null)} metric 9999 table ${table}`),
      )
    })
    space.nft = ruleSet(
      ['chain forward {', 'type filter hook forward priority filter;', ...deadEnds.rules(), '}'].join('\n'),
    )
  }
}

function doorsOf({ layouts, interfaces }: Context, transitGatewayId: string): readonly Door[] {
  return interfaces
    .filter(({ role, space }) => role === 'transit-gateway' && space === transitGatewayId)
    .flatMap((each) => {
      const layout = layouts.find(({ id }) => id === each.vpcId)
      const subnet = layout?.subnets.find(({ id }) => id === each.subnetId)
      const attachment = entries<TransitGatewayAttachment>(layout?.vpc.transitGatewayAttachments).find(
        ([id]) => id === each.ownerId,
      )
      if (subnet === undefined || attachment === undefined) return []
      const routers = subnet.blocks.map((block) => nth(block, 1))
      return [
        { attachmentId: each.ownerId, attachment: attachment[1], device: doorOf(each), zone: subnet.zone, routers },
      ]
    })
}

/**
 * By the interface in the zone that the packet came from, if the attachment has one there. Null: a black hole.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
function wayOf(doors: readonly Door[], from: Door, route: TransitGatewayRoute, destination: string): string | null {
  if (route.state === 'blackhole') return null
  const candidates = doors.filter(
    ({ attachmentId, attachment }) =>
      attachmentId === route.transitGatewayAttachmentId && (attachment.state ?? 'available') === 'available',
  )
  const door = candidates.find(({ zone }) => zone === from.zone) ?? candidates[0]
  const router = door?.routers.find((address) => address.includes(':') === destination.includes(':'))
  return door === undefined || router === undefined ? null : `via ${router} dev ${door.device} onlink`
}
