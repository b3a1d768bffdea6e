import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import type { ContainerOverride } from '../model/run-task.ts'
import type { Faults } from './faults.ts'
import type { Launch } from './launch.ts'
import { nameOfDefinition } from './name-of-definition.ts'

/**
 * ECS refuses a RunTask with an override of a container that the task definition does not have: "Override for container
 * named … is not a container in the TaskDefinition".
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 */
export function judgeContainerOverrides(faults: Faults, launch: Launch): void {
  const { request, containers, id, at } = launch
  const { overrides } = request
  if (overrides === undefined || isGap(overrides) || containers === null || isGap(containers)) return
  const { containerOverrides: written = [] } = overrides
  const base = pointerTo(at, 'overrides', 'containerOverrides')
  const what = { kind: 'container-overrides', id } as const
  if (isGap(written)) {
    faults.open({ gap: written, what, at: base })
    return
  }
  const twice = namedTwice(written)
  if (twice !== null) faults.open({ gap: twice, what, at: base })
  const names = containers.map(({ definition }) => definition.name)
  const known = new Set(names.filter((name): name is string => !isGap(name)))
  const open = names.filter((name) => isGap(name) || hasPlaceholder(name))
  const told = [...known].slice(0, MOST_CONTAINERS)
  for (const [name, position] of new Map(written.map((each, place) => [each.name, place]))) {
    if (!isGap(name) && known.has(name)) continue
    const here = pointerTo(base, position)
    const gap = isGap(name) ? name : doubtOf(name, open)
    if (gap !== null) {
      faults.open({ gap, what, at: here })
      continue
    }
    faults.fail({
      blocker: 'override-without-container',
      container: String(name),
      taskDefinition: nameOfDefinition(launch),
      containers: told,
      at: here,
    })
  }
}

/** What ECS makes of several overrides of one container is not documented. */
function namedTwice(overrides: readonly ContainerOverride[]): Gap | null {
  const seen = new Set<string>()
  for (const { name } of overrides) {
    if (isGap(name)) continue
    if (seen.has(name)) return { gap: 'not-modeled', what: 'container-overridden-twice', of: name }
    seen.add(name)
  }
  return null
}

/** Of a task definition: no more of them are told, or compared one by one. */
const MOST_CONTAINERS = 10

/** Why it may be one of these all the same; null: it is none of them. */
function doubtOf(name: string, open: readonly Known<string>[]): Gap | null {
  if (hasPlaceholder(name)) return { gap: 'unresolved', expression: name }
  const mayBe = (each: Known<string>) => isGap(each) || sameText(each, name) !== false
  const other = open.length > MOST_CONTAINERS ? open[0] : open.find(mayBe)
  return other === undefined || isGap(other) ? (other ?? null) : { gap: 'unresolved', expression: other }
}
