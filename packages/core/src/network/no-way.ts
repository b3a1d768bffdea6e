import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { publicSpace, toCidrs } from './address-set.ts'
import type { BlackholeRoute } from './blocker.ts'
import type { Flow } from './flow.ts'
import { blocked, type Hop } from './hop.ts'
import { overlaps } from './range-set.ts'
import type { PlacedRoute } from './route-table.ts'
import type { Spot } from './spot.ts'

/** Nothing in the table leads there; `at` is the route that leads elsewhere, where one does. */
export function noWay(flow: Flow, spot: Spot, at?: string): Hop {
  const { table, subnet, vpc } = spot
  if (flow.reply) {
    const { id: routeTableId } = table
    const addresses = toCidrs(flow.target.within)
    const { host } = flow
    return blocked({
      blocker: 'no-return-route',
      subnetId: subnet.id,
      routeTableId,
      addresses,
      host,
      at: at ?? table.at,
    })
  }
  const { sender } = flow
  if (sender !== null && sender.side === 'nat-gateway' && flow.receiver === null) {
    return stranded(sender.id, subnet.id, table.id, at ?? pointerTo(sender.vpc.at, 'natGateways', sender.id))
  }
  return blocked({
    blocker: 'no-route',
    vpcId: vpc.id,
    subnetId: subnet.id,
    routeTableId: table.id,
    host: flow.host,
    addresses: privateAddresses(flow),
    unusedEndpoint: flow.unused,
    at: at ?? table.at,
  })
}

function privateAddresses({ target: { within, open }, family }: Flow): readonly string[] | null {
  return open === null && !overlaps(publicSpace(family), within) ? toCidrs(within) : null
}

export function stranded(
  natGatewayId: string,
  natSubnetId: string | null,
  natRouteTableId: string | null,
  at: string,
): Hop {
  return blocked({ blocker: 'nat-gateway-without-internet', natGatewayId, natSubnetId, natRouteTableId, at })
}

/** The target of the route is gone. */
export function deadEnd(flow: Flow, spot: Spot, route: PlacedRoute, targetId: string): Hop {
  const { sender } = flow
  if (sender !== null && sender.side === 'nat-gateway' && flow.receiver === null && !flow.reply) {
    return stranded(sender.id, spot.subnet.id, spot.table.id, route.at)
  }
  return blocked(blackholeRoute(spot, route, targetId))
}

function blackholeRoute({ subnet, table }: Spot, { value, at }: PlacedRoute, targetId: string): BlackholeRoute {
  const destination = isGap(value.destination) ? '' : value.destination
  return { blocker: 'blackhole-route', subnetId: subnet.id, routeTableId: table.id ?? '', destination, targetId, at }
}
