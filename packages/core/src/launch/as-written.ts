import { all } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { isInCode } from './in-code.ts'
import { type Launch, layOut } from './launch.ts'
import type { Condition } from './requirement.ts'

/**
 * Judges a task definition that a request overrides as it is written too, where it stands in code: before ECS is asked to
 * run it, it has to register it, without the overrides.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function alsoAsWritten(judge: Condition['judge']): Condition['judge'] {
  return (launch, world, subnet) => {
    const own = judge(launch, world, subnet)
    if (launch.request.overrides === undefined || own.verdict === 'fails') return own
    const written = asWritten(launch, world)
    return written === null ? own : all([own, judge(written, world, subnet)])
  }
}

/** Null where it is not code that registers it for Fargate. */
function asWritten({ id, at, place, launchType, request }: Launch, world: World): Launch | null {
  const { overrides: _, ...without } = request
  const launch = layOut(world, place, { id, at, request: without, launchType })
  const { taskDefinition } = launch
  if (taskDefinition === null || isGap(taskDefinition) || !isInCode(world, taskDefinition.at)) return null
  const { requiresCompatibilities: compatible } = taskDefinition.value
  return compatible !== undefined && !isGap(compatible) && compatible.includes('FARGATE') ? launch : null
}
