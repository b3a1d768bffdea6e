import type { OpenFact } from '../model/judgement.ts'
import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { compileGroups, type GroupRules, type Question } from './compile-groups.ts'
import { groupsOrDefault } from './default-group.ts'
import type { Destination } from './destination.ts'
import { alongColumns, type Hop, type Whereabouts } from './hop.ts'
import { aclOf } from './network-acl.ts'
import { inMap, oncePer } from './once.ts'
import { isOpen } from './open-fact.ts'
import { type Path, pathOf } from './path.ts'
import { covers } from './range-set.ts'
import type { Departure, Outlet } from './trip.ts'
import { addressesIn } from './vpc-subnet.ts'
import { type Way, wayTo, wayWithoutIpv4 } from './way.ts'

/** All that calls need that leave one subnet alike, to the same port. */
export interface Exit {
  readonly world: World
  readonly publicIp: Known<boolean>
  readonly clientPorts: Departure['clientPorts']
  readonly port: number
  /** The fact: the subnet has no IPv4. */
  readonly outlet: Outlet | OpenFact
  readonly portRules: PortRules
  readonly ways: Map<string, Prepared>
}

/** The compiled groups of a VPC for one port: those of tasks by their ids. */
interface PortRules {
  readonly question: Question
  readonly egress: Map<string, GroupRules>
  readonly ingress: Map<Destination, GroupRules>
}

export interface Prepared {
  readonly way: Way
  /** The answer where the groups let everything through. */
  readonly withoutGroups: Path
  /** What bears on the groups of the endpoint that receives; null where there is none. */
  readonly admission: Admission | null
}

export interface Admission {
  readonly endpoint: NonNullable<Destination['receiver']>
  readonly rules: GroupRules
  /** Where the task is. */
  readonly client: Whereabouts
  /** Whether the rules let the whole subnet of the task in. */
  readonly isOpen: boolean
}

export function preparedWay({ ways, outlet, portRules }: Exit, host: string): Prepared {
  const known = ways.get(host)
  if (known !== undefined) return known
  const prepared = prepare(outlet, portRules, host)
  ways.set(host, prepared)
  return prepared
}

export function exitOf(world: World, from: Departure, port: number): Exit {
  const { subnet, publicIp, clientPorts } = from
  const exits = exitsOf(subnet)
  for (const exit of exits) {
    if (exit.port !== port || exit.publicIp !== publicIp) continue
    if (exit.clientPorts === clientPorts && exit.world === world) return exit
  }
  const exit = {
    world,
    publicIp,
    clientPorts,
    port,
    outlet: outletOf(world, from, port),
    portRules: portRulesOf(world, subnet.vpc, port),
    ways: new Map(),
  }
  exits.push(exit)
  return exit
}

const exitsOf = oncePer((_: PlacedSubnet): Exit[] => [])

function outletOf(world: World, { subnet, publicIp, clientPorts }: Departure, port: number): Outlet | OpenFact {
  const client = addressesIn(subnet)
  if (isOpen(client)) return client
  return { world, vpc: subnet.vpc, subnet, publicIp, clientPorts, client, acl: aclOf(subnet), port }
}

function portRulesOf(world: World, vpc: Placed<Vpc>, port: number): PortRules {
  return inMap(rulesByPort(vpc), port, () => ({
    question: { world, vpc, port },
    egress: new Map(),
    ingress: new Map(),
  }))
}

const rulesByPort = oncePer((_: Placed<Vpc>) => new Map<number, PortRules>())

function prepare(outlet: Outlet | OpenFact, portRules: PortRules, host: string): Prepared {
  const way = isOpen(outlet) ? wayWithoutIpv4(outlet) : wayTo(outlet, host)
  return {
    way,
    withoutGroups: pathOf(way, alongWay(way)),
    admission: isOpen(outlet) ? null : admissionOf(outlet, way, portRules),
  }
}

function alongWay({ names, destination, out, back }: Way): Hop {
  if (out.length === 0 && back.length === 0) return names
  const members = destination?.members.length ?? 1
  return alongColumns([Array.from({ length: members }, () => names), ...out, ...back], members)
}

function admissionOf({ client }: Outlet, { destination }: Way, { question, ingress }: PortRules): Admission | null {
  if (destination === null || destination.receiver === null) return null
  const { peer, receiver } = destination
  const rules = inMap(ingress, destination, () => compileGroups(question, 'ingress', peer.groupIds))
  return { endpoint: receiver, rules, client, isOpen: covers(rules.allowed, client.within) }
}

/** What the groups of a task let out to the port. */
export function egressOf({ portRules: { question, egress } }: Exit, ids: readonly string[]): GroupRules {
  const key = ids.length === 1 ? (ids[0] ?? '') : ids.join(' ')
  const known = egress.get(key)
  if (known !== undefined) return known
  const rules = compileGroups(question, 'egress', groupsOrDefault(question.vpc, ids))
  egress.set(key, rules)
  return rules
}
