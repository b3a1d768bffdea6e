import { attachmentDetail, managedAgent, task, taskAttachment, taskContainer } from '../schema/task.ts'
import { define } from './definition.ts'

export const taskDefinitions = {
  Task: define(task, 'Task', 'As `aws ecs describe-tasks` shows it; other fields of the API are ignored.', {
    clusterArn: 'The cluster that it ran in.',
    taskDefinitionArn: 'With its revision.',
    group: '`service:web`, or the family.',
    startedBy: 'What started it: a deployment, or a text of the caller.',
    lastStatus: '`PROVISIONING`, `PENDING`, `RUNNING`, `STOPPED` and so on.',
    desiredStatus: '`RUNNING` or `STOPPED`.',
    launchType: 'As in the ECS API.',
    platformVersion: 'Such as `1.4.0`.',
    platformFamily: 'Such as `Linux`.',
    enableExecuteCommand: 'ECS Exec.',
    stopCode: '`TaskFailedToStart`, `EssentialContainerExited` and so on.',
    stoppedReason: 'The text as ECS says it.',
    createdAt: 'ISO 8601.',
    startedAt: 'ISO 8601.',
    stoppedAt: 'ISO 8601.',
    subnetId: 'The subnet of its network interface (`attachments` in the API).',
    networkInterfaceId: 'Its network interface (`attachments` in the API).',
    privateIPv4Address: 'Its address (`attachments` in the API).',
    attachments: 'As in the ECS API: another way to say the subnet and the network interface.',
    securityGroups: 'The groups of its network interface, which ECS does not show. Absent: those of its service.',
    assignPublicIp: 'Whether it got a public address. Absent: as its service has it.',
    overrides: 'What RunTask had instead of the task definition.',
    containers: 'Its containers.',
  }),
  TaskAttachment: define(taskAttachment, 'Attachment of a task', 'As in the ECS API.', {
    type: '`ElasticNetworkInterface` and others.',
    details: 'Names and values: `subnetId`, `networkInterfaceId`, `privateIPv4Address`.',
  }),
  AttachmentDetail: define(attachmentDetail, 'Detail of an attachment', 'As in the ECS API.', {
    name: 'As in the ECS API.',
    value: 'As in the ECS API.',
  }),
  TaskContainer: define(taskContainer, 'Container of a task', 'As in the ECS API.', {
    name: 'As in the task definition.',
    image: 'As in the task definition.',
    imageDigest: 'What was pulled: `sha256:…`.',
    lastStatus: 'As in the ECS API.',
    exitCode: 'Absent: it did not exit by itself.',
    reason: 'The text as ECS says it.',
    managedAgents: 'What runs in it for ECS Exec.',
  }),
  ManagedAgent: define(managedAgent, 'Managed agent', 'As in the ECS API.', {
    name: '`ExecuteCommandAgent`.',
    lastStatus: '`RUNNING`, `STOPPED` and so on.',
    reason: 'Why it stopped.',
  }),
}
