import { NOT_READ } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { NatGateway } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { answerFromOutside } from './arrive.ts'
import { EPHEMERAL_PORTS } from './cross-edge.ts'
import type { Flow, Party } from './flow.ts'
import { internetGatewayState, onInternet } from './internet-gateway.ts'
import { around, leg, unknownLeg } from './leg.ts'
import { mergeParts } from './merge-parts.ts'
import { stranded } from './no-way.ts'
import { isOpen, notModeled, openFact } from './open-fact.ts'
import { chooseRoute, type Portion, type SubnetTable, tableById } from './route-table.ts'
import { kindOfTarget, unfollowed } from './route-target.ts'
import type { Spot } from './spot.ts'
import { openStep, type Step, step } from './step.ts'
import { leaving } from './through-internet.ts'
import type { Leg } from './trip.ts'

/**
 * A regional gateway is in no subnet, so no ACL stands before it; it has a route table of its own.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function throughRegionalNat(flow: Flow, onward: Flow, { vpc }: Spot, gateway: Placed<NatGateway>): Leg {
  const { id, value, at } = gateway
  const { routeTableId = NOT_READ } = value
  if (isGap(routeTableId)) {
    return unknownLeg('nat-gateway', openFact('nat-gateway', id, pointerTo(at, 'routeTableId'), routeTableId))
  }
  const table = tableById(vpc, routeTableId)
  if (isOpen(table)) return unknownLeg('nat-gateway', table)
  if (onward.receiver !== null || flow.sender?.vpc.id !== vpc.id) {
    return unknownLeg('nat-gateway', notModeled('hop', id, at, 'regional-nat-gateway'))
  }
  const { service, target, world } = onward
  const bound = { within: target.within, inVpc: false, service, family: 4 } as const
  const { portions, facts } = chooseRoute(world, vpc, table, bound)
  const [fact, ...others] = facts
  if (fact !== undefined) return unknownLeg('nat-gateway', fact, ...others)
  const party: Party = {
    vpc,
    subnet: null,
    side: 'nat-gateway',
    id,
    where: target,
    ports: EPHEMERAL_PORTS,
    publicIp: true,
  }
  const parts = portions.map(({ route, within }) => ({
    within,
    leg: leaveBy({ ...onward, target: { within, open: target.open } }, party, table, route),
  }))
  // The VPC itself brings the answer to the subnet that asked.
  return around([], mergeParts(parts, target), answerFromOutside(flow))
}

function leaveBy(onward: Flow, party: Party, table: SubnetTable, route: Portion['route']): Leg {
  const { vpc, id } = party
  const without = (at: string) => leg([step('route', id, at, stranded(id, null, table.id, at))])
  if (route === null) return without(table.at)
  if (route === 'local') return unknownLeg('route', notModeled('hop', 'local', vpc.at, 'host-in-vpc'))
  const { target, state = 'active' } = route.value
  const hidden = isGap(target) ? target : isGap(state) ? state : null
  if (hidden !== null) return unknownLeg('route', openFact('route', String(table.id), route.at, hidden))
  const targetId = String(target)
  if (state === 'blackhole') return without(route.at)
  if (kindOfTarget(vpc.value, targetId) !== 'internet-gateway') {
    return unknownLeg('route', notModeled('hop', targetId, route.at, unfollowed(targetId)))
  }
  const there = internetGatewayState(vpc, 'internetGateways', targetId)
  if (there === false) return without(route.at)
  const steps: readonly Step[] = [
    isOpen(there) ? openStep('internet-gateway', there) : step('internet-gateway', targetId, route.at),
    ...leaving(onward, party, { gatewayId: targetId, egressOnly: true }),
    ...onInternet(vpc, onward),
  ]
  return leg(steps)
}
