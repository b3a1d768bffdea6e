import { byName, nameOf, regionalArn } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { fieldOf, unresolved, type Value, type ValueEntry } from '../value.ts'
import { addArguments } from './add-arguments.ts'
import { addRunTask, type RunTaskSource } from './add-run-task.ts'
import { inputOf } from './target-input.ts'
import { universalTarget } from './universal-target.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const eventsRule: ResourceKind = {
  type: 'AWS::Events::Rule',
  ref: byName('Name'),
  read: (resource, stack) => {
    const targets = resource.get('Targets')
    const startedBy = regionalArn(resource, 'events', `rule/${nameOf(resource, 'Name').text}`)
    const all = targets.kind === 'list' ? targets.items : [targets]
    skipUnknown(resource, stack, all)
    const tasks = all.filter((target) => fieldOf(target, 'EcsParameters') !== null)
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
    skipUnknown(resource, stack, [target])
    const group = resource.get('GroupName').kind === 'absent' ? 'default' : nameOf(resource, 'GroupName').text
    const startedBy = regionalArn(resource, 'scheduler', `schedule/${group}/${nameOf(resource, 'Name').text}`)
    const caller = { service: 'scheduler', role: fieldOf(target, 'RoleArn')?.value } as const
    const source = { key: resource.id, startedBy, caller }
    const universal = universalTarget(target, stack)
    if (universal !== null) return addArguments(resource, stack, { ...source, ...universal })
    addTarget(resource, stack, {
      ...source,
      form: 'target',
      parameters: fieldOf(target, 'EcsParameters'),
      cluster: fieldOf(target, 'Arn')?.value,
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
    const all = resource.get('TargetParameters')
    skipUnknown(resource, stack, [all])
    const written = fieldOf(all, 'EcsTaskParameters')
    const parameters = written === null ? null : { ...written, value: ofEvent(written.value) }
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

/** A target that nobody knows may run a task. */
function skipUnknown(resource: Resource, { otherLaunches }: Stack, targets: readonly Value[]): void {
  for (const target of targets) if (target.kind === 'unknown') otherLaunches.kept.set(resource.id, target.gap)
}

interface TaskTarget extends Omit<RunTaskSource, 'parameters' | 'at'> {
  readonly parameters: { readonly keyAt: number; readonly value: Value } | null
}

/**
 * A text of a pipe that is a path stands for a part of the event.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html (dynamic path parameters)
 */
function ofEvent(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(ofEvent) }
  if (value.kind === 'text') return /^\$[.[]/.test(value.text) ? unresolved(value.text, value.at) : value
  if (value.kind !== 'map') return value
  const entries = new Map<string, ValueEntry>()
  for (const [key, entry] of value.entries) entries.set(key, { ...entry, value: ofEvent(entry.value) })
  return { ...value, entries }
}

function addTarget(resource: Resource, stack: Stack, { parameters, ...target }: TaskTarget): void {
  if (parameters === null) return
  addRunTask(resource, stack, { ...target, parameters: parameters.value, at: parameters.keyAt })
}
