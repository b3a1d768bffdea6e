import type { HostPort } from '../model/host-port.ts'
import { WORKS } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import { toCidrs } from './address-set.ts'
import type { Family } from './family.ts'
import { type Admission, egressOf, exitOf, type Lane, preparedWay } from './network-memo.ts'
import { enterGroups, leaveGroups, type TaskInterface } from './reach.ts'
import { type Step, step } from './step.ts'

/**
 * All that packets meet on their way to an address of the host, and its answers on theirs, in order.
 *
 * @public
 */
export interface Trace {
  readonly family: Family
  /** Where they go: blocks, as far as is known; empty where the name leads nowhere. */
  readonly addresses: readonly string[]
  readonly out: readonly Step[]
  readonly back: readonly Step[]
}

/**
 * What `reach` rests on, written out: one trace for each address that the name may give, in each family that the task
 * has. Beyond a step that is open nothing is judged.
 *
 * @public
 */
export function trace(world: World, from: TaskInterface, to: HostPort): readonly Trace[] {
  const exit = exitOf(world, from, to.port)
  const { lane, other } = preparedWay(exit, to.host)
  const second = other === null ? null : other()
  const lanes = second === null ? [lane] : [lane, second]
  return lanes.flatMap((each) => tracesOf(world, each, from, to))
}

function tracesOf(world: World, lane: Lane, from: TaskInterface, { host, port }: HostPort): readonly Trace[] {
  const { names, destination, family, steps } = lane.way
  const { subnet } = from
  const resolving = step('dns', host, subnet.vpc.at, names)
  if (destination === null) return [{ family, addresses: [], out: [resolving], back: [] }]
  const rules = egressOf(exitOf(world, from, port), from.securityGroupIds, family)
  const egress = leaveGroups(rules, destination, port)
  const entry = lane.admission === null ? [] : [entering(lane.admission, from, rules.groupIds, port)]
  return destination.members.map(({ where }, place) => {
    const { out = [], back = [] } = steps[place] ?? {}
    const leaving = step('security-group', idOf(rules.groupIds), rules.at, egress?.[place] ?? WORKS)
    return { family, addresses: toCidrs(where.within), out: [resolving, leaving, ...out, ...entry], back }
  })
}

function entering(
  admission: Admission,
  { subnet }: TaskInterface,
  groupIds: Parameters<typeof enterGroups>[2],
  port: number,
): Step {
  const { rules } = admission
  return step('security-group', idOf(rules.groupIds), rules.at, enterGroups(admission, subnet, groupIds, port))
}

function idOf(groupIds: Parameters<typeof enterGroups>[2]): string {
  return Array.isArray(groupIds) ? groupIds.join(' ') : ''
}
