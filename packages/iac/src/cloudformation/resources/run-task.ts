import { type Gap, isGap, type RunTask } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { byName, nameOf, regionalArn } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resolver.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { boolean, from, marked, number, oneOf, text } from '../shape.ts'
import { add, readingOf, type Stack } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'
import { capacityProviderStrategy } from './cluster.ts'
import { taskDefinitionKey } from './launch-request.ts'
import { networkConfiguration } from './network-configuration.ts'

const shape = record<Draft<RunTask>>({
  cluster: null,
  taskDefinition: from('TaskDefinitionArn', marked(text)),
  launchType: marked(oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES')),
  capacityProviderStrategy: marked(capacityProviderStrategy),
  platformVersion: marked(text),
  networkConfiguration: marked(networkConfiguration),
  enableExecuteCommand: marked(boolean),
  startedBy: null,
  overrides: null,
  caller: null,
  count: from('TaskCount', number),
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const eventsRule: ResourceKind = {
  type: 'AWS::Events::Rule',
  ref: byName('Name'),
  read: (resource, stack) => {
    const targets = resource.get('Targets')
    const startedBy = regionalArn(resource, 'events', `rule/${nameOf(resource, 'Name').text}`)
    const tasks =
      targets.kind === 'list' ? targets.items.filter((target) => fieldOf(target, 'EcsParameters') !== null) : []
    tasks.forEach((target, i) => {
      addRunTask(resource, stack, {
        key: i === 0 ? resource.logicalId : `${resource.logicalId}.${i + 1}`,
        target,
        startedBy,
      })
    })
  },
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
export const schedule: ResourceKind = {
  type: 'AWS::Scheduler::Schedule',
  ref: byName('Name'),
  read: (resource, stack) => {
    const target = resource.get('Target')
    if (fieldOf(target, 'EcsParameters') === null) return
    const group = resource.get('GroupName').kind === 'absent' ? 'default' : nameOf(resource, 'GroupName').text
    const startedBy = regionalArn(resource, 'scheduler', `schedule/${group}/${nameOf(resource, 'Name').text}`)
    addRunTask(resource, stack, { key: resource.logicalId, target, startedBy })
  },
}

interface TaskTarget {
  readonly key: string
  readonly target: Value
  readonly startedBy: string
}

function addRunTask(resource: Resource, stack: Stack, { key, target, startedBy }: TaskTarget): void {
  const at = pointerIn(stack.runTasks, key)
  const reading = readingOf(stack, resource)
  const parameters = fieldOf(target, 'EcsParameters')
  const draft = parameters === null ? undefined : shape.read(parameters.value, at, reading)
  if (draft === undefined || isGap(draft)) return
  const cluster = fieldOf(target, 'Arn')
  const found = cluster === null ? undefined : text.read(cluster.value, at, reading)
  if (found !== undefined) draft.cluster = found
  draft.taskDefinition = taskDefinitionKey(draft.taskDefinition ?? NO_DEFINITION, stack)
  add(stack, stack.runTasks, key, resource, { ...draft, startedBy })
  if (parameters !== null) stack.origins.set(at, parameters.keyAt, resource.logicalId)
}

const NO_DEFINITION: Gap = { gap: 'unresolved', expression: 'TaskDefinitionArn' }
