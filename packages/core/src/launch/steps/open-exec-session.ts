import type { Gap } from '../../model/gap.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { clusterOf } from '../conditions/cluster-active.ts'
import { execSupported } from '../conditions/exec-supported.ts'
import { rootFilesystemWritable } from '../conditions/root-filesystem-writable.ts'
import { taskRoleNotOverridden } from '../conditions/task-role-not-overridden.ts'
import { findKey, isManagedByAws } from '../key-lookup.ts'
import type { Launch } from '../launch.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'
import { unknownReference } from '../unknown-reference.ts'

/**
 * The agent of ECS Exec opens two channels to Session Manager as the task role, from the task's own interface. Where the
 * cluster names a key for sessions, the agent decrypts with it in the same way. The task starts without them, so all of
 * this is advice.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export const openExecSession: Step = {
  id: 'open-exec-session',
  requires: (launch, world) => {
    const { request, taskRole: principal, place, at } = launch
    if (request.enableExecuteCommand !== true) return NONE
    if (principal === null) return CONDITIONS
    const to = { host: serviceHost('ssmmessages', place.region), port: 443 }
    const service = 'ssmmessages'
    return [
      ...CONDITIONS,
      ...ACTIONS.map((action) => call({ step, required: false, at, service, principal, action, resource: '*', to })),
      ...decryptsSession(launch, world, principal),
    ]
  },
}

const step = 'open-exec-session'
const NONE: readonly Requirement[] = []
const CONDITIONS: readonly Requirement[] = [execSupported, rootFilesystemWritable, taskRoleNotOverridden]

const ACTIONS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
]

function decryptsSession(launch: Launch, world: World, principal: Known<string>): readonly Requirement[] {
  const key = sessionKeyOf(launch, world)
  if (key === null) return NONE
  const { reference, at } = key
  if (isGap(reference)) return [unknownKey('kmsKeyId', reference, at)]
  if (isManagedByAws(reference)) return NONE
  const found = findKey(world, launch.place, reference)
  if (isGap(found)) return [unknownKey(reference, found, at)]
  const { id, arn, place } = found
  return [
    call({
      step,
      required: false,
      at,
      service: 'kms',
      principal,
      action: 'kms:Decrypt',
      resource: arn,
      to: { host: serviceHost('kms', place.region), port: 443 },
      target: { target: 'key', arn, id, place, usedBy: 'ECS Exec' },
    }),
  ]
}

interface SessionKey {
  /** An id, ARN or alias. */
  readonly reference: Known<string>
  readonly at: Pointer
}

/** Null: sessions are encrypted with no key of the account. A cluster that nobody read is said elsewhere. */
function sessionKeyOf(launch: Launch, world: World): SessionKey | null {
  const cluster = clusterOf(world, launch)
  if (cluster === null || isGap(cluster)) return null
  const { configuration } = cluster.value
  const exec =
    configuration === undefined || isGap(configuration) ? configuration : configuration.executeCommandConfiguration
  const reference = exec === undefined || isGap(exec) ? exec : exec.kmsKeyId
  const at = pointerTo(cluster.at, 'configuration', 'executeCommandConfiguration')
  return reference === undefined ? null : { reference, at }
}

function unknownKey(id: string, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step, kind: 'key', id, gap, at, required: false })
}
