import { trusts } from '../iam/assume.ts'
import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { undecided, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { Tag } from '../model/launch-request.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder, placeholder, splitText } from '../model/placeholder.ts'
import type { Caller } from '../model/run-task.ts'
import { lookUp } from '../model/table.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Placed, World } from '../model/world.ts'
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
export function callerRequirements(launch: Launch, caller: Caller, world: World): readonly Requirement[] {
  const asked: Asked[] = [
    { service: 'ecs', action: 'ecs:RunTask', resource: definitionArn(launch), context: clusterKey(launch) },
  ]
  for (const role of [launch.executionRole, launch.taskRole]) {
    if (role === null || isGap(role)) continue
    asked.push({ service: 'iam', action: 'iam:PassRole', resource: role, context: PASSED_TO_TASKS })
  }
  const tagging = tagsOfTask(launch, world)
  if (tagging !== null) asked.push(tagging)
  if (caller.waits === true) asked.push(...ruleOfStepFunctions(launch))
  return [TRUST[caller.service], ...asked.map((each) => asCaller(launch, caller, each))]
}

type Asked = Pick<Call, 'service' | 'resource' | 'context'> &
  Partial<Pick<Call, 'onlyIf'>> & { readonly action: string }

const PASSED_TO_TASKS = Object.freeze({ 'iam:PassedToService': 'ecs-tasks.amazonaws.com' })

function asCaller({ at, place }: Launch, { roleArn }: Caller, asked: Asked): Call {
  const { service, action, resource, context, onlyIf = null } = asked
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
    context,
    onlyIf,
  })
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
function clusterKey({ place, request: { cluster = 'default' } }: Launch): Call['context'] {
  if (isGap(cluster)) return null
  return { 'ecs:cluster': cluster.startsWith('arn:') ? cluster : ecsArn(place, `cluster/${cluster}`) }
}

/**
 * Who gives tags to a task must be allowed to, unless the account setting is off; since 2024 it is on by default. Whether
 * ECS asks the same of whoever leaves the tags to ECS is not documented. What is asked for is no task yet:
 * `task/<cluster>/*`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#tag-resources-setting
 */
function tagsOfTask({ place, request, id, at }: Launch, world: World): Asked | null {
  const { cluster = 'default', tags = [], propagateTags = 'NONE', enableECSManagedTags: managed = false } = request
  if (lookUp(world.region(place)?.accountSettings, 'tagResourceAuthorization') === 'off') return null
  const hasTags = !isGap(tags) && tags.length > 0
  const isLeftToEcs = managed !== false || propagateTags !== 'NONE'
  if (!hasTags && !isGap(tags) && !isLeftToEcs) return null
  const gap = [tags, propagateTags, managed].find(isGap) ?? TAGS_BY_ECS
  const name = isGap(cluster) ? placeholder('cluster') : (splitText(cluster, '/').at(-1) ?? cluster)
  return {
    service: 'ecs',
    action: 'ecs:TagResource',
    resource: ecsArn(place, `task/${name}/*`),
    context: { 'ecs:CreateAction': 'RunTask', ...(isLeftToEcs ? {} : keysOfTags(tags)) },
    onlyIf: hasTags ? null : { gap, what: { kind: 'request-tags', id }, at },
  }
}

const TAGS_BY_ECS: Gap = Object.freeze({ gap: 'not-modeled', what: 'tags-by-ecs' })

/** The condition keys that tell the tags; none where not all of them are known. */
function keysOfTags(tags: Known<readonly Tag[]>): NonNullable<Call['context']> {
  if (isGap(tags)) return {}
  const keys = tags.map(({ key }) => key)
  const values = tags.flatMap(({ key, value = '' }) =>
    isGap(key) || isGap(value) || hasPlaceholder(key + value) ? [] : [[`aws:RequestTag/${key}`, value] as const],
  )
  const known = keys.filter((key): key is string => !isGap(key) && !hasPlaceholder(key))
  return { ...Object.fromEntries(values), ...(known.length === keys.length ? { 'aws:TagKeys': known } : {}) }
}

function ecsArn({ region, account }: Launch['place'], resource: string): string {
  return `arn:${partitionOf(region)}:ecs:${region}:${account}:${resource}`
}

/** A request without a revision is authorized for the latest one. */
function definitionArn({ place, taskDefinition, taskDefinitionName }: Launch): string {
  const known = taskDefinition === null || isGap(taskDefinition) ? taskDefinitionName : nameOf(taskDefinition)
  const name = isGap(known) ? '«task-definition»' : known
  return name.startsWith('arn:') ? name : ecsArn(place, `task-definition/${name}`)
}

/** One of code has no revision yet, and is filed under its id there. */
function nameOf({ id, value: { family, revision } }: Placed<TaskDefinition>): string {
  if (id.includes(':') || revision !== undefined) return id
  return `${family === undefined || isGap(family) ? placeholder(id) : family}:${placeholder(`${id}.revision`)}`
}

/** To learn that the task has ended, Step Functions keeps a rule in the account. */
function ruleOfStepFunctions({ place: { account, region } }: Launch): readonly Asked[] {
  const rule = 'StepFunctionsGetEventsForECSTaskRule'
  const resource = `arn:${partitionOf(region)}:events:${region}:${account}:rule/${rule}`
  return ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'].map((action) => ({
    service: 'events',
    action,
    resource,
    context: null,
  }))
}

/** Of a service that runs the task, and of which nothing else is known. */
export const CALLER_KNOWN: Condition = condition({
  step: 'accept-request',
  id: 'role-trusts-caller',
  judge: ({ request: { caller }, at, id }) =>
    isGap(caller) ? undecided({ gap: caller, what: { kind: 'request', id }, at: pointerTo(at, 'caller') }) : WORKS,
})

const TRUST: { readonly [Service in Caller['service']]: Condition } = {
  events: trusted('events.amazonaws.com'),
  pipes: trusted('pipes.amazonaws.com'),
  scheduler: trusted('scheduler.amazonaws.com'),
  states: trusted('states.amazonaws.com'),
}

function trusted(service: `${Caller['service']}.amazonaws.com`): Condition {
  return condition({
    step: 'accept-request',
    id: 'role-trusts-caller',
    resource: ({ request: { caller }, id }) =>
      caller === undefined || isGap(caller) || isGap(caller.roleArn) ? id : caller.roleArn,
    judge: ({ request: { caller, startedBy }, at, id, place }, world) => {
      if (caller === undefined || isGap(caller)) return WORKS
      const { roleArn } = caller
      if (!isGap(roleArn)) return trusts(world, roleArn, service, place.region, sourceOf(startedBy, service))
      return undecided({ gap: roleArn, what: { kind: 'role', id }, at: `${at}/caller` })
    },
  })
}

/**
 * What the service says it acts for: the rule, the pipe, the state machine, and of a schedule its group. Undefined: nobody
 * says which it is.
 */
function sourceOf(startedBy: Known<string> | undefined, service: string): string | undefined {
  const arn = startedBy === undefined || isGap(startedBy) ? null : parseArn(startedBy)
  if (arn === null || `${arn.service}.amazonaws.com` !== service) return undefined
  if (arn.service !== 'scheduler') return String(startedBy)
  const [kind, group = '', name] = splitText(arn.resource, '/')
  if (kind !== 'schedule' || name === undefined) return undefined
  return `arn:${arn.partition}:scheduler:${arn.region}:${arn.account}:schedule-group/${group}`
}
