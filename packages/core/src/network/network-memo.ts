import type { HostPort } from '../model/host-port.ts'
import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { compileGroups, type GroupRules, type Question } from './compile-groups.ts'
import { groupsOrDefault } from './default-group.ts'
import { alongColumns, type Hop, openHop } from './hop.ts'
import type { Range } from './range-set.ts'
import type { Departure } from './trip.ts'
import { type Way, wayTo } from './way.ts'

/**
 * What is found once for a world. INVARIANT: worlds are never changed, so nothing here grows stale; what belongs to a
 * world goes with it.
 */
const MEMOS = new WeakMap<World, Memo>()

interface Memo {
  readonly subnets: Map<PlacedSubnet, Map<Known<boolean>, Map<string, Prepared[]>>>
  readonly vpcs: Map<Placed<Vpc>, Map<number, PortRules>>
}

/** The compiled groups of a VPC for one port, by their ids. */
interface PortRules {
  readonly question: Omit<Question, 'direction'>
  readonly egress: Map<string, GroupRules>
}

type WholePath = Hop & Pick<Way, 'endpoints'>

export interface Prepared {
  readonly port: number
  readonly clientPorts: Range
  readonly way: Way
  /** The answer where the groups let everything through. */
  readonly withoutGroups: WholePath
  /** The rules of the groups of the endpoint that receives; null where there is none. */
  readonly admission: GroupRules | null
  readonly portRules: PortRules
}

export function preparedWay(world: World, from: Departure, to: HostPort): Prepared {
  const { subnet, publicIp, clientPorts } = from
  const memo = inMap(MEMOS, world, newMemo)
  const byHost = inMap(
    inMap(memo.subnets, subnet, newMap<Known<boolean>, Map<string, Prepared[]>>),
    publicIp,
    newMap<string, Prepared[]>,
  )
  const prepared = inMap(byHost, to.host, newList<Prepared>)
  for (const each of prepared) if (each.port === to.port && each.clientPorts === clientPorts) return each
  const made = prepare(world, memo, from, to)
  prepared.push(made)
  return made
}

function prepare(world: World, memo: Memo, from: Departure, to: HostPort): Prepared {
  const { vpc } = from.subnet
  const way = wayTo(world, from, to)
  const members = way.destination?.members.length ?? 1
  const columns = [Array.from({ length: members }, () => way.names), ...way.out, ...way.back]
  const withoutGroups = Object.freeze(pathOf(way, alongColumns(columns, members)))
  const ports = inMap(memo.vpcs, vpc, newMap<number, PortRules>)
  const portRules = inMap(ports, to.port, () => ({
    question: { world, vpc, port: to.port },
    egress: newMap<string, GroupRules>(),
  }))
  const { destination } = way
  const receives = destination !== null && destination.receiver !== null
  const admission = receives
    ? compileGroups({ ...portRules.question, direction: 'ingress' }, destination.peer.groupIds)
    : null
  return { port: to.port, clientPorts: from.clientPorts, way, withoutGroups, admission, portRules }
}

/** Where IPv4 fails and something else may lead to the host, nothing is decided. */
export function pathOf({ endpoints, otherwise }: Way, hop: Hop): WholePath {
  if (otherwise === null || hop.verdict !== 'fails') return { ...hop, endpoints }
  return { ...openHop([...hop.gaps, otherwise]), endpoints }
}

/** What the groups of a task let out to the port. */
export function egressOf({ portRules: { question, egress } }: Prepared, ids: readonly string[]): GroupRules {
  const key = ids.length === 1 ? (ids[0] ?? '') : ids.join(' ')
  return inMap(egress, key, () =>
    compileGroups({ ...question, direction: 'egress' }, groupsOrDefault(question.vpc, ids)),
  )
}

function newMemo(): Memo {
  return { subnets: new Map(), vpcs: new Map() }
}

function newMap<K, V>(): Map<K, V> {
  return new Map()
}

function newList<T>(): T[] {
  return []
}

interface MapLike<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function inMap<K, V>(map: MapLike<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
