import agent from '../iam/guard-duty-agent.json' with { type: 'json' }
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { lookUp } from '../model/table.ts'
import type { World } from '../model/world.ts'
import { clusterOf } from './conditions/cluster-active.ts'
import type { Launch } from './launch.ts'

/** Where the image of the agent comes from that GuardDuty adds to a task. */
export interface GuardDutyAgent {
  /** A placeholder for a Region of which AWS does not name it. */
  readonly account: string
  readonly repository: string
  readonly at: Pointer
}

const ACCOUNTS: { readonly [region: string]: string } = agent.accounts

/**
 * The agent of a task, where Runtime Monitoring manages it; null where none is added. Tasks on Windows have none, and a
 * cluster may be left out by a tag.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 */
export function guardDutyAgentOf(launch: Launch, world: World): GuardDutyAgent | null {
  const { place, platform } = launch
  const region = world.region(place)
  if (region === undefined || lookUp(region.accountSettings, 'guardDutyActivate') !== 'on') return null
  if (!isGap(platform) && platform.family !== 'LINUX') return null
  if (isLeftOut(launch, world)) return null
  const account = Object.hasOwn(ACCOUNTS, place.region) ? ACCOUNTS[place.region] : undefined
  const at = pointerTo(`/accounts/${place.account}/regions/${place.region}`, 'accountSettings', 'guardDutyActivate')
  return { account: account ?? '«GuardDuty»', repository: agent.repository, at }
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-guard-duty-configure-manual-guard-duty.html */
function isLeftOut(launch: Launch, world: World): boolean {
  const found = clusterOf(world, launch)
  if (found === null || isGap(found)) return false
  const { tags } = found.value
  if (tags === undefined || isGap(tags)) return false
  return tags.some(({ key, value }) => key === 'GuardDutyManaged' && value === 'false')
}
