import { type Caller, type Gap, isGap, type Pointer, type RunTask, type Tag } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import { boolean, from, fullList, marked, number, oneOf, otherwise, type Reading, type Shape, text } from '../shape.ts'
import { add, readingOf, type Stack } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'
import { capacityProviderStrategy } from './cluster.ts'
import { taskDefinitionKey } from './launch-request.ts'
import { networkConfiguration } from './network-configuration.ts'
import { placementRules } from './placement.ts'
import { taskOverride } from './task-definition.ts'
import { volumeConfigurations } from './volume-configurations.ts'

/** What the forms of a request call otherwise than the arguments of RunTask do. */
interface Names {
  readonly definition: string
  readonly count: string
  readonly strategy: string
  readonly tags: string
}

const shapeOf = ({ definition, count, strategy, tags }: Names) =>
  record<Draft<RunTask>>({
    cluster: null,
    taskDefinition: from(definition, marked(text)),
    launchType: marked(oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES')),
    capacityProviderStrategy: marked(capacityProviderStrategy),
    platformVersion: marked(text),
    networkConfiguration: marked(networkConfiguration),
    enableExecuteCommand: marked(boolean),
    volumeConfigurations,
    placementConstraints: placementRules,
    placementStrategy: from(strategy, placementRules),
    startedBy: null,
    overrides: null,
    tags: from(tags, marked(fullList(tag))),
    propagateTags: marked(oneOf('TASK_DEFINITION', 'SERVICE', 'NONE')),
    enableECSManagedTags: marked(boolean),
    caller: null,
    count: from(count, number),
  })

/** Schedules hold tags in maps of any form: the key of such a one is not known. */
const tag: Shape<Tag> = {
  read: (value, at, reading) => {
    if (value.kind !== 'map') return otherwise(value, 'map', reading)
    const [key, own] = [fieldOf(value, 'Key')?.value, fieldOf(value, 'Value')?.value]
    const name = key === undefined ? undefined : text.read(key, at, reading)
    const found = own === undefined ? undefined : text.read(own, at, reading)
    return { key: name ?? NO_KEY, ...(found === undefined ? {} : { value: found }) }
  },
}

const NO_KEY: Gap = Object.freeze({ gap: 'unresolved', expression: 'Key' })

const OF_TARGET = { definition: 'TaskDefinitionArn', count: 'TaskCount', strategy: 'PlacementStrategy', tags: 'Tags' }

/** Targets of rules, of schedules and pipes, and the arguments of RunTask itself. */
const SHAPES = {
  rule: shapeOf({ ...OF_TARGET, strategy: 'PlacementStrategies', tags: 'TagList' }),
  target: shapeOf(OF_TARGET),
  arguments: shapeOf({ ...OF_TARGET, definition: 'TaskDefinition', count: 'Count' }),
}

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
  const draft: Draft<RunTask> = isGap(read) ? unknownRequest(read) : read
  const found = cluster === undefined ? undefined : text.read(cluster, at, reading)
  if (found !== undefined) draft.cluster = found
  const caller = callerOf(source.caller, at, reading)
  if (caller !== undefined) draft.caller = caller
  const changes = overrides === undefined ? undefined : taskOverride.read(overrides, `${at}/overrides`, reading)
  if (changes !== undefined && Object.keys(changes).length > 0) draft.overrides = changes
  draft.taskDefinition = taskDefinitionKey(draft.taskDefinition ?? NO_DEFINITION, stack)
  add(stack, stack.runTasks, key, resource, { ...draft, startedBy })
  stack.origins.set(at, source.at, resource.path)
}

/** Not even on what it runs is known. */
function unknownRequest(gap: Gap): Draft<RunTask> {
  return { taskDefinition: gap, launchType: gap, platformVersion: gap, networkConfiguration: gap }
}

const NO_DEFINITION: Gap = { gap: 'unresolved', expression: 'TaskDefinition' }

function callerOf({ service, role, waits }: CallerSource, at: Pointer, reading: Reading): Caller | undefined {
  const roleArn = role === undefined ? undefined : text.read(role, `${at}/caller`, reading)
  if (role === undefined || roleArn === undefined) return undefined
  reading.origins.set(`${at}/caller`, role.at, reading.path)
  return { service, roleArn, ...(waits === undefined ? {} : { waits }) }
}
