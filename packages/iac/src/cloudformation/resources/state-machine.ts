import type { Gap } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { jsonValue } from '../json-value.ts'
import { byName, nameOf, regionalArn } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { embed, fieldOf, text, unknown, unresolved, type Value, type ValueEntry } from '../value.ts'
import { addArguments } from './add-arguments.ts'
import { type Named, namedBy } from './named-by.ts'

const byStateMachineArn: Name = (resource, at) => {
  const name = nameOf(resource, nameProperty(resource))
  return text(regionalArn(resource, 'states', `stateMachine:${name.text}`), at, name.open)
}

function nameProperty({ type }: Resource): string {
  return type === 'AWS::Serverless::StateMachine' ? 'Name' : 'StateMachineName'
}

/**
 * The tasks that a workflow runs with `arn:aws:states:::ecs:runTask`, or with that of the SDK. Of a workflow that is not
 * read the gap is kept, for it may run some.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const stateMachine: ResourceKind = {
  type: 'AWS::StepFunctions::StateMachine',
  ref: byStateMachineArn,
  attribute: (name) => (name === 'Arn' ? byStateMachineArn : name === 'Name' ? byName('StateMachineName') : undefined),
  read: (resource, stack) => {
    const { states, gap } = taskStates(definitionOf(resource, stack))
    if (gap !== null) noteUnread(resource, stack, gap)
    const startedBy = regionalArn(resource, 'states', `stateMachine:${nameOf(resource, nameProperty(resource)).text}`)
    for (const { name, at, value, waits, parameters } of states) {
      const caller = { service: 'states', role: roleFor(value, resource), waits } as const
      addArguments(resource, stack, { key: `${resource.id}.${name}`, parameters, startedBy, caller, at })
    }
  },
}

/** Whether it is made at all does not matter for what is not read. */
function noteUnread(resource: Resource, stack: Stack, definition: Gap): void {
  stack.stateMachines.drafts.set(resource.id, { definition })
  stack.stateMachines.laid.delete(resource.id)
  stack.origins.set(pointerIn(stack.stateMachines, resource.id), resource.at, resource.path)
}

export const serverlessStateMachine: ResourceKind = { ...stateMachine, type: 'AWS::Serverless::StateMachine' }

function definitionOf(resource: Resource, stack: Stack): Value {
  const substitutions = resource.get('DefinitionSubstitutions')
  const given = resource.get('Definition')
  if (given.kind === 'map') return substituted(given, substitutions, stack)
  const literal = resource.get('DefinitionString')
  const path = resource.get('DefinitionUri')
  const file = path.kind === 'text' && path.open === null ? stack.open(path.text) : null
  const written = [literal, given].find(({ kind }) => kind !== 'absent') ?? definitionElsewhere(resource)
  const json = file ?? (written.kind === 'unknown' ? null : embed(written))
  if (json === null) return written
  const at = file === null ? written.at : path.at
  return jsonValue(substitutedText(json, substitutions), at, stack.reference) ?? unresolved('DefinitionString', at)
}

function definitionElsewhere(resource: Resource): Value {
  const places = ['DefinitionS3Location', 'DefinitionUri']
  return unresolved(places.find((name) => resource.get(name).kind !== 'absent') ?? 'Definition', resource.at)
}

/** `${Name}` in the definition stands for the value of that name. */
const VARIABLE = /\$\{([A-Za-z0-9_]+)\}/g

function substitutedText(json: string, substitutions: Value): string {
  return json.replace(VARIABLE, (whole, name: string) => {
    const value = fieldOf(substitutions, name)?.value
    return (value === undefined ? null : embed(value)) ?? whole
  })
}

function substituted(value: Value, substitutions: Value, stack: Stack): Value {
  if (value.kind === 'list') {
    return { ...value, items: value.items.map((item) => substituted(item, substitutions, stack)) }
  }
  if (value.kind === 'map') {
    const entries = new Map<string, ValueEntry>()
    for (const [key, entry] of value.entries) {
      entries.set(key, { ...entry, value: substituted(entry.value, substitutions, stack) })
    }
    return { ...value, entries }
  }
  if (value.kind !== 'text') return value
  const replaced = substitutedText(value.text, substitutions)
  if (replaced === value.text) return value
  return jsonValue(JSON.stringify(replaced), value.at, stack.reference) ?? value
}

