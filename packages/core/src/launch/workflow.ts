import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type {
  AwsvpcConfiguration,
  ContainerOverride,
  PlacementRule,
  RunTask,
  StateMachine,
  Tag,
  TaskOverride,
} from '../model/service.ts'

/** A state of a workflow that runs an ECS task. */
export interface TaskState {
  readonly name: string
  readonly request: RunTask
}

/**
 * The tasks that a workflow runs, at any depth; a gap where its definition cannot be read.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export function taskStatesOf({ definition, roleArn }: StateMachine): Known<readonly TaskState[]> {
  if (isGap(definition)) return definition
  const parsed = parse(definition)
  if (parsed === null) return { gap: 'unresolved', expression: 'definition' }
  const found: TaskState[] = []
  const open: { readonly states: Fields; readonly depth: number }[] = [{ states: fieldsOf(parsed.States), depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name, written] of Object.entries(next.states)) {
      const state = fieldsOf(written)
      const request = requestOf(state, roleArn)
      if (request !== null) found.push({ name, request })
      if (next.depth >= DEEPEST) continue
      for (const inner of innerOf(state)) open.push({ states: inner, depth: next.depth + 1 })
    }
  }
  return found
}

/** Deeper than any workflow that Step Functions takes. */
const DEEPEST = 32

interface Fields {
  readonly [name: string]: unknown
}

function parse(definition: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(definition)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Fields) : null
  } catch {
    return null
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

/** The states inside of Parallel and Map states. */
function innerOf({ Branches: branches, ItemProcessor: processor, Iterator: iterator }: Fields): readonly Fields[] {
  const machines = [...(Array.isArray(branches) ? (branches as readonly unknown[]) : []), processor, iterator]
  return machines.map((machine) => fieldsOf(fieldsOf(machine).States))
}

/** `arn:aws:states:::ecs:runTask`, with `.sync` or `.waitForTaskToken`; null: the state does something else. */
const RUN_TASK = /^arn:[^:]+:states:::ecs:runTask(\.sync|\.waitForTaskToken)?$/

function requestOf(state: Fields, roleArn: StateMachine['roleArn']): RunTask | null {
  const { Type: type, Resource: resource, Parameters: parameters, Arguments: args } = state
  const named = type === 'Task' && typeof resource === 'string' ? RUN_TASK.exec(resource) : null
  if (named === null) return null
  const given = fieldsOf(parameters ?? args)
  const network = given.NetworkConfiguration === undefined ? undefined : fieldsOf(given.NetworkConfiguration)
  return defined<RunTask>({
    taskDefinition: valueIn<string>(given, 'TaskDefinition') ?? unresolved('TaskDefinition'),
    cluster: valueIn<string>(given, 'Cluster'),
    launchType: valueIn<'FARGATE'>(given, 'LaunchType'),
    platformVersion: valueIn<string>(given, 'PlatformVersion'),
    enableExecuteCommand: valueIn<boolean>(given, 'EnableExecuteCommand'),
    capacityProviderStrategy: strategyOf(given),
    networkConfiguration:
      network === undefined
        ? hidden(given, 'NetworkConfiguration')
        : {
            awsvpcConfiguration:
              hidden(network, 'AwsvpcConfiguration') ?? awsvpcOf(fieldsOf(network.AwsvpcConfiguration)),
          },
    overrides: hidden(given, 'Overrides') ?? overridesOf(fieldsOf(given.Overrides)),
    volumeConfigurations: hidden(given, 'VolumeConfigurations') ?? unread(given, 'VolumeConfigurations'),
    placementConstraints: itemsIn(given, 'PlacementConstraints', placementRuleOf),
    placementStrategy: itemsIn(given, 'PlacementStrategy', placementRuleOf),
    tags: itemsIn(given, 'Tags', tagOf),
    propagateTags: valueIn<'NONE'>(given, 'PropagateTags'),
    enableECSManagedTags: valueIn<boolean>(given, 'EnableECSManagedTags'),
    caller: unread(state, 'Credentials') ?? {
      service: 'states',
      roleArn: roleArn ?? { gap: 'not-read', permission: 'states:DescribeStateMachine' },
      waits: named[1] === '.sync',
    },
  })
}

/** Where an expression of the workflow decides, nobody knows before it runs. */
function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

/** A gap where a path or an expression stands for the field; undefined where it is written, or not there. */
function hidden(fields: Fields, name: string): Gap | undefined {
  if (Object.hasOwn(fields, `${name}.$`)) return unresolved(`${name}.$`)
  return isExpression(fields[name]) ? unresolved(String(fields[name])) : undefined
}

/** A gap where there is a field whose parts are not read. */
function unread(fields: Fields, name: string): Gap | undefined {
  return fields[name] === undefined ? undefined : unresolved(name)
}

/** JSONata. */
function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('{%')
}

