import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { partitionOf } from '../network/aws-host.ts'
import type { Launch } from './launch.ts'

/** The ARN of a role that the task definition names, by ARN or by bare name; null where it names none. */
export function roleArnOf(launch: Launch, field: 'executionRoleArn' | 'taskRoleArn'): Known<string> | null {
  const { taskDefinition, place } = launch
  if (taskDefinition === null) return null
  if (isGap(taskDefinition)) return taskDefinition
  const role = taskDefinition.value[field]
  if (role === undefined) return null
  if (isGap(role) || role.startsWith('arn:')) return role
  return `arn:${partitionOf(place.region)}:iam::${place.account}:role/${role}`
}

/** Where the task definition names the role, for origins. */
export function roleFieldPointer(launch: Launch, field: 'executionRoleArn' | 'taskRoleArn'): string {
  const { taskDefinition, at } = launch
  return taskDefinition === null || isGap(taskDefinition) ? at : pointerTo(taskDefinition.at, field)
}