function roleOf(resource: Resource): Value {
  return resource.get(resource.type === 'AWS::Serverless::StateMachine' ? 'Role' : 'RoleArn')
}

/** A state may run as another role, which the role of the machine assumes: that is not followed. */
function roleFor(state: Value, resource: Resource): Value {
  const credentials = fieldOf(state, 'Credentials')
  return credentials === null ? roleOf(resource) : unresolved('Credentials', credentials.value.at)
}

interface TaskState {
  readonly name: string
  /** Until the task has ended. */
  readonly waits: boolean
  readonly at: number
  readonly value: Value
  readonly parameters: Value
}

interface TaskStates {
  readonly states: readonly TaskState[]
  /** Why there may be more. */
  readonly gap: Gap | null
}

const RUN_TASK = /:states:::(aws-sdk:)?ecs:runTask(?:\.(sync|waitForTaskToken)(?::\d+)?)?$/i

/** The states that run a task, those of branches and loops too. */
function taskStates(definition: Value): TaskStates {
  const found: TaskState[] = []
  let gap: Gap | null = null
  const open: Value[] = [definition]
  for (let machine = open.pop(); machine !== undefined; machine = open.pop()) {
    const states = machine.kind === 'map' ? fieldOf(machine, 'States')?.value : machine
    if (states?.kind !== 'map') {
      gap ??= gapOf(states)
      continue
    }
    for (const [name, { keyAt, value }] of states.entries) {
      if (value.kind === 'unknown') gap ??= value.gap
      const named = namedBy(fieldOf(value, 'Resource')?.value, RUN_TASK)
      if (named !== null) found.push({ name, at: keyAt, value, ...callOf(value, named) })
      open.push(...machinesIn(value))
    }
  }
  return { states: found, gap }
}

/** Of the SDK there is no `.sync`. */
function callOf(state: Value, { match, doubt }: Named): Pick<TaskState, 'waits' | 'parameters'> {
  const [, sdk, pattern] = match
  const waits = pattern?.toLowerCase() === 'sync'
  if (doubt !== null) return { waits, parameters: unknown(doubt, 'Resource', state.at) }
  if (!waits || sdk === undefined) return { waits, parameters: parametersOf(state) }
  return { waits: false, parameters: unknown({ gap: 'refused', expression: match.input }, 'Resource', state.at) }
}

/** Without parameters the input of the state is the request. */
function parametersOf(state: Value): Value {
  const given = (fieldOf(state, 'Parameters') ?? fieldOf(state, 'Arguments'))?.value
  if (given === undefined || given.kind === 'absent') return unresolved('Parameters', state.at)
  return atRunTime(given)
}

function machinesIn(state: Value): readonly Value[] {
  const branches = fieldOf(state, 'Branches')?.value
  const loops = ['Iterator', 'ItemProcessor'].flatMap((loop) => fieldOf(state, loop)?.value ?? [])
  if (branches === undefined) return loops
  return [...(branches.kind === 'list' ? branches.items : [branches]), ...loops]
}

/** A part of a definition that has not its form; null: there is nothing in it. */
function gapOf(part: Value | undefined): Gap | null {
  if (part === undefined || part.kind === 'absent') return null
  return part.kind === 'unknown' ? part.gap : { gap: 'unresolved', expression: 'Definition' }
}

/** What the input of an execution decides: paths in `….$` keys, and `{% … %}` of JSONata. */
function atRunTime(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(atRunTime) }
  if (value.kind === 'text') return /^\s*\{%/.test(value.text) ? unresolved(value.text, value.at) : value
  if (value.kind !== 'map') return value
  const entries = new Map<string, ValueEntry>()
  for (const [key, entry] of value.entries) {
    const isPath = key.endsWith('.$')
    const inner = isPath ? unresolved(embed(entry.value) ?? key, entry.value.at) : atRunTime(entry.value)
    entries.set(isPath ? key.slice(0, -2) : key, { ...entry, value: inner })
  }
  return { ...value, entries }
}
