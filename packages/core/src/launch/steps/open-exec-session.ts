import { serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { execSupported } from '../conditions/exec-supported.ts'
import { rootFilesystemWritable } from '../conditions/root-filesystem-writable.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * The agent of ECS Exec opens two channels to Session Manager as the task role, from the task's own interface. The task
 * starts without them, so all of this is advice.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
 */
export const openExecSession: Step = {
  id: 'open-exec-session',
  requires: ({ request, taskRole, place, at }) => {
    if (request.enableExecuteCommand !== true) return NONE
    const to = { host: serviceHost('ssmmessages', place.region), port: 443 }
    const calls = taskRole === null ? [] : ACTIONS
    return [
      execSupported,
      rootFilesystemWritable,
      ...calls.map((action) =>
        call({
          step: 'open-exec-session',
          required: false,
          at,
          service: 'ssmmessages',
          principal: taskRole,
          action,
          resource: '*',
          to,
        }),
      ),
    ]
  },
}

const NONE: readonly Requirement[] = []

const ACTIONS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
]
