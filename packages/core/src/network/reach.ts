import type { HostPort } from '../model/host-port.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet, World } from '../model/world.ts'
import { ANYWHERE, toCidrs } from './address-set.ts'
import type { NetworkBlocker } from './blocker.ts'
import type { GroupRules } from './compile-groups.ts'
import type { Destination } from './destination.ts'
import { alongColumns, blocked, type Column, type Hop } from './hop.ts'
import { type Admission, type Exit, egressOf, exitOf, type Prepared, preparedWay } from './network-memo.ts'
import { passGroups } from './pass-groups.ts'
import { type Path, pathOf } from './path.ts'
import { covers } from './range-set.ts'
import type { Departure } from './trip.ts'

export type { Path } from './path.ts'

/** The interface that a task has in one of its subnets. */
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
export function reachFrom(world: World, from: TaskInterface): (to: HostPort) => Path {
  let last: { readonly port: number; readonly exit: Exit; readonly rules: GroupRules } | null = null
  return (to) => {
    if (last === null || last.port !== to.port) {
      const exit = exitOf(world, from, to.port)
      last = { port: to.port, exit, rules: egressOf(exit, from.securityGroupIds) }
    }
    return throughGroups(preparedWay(last.exit, to.host), last.rules, from.subnet, to.port)
  }
}

function throughGroups(prepared: Prepared, rules: GroupRules, subnet: PlacedSubnet, port: number): Path {
  const { destination } = prepared.way
  if (destination === null) return prepared.withoutGroups
  const isAdmitted = prepared.admission === null || prepared.admission.isOpen
  if (isAdmitted && letsOut(rules, destination)) return prepared.withoutGroups
  const egress = leaveGroups(rules, destination, port)
  const admission = enterGroups(prepared.admission, subnet, rules.groupIds, port)
  if (egress === null && admission === WORKS) return prepared.withoutGroups
  return assemble(prepared, destination, egress, admission)
}

/** Null: the groups let everything out that goes there. */
function leaveGroups(rules: GroupRules, destination: Destination, port: number): Column | null {
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
function enterGroups(
  admission: Admission | null,
  subnet: PlacedSubnet,
  groupIds: Known<readonly string[]>,
  port: number,
): Hop {
  if (admission === null || admission.isOpen) return WORKS
  const { endpoint, rules, client } = admission
  const { serviceName } = endpoint.value
  const blocker = (): NetworkBlocker => ({
    blocker: 'endpoint-security-group',
    endpointId: endpoint.id,
    serviceName: isGap(serviceName) ? '' : serviceName,
    groupIds: idsOf(rules),
    port,
    subnetId: subnet.id,
    source: toCidrs(client.within).join(' '),
    at: rules.at,
  })
  const at = pointerTo(subnet.vpc.at, 'securityGroups')
  return passGroups(rules, client, { groupIds, at, isIn: () => false }, blocker)
}

/** INVARIANT: rules that block are of groups that are known. */
function idsOf({ groupIds }: GroupRules): readonly string[] {
  return isGap(groupIds) ? [] : groupIds
}

function assemble({ way }: Prepared, { members }: Destination, egress: Column | null, admission: Hop): Path {
  const columns: Column[] = way.names === WORKS ? [] : [members.map(() => way.names)]
  if (egress !== null) columns.push(egress)
  columns.push(...way.out)
  if (admission !== WORKS) columns.push(members.map(() => admission))
  columns.push(...way.back)
  return pathOf(way, alongColumns(columns, members.length))
}
