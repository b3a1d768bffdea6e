import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { TransitGateway, TransitGatewayRoute } from '../model/transit-gateway.ts'
import type { Placed, World } from '../model/world.ts'
import { blockOf } from './address-set.ts'
import type { Attachment } from './attachment.ts'
import type { Family } from './family.ts'
import { type Candidate, inOrder, shareOut, type Taken } from './longest-prefix.ts'
import { openFact } from './open-fact.ts'
import type { RangeSet } from './range-set.ts'

/** A transit gateway may be of another account than the VPC: any account of the snapshot may list it. */
export function transitGatewayOf(world: World, id: string, attachment: Attachment): Placed<TransitGateway> | OpenFact {
  const { region } = attachment.place
  const own = world.find('transitGateways', attachment.place, id)
  if (own !== null && !isGap(own)) return own
  for (const place of world.places) {
    const found = place.region === region ? world.find('transitGateways', place, id) : null
    if (found !== null && !isGap(found)) return found
  }
  const at = pointerTo('/accounts', attachment.place.account, 'regions', region, 'transitGateways', id)
  return openFact('transit-gateway', id, at, own ?? NOT_READ)
}

/** A route of a transit gateway, where it is written. */
export interface PlacedTransitRoute {
  readonly value: TransitGatewayRoute
  readonly at: string
}

/** The table that routes what comes in by an attachment. */
export interface TransitTable {
  readonly id: string
  readonly at: string
  readonly routes: readonly PlacedTransitRoute[]
}

export function tableOfAttachment(gateway: Placed<TransitGateway>, attachment: Attachment): TransitTable | OpenFact {
  const { transitGatewayRouteTableId: id = NOT_READ } = attachment.value
  if (isGap(id)) {
    const at = pointerTo(attachment.at, 'transitGatewayRouteTableId')
    return openFact('transit-gateway-attachment', attachment.id, at, id)
  }
  return tableIn(gateway, id)
}

function tableIn(gateway: Placed<TransitGateway>, id: string): TransitTable | OpenFact {
  const found = lookUpListed(gateway.value.routeTables, id)
  const at = pointerTo(gateway.at, 'routeTables', id)
  if (found === null || isGap(found)) return openFact('transit-gateway-route-table', id, at, found ?? NOT_READ)
  const { routes } = found
  const routesAt = pointerTo(at, 'routes')
  if (isGap(routes)) return openFact('transit-gateway-route-table', id, routesAt, routes)
  return { id, at, routes: routes.map((value, position) => ({ value, at: pointerTo(routesAt, position) })) }
}

export interface TransitChoice {
  readonly portions: readonly Taken<PlacedTransitRoute>[]
  /** Facts that could give the packets to another route. */
  readonly facts: readonly OpenFact[]
}

export function chooseTransitRoute(table: TransitTable, within: RangeSet, family: Family): TransitChoice {
  const facts: OpenFact[] = []
  const candidates: Candidate<PlacedTransitRoute>[] = []
  for (const route of table.routes) {
    const block = blockOf(route.value.destinationCidrBlock, family)
    if (isGap(block)) facts.push(openFact('transit-gateway-route-table', table.id, route.at, block))
    else if (block !== null) candidates.push({ route, addresses: block.addresses, length: block.length, rank: 0 })
  }
  return { portions: shareOut(within, inOrder(candidates)), facts }
}
