import { trusts } from '../../iam/assume.ts'
import { undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import type { Condition } from '../requirement.ts'
import type { RoleField } from '../roles.ts'
import type { Step } from '../step.ts'

/**
 * ECS, not the task, assumes the execution role and the task role; both must trust `ecs-tasks.amazonaws.com`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export const assumeRoles: Step = {
  id: 'assume-roles',
  requires: ({ executionRole, taskRole }) => {
    if (executionRole === null) return taskRole === null ? NONE : TASK_ROLE
    return taskRole === null ? EXECUTION_ROLE : BOTH
  },
}

const executionRoleTrusts = trusted('executionRoleArn', ({ executionRole }) => executionRole)
const taskRoleTrusts = trusted('taskRoleArn', ({ taskRole }) => taskRole)

const NONE: readonly Condition[] = []
const EXECUTION_ROLE = [executionRoleTrusts]
const TASK_ROLE = [taskRoleTrusts]
const BOTH = [executionRoleTrusts, taskRoleTrusts]

function trusted(field: RoleField, roleOf: (launch: Launch) => Known<string> | null): Condition {
  return condition({
    step: 'assume-roles',
    id: 'role-trusts-ecs-tasks',
    resource: (launch) => {
      const role = roleOf(launch)
      return role === null || isGap(role) ? field : role
    },
    judge: (launch, world) => {
      const role = roleOf(launch)
      if (role === null) return WORKS
      if (!isGap(role)) return trusts(world, role, 'ecs-tasks.amazonaws.com', launch.place.region)
      return undecided({ gap: role, what: { kind: 'role', id: field }, at: launch.at })
    },
  })
}
