import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import type { AwsHost } from './aws-host.ts'
import type { Side, UnusedEndpoint } from './blocker.ts'
import { replyAcross, replyToClientAcross, requestAcross } from './cross-edge.ts'
import type { Family } from './family.ts'
import type { Whereabouts } from './hop.ts'
import { aclOf } from './network-acl.ts'
import { isOpen } from './open-fact.ts'
import type { PortRange } from './range-set.ts'
import { type Step, step } from './step.ts'

/** An interface in a VPC that packets come from or go to. */
export interface Party {
  readonly vpc: Placed<Vpc>
  /** Null: of a regional NAT gateway, which is in none. */
  readonly subnet: PlacedSubnet | null
  readonly side: Exclude<Side, 'transit-gateway'>
  readonly id: string
  readonly where: Whereabouts
  /** The ports that it calls from, and to which replies go. */
  readonly ports: PortRange
  readonly publicIp: Known<boolean>
}

/** Packets that go one way: requests, or their replies. */
export interface Flow {
  readonly world: World
  readonly family: Family
  /** The subnet that the call is made from. */
  readonly task: PlacedSubnet
  readonly host: string
  /** Null: not a service of AWS. */
  readonly service: AwsHost | null
  readonly unused: UnusedEndpoint | null
  /** Where they come from, and who sends them; null: a host outside. */
  readonly source: Whereabouts
  readonly sender: Party | null
  readonly target: Whereabouts
  readonly receiver: Party | null
  readonly ports: PortRange
  readonly reply: boolean
  /** How many tables routed them already. */
  readonly routed: number
}

/** Where packets are: at the edge of a subnet, or at a regional NAT gateway. */
export interface Place {
  readonly vpc: Placed<Vpc>
  readonly subnet: PlacedSubnet
  readonly side: Side
}

/** At the edge of a subnet; ACLs are stateless. */
export function crossing(flow: Flow, { subnet, side }: Place, direction: 'egress' | 'ingress'): Step {
  const { family, source, target, ports, reply, receiver } = flow
  const acl = aclOf(subnet, family)
  const edge = { acl, subnetId: subnet.id, side, remote: direction === 'egress' ? target : source }
  const [id, at] = isOpen(acl) ? [acl.what.id, acl.at] : [acl.id, acl.at]
  if (!reply) return step('network-acl', id, at, requestAcross(edge, direction, ports.from))
  const across = receiver?.side === 'task' ? replyToClientAcross : replyAcross
  return step('network-acl', id, at, across(edge, direction, ports))
}

/** The answers to what arrived. */
export function replyOf(flow: Flow, sender: Party | null): Flow {
  const { unused, source, target, sender: receiver } = flow
  const ports = receiver?.ports ?? flow.ports
  return onward(flow, { unused, source: target, sender, target: source, receiver, ports, reply: true, routed: 0 })
}

/** Past one more table. */
export function routedOn(flow: Flow, unused: Flow['unused']): Flow {
  const { source, sender, target, receiver, ports, reply, routed } = flow
  return onward(flow, { unused, source, sender, target, receiver, ports, reply, routed: routed + 1 })
}

type Going = Omit<Flow, 'world' | 'family' | 'task' | 'host' | 'service'>

/** Written out: flows are made of flows, and what is spread again and again has many shapes, which V8 handles slowly. */
function onward({ world, family, task, host, service }: Flow, going: Going): Flow {
  const { unused, source, sender, target, receiver, ports, reply, routed } = going
  return { world, family, task, host, service, unused, source, sender, target, receiver, ports, reply, routed }
}

export function placeOf({ vpc, subnet, side }: Party): Place | null {
  return subnet === null ? null : { vpc, subnet, side }
}
