import { type ChainLink, chainOf } from '../iam/chain.ts'
import { isGap } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { accessRequestOf } from './judge.ts'
import type { Launch } from './launch.ts'
import type { Call } from './requirement.ts'
import { waysOf } from './ways.ts'

/**
 * What each policy layer says to a call from one of the launch's subnets. It is found anew for reports: judging keeps
 * what stops a call and no more.
 */
export function chainOfCall(world: World, launch: Launch, call: Call, position: number): readonly ChainLink[] {
  const subnet = isGap(launch.subnets) ? null : (launch.subnets[position] ?? null)
  const [path = null] = call.from === 'task' ? waysOf(world, launch, [subnet]).of(call) : []
  const request = accessRequestOf(call, path)
  return request === null ? [] : chainOf(world, request)
}
