import type { Gap } from '../../model/gap.ts'
import { fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { TaskDefinition } from '../../model/task-definition.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { isExistingService } from '../in-code.ts'
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
  judge: (launch, world): Judgement<Blocker> => {
    const { taskDefinition, taskRole, request } = launch
    if (taskRole !== null || taskDefinition === null || isGap(taskDefinition)) return WORKS
    const { id, at, value } = taskDefinition
    const { enableExecuteCommand: exec } = request
    const neededFor = exec === true ? 'execute-command' : needOfVolumes(value.volumes)
    if (neededFor !== null && !isGap(neededFor)) {
      return fails({ blocker: 'task-role-not-set', taskDefinition: id, neededFor, at })
    }
    // ECS has accepted a service that is there.
    if (isExistingService(launch, world)) return WORKS
    if (isGap(exec)) {
      const here = pointerTo(launch.at, 'enableExecuteCommand')
      return undecided({ gap: exec, what: { kind: 'request', id: launch.id }, at: here })
    }
    if (neededFor === null) return WORKS
    return undecided({ gap: neededFor, what: { kind: 'task-definition', id }, at: pointerTo(at, 'volumes') })
  },
})

/** A gap, where nothing that is known needs one. */
function needOfVolumes(volumes: TaskDefinition['volumes'] = []): Known<TaskRoleNotSet['neededFor']> | null {
  if (isGap(volumes)) return volumes
  let open: Gap | null = null
  for (const { efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3files } of volumes) {
    if (s3files !== undefined && !isGap(s3files)) return 's3-files'
    const authorization = efs === undefined || isGap(efs) ? efs : efs.authorizationConfig
    const iam = authorization === undefined || isGap(authorization) ? authorization : authorization.iam
    if (iam === 'ENABLED') return 'efs-iam'
    open ??= isGap(s3files) ? s3files : isGap(iam) ? iam : null
  }
  return open
}
