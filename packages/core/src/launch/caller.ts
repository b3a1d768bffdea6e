import { trusts } from '../iam/assume.ts'
import { undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { Caller } from '../model/service.ts'
import { partitionOf, serviceHost } from '../network/aws-host.ts'
import { call } from './call.ts'
import { condition } from './condition.ts'
import type { Launch } from './launch.ts'
import type { Call, Condition, Requirement } from './requirement.ts'

/**
 * What a schedule, an event rule or a workflow needs to run the task: that its service may assume its role, and that
 * the role may call ECS and pass the roles of the task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export function callerRequirements(launch: Launch, caller: Caller): readonly Requirement[] {
  const asked: Asked[] = [{ service: 'ecs', action: 'ecs:RunTask', resource: definitionArn(launch) }]
  for (const role of [launch.executionRole, launch.taskRole]) {
    if (role !== null && !isGap(role)) asked.push({ service: 'iam', action: 'iam:PassRole', resource: role })
  }
  if (caller.waits === true) asked.push(...ruleOfStepFunctions(launch))
  return [TRUST[caller.service], ...asked.map((each) => asCaller(launch, caller, each))]
}

type Asked = Pick<Call, 'service' | 'resource'> & { readonly action: string }

function asCaller({ at, place }: Launch, { roleArn }: Caller, { service, action, resource }: Asked): Call {
  const host = service === 'iam' ? 'iam.amazonaws.com' : serviceHost(service, place.region)
  return call({
    step: 'accept-request',
    at: `${at}/caller`,
    service,
    principal: roleArn,
    action,
    resource,
    from: 'aws',
    to: { host, port: 443 },
  })
}

/** A request without a revision is authorized for the latest one. */
function definitionArn({ place, taskDefinition, taskDefinitionName }: Launch): string {
  const known = taskDefinition === null || isGap(taskDefinition) ? taskDefinitionName : taskDefinition.id
  const name = isGap(known) ? '«task-definition»' : known
  if (name.startsWith('arn:')) return name
  return `arn:${partitionOf(place.region)}:ecs:${place.region}:${place.account}:task-definition/${name}`
}

/** To learn that the task has ended, Step Functions keeps a rule in the account. */
function ruleOfStepFunctions({ place: { account, region } }: Launch): readonly Asked[] {
  const rule = 'StepFunctionsGetEventsForECSTaskRule'
  const resource = `arn:${partitionOf(region)}:events:${region}:${account}:rule/${rule}`
  return ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'].map((action) => ({
    service: 'events',
    action,
    resource,
  }))
}

const TRUST: { readonly [Service in Caller['service']]: Condition } = {
  events: trusted('events.amazonaws.com'),
  scheduler: trusted('scheduler.amazonaws.com'),
  states: trusted('states.amazonaws.com'),
}

function trusted(service: `${Caller['service']}.amazonaws.com`): Condition {
  return condition({
    step: 'accept-request',
    id: 'role-trusts-caller',
    resource: ({ request: { caller }, id }) =>
      caller === undefined || isGap(caller) || isGap(caller.roleArn) ? id : caller.roleArn,
    judge: ({ request: { caller }, at, id }, world) => {
      if (caller === undefined || isGap(caller)) return WORKS
      const { roleArn } = caller
      if (!isGap(roleArn)) return trusts(world, roleArn, service)
      return undecided({ gap: roleArn, what: { kind: 'role', id }, at: `${at}/caller` })
    },
  })
}
