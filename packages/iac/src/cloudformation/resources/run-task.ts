import { hasPlaceholder } from '@farsight/core'
import { jsonValue } from '../json-value.ts'
import { byName, nameOf, regionalArn } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { embed, fieldOf, unresolved, type Value } from '../value.ts'
import { addRunTask, type RunTaskSource } from './add-run-task.ts'

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
      addTarget(resource, stack, {
        form: 'rule',
        key: i === 0 ? resource.id : `${resource.id}.${i + 1}`,
        parameters: fieldOf(target, 'EcsParameters'),
        cluster: fieldOf(target, 'Arn')?.value,
        startedBy,
        caller: { service: 'events', role: fieldOf(target, 'RoleArn')?.value },
        overrides: inputOf(target, stack),
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
    const group = resource.get('GroupName').kind === 'absent' ? 'default' : nameOf(resource, 'GroupName').text
    const startedBy = regionalArn(resource, 'scheduler', `schedule/${group}/${nameOf(resource, 'Name').text}`)
    const cluster = fieldOf(target, 'Arn')?.value
    addTarget(resource, stack, {
      form: 'target',
      key: resource.id,
      parameters: fieldOf(target, 'EcsParameters'),
      cluster,
      startedBy,
      caller: { service: 'scheduler', role: fieldOf(target, 'RoleArn')?.value },
      overrides: inputOf(target, stack),
    })
  },
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html */
export const pipe: ResourceKind = {
  type: 'AWS::Pipes::Pipe',
  ref: byName('Name'),
  read: (resource, stack) => {
    const startedBy = regionalArn(resource, 'pipes', `pipe/${nameOf(resource, 'Name').text}`)
    const parameters = fieldOf(resource.get('TargetParameters'), 'EcsTaskParameters')
    addTarget(resource, stack, {
      form: 'target',
      key: resource.id,
      parameters,
      cluster: resource.get('Target'),
      startedBy,
      caller: { service: 'pipes', role: resource.get('RoleArn') },
      overrides: parameters === null ? undefined : fieldOf(parameters.value, 'Overrides')?.value,
    })
  },
}

interface TaskTarget extends Omit<RunTaskSource, 'parameters' | 'at'> {
  readonly parameters: { readonly keyAt: number; readonly value: Value } | null
}

/**
 * The input of a target is what it overrides, as JSON in a text.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
function inputOf(target: Value, stack: Stack): Value | undefined {
  const input = fieldOf(target, 'Input')?.value
  const json = input === undefined ? null : embed(input)
  if (input === undefined || input.kind === 'unknown' || json === null) return input
  const found = jsonValue(json, input.at, stack.reference)
  return found ?? (isOther(json) ? undefined : unresolved('Input', input.at))
}

/** A text that is no JSON overrides nothing; nor is one that nests too deep to be read, or has parts that are not known. */
function isOther(json: string): boolean {
  if (hasPlaceholder(json)) return false
  try {
    JSON.parse(json)
    return false
  } catch {
    return true
  }
}

function addTarget(resource: Resource, stack: Stack, { parameters, ...target }: TaskTarget): void {
  if (parameters === null) return
  addRunTask(resource, stack, { ...target, parameters: parameters.value, at: parameters.keyAt })
}
