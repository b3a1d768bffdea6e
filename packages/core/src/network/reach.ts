import type { HostPort } from '../model/host-port.ts'
import { type Judgement, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import { toCidrs } from './address-set.ts'
import type { NetworkBlocker } from './blocker.ts'
import type { GroupRules } from './compile-groups.ts'
import type { Destination } from './destination.ts'
import { alongColumns, blocked, type Column, type Hop } from './hop.ts'
import { egressOf, type Prepared, pathOf, preparedWay } from './network-memo.ts'
import { passGroups } from './pass-groups.ts'
import { covers } from './range-set.ts'
import type { Departure } from './trip.ts'

/** The interface that a task has in one of its subnets. */
export interface TaskInterface extends Departure {
  /** Ids; empty: the default group of the VPC. */
  readonly securityGroupIds: readonly string[]
}

/** Whether a packet can go to the host and its answer come back, and the VPC endpoints that it passes on its way. */
export interface Path extends Judgement<NetworkBlocker> {
  readonly endpoints: readonly Placed<VpcEndpoint>[]
}

export function reach(world: World, from: TaskInterface, to: HostPort): Path {
  const prepared = preparedWay(world, from, to)
  const { destination } = prepared.way
  if (destination === null) return prepared.withoutGroups
  const rules = egressOf(prepared, from.securityGroupIds)
  const egress = leaveGroups(rules, destination, to.port)
  const admission = enterGroups(prepared, from.subnet, rules.groupIds, to.port)
  if (egress === null && admission === WORKS) return prepared.withoutGroups
  return assemble(prepared, destination, egress, admission)
}

/** Null: the groups let everything out that goes there. */
function leaveGroups(rules: GroupRules, { members, peer, words, unknown }: Destination, port: number): Column | null {
  if (members.every(({ where }) => covers(rules.allowed, where.within))) return null
  const { at } = rules
  const groupIds = idsOf(rules)
  const blocker = (): NetworkBlocker => ({ blocker: 'security-group-egress', groupIds, port, destination: words, at })
  const column = members.map(({ where }) => passGroups(rules, where, peer, blocker))
  if (column.every(({ verdict }) => verdict === 'fails')) {
    const hop = blocked(blocker())
    return members.map(() => hop)
  }
  // Where the destination itself is open, only what stops every packet tells anything.
  return unknown || column.every((hop) => hop === WORKS) ? null : column
}

/** Through the groups of the endpoint that receives, if there is one. */
function enterGroups(
  { way, admission }: Prepared,
  subnet: PlacedSubnet,
  groupIds: Known<readonly string[]>,
  port: number,
): Hop {
  const { client, destination } = way
  const endpoint = destination?.receiver ?? null
  if (admission === null || client === null || endpoint === null) return WORKS
  if (covers(admission.allowed, client.within)) return WORKS
  const { serviceName } = endpoint.value
  const blocker = (): NetworkBlocker => ({
    blocker: 'endpoint-security-group',
    endpointId: endpoint.id,
    serviceName: isGap(serviceName) ? '' : serviceName,
    groupIds: idsOf(admission),
    port,
    subnetId: subnet.id,
    source: toCidrs(client.within).join(' '),
    at: admission.at,
  })
  return passGroups(
    admission,
    client,
    { groupIds, at: pointerTo(subnet.vpc.at, 'securityGroups'), isIn: () => false },
    blocker,
  )
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
