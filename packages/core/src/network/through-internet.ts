import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { answerFromOutside } from './arrive.ts'
import type { Flow, Party } from './flow.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { internetGatewayState, onInternet } from './internet-gateway.ts'
import { leg, unknownLeg } from './leg.ts'
import { noWay } from './no-way.ts'
import { notModeled, openFact } from './open-fact.ts'
import { passPublicAccess } from './public-access.ts'
import type { PlacedRoute } from './route-table.ts'
import type { Spot } from './spot.ts'
import { type Step, step } from './step.ts'
import type { Leg } from './trip.ts'

/** What an internet gateway, or an egress-only one for IPv6, is on the way. */
interface Gateway {
  readonly id: string
  readonly listing: 'internetGateways' | 'egressOnlyInternetGateways'
  /** What the route is where the gateway is gone. */
  readonly gone: Hop
}

/**
 * An internet gateway translates between the private and the public IPv4 address of an interface in its VPC; without
 * one it drops. IPv6 addresses are public.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function throughInternet(flow: Flow, spot: Spot, route: PlacedRoute, gateway: Gateway): Leg {
  const { vpc, table } = spot
  const { sender, receiver } = flow
  const { id, listing, gone } = gateway
  if (sender === null || flow.reply || (receiver !== null && flow.family === 4)) {
    return leg([step('route', id, route.at, noWay(flow, spot, route.at))])
  }
  if (receiver !== null || sender.vpc.id !== vpc.id) {
    return unknownLeg(
      'internet-gateway',
      notModeled('hop', id, pointerTo(route.at, 'target'), 'foreign-internet-gateway'),
    )
  }
  const egressOnly = listing === 'egressOnlyInternetGateways'
  if (egressOnly && flow.family === 4) return leg([step('route', id, route.at, noWay(flow, spot, route.at))])
  const there = internetGatewayState(vpc, listing, id)
  const state = there === true ? WORKS : there === false ? gone : openHop([there])
  return leg(
    [
      step('internet-gateway', id, pointerTo(vpc.at, listing, id), state),
      ...leaving(flow, sender, { gatewayId: id, egressOnly }),
      ...onInternet(vpc, flow),
      ...(flow.family === 4 ? [publicAddress(sender, id, table.id ?? '', route)] : []),
    ],
    answerFromOutside(flow),
  )
}

/** Past VPC Block Public Access. */
export function leaving(
  { task }: Pick<Flow, 'task'>,
  { vpc, subnet, side }: Party,
  { gatewayId, egressOnly }: { readonly gatewayId: string; readonly egressOnly: boolean },
): readonly Step[] {
  if (vpc.value.blockPublicAccess === undefined) return []
  const isEgress = egressOnly || side === 'nat-gateway'
  const passage = { gatewayId, subnetId: subnet?.id ?? null, egressOnly: isEgress, taskSubnetId: task.id }
  return [step('block-public-access', vpc.id, pointerTo(vpc.at, 'blockPublicAccess'), passPublicAccess(vpc, passage))]
}

function publicAddress(sender: Party, internetGatewayId: string, routeTableId: string, { at }: PlacedRoute): Step {
  const { publicIp, subnet, id, side } = sender
  if (side === 'nat-gateway') {
    const hop = blocked({ blocker: 'private-nat-gateway', natGatewayId: id, internetGatewayId, at })
    return step('public-ip', id, at, publicIp === false ? hop : WORKS)
  }
  const subnetId = subnet?.id ?? ''
  if (isGap(publicIp))
    return step('public-ip', id, at, openHop([openFact('public-ip', subnetId, subnet?.at ?? at, publicIp)]))
  const hop = blocked({ blocker: 'no-public-ip', subnetId, routeTableId, internetGatewayId, at })
  return step('public-ip', id, at, publicIp ? WORKS : hop)
}
