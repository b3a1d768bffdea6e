import { type Caller, type Gap, isGap, type Pointer, type RunTask, type TaskOverride } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import { boolean, from, marked, number, oneOf, type Reading, text } from '../shape.ts'
import { add, readingOf, type Stack } from '../stack.ts'
import type { Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'
import { capacityProviderStrategy } from './cluster.ts'
import { taskDefinitionKey } from './launch-request.ts'
import { networkConfiguration } from './network-configuration.ts'
import { volumeConfigurations } from './volume-configurations.ts'

const shapeOf = (definition: string, count: string) =>
  record<Draft<RunTask>>({
    cluster: null,
    taskDefinition: from(definition, marked(text)),
    launchType: marked(oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES')),
    capacityProviderStrategy: marked(capacityProviderStrategy),
    platformVersion: marked(text),
    networkConfiguration: marked(networkConfiguration),
    enableExecuteCommand: marked(boolean),
    volumeConfigurations,
    startedBy: null,
    overrides: null,
    caller: null,
    count: from(count, number),
  })

/** Targets of rules, schedules and pipes name the definition otherwise than the arguments of RunTask do. */
const SHAPES = { target: shapeOf('TaskDefinitionArn', 'TaskCount'), arguments: shapeOf('TaskDefinition', 'Count') }

export interface RunTaskSource {
  readonly key: string
  readonly form: keyof typeof SHAPES
  readonly parameters: Value
  /** Absent: the default cluster. */
  readonly cluster: Value | undefined
  /** What runs it, as an ARN. */
  readonly startedBy: string
  readonly caller: CallerSource
  /** What the request changes of the definition. */
  readonly overrides: Value | undefined
  /** Where it stands. */
  readonly at: number
}

/** The service of AWS that runs it, and the role as which it does. */
export interface CallerSource {
  readonly service: Caller['service']
  readonly role: Value | undefined
  readonly waits?: boolean
}

/** Puts a task that something else than a service runs into the snapshot. */
export function addRunTask(resource: Resource, stack: Stack, source: RunTaskSource): void {
  const { key, form, parameters, cluster, startedBy, overrides } = source
  const at = pointerIn(stack.runTasks, key)
  const reading = readingOf(stack, resource)
  const read = SHAPES[form].read(parameters, at, reading)
  if (read === undefined) return
  const draft: Draft<RunTask> = isGap(read) ? { taskDefinition: read, networkConfiguration: read } : read
  const found = cluster === undefined ? undefined : text.read(cluster, at, reading)
  if (found !== undefined) draft.cluster = found
  const caller = callerOf(source.caller, at, reading)
  if (caller !== undefined) draft.caller = caller
  const changes = overrides === undefined ? undefined : overridesShape.read(overrides, `${at}/overrides`, reading)
  if (changes !== undefined && Object.keys(changes).length > 0) draft.overrides = changes
  draft.taskDefinition = taskDefinitionKey(draft.taskDefinition ?? NO_DEFINITION, stack)
  add(stack, stack.runTasks, key, resource, { ...draft, startedBy })
  stack.origins.set(at, source.at, resource.path)
}

const NO_DEFINITION: Gap = { gap: 'unresolved', expression: 'TaskDefinition' }

const overridesShape = record<TaskOverride>({
  executionRoleArn: marked(text),
  taskRoleArn: marked(text),
  cpu: marked(text),
  memory: marked(text),
})

function callerOf({ service, role, waits }: CallerSource, at: Pointer, reading: Reading): Caller | undefined {
  const roleArn = role === undefined ? undefined : text.read(role, `${at}/caller`, reading)
  if (role === undefined || roleArn === undefined) return undefined
  reading.origins.set(`${at}/caller`, role.at, reading.path)
  return { service, roleArn, ...(waits === undefined ? {} : { waits }) }
}
