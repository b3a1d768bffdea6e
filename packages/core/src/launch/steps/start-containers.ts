import { isGap } from '../../model/known.ts'
import { containerSettingsSupported } from '../conditions/container-settings-supported.ts'
import { containersFitTask } from '../conditions/containers-fit-task.ts'
import { dependenciesReachable } from '../conditions/dependencies-reachable.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * Fargate makes the containers as they are set, and starts each when what it depends on is as far as it wants. Much of
 * it is refused already when the task definition is registered: what is registered has passed, code has not.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export const startContainers: Step = {
  id: 'start-containers',
  requires: ({ containers }) => (containers === null || isGap(containers) ? NONE : CONDITIONS),
}

const NONE: readonly Requirement[] = []
const CONDITIONS: readonly Requirement[] = [containerSettingsSupported, containersFitTask, dependenciesReachable]
