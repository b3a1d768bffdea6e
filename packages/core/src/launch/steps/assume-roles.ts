import { trusts } from '../../iam/assume.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import type { Requirement } from '../requirement.ts'
import { roleArnOf, roleFieldPointer } from '../roles.ts'
import type { Step } from '../step.ts'

/**
 * ECS, not the task, assumes the execution role and the task role; both must trust `ecs-tasks.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export const assumeRoles: Step = {
  id: 'assume-roles',
  requires: (launch, world) => [
    ...trusted(launch, world, 'executionRoleArn'),
    ...trusted(launch, world, 'taskRoleArn'),
  ],
}

function trusted(launch: Launch, world: World, field: 'executionRoleArn' | 'taskRoleArn'): readonly Requirement[] {
  const role = roleArnOf(launch, field)
  if (role === null) return []
  const at = roleFieldPointer(launch, field)
  return [
    condition('assume-roles', 'role-trusts-ecs-tasks', isGap(role) ? field : role, at, () =>
      isGap(role)
        ? undecided({ gap: role, what: { kind: 'role', id: field }, at })
        : trusts(world, role, 'ecs-tasks.amazonaws.com'),
    ),
  ]
}
