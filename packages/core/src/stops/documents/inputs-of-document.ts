import type { StopInput } from '../stop-input.ts'
import { type Document, field, isDocument, listField, textField } from './fields.ts'
import { inputsOfService } from './inputs-of-service.ts'
import { inputsOfTask, isTask } from './inputs-of-task.ts'

/**
 * The stops that a JSON document of AWS tells of: the output of describe-tasks, run-task and describe-services, an event of
 * EventBridge or CloudTrail, the cause of a failed execution of Step Functions, the body of an error; also where it stands
 * inside of another document, as queues, topics and recordings hold it. Empty: it tells of none.
 */
export function inputsOfDocument(value: object): readonly StopInput[] {
  return inputsWithin(value, DEEPEST) ?? []
}

/** Records of a queue hold a message, which holds a notification, which holds an event. */
const DEEPEST = 6
/** More members than a response of AWS has are not looked at. */
const MOST_MEMBERS = 1000

/** Null: there is none of these documents in it. */
function inputsWithin(value: unknown, depth: number): readonly StopInput[] | null {
  const held = typeof value === 'string' ? documentIn(value) : value
  if (typeof held !== 'object' || held === null || depth === 0) return null
  const known = isDocument(held) ? inputsOf(held) : null
  if (known !== null) return known
  const members = Object.values(held).slice(0, MOST_MEMBERS)
  const found = members.map((member) => inputsWithin(member, depth - 1)).filter((inputs) => inputs !== null)
  return found.length === 0 ? null : found.flat()
}

/** The JSON that a text is; null: it is none. */
export function documentIn(text: string): object | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (!/^[{[]/.test(trimmed)) return null
  const value = parsed(trimmed)
  return typeof value === 'object' ? value : null
}

function inputsOf(document: Document): readonly StopInput[] | null {
  const detail = field(document, 'detail')
  if (isDocument(detail) && field(detail, 'eventSource') === undefined) {
    return isTask(detail) ? inputsOfTask(detail) : inputsOfServiceEvent(document, detail)
  }
  const cause = textField(document, 'cause')
  if (cause !== null) return inputsOfCause(cause, textField(document, 'error'))
  if (isTask(document)) return inputsOfTask(document)
  if (['events', 'deployments', 'serviceArn'].some((name) => field(document, name) !== undefined)) {
    return inputsOfService(document)
  }
  if (!['tasks', 'failures', 'services'].some((name) => Array.isArray(field(document, name))))
    return inputsOfError(document)
  return [
    ...listField(document, 'tasks').flatMap(inputsOfTask),
    ...listField(document, 'failures').flatMap(inputsOfFailure),
    ...listField(document, 'services').flatMap((service) => inputsOfService(service)),
  ]
}

/** Service actions and state changes of deployments: `SERVICE_TASK_PLACEMENT_FAILURE` with its reason. */
function inputsOfServiceEvent(event: Document, detail: Document): readonly StopInput[] {
  const parts = [textField(detail, 'eventName'), textField(detail, 'reason')].filter((part) => part !== null)
  if (parts.length === 0) return []
  const resources = field(event, 'resources')
  const [arn] = Array.isArray(resources) ? resources : []
  const name = typeof arn === 'string' ? arn.slice(arn.lastIndexOf('/') + 1) : ''
  return [{ message: parts.join(': '), group: `service:${name}`, at: textField(event, 'time') }]
}

/** Step Functions puts the task, as JSON, into the text of the cause. */
function inputsOfCause(cause: string, error: string | null): readonly StopInput[] {
  const task = parsed(cause)
  const inputs = isDocument(task) && isTask(task) ? inputsOfTask(task) : []
  if (inputs.length > 0)
    return inputs.map((input) => ({ ...input, startedBy: input.startedBy ?? 'AWS Step Functions' }))
  return [{ message: error === null ? cause : `${error}: ${cause}`, startedBy: 'AWS Step Functions' }]
}

function inputsOfFailure(failure: Document): readonly StopInput[] {
  const parts = [textField(failure, 'reason'), textField(failure, 'detail')].filter((part) => part !== null)
  return parts.length === 0 ? [] : [{ message: parts.join(': ') }]
}

function inputsOfError(document: Document): readonly StopInput[] | null {
  const inner = field(document, 'error')
  const body = isDocument(inner) ? inner : document
  const message = textField(body, 'message') ?? textField(body, 'errorMessage')
  // What a notification carries stands in its message.
  if (message === null || documentIn(message) !== null) return null
  const code = textField(body, '__type') ?? textField(body, 'code') ?? textField(body, 'errorCode')
  return [{ message: code === null ? message : `${code.replace(/^.{0,80}#/, '')}: ${message}` }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
