import type { StopInput, StoppedContainer, TaskFacts } from '../stop-input.ts'
import { type Document, field, listField, textField } from './fields.ts'
import { overridesOfTask } from './overrides-of-task.ts'

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
      at: textField(task, 'stoppedAt'),
      task: factsOf(task),
    },
  ]
}

function factsOf(task: Document): TaskFacts {
  const groups = field(task, 'securityGroups')
  const publicIp = textField(task, 'assignPublicIp')
  return {
    id: textField(task, 'taskArn')?.replace(/^.{0,2000}\//, '') ?? null,
    clusterArn: textField(task, 'clusterArn'),
    taskDefinitionArn: textField(task, 'taskDefinitionArn'),
    launchType: textField(task, 'launchType'),
    platformVersion: textField(task, 'platformVersion'),
    subnetId: textField(task, 'subnetId') ?? attachedSubnet(task),
    securityGroups: Array.isArray(groups) && groups.every((id) => typeof id === 'string') ? groups : null,
    assignPublicIp: publicIp === 'ENABLED' || publicIp === 'DISABLED' ? publicIp : null,
    overrides: overridesOfTask(task),
  }
}

/** The subnet stands among the details of the network interface. */
function attachedSubnet(task: Document): string | null {
  for (const attachment of listField(task, 'attachments')) {
    const detail = listField(attachment, 'details').find((each) => textField(each, 'name') === 'subnetId')
    if (detail !== undefined) return textField(detail, 'value')
  }
  return null
}

function containerOf(container: Document): StoppedContainer {
  const exitCode = field(container, 'exitCode')
  return {
    name: textField(container, 'name'),
    reason: textField(container, 'reason'),
    exitCode: typeof exitCode === 'number' && Number.isInteger(exitCode) ? exitCode : null,
  }
}
