import { isGap, type Known } from '../model/known.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Place, Placed } from '../model/world.ts'
import { partitionOf } from '../network/aws-host.ts'

export type RoleField = 'executionRoleArn' | 'taskRoleArn'

/** The ARN of a role that a task definition names, by ARN or by bare name; null where it names none. */
export function roleArnOf(
  taskDefinition: Known<Placed<TaskDefinition>> | null,
  place: Place,
  field: RoleField,
): Known<string> | null {
  if (taskDefinition === null || isGap(taskDefinition)) return taskDefinition
  const role = taskDefinition.value[field]
  if (role === undefined) return null
  if (isGap(role) || role.startsWith('arn:')) return role
  return `arn:${partitionOf(place.region)}:iam::${place.account}:role/${role}`
}