function valueIn<T extends string | boolean>(fields: Fields, name: string): Known<T> | undefined {
  const gap = hidden(fields, name)
  if (gap !== undefined) return gap
  const value = fields[name]
  if (value === undefined) return undefined
  return typeof value === 'string' || typeof value === 'boolean' ? (value as T) : unresolved(name)
}

function numberIn(fields: Fields, name: string): Known<number> | undefined {
  const value = fields[name]
  return typeof value === 'number' ? value : (hidden(fields, name) ?? unread(fields, name))
}

function listIn(fields: Fields, name: string): Known<readonly Known<string>[]> | undefined {
  const gap = hidden(fields, name)
  if (gap !== undefined) return gap
  const value = fields[name]
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return unresolved(name)
  return value.map((item) => (typeof item === 'string' && !isExpression(item) ? item : unresolved(name)))
}

function awsvpcOf(fields: Fields): AwsvpcConfiguration {
  return defined<AwsvpcConfiguration>({
    subnets: listIn(fields, 'Subnets') ?? [],
    securityGroups: listIn(fields, 'SecurityGroups'),
    assignPublicIp: valueIn<'ENABLED' | 'DISABLED'>(fields, 'AssignPublicIp'),
  })
}

function strategyOf(given: Fields): RunTask['capacityProviderStrategy'] {
  const gap = hidden(given, 'CapacityProviderStrategy')
  if (gap !== undefined) return gap
  const items = given.CapacityProviderStrategy
  if (!Array.isArray(items)) return undefined
  return items.map((item) => ({
    capacityProvider: valueIn<string>(fieldsOf(item), 'CapacityProvider') ?? unresolved('CapacityProvider'),
  }))
}

function overridesOf(fields: Fields): RunTask['overrides'] {
  if (Object.keys(fields).length === 0) return undefined
  return defined<TaskOverride>({
    executionRoleArn: valueIn<string>(fields, 'ExecutionRoleArn'),
    taskRoleArn: valueIn<string>(fields, 'TaskRoleArn'),
    cpu: valueIn<string>(fields, 'Cpu'),
    memory: valueIn<string>(fields, 'Memory'),
    ephemeralStorage: hidden(fields, 'EphemeralStorage') ?? storageOf(fields.EphemeralStorage),
    inferenceAcceleratorOverrides: itemsIn(fields, 'InferenceAcceleratorOverrides', (each) => each),
    containerOverrides: itemsIn(fields, 'ContainerOverrides', containerOverrideOf),
  })
}

function storageOf(written: unknown): TaskOverride['ephemeralStorage'] {
  return written === undefined
    ? undefined
    : { sizeInGiB: numberIn(fieldsOf(written), 'SizeInGiB') ?? unresolved('SizeInGiB') }
}

function containerOverrideOf(fields: Fields): ContainerOverride {
  return defined<ContainerOverride>({
    name: valueIn<string>(fields, 'Name') ?? unresolved('Name'),
    command: listIn(fields, 'Command'),
    cpu: numberIn(fields, 'Cpu'),
    environment: itemsIn(fields, 'Environment', variableOf),
    environmentFiles: itemsIn(fields, 'EnvironmentFiles', typedOf),
    memory: numberIn(fields, 'Memory'),
    memoryReservation: numberIn(fields, 'MemoryReservation'),
    resourceRequirements: itemsIn(fields, 'ResourceRequirements', typedOf),
  })
}

interface Variable {
  readonly name: Known<string>
  readonly value?: Known<string>
}

function variableOf(fields: Fields): Variable {
  const value = valueIn<string>(fields, 'Value')
  return defined<Variable>({ name: valueIn<string>(fields, 'Name') ?? unresolved('Name'), value })
}

function typedOf(fields: Fields) {
  return {
    type: valueIn<string>(fields, 'Type') ?? unresolved('Type'),
    value: valueIn<string>(fields, 'Value') ?? unresolved('Value'),
  }
}

/** The objects of a list. */
function itemsIn<T>(fields: Fields, name: string, make: (item: Fields) => T): Known<readonly T[]> | undefined {
  const gap = hidden(fields, name)
  if (gap !== undefined) return gap
  const items = fields[name]
  if (items === undefined) return undefined
  if (!Array.isArray(items) || items.some(isExpression)) return unresolved(name)
  return (items as readonly unknown[]).map((item) => make(fieldsOf(item)))
}

function placementRuleOf(fields: Fields): PlacementRule {
  return defined<PlacementRule>({ type: valueIn<string>(fields, 'Type') })
}

function tagOf(fields: Fields): Tag {
  return defined<Tag>({
    key: valueIn<string>(fields, 'Key') ?? unresolved('Key'),
    value: valueIn<string>(fields, 'Value'),
  })
}

/** With `undefined` for what is not there. */
type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined }

/** Without the fields that are undefined. INVARIANT: those that `T` needs are given. */
function defined<T extends object>(fields: Loose<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
