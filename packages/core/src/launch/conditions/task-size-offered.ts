import type { Gap } from '../../model/gap.ts'
import { fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import { hasPlaceholder } from '../../model/placeholder.ts'
import type { World } from '../../model/world.ts'
import { alsoAsWritten } from '../as-written.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { isInCode } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { pointerToOverride } from '../overridden-definition.ts'
import { cpuUnitsOf, mebibytesOf, memoryOffered, osFamilyOf, smallestSize } from '../task-size.ts'

/**
 * Fargate offers pairs of CPU and memory, and wants both for the task as a whole.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
export const taskSizeOffered = condition({
  step: 'accept-request',
  id: 'task-size-offered',
  resource: nameOfDefinition,
  judge: alsoAsWritten((launch, world) => {
    const { taskDefinition, platform } = launch
    // What is not known of either is said by task-definition-active and platform-supported.
    if (taskDefinition === null || isGap(taskDefinition) || isGap(platform)) return WORKS
    const { cpu, memory } = taskDefinition.value
    const { id, at } = taskDefinition
    for (const size of [cpu, memory]) {
      const gap = openIn(size)
      if (gap !== null) return undecided({ gap, what: { kind: 'task-definition', id }, at: placeOfSize(launch, at) })
    }
    return judgeSize(launch, world, { cpu: textOf(cpu), memory: textOf(memory) })
  }),
})

function openIn(size: Known<string | number> | undefined): Gap | null {
  if (isGap(size)) return size
  return typeof size === 'string' && hasPlaceholder(size) ? { gap: 'unresolved', expression: size } : null
}

function textOf(written: unknown): string | null {
  return written === undefined ? null : String(written)
}

interface Size {
  readonly cpu: string | null
  readonly memory: string | null
}

/** In the request, where that says one of the two. */
function placeOfSize(launch: Launch, definition: Pointer): Pointer {
  return pointerToOverride(launch, 'cpu') ?? pointerToOverride(launch, 'memory') ?? definition
}

function judgeSize(launch: Launch, world: World, { cpu, memory }: Size): Judgement<Blocker> {
  const { taskDefinition, platform } = launch
  if (taskDefinition === null || isGap(taskDefinition) || isGap(platform)) return WORKS
  const family = osFamilyOf(platform.family)
  const units = cpu === null ? null : cpuUnitsOf(cpu)
  const offered = units === null ? [] : memoryOffered(units, family)
  const mebibytes = memory === null ? null : mebibytesOf(memory)
  if (mebibytes !== null && offered.includes(mebibytes)) return WORKS
  const { at } = taskDefinition
  // ECS registers no definition for Fargate without a size: one that is there and shows none was not shown whole.
  if ((cpu === null || memory === null) && !isInCode(world, at)) return WORKS
  return fails({
    blocker: 'task-size-not-offered',
    cpu,
    memory,
    family,
    offered,
    smallest: smallestSize(family),
    at: placeOfSize(launch, at),
  })
}
