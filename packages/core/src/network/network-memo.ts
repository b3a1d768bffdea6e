import { NOT_READ } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { lazy } from '../model/lazy.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { compileGroups, type GroupRules, type Question } from './compile-groups.ts'
import { groupsOrDefault } from './default-group.ts'
import type { Destination } from './destination.ts'
import { dualStackSetting } from './dual-stack-setting.ts'
import type { Family } from './family.ts'
import { alongColumns, type Hop, type Whereabouts } from './hop.ts'
import { type Location, locate } from './locate-host.ts'
import { inMap, oncePer, oncePerFamily } from './once.ts'
import { openFact } from './open-fact.ts'
import { type Path, pathOf } from './path.ts'
import { covers } from './range-set.ts'
import type { Departure, Outlet } from './trip.ts'
import { addressesIn } from './vpc-subnet.ts'
import { type Way, wayTo, withoutAddresses, withoutCommonFamily } from './way.ts'

/** All that calls need that leave one subnet alike, to the same port. */
export interface Exit {
  readonly world: World
  readonly publicIp: Known<boolean>
  readonly clientPorts: Departure['clientPorts']
  readonly port: number
  readonly subnet: PlacedSubnet
  /** In each family of which the task has an address, IPv4 first. */
  readonly outlets: readonly Outlet[]
  readonly ways: Map<string, Prepared>
}

/** The compiled groups of a VPC for one port in one family: those of tasks by their ids. */
interface PortRules {
  readonly question: Question
  readonly egress: Map<string, GroupRules>
  /** What was asked for last. */
  last: { readonly ids: readonly string[]; readonly rules: GroupRules } | null
  readonly ingress: Map<Destination, GroupRules>
}

/** The ways to a host: in the first family, and in the other one, which is asked where the first does not work. */
export interface Prepared {
  readonly lane: Lane
  /** Null: there is none. */
  readonly other: (() => Lane | null) | null
}

export interface Lane {
  readonly way: Way
  /** The answer where the groups let everything through. */
  readonly withoutGroups: Path
  /** What bears on the groups of the endpoint that receives; null where there is none. */
  readonly admission: Admission | null
}

export interface Admission {
  readonly receiver: NonNullable<Destination['receiver']>
  readonly rules: GroupRules
  /** Where the task is, as the endpoint sees it. */
  readonly client: Whereabouts
  /** Whether its own groups are seen. */
  readonly translated: boolean
  /** Whether the rules let all that the client may be in. */
  readonly isOpen: boolean
}

export function preparedWay(exit: Exit, host: string): Prepared {
  const known = exit.ways.get(host)
  if (known !== undefined) return known
  const prepared = prepare(exit, host)
  exit.ways.set(host, prepared)
  return prepared
}

export function exitOf(world: World, from: Departure, port: number): Exit {
  const { subnet, publicIp, clientPorts } = from
  const exits = exitsOf(subnet)
  for (const exit of exits) {
    if (exit.port !== port || exit.publicIp !== publicIp) continue
    if (exit.clientPorts === clientPorts && exit.world === world) return exit
  }
  const outlets = outletsOf(world, from, port)
  const exit = { world, publicIp, clientPorts, port, subnet, outlets, ways: new Map() }
  exits.push(exit)
  return exit
}

const exitsOf = oncePer((_: PlacedSubnet): Exit[] => [])

function outletsOf(world: World, { subnet, publicIp, clientPorts }: Departure, port: number): readonly Outlet[] {
  const families: readonly Family[] = [4, 6]
  return families.flatMap((family) => {
    const client = addressesIn(subnet, family)
    return client === null || (family === 6 && hasIpv6(world, subnet) === false)
      ? []
      : [{ world, vpc: subnet.vpc, family, subnet, publicIp, clientPorts, client, port }]
  })
}

