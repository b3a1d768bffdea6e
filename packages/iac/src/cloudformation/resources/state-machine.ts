import { jsonValue } from '../json-value.ts'
import { byName, nameOf, regionalArn } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { embed, fieldOf, text, unresolved, type Value, type ValueEntry } from '../value.ts'
import { addRunTask } from './add-run-task.ts'

const byStateMachineArn: Name = (resource, at) => {
  const name = nameOf(resource, nameProperty(resource))
  return text(regionalArn(resource, 'states', `stateMachine:${name.text}`), at, name.open)
}

function nameProperty({ type }: Resource): string {
  return type === 'AWS::Serverless::StateMachine' ? 'Name' : 'StateMachineName'
}

/**
 * The tasks that a workflow runs with `arn:aws:states:::ecs:runTask`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export const stateMachine: ResourceKind = {
  type: 'AWS::StepFunctions::StateMachine',
  ref: byStateMachineArn,
  attribute: (name) => (name === 'Arn' ? byStateMachineArn : name === 'Name' ? byName('StateMachineName') : undefined),
  read: (resource, stack) => {
    const definition = definitionOf(resource, stack)
    const startedBy = regionalArn(resource, 'states', `stateMachine:${nameOf(resource, nameProperty(resource)).text}`)
    for (const { name, at, value, waits } of taskStates(definition)) {
      const given = fieldOf(value, 'Parameters') ?? fieldOf(value, 'Arguments')
      if (given === null) continue
      const parameters = atRunTime(given.value)
      const cluster = fieldOf(parameters, 'Cluster')?.value
      addRunTask(resource, stack, {
        key: `${resource.id}.${name}`,
        form: 'arguments',
        parameters,
        cluster,
        startedBy,
        caller: { service: 'states', role: roleFor(value, resource), waits },
        overrides: fieldOf(parameters, 'Overrides')?.value,
        at,
      })
    }
  },
}

export const serverlessStateMachine: ResourceKind = { ...stateMachine, type: 'AWS::Serverless::StateMachine' }

function definitionOf(resource: Resource, stack: Stack): Value {
  const substitutions = resource.get('DefinitionSubstitutions')
  const given = resource.get('Definition')
  if (given.kind === 'map') return substituted(given, substitutions, stack)
  const literal = resource.get('DefinitionString')
  const path = resource.get('DefinitionUri')
  const file = path.kind === 'text' && path.open === null ? stack.open(path.text) : null
  const json = file ?? (literal.kind === 'absent' ? null : embed(literal))
  if (json === null) return literal
  const at = file === null ? literal.at : path.at
  return jsonValue(substitutedText(json, substitutions), at, stack.reference) ?? unresolved('DefinitionString', at)
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
}

const RUN_TASK = /:states:::ecs:runTask(?:\.(sync|waitForTaskToken)(?::\d+)?)?$/

/** The states that run a task, those of branches and loops too. */
function taskStates(definition: Value): readonly TaskState[] {
  const found: TaskState[] = []
  const open: Value[] = [definition]
  for (let machine = open.pop(); machine !== undefined; machine = open.pop()) {
    const states = fieldOf(machine, 'States')?.value
    if (states?.kind !== 'map') continue
    for (const [name, { keyAt, value }] of states.entries) {
      const resource = fieldOf(value, 'Resource')?.value
      const named = resource?.kind === 'text' ? RUN_TASK.exec(resource.text) : null
      if (named !== null) found.push({ name, at: keyAt, value, waits: named[1] === 'sync' })
      open.push(...machinesIn(value))
    }
  }
  return found
}

function machinesIn(state: Value): readonly Value[] {
  const branches = fieldOf(state, 'Branches')?.value
  const loops = ['Iterator', 'ItemProcessor'].flatMap((loop) => fieldOf(state, loop)?.value ?? [])
  return branches?.kind === 'list' ? [...branches.items, ...loops] : loops
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
