import type { HostPort } from '../model/host-port.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet, World } from '../model/world.ts'
import { ANYWHERE, anywhere, toCidrs } from './address-set.ts'
import type { NetworkBlocker } from './blocker.ts'
import type { GroupRules } from './compile-groups.ts'
import { type Destination, namedFrom } from './destination.ts'
import type { Family } from './family.ts'
import { alongColumns, blocked, type Column, type Hop } from './hop.ts'
import { type Admission, type Exit, egressOf, exitOf, type Lane, preparedWay } from './network-memo.ts'
import { oncePer } from './once.ts'
import { passGroups } from './pass-groups.ts'
import { eitherOf, type Path, pathOf } from './path.ts'
import { covers } from './range-set.ts'
import { mayReferTo } from './references.ts'
import type { Departure } from './trip.ts'

export type { Path } from './path.ts'

/**
 * The interface that a task has in one of its subnets.
 *
 * @public
 */
export interface TaskInterface extends Departure {
  /** Ids; empty: the default group of the VPC. */
  readonly securityGroupIds: readonly string[]
}

/**
 * The question to the network, for one call.
 *
 * @public
 */
export function reach(world: World, from: TaskInterface, to: HostPort): Path {
  return reachFrom(world, from)(to)
}

/** For the many calls of one interface: what they have in common is found once. */
function reachFrom(world: World, from: TaskInterface): (to: HostPort) => Path {
  const { securityGroupIds } = from
  let last: { readonly port: number; readonly exit: Exit; readonly family: Family; readonly rules: GroupRules } | null =
    null
  return (to) => {
    if (last === null || last.port !== to.port) {
      const exit = exitOf(world, from, to.port)
      const family = exit.outlets[0]?.family ?? 4
      last = { port: to.port, exit, family, rules: egressOf(exit, securityGroupIds, family) }
    }
    const { lane, other } = preparedWay(last.exit, to.host)
    const { family, doubt } = lane.way
    const rules = family === last.family ? last.rules : egressOf(last.exit, securityGroupIds, family)
    const path = throughGroups(lane, rules, from.subnet, to.port)
    if (doubt === null && path.verdict === 'works') return path
    const second = other === null ? null : other()
    if (second === null) return doubt === null ? path : eitherOf([{ path, doubt }])
    const otherRules = egressOf(last.exit, securityGroupIds, second.way.family)
    const otherPath = throughGroups(second, otherRules, from.subnet, to.port)
    return eitherOf([
      { path, doubt },
      { path: otherPath, doubt: second.way.doubt },
    ])
  }
}

/**
 * For the interfaces that one task may have, one in each of its subnets. Where their groups let everything out, and what
 * receives lets everything in, all tasks of these subnets have the same paths.
 */
export function reachTogether(world: World, froms: readonly TaskInterface[]): (to: HostPort) => readonly Path[] {
  const shared = sharedPathsOf(world, froms)
  let each: readonly ((to: HostPort) => Path)[] | null = null
  let own: Map<string, readonly Path[]> | null = null
  return (to) => {
    const isShared = shared !== null && to.port === HTTPS
    const known = isShared ? shared.get(to.host) : undefined
    if (known !== undefined && known !== null) return known
    own ??= new Map()
    const key = to.port === HTTPS ? to.host : `${to.host}:${to.port}`
    const before = own.get(key)
    if (before !== undefined) return before
    each ??= froms.map((from) => reachFrom(world, from))
    const paths = each.map((reachOne) => reachOne(to))
    own.set(key, paths)
    if (isShared && known === undefined) {
      const isAlike = froms.every((from, i) => isWithoutGroups(world, from, to, paths[i]))
      shared.set(to.host, isAlike ? paths : null)
    }
    return paths
  }
}

const HTTPS = 443

/** By host; null: the groups of the task play a part. */
type SharedPaths = Map<string, readonly Path[] | null>

/** Null where the groups do not let everything out. */
function sharedPathsOf(world: World, froms: readonly TaskInterface[]): SharedPaths | null {
  let asked: TaskInterface | null = null
  for (const from of froms) {
    const exit = exitOf(world, from, HTTPS)
    for (const { family } of exit.outlets) {
      // In the first family of one VPC the groups say the same of all subnets.
      if (family === 4 && asked !== null && asked.subnet.vpc === from.subnet.vpc) continue
      if (egressOf(exit, from.securityGroupIds, family).allowed !== anywhere(family)) return null
      if (family === 4) asked = from
    }
  }
  const [first] = froms
  if (first === undefined) return null
  const all = togetherFrom(exitOf(world, first, HTTPS))
  for (const { subnets, paths } of all) if (areSubnetsOf(froms, subnets)) return paths
  if (all.length >= MOST_TOGETHER) all.length = 0
  const paths: SharedPaths = new Map()
  all.push({ subnets: froms.map(({ subnet }) => subnet), paths })
  return paths
}

