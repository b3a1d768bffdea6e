import { type ChainLink, chainOf } from '../iam/chain.ts'
import { isGap } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { accessRequestOf, isWayKnown, pathFrom } from './judge.ts'
import type { Launch } from './launch.ts'
import type { Call } from './requirement.ts'
import { interfaceIn } from './task-interface.ts'

/**
 * What each policy layer says to a call from one of the launch's subnets. It is found anew for reports: judging keeps
 * what stops a call and no more.
 */
export function chainOfCall(world: World, launch: Launch, call: Call, position: number): readonly ChainLink[] {
  const subnet = isGap(launch.subnets) ? null : (launch.subnets[position] ?? null)
  const path = call.from === 'task' ? pathFrom(world, interfaceIn(world, launch, subnet), call) : null
  const request = accessRequestOf(call, path?.endpoints ?? [], isWayKnown(path))
  return request === null ? [] : chainOf(world, request)
}
