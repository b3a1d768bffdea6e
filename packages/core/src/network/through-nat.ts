import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { NatGateway } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { EPHEMERAL_PORTS } from './cross-edge.ts'
import { crossing, type Flow, type Party, replyOf } from './flow.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { around, leg, unknownLeg } from './leg.ts'
import { outOfNat64 } from './nat64.ts'
import { noWay } from './no-way.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import type { PlacedRoute } from './route-table.ts'
import { across, type Beyond, type Spot, type Walk } from './spot.ts'
import { step } from './step.ts'
import { throughRegionalNat } from './through-regional-nat.ts'
import type { Leg } from './trip.ts'
import { addressesIn, subnetOf } from './vpc-subnet.ts'

/**
 * Through a NAT gateway and back: its state, the edge of its subnet, and on from there with its own address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export function throughNat(flow: Flow, spot: Spot, route: PlacedRoute, id: string, walk: Walk): Beyond {
  const { vpc } = spot
  const at = pointerTo(vpc.at, 'natGateways', id)
  if (flow.reply) return across(leg([step('route', id, route.at, noWay(flow, spot, route.at))]))
  if (flow.sender?.id === id) return across(leg([step('route', id, route.at, noWay(flow, spot, route.at))]))
  const found = lookUpListed(vpc.value.natGateways, id)
  if (isGap(found)) return across(unknownLeg('nat-gateway', openFact('nat-gateways', vpc.id, at, found)))
  if (found === null) return across(leg([step('nat-gateway', id, route.at, broken(spot, id, 'missing', route.at))]))
  const gateway = { id, value: found, at, place: vpc.place }
  const state = step('nat-gateway', id, at, stateOf(spot, gateway))
  const translated = flow.family === 4 ? flow.target.within : outOfNat64(flow.target.within)
  if (translated === null) {
    return across(around([state], unknownLeg('nat-gateway', notModeled('hop', id, at, 'ipv6-through-nat'))))
  }
  const onward = { ...flow, family: 4 as const, target: { within: translated, open: flow.target.open } }
  const { availabilityMode = 'zonal' } = found
  if (isGap(availabilityMode)) return across(around([state], unknown(gateway, availabilityMode)))
  if (availabilityMode === 'regional') return across(around([state], throughRegionalNat(flow, onward, spot, gateway)))
  const subnet = subnetOfNat(spot, gateway)
  if (isOpen(subnet)) return across(around([state], unknownLeg('nat-gateway', subnet)))
  const inner = throughSubnet(flow, onward, spot, gateway, subnet, walk)
  return across(around([state], inner), subnet.id !== spot.subnet.id)
}

function stateOf(spot: Spot, { id, value, at }: Placed<NatGateway>): Hop {
  const { state = 'available' } = value
  if (state === 'available') return WORKS
  const where = pointerTo(at, 'state')
  return isGap(state) ? openHop([openFact('nat-gateway', id, where, state)]) : broken(spot, id, state, where)
}

function broken({ subnet, table }: Spot, natGatewayId: string, state: string, at: string): Hop {
  const routeTableId = table.id ?? ''
  return blocked({ blocker: 'nat-gateway-state', natGatewayId, state, subnetId: subnet.id, routeTableId, at })
}

function unknown({ id, at }: Placed<NatGateway>, gap: OpenFact['gap']): Leg {
  return unknownLeg('nat-gateway', openFact('nat-gateway', id, at, gap))
}

function subnetOfNat({ vpc }: Spot, { id, value, at }: Placed<NatGateway>): PlacedSubnet | OpenFact {
  const { subnetId = NOT_READ } = value
  return isGap(subnetId) ? openFact('nat-gateway', id, pointerTo(at, 'subnetId'), subnetId) : subnetOf(vpc, subnetId)
}

function throughSubnet(
  flow: Flow,
  onward: Flow,
  spot: Spot,
  gateway: Placed<NatGateway>,
  subnet: PlacedSubnet,
  walk: Walk,
): Leg {
  const party = partyOf(spot, gateway, subnet)
  if (isOpen(party)) return unknownLeg('nat-gateway', party)
  const place = { vpc: spot.vpc, subnet, side: 'nat-gateway' } as const
  // Inside of one subnet no ACL is passed.
  const apart = subnet.id !== spot.subnet.id
  const enter = apart ? [crossing({ ...flow, receiver: party }, place, 'ingress')] : []
  const beyond = walk({ ...onward, sender: party, source: party.where, routed: flow.routed + 1 }, place)
  const back = walk(replyOf({ ...flow, receiver: party }, party), place)
  const whole = around(enter, beyond, back.out)
  // The last of several that translate is whom the receiver sees.
  return { ...whole, ends: beyond.ends || back.ends, seenAs: beyond.seenAs ?? party.where }
}

/** It has one address, of which is not known more than its subnet. */
function partyOf({ vpc }: Spot, { id, value, at }: Placed<NatGateway>, subnet: PlacedSubnet): Party | OpenFact {
  const { connectivityType = 'public' } = value
  if (isGap(connectivityType)) return openFact('nat-gateway', id, at, connectivityType)
  const inside = addressesIn(subnet, 4)
  if (inside === null) return notModeled('hop', id, at, 'nat-gateway-without-ipv4')
  const where = { within: inside.within, open: inside.open ?? openFact('nat-gateway', id, at, NOT_READ) }
  const publicIp = connectivityType === 'public'
  return { vpc, subnet, side: 'nat-gateway', id, where, ports: EPHEMERAL_PORTS, publicIp }
}