/** Most services of a VPC are in the same few sets of subnets. */
const MOST_TOGETHER = 20

/** The shared paths by the subnets of a task, the first of which the exit is of. */
const togetherFrom = oncePer(
  (_: Exit): { readonly subnets: readonly PlacedSubnet[]; readonly paths: SharedPaths }[] => [],
)

function areSubnetsOf(froms: readonly TaskInterface[], subnets: readonly PlacedSubnet[]): boolean {
  if (froms.length !== subnets.length) return false
  for (let i = 0; i < froms.length; i++) if (froms[i]?.subnet !== subnets[i]) return false
  return true
}

function isWithoutGroups(world: World, from: TaskInterface, to: HostPort, path: Path | undefined): boolean {
  const { lane } = preparedWay(exitOf(world, from, to.port), to.host)
  if (lane.way.doubt !== null || path !== lane.withoutGroups) return false
  return lane.admission === null || lane.admission.isOpen
}

export function throughGroups(lane: Lane, rules: GroupRules, subnet: PlacedSubnet, port: number): Path {
  const { destination } = lane.way
  if (destination === null) return lane.withoutGroups
  const egress = leaveGroups(rules, destination, port)
  const admission = enterGroups(lane.admission, subnet, rules.groupIds, port)
  if (egress === null && admission === WORKS) return lane.withoutGroups
  return assemble(lane, destination, egress, admission)
}

/** Null: the groups let everything out that goes there. */
export function leaveGroups(rules: GroupRules, destination: Destination, port: number): Column | null {
  if (letsOut(rules, destination)) return null
  const { members, peer, words, unknown } = destination
  const { at } = rules
  const groupIds = idsOf(rules)
  const blocker = (): NetworkBlocker => ({
    blocker: 'security-group-egress',
    groupIds,
    port,
    destination: words(),
    at,
  })
  const column = members.map(({ where }) => passGroups(rules, where, peer, blocker))
  if (column.every(({ verdict }) => verdict === 'fails')) {
    const hop = blocked(blocker())
    return members.map(() => hop)
  }
  // Where the destination itself is open, only what stops every packet tells anything.
  return unknown || column.every((hop) => hop === WORKS) ? null : column
}

function letsOut({ allowed }: GroupRules, { members }: Destination): boolean {
  if (allowed === ANYWHERE) return true
  for (const { where } of members) if (!covers(allowed, where.within)) return false
  return true
}

/** Through the groups of the endpoint that receives, if there is one. */
export function enterGroups(
  admission: Admission | null,
  subnet: PlacedSubnet,
  groupIds: Known<readonly string[]>,
  port: number,
): Hop {
  if (admission === null || admission.isOpen) return WORKS
  const { receiver, rules, client, translated } = admission
  const { endpoint, vpc } = receiver
  const { serviceName } = endpoint.value
  const blocker = (): NetworkBlocker => ({
    blocker: 'endpoint-security-group',
    endpointId: endpoint.id,
    serviceName: isGap(serviceName) ? '' : serviceName,
    groupIds: idsOf(rules),
    port,
    subnetId: subnet.id,
    source: toCidrs(client.within).join(' '),
    acrossVpcs: vpc.id !== subnet.vpc.id,
    at: rules.at,
  })
  const at = pointerTo(subnet.vpc.at, 'securityGroups')
  const seen = translated ? [] : namedFrom(mayReferTo(rules.world, vpc, subnet.vpc), groupIds)
  return passGroups(rules, client, { groupIds: seen, at, isIn: () => false }, blocker)
}

/** INVARIANT: rules that block are of groups that are known. */
function idsOf({ groupIds }: GroupRules): readonly string[] {
  return isGap(groupIds) ? [] : groupIds
}

function assemble({ way }: Lane, { members }: Destination, egress: Column | null, admission: Hop): Path {
  const columns: Column[] = way.names === WORKS ? [] : [members.map(() => way.names)]
  if (egress !== null) columns.push(egress)
  columns.push(...way.out)
  if (admission !== WORKS) columns.push(members.map(() => admission))
  columns.push(...way.back)
  return pathOf(way.endpoints, alongColumns(columns, members.length))
}
