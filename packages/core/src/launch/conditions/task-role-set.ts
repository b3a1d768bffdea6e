import { fails, type Judgement, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { TaskDefinition } from '../../model/task-definition.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import type { TaskRoleNotSet } from '../request-blocker.ts'

/**
 * ECS Exec, IAM for EFS and S3 Files work as the task role, and ECS refuses them without one.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-enableExecuteCommand
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html
 */
export const taskRoleSet = condition({
  step: 'accept-request',
  id: 'task-role-set',
  resource: nameOfDefinition,
  judge: ({ taskDefinition, taskRole, request }): Judgement<Blocker> => {
    if (taskRole !== null || taskDefinition === null || isGap(taskDefinition)) return WORKS
    const neededFor = needOf(taskDefinition.value, request)
    if (neededFor === null) return WORKS
    const { id, at } = taskDefinition
    return fails({ blocker: 'task-role-not-set', taskDefinition: id, neededFor, at })
  },
})

function needOf({ volumes }: TaskDefinition, { enableExecuteCommand }: Launch['request']) {
  return enableExecuteCommand === true ? 'execute-command' : needOfVolumes(volumes)
}

function needOfVolumes(volumes: TaskDefinition['volumes']): TaskRoleNotSet['neededFor'] | null {
  for (const { efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3files } of listOf(volumes)) {
    if (s3files !== undefined && !isGap(s3files)) return 's3-files'
    const authorization = efs === undefined || isGap(efs) ? undefined : efs.authorizationConfig
    if (authorization !== undefined && !isGap(authorization) && authorization.iam === 'ENABLED') return 'efs-iam'
  }
  return null
}

function listOf<T>(list: Known<readonly T[]> | undefined): readonly T[] {
  return list === undefined || isGap(list) ? [] : list
}
