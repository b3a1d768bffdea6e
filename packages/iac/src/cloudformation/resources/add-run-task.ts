import { type Gap, isGap, type RunTask } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import { boolean, from, marked, number, oneOf, text } from '../shape.ts'
import { add, readingOf, type Stack } from '../stack.ts'
import type { Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'
import { capacityProviderStrategy } from './cluster.ts'
import { taskDefinitionKey } from './launch-request.ts'
import { networkConfiguration } from './network-configuration.ts'

const shapeOf = (definition: string, count: string) =>
  record<Draft<RunTask>>({
    cluster: null,
    taskDefinition: from(definition, marked(text)),
    launchType: marked(oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES')),
    capacityProviderStrategy: marked(capacityProviderStrategy),
    platformVersion: marked(text),
    networkConfiguration: marked(networkConfiguration),
    enableExecuteCommand: marked(boolean),
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
  /** Where it stands. */
  readonly at: number
}

/** Puts a task that something else than a service runs into the snapshot. */
export function addRunTask(resource: Resource, stack: Stack, source: RunTaskSource): void {
  const { key, form, parameters, cluster, startedBy } = source
  const at = pointerIn(stack.runTasks, key)
  const reading = readingOf(stack, resource)
  const read = SHAPES[form].read(parameters, at, reading)
  if (read === undefined) return
  const draft: Draft<RunTask> = isGap(read) ? { taskDefinition: read, networkConfiguration: read } : read
  const found = cluster === undefined ? undefined : text.read(cluster, at, reading)
  if (found !== undefined) draft.cluster = found
  draft.taskDefinition = taskDefinitionKey(draft.taskDefinition ?? NO_DEFINITION, stack)
  add(stack, stack.runTasks, key, resource, { ...draft, startedBy })
  stack.origins.set(at, source.at, resource.path)
}

const NO_DEFINITION: Gap = { gap: 'unresolved', expression: 'TaskDefinition' }
