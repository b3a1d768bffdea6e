import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type { Caller, RunTask, StateMachine } from '../model/run-task.ts'
import { unresolved } from '../network/open-fact.ts'
import { isJsonFields, type JsonFields, jsonFields } from './json-fields.ts'
import { isExpression, stateArguments } from './state-arguments.ts'

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
  if (parsed === null) return unresolved('definition')
  const found: TaskState[] = []
  const open: { readonly states: JsonFields; readonly depth: number }[] = [
    { states: jsonFields(parsed.States), depth: 0 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name, written] of Object.entries(next.states)) {
      const state = jsonFields(written)
      const request = requestOf(state, roleArn)
      if (request !== null) found.push({ name, request })
      const inner = innerOf(state)
      if (next.depth >= DEEPEST && inner.length > 0) return unresolved('definition')
      for (const states of inner) open.push({ states, depth: next.depth + 1 })
    }
  }
  return found
}

/** Deeper than any workflow that Step Functions takes. */
const DEEPEST = 32

function parse(definition: string): JsonFields | null {
  try {
    const parsed: unknown = JSON.parse(definition)
    return isJsonFields(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** The states inside of Parallel and Map states. */
function innerOf({ Branches: branches, ItemProcessor: processor, Iterator: iterator }: JsonFields): JsonFields[] {
  const machines = [...(Array.isArray(branches) ? (branches as readonly unknown[]) : []), processor, iterator]
  return machines.flatMap((machine) => (isJsonFields(machine) ? [jsonFields(machine.States)] : []))
}

/** The integration of ECS, or that of the SDK: `arn:aws:states:::aws-sdk:ecs:runTask`. */
const RUN_TASK = /^arn:.+:states:::(aws-sdk:)?ecs:runTask(?:\.(sync|waitForTaskToken)(?::\d+)?)?$/i

/**
 * Null: the state does something else.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html (which of them have `.sync`)
 */
function requestOf(state: JsonFields, roleArn: StateMachine['roleArn']): RunTask | null {
  const { Type: type, Resource: resource, Parameters: parameters, Arguments: args } = state
  const named = type === 'Task' && typeof resource === 'string' ? RUN_TASK.exec(resource) : null
  if (named === null) return null
  const [written, sdk, pattern] = named
  const waits = pattern?.toLowerCase() === 'sync'
  const caller = callerOf(state, roleArn, waits && sdk === undefined)
  if (waits && sdk !== undefined) return { ...unknownRequest(refused(written)), caller }
  const given = parameters ?? args
  // Without parameters the input of the state is the request
  if (!isJsonFields(given)) {
    return { ...unknownRequest(unresolved(isExpression(given) ? given : 'Parameters')), caller }
  }
  const gap = memberInCamelCase(given)
  return { ...(gap === null ? stateArguments(given) : unknownRequest(gap)), caller }
}

/** Step Functions takes members in PascalCase alone, at every depth. */
function memberInCamelCase(given: JsonFields): Gap | null {
  const open: unknown[] = [given]
  for (const next of open) {
    if (typeof next !== 'object' || next === null) continue
    const key = Array.isArray(next) ? undefined : Object.keys(next).find((name) => /^[a-z]/.test(name))
    if (key !== undefined) return refused(`${key} → ${key.charAt(0).toUpperCase()}${key.slice(1)}`)
    for (const value of Object.values(next)) open.push(value)
  }
  return null
}

function refused(expression: string): Gap {
  return { gap: 'refused', expression }
}

function callerOf({ Credentials: another }: JsonFields, roleArn: StateMachine['roleArn'], waits: boolean): Caller {
  const own = roleArn ?? { gap: 'not-read', permission: 'states:DescribeStateMachine' }
  return { service: 'states', roleArn: another === undefined ? own : unresolved('Credentials'), waits }
}

/** A request of which nothing is known. */
function unknownRequest(gap: Gap): RunTask {
  return { taskDefinition: gap, cluster: gap, launchType: gap, platformVersion: gap, networkConfiguration: gap }
}
