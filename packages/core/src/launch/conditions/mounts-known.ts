import { isGap, type Known } from '../../model/known.ts'
import { oneOf } from '../../model/one-of.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import { Faults } from '../faults.ts'
import type { Launch } from '../launch.ts'
import { nameOfDefinition } from '../name-of-definition.ts'

/**
 * What a container mounts must be a volume of the task definition, or the volumes of one of its containers.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage
 */
export const mountsKnown = condition({
  step: 'mount-volumes',
  id: 'mounts-known',
  resource: nameOfDefinition,
  judge: (launch) => {
    const { containers } = launch
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    const volumes = namesOf(volumesOf(launch))
    const siblings = namesOf(containers.map(({ definition }) => definition.name))
    for (const container of containers) {
      const { mountPoints, volumesFrom } = container.definition
      judgeMounts(faults, container, 'volume', volumes, mountPoints, ({ sourceVolume }) => sourceVolume)
      judgeMounts(faults, container, 'container', siblings, volumesFrom, ({ sourceContainer }) => sourceContainer)
    }
    return faults.judgement()
  },
})

function volumesOf({ taskDefinition }: Launch): Known<readonly Known<string>[]> {
  if (taskDefinition === null || isGap(taskDefinition)) return []
  const { volumes = [] } = taskDefinition.value
  return isGap(volumes) ? volumes : volumes.map(({ name }) => name)
}

interface Names {
  readonly known: ReadonlySet<string>
  /** Why there may be more. */
  readonly more: ReturnType<typeof firstGap>
}

function namesOf(list: Known<readonly Known<string>[]>): Names {
  if (isGap(list)) return { known: new Set(), more: list }
  return { known: new Set(list.filter((name) => typeof name === 'string')), more: firstGap(list) }
}

function firstGap(list: readonly unknown[]) {
  return list.find(isGap) ?? null
}

function judgeMounts<Mount>(
  faults: Faults,
  { name: container, at }: LaunchContainer,
  kind: 'volume' | 'container',
  { known, more }: Names,
  mounts: Known<readonly Mount[]> | undefined,
  sourceOf: (mount: Mount) => Known<string> | undefined,
): void {
  if (mounts === undefined) return
  const here = `${at}/${kind === 'volume' ? 'mountPoints' : 'volumesFrom'}`
  const what = { kind: 'container', id: container } as const
  if (isGap(mounts)) {
    faults.open({ gap: mounts, what, at: here })
    return
  }
  for (const [position, mount] of mounts.entries()) {
    const name = sourceOf(mount)
    if (name === undefined || (!isGap(name) && known.has(name))) continue
    const isKnown = isGap(name) ? name : (more ?? oneOf(name, [...known]))
    if (isGap(isKnown)) faults.open({ gap: isKnown, what, at: `${here}/${position}` })
    else if (!isGap(name)) faults.fail({ blocker: 'volume-unknown', container, kind, name, at: `${here}/${position}` })
  }
}
