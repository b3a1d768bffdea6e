import { trusts } from '../../iam/assume.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import type { Requirement } from '../requirement.ts'
import type { RoleField } from '../roles.ts'
import type { Step } from '../step.ts'

/**
 * ECS, not the task, assumes the execution role and the task role; both must trust `ecs-tasks.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export const assumeRoles: Step = {
  id: 'assume-roles',
  requires: (launch, world) => [
    ...trusted(launch, world, launch.executionRole, 'executionRoleArn'),
    ...trusted(launch, world, launch.taskRole, 'taskRoleArn'),
  ],
}

function trusted(
  { taskDefinition, at: launchAt }: Launch,
  world: World,
  role: Known<string> | null,
  field: RoleField,
): readonly Requirement[] {
  if (role === null) return []
  const at = taskDefinition === null || isGap(taskDefinition) ? launchAt : pointerTo(taskDefinition.at, field)
  return [
    condition('assume-roles', 'role-trusts-ecs-tasks', isGap(role) ? field : role, at, () =>
      isGap(role)
        ? undecided({ gap: role, what: { kind: 'role', id: field }, at })
        : trusts(world, role, 'ecs-tasks.amazonaws.com'),
    ),
  ]
}
