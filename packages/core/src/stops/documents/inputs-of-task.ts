import type { StopInput, StoppedContainer } from '../stop-input.ts'
import { type Document, field, listField, textField } from './fields.ts'

export function isTask(document: Document): boolean {
  return ['stoppedReason', 'stopCode', 'containers'].some((name) => field(document, name) !== undefined)
}

/** A task, as DescribeTasks, EventBridge and Step Functions give it. One that runs has no stop. */
export function inputsOfTask(task: Document): readonly StopInput[] {
  const containers = listField(task, 'containers').map(containerOf)
  const message = textField(task, 'stoppedReason')
  const stopCode = textField(task, 'stopCode')
  if (
    message === null &&
    stopCode === null &&
    containers.every(({ reason, exitCode }) => reason === null && exitCode === null)
  )
    return []
  return [
    {
      message: message ?? '',
      stopCode,
      containers,
      group: textField(task, 'group'),
      startedBy: textField(task, 'startedBy'),
    },
  ]
}

function containerOf(container: Document): StoppedContainer {
  const exitCode = field(container, 'exitCode')
  return {
    name: textField(container, 'name'),
    reason: textField(container, 'reason'),
    exitCode: typeof exitCode === 'number' && Number.isInteger(exitCode) ? exitCode : null,
  }
}