/**
 * In a subnet with both kinds of addresses, tasks get one of each, unless the account turned that off.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
function hasIpv6(world: World, subnet: PlacedSubnet): Known<boolean> {
  return addressesIn(subnet, 4) === null || dualStackSetting(world, subnet.place)
}

/** The way in IPv6 of a task that has IPv4, too. */
function wayBeside({ world, subnet }: Exit, second: Outlet, location: Location, host: string): Way | null {
  const way = wayTo(second, location, host)
  const has = hasIpv6(world, subnet)
  if (way === null || way.doubt !== null || !isGap(has)) return way
  return { ...way, doubt: openFact('subnet', subnet.id, pointerTo(subnet.at, 'ipv6CidrBlock'), has) }
}

function prepare(exit: Exit, host: string): Prepared {
  const { world, subnet, outlets } = exit
  const [first, second] = outlets
  if (first === undefined) return { lane: laneOutOf(subnet), other: null }
  const location = locate(world, subnet.vpc, host)
  const way = wayTo(first, location, host)
  if (second === undefined || location.kind === 'unknown') {
    return { lane: laneOf(first, way ?? withoutCommonFamily(subnet, first.family, location.names, host)), other: null }
  }
  if (way !== null)
    return { lane: laneOf(first, way), other: lazy(() => laneTo(second, wayBeside(exit, second, location, host))) }
  const otherWay = wayBeside(exit, second, location, host)
  if (otherWay !== null) return { lane: laneOf(second, otherWay), other: null }
  return { lane: laneOf(first, withoutCommonFamily(subnet, first.family, location.names, host)), other: null }
}

/** Out of a subnet of which no block is known. */
export function laneOutOf(subnet: PlacedSubnet): Lane {
  return laneOf(null, withoutAddresses(openFact('subnet', subnet.id, subnet.at, NOT_READ)))
}

function laneTo(outlet: Outlet, way: Way | null): Lane | null {
  return way === null ? null : laneOf(outlet, way)
}

export function laneOf(outlet: Outlet | null, way: Way): Lane {
  return {
    way,
    withoutGroups: pathOf(way.endpoints, alongWay(way)),
    admission: outlet === null ? null : admissionOf(outlet, way),
  }
}

function alongWay({ names, destination, out, back }: Way): Hop {
  if (out.length === 0 && back.length === 0) return names
  const members = destination?.members.length ?? 1
  return alongColumns([Array.from({ length: members }, () => names), ...out, ...back], members)
}

function admissionOf({ world, client, port, family }: Outlet, { destination, seenAs }: Way): Admission | null {
  if (destination === null || destination.receiver === null) return null
  const { receiver } = destination
  const { question, ingress } = portRulesOf(world, receiver.vpc, port, family)
  const rules = inMap(ingress, destination, () => compileGroups(question, 'ingress', receiver.groupIds))
  const seen = seenAs ?? client
  return { receiver, rules, client: seen, translated: seenAs !== null, isOpen: covers(rules.allowed, seen.within) }
}

function portRulesOf(world: World, vpc: Placed<Vpc>, port: number, family: Family): PortRules {
  return inMap(rulesByPort(vpc, family), port, () => ({
    question: { world, vpc, port, family },
    egress: new Map(),
    last: null,
    ingress: new Map(),
  }))
}

const rulesByPort = oncePerFamily((_: Placed<Vpc>) => new Map<number, PortRules>())

/** Most groups are of one task: their rules are kept while its calls are judged. */
const MOST_GROUPS = 100

/** What the groups of a task let out to the port. */
export function egressOf({ world, subnet, port }: Exit, ids: readonly string[], family: Family): GroupRules {
  const portRules = portRulesOf(world, subnet.vpc, port, family)
  if (portRules.last?.ids === ids) return portRules.last.rules
  const { question, egress } = portRules
  const key = ids.length === 1 ? (ids[0] ?? '') : ids.join(' ')
  let rules = egress.get(key)
  if (rules === undefined) {
    rules = compileGroups(question, 'egress', groupsOrDefault(question.vpc, ids))
    if (egress.size >= MOST_GROUPS) egress.clear()
    egress.set(key, rules)
  }
  portRules.last = { ids, rules }
  return rules
}
