import { isGap } from '../../model/known.ts'
import { mountsKnown } from '../conditions/mounts-known.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * Fargate mounts the volumes of the task where its containers want them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage
 */
export const mountVolumes: Step = {
  id: 'mount-volumes',
  requires: ({ containers }) => {
    if (containers === null || isGap(containers)) return NONE
    return containers.some(mounts) ? MOUNTS : NONE
  },
}

const NONE: readonly Requirement[] = []
const MOUNTS: readonly Requirement[] = [mountsKnown]

function mounts({ definition: { mountPoints, volumesFrom } }: LaunchContainer): boolean {
  return isUsed(mountPoints) || isUsed(volumesFrom)
}

function isUsed(list: unknown): boolean {
  return isGap(list) || (Array.isArray(list) && list.length > 0)
}
