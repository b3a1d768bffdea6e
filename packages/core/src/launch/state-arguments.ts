import type { Gap } from '../model/gap.ts'
import type { Known } from '../model/known.ts'
import type {
  AwsvpcConfiguration,
  CapacityProviderStrategyItem,
  LaunchRequest,
  PlacementRule,
  Tag,
} from '../model/launch-request.ts'
import type { ContainerOverride, RunTask, TaskOverride } from '../model/run-task.ts'
import { unresolved } from '../network/open-fact.ts'
import { isJsonFields, type JsonFields, jsonFields } from './json-fields.ts'

/** The arguments of RunTask as a state of a workflow has them. */
export function stateArguments(given: JsonFields): Omit<RunTask, 'caller'> {
  return defined<Omit<RunTask, 'caller' | 'startedBy'>>({
    taskDefinition: textIn(given, 'TaskDefinition') ?? unresolved('TaskDefinition'),
    cluster: textIn(given, 'Cluster'),
    count: numberIn(given, 'Count'),
    launchType: textIn<'FARGATE'>(given, 'LaunchType'),
    platformVersion: textIn(given, 'PlatformVersion'),
    enableExecuteCommand: booleanIn(given, 'EnableExecuteCommand'),
    capacityProviderStrategy: itemsIn(given, 'CapacityProviderStrategy', strategyItemOf),
    networkConfiguration: objectIn(given, 'NetworkConfiguration', networkOf),
    overrides: objectIn(given, 'Overrides', stateOverrides),
    volumeConfigurations: hidden(given, 'VolumeConfigurations') ?? unread(given, 'VolumeConfigurations'),
    placementConstraints: itemsIn(given, 'PlacementConstraints', placementRuleOf),
    placementStrategy: itemsIn(given, 'PlacementStrategy', placementRuleOf),
    tags: itemsIn(given, 'Tags', tagOf),
    propagateTags: textIn<'NONE'>(given, 'PropagateTags'),
    enableECSManagedTags: booleanIn(given, 'EnableECSManagedTags'),
  })
}

/** JSONata. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{%')
}

/** A gap where a path or an expression stands for the field; undefined where it is written, or not there. */
function hidden(fields: JsonFields, name: string): Gap | undefined {
  if (Object.hasOwn(fields, `${name}.$`)) return unresolved(`${name}.$`)
  const value = fields[name]
  return isExpression(value) ? unresolved(value) : undefined
}

/** A gap where there is a field whose parts are not read. */
function unread(fields: JsonFields, name: string): Gap | undefined {
  return fields[name] === undefined || fields[name] === null ? undefined : unresolved(name)
}

function textIn<T extends string>(fields: JsonFields, name: string): Known<T> | undefined {
  return read(fields, name, (value) => (typeof value === 'string' ? (value as T) : null))
}

function booleanIn(fields: JsonFields, name: string): Known<boolean> | undefined {
  return read(fields, name, (value) => (typeof value === 'boolean' ? value : null))
}

function numberIn(fields: JsonFields, name: string): Known<number> | undefined {
  return read(fields, name, (value) => (typeof value === 'number' ? value : null))
}

function textsIn(fields: JsonFields, name: string): Known<readonly Known<string>[]> | undefined {
  return read(fields, name, (value) =>
    Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' && !isExpression(item) ? item : unresolved(name)))
      : null,
  )
}

function objectIn<T>(fields: JsonFields, name: string, make: (object: JsonFields) => T): Known<T> | undefined {
  return read(fields, name, (value) => (isJsonFields(value) ? make(value) : null))
}

/** The objects of a list. */
function itemsIn<T>(fields: JsonFields, name: string, make: (item: JsonFields) => T): Known<readonly T[]> | undefined {
  return read(fields, name, (value) =>
    Array.isArray(value) && !value.some(isExpression) ? value.map((item) => make(jsonFields(item))) : null,
  )
}

/** Undefined where the field is not there; a gap where it is hidden or, as null says, of another form. */
function read<T>(fields: JsonFields, name: string, make: (value: unknown) => T | null): Known<T> | undefined {
  const gap = hidden(fields, name)
  if (gap !== undefined) return gap
  const value = fields[name]
  return value === undefined || value === null ? undefined : (make(value) ?? unresolved(name))
}

type NetworkConfiguration = Exclude<NonNullable<LaunchRequest['networkConfiguration']>, Gap>

function networkOf(fields: JsonFields): NetworkConfiguration {
  return defined<NetworkConfiguration>({ awsvpcConfiguration: objectIn(fields, 'AwsvpcConfiguration', awsvpcOf) })
}

function awsvpcOf(fields: JsonFields): AwsvpcConfiguration {
  return defined<AwsvpcConfiguration>({
    subnets: textsIn(fields, 'Subnets') ?? [],
    securityGroups: textsIn(fields, 'SecurityGroups'),
    assignPublicIp: textIn<'ENABLED' | 'DISABLED'>(fields, 'AssignPublicIp'),
  })
}

function strategyItemOf(fields: JsonFields): CapacityProviderStrategyItem {
  return defined<CapacityProviderStrategyItem>({
    capacityProvider: textIn(fields, 'CapacityProvider') ?? unresolved('CapacityProvider'),
    weight: numberIn(fields, 'Weight'),
    base: numberIn(fields, 'Base'),
  })
}

/** `Overrides`, in the same form. */
export function stateOverrides(fields: JsonFields): TaskOverride {
  return defined<TaskOverride>({
    executionRoleArn: textIn(fields, 'ExecutionRoleArn'),
    taskRoleArn: textIn(fields, 'TaskRoleArn'),
    cpu: textIn(fields, 'Cpu'),
    memory: textIn(fields, 'Memory'),
    ephemeralStorage: objectIn(fields, 'EphemeralStorage', storageOf),
    inferenceAcceleratorOverrides: itemsIn(fields, 'InferenceAcceleratorOverrides', (each) => each),
    containerOverrides: itemsIn(fields, 'ContainerOverrides', containerOverrideOf),
  })
}

function storageOf(fields: JsonFields) {
  return { sizeInGiB: numberIn(fields, 'SizeInGiB') ?? unresolved('SizeInGiB') }
}

function containerOverrideOf(fields: JsonFields): ContainerOverride {
  return defined<ContainerOverride>({
    name: textIn(fields, 'Name') ?? unresolved('Name'),
    command: textsIn(fields, 'Command'),
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

function variableOf(fields: JsonFields): Variable {
  return defined<Variable>({ name: textIn(fields, 'Name') ?? unresolved('Name'), value: textIn(fields, 'Value') })
}

function typedOf(fields: JsonFields) {
  return {
    type: textIn(fields, 'Type') ?? unresolved('Type'),
    value: textIn(fields, 'Value') ?? unresolved('Value'),
  }
}

function placementRuleOf(fields: JsonFields): PlacementRule {
  return defined<PlacementRule>({ type: textIn(fields, 'Type') })
}

function tagOf(fields: JsonFields): Tag {
  return defined<Tag>({ key: textIn(fields, 'Key') ?? unresolved('Key'), value: textIn(fields, 'Value') })
}

/** With `undefined` for what is not there. */
type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined }

/** Without the fields that are undefined. INVARIANT: those that `T` needs are given. */
function defined<T extends object>(fields: Loose<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
