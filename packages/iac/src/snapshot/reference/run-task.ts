import { caller, containerOverride, otherLaunch, runTask, stateMachine, taskOverride } from '../schema/run-task.ts'
import { define } from './definition.ts'
import { launchRequest, placement } from './launch-request.ts'

export const runTaskDefinitions = {
  OtherLaunch: define(otherLaunch, 'Other launch', 'What starts on Fargate and is not judged.', {
    kind: 'What it is; the report calls it by the kind and its key.',
  }),
  RunTask: define(runTask, 'RunTask', 'Arguments of RunTask; other fields of the API are ignored.', {
    ...launchRequest,
    ...placement,
    startedBy: 'What runs it, as an ARN or a name. Absent: a person or a program.',
    count: 'Absent: 1.',
    overrides: 'What the request has instead of the task definition.',
    tags: 'That the request itself gives to the task.',
    propagateTags: 'Absent: `NONE`.',
    enableECSManagedTags: 'Absent: false.',
    caller: 'The service of AWS that calls RunTask. Absent: nobody knows who calls it.',
  }),
  TaskOverride: define(taskOverride, 'Task override', 'As in the ECS API; other fields are ignored.', {
    executionRoleArn: 'The ARN of a role.',
    taskRoleArn: 'The ARN of a role.',
    cpu: 'As in the task definition.',
    memory: 'As in the task definition.',
    ephemeralStorage: 'As in the task definition.',
    inferenceAcceleratorOverrides: 'Not on Fargate.',
    containerOverrides: 'What is another than in the container definitions.',
  }),
  ContainerOverride: define(containerOverride, 'Container override', 'As in the ECS API; other fields are ignored.', {
    name: 'The name of a container of the task definition.',
    command: 'Instead of that of the container definition.',
    cpu: 'Instead of that of the container definition.',
    environment: 'Beside the variables of the container definition; one of the same name takes its place.',
    environmentFiles: 'Instead of those of the container definition.',
    memory: 'Instead of that of the container definition.',
    memoryReservation: 'Instead of that of the container definition.',
    resourceRequirements: 'Instead of those of the container definition.',
  }),
  Caller: define(caller, 'Caller', 'A service of AWS that calls RunTask as a role of the account.', {
    service: 'EventBridge rules, EventBridge Scheduler or Step Functions.',
    roleArn: 'The role that it assumes.',
    waits: 'Whether it waits until the task has ended well (`ecs:runTask.sync`). Absent: false.',
  }),
  StateMachine: define(
    stateMachine,
    'State machine',
    'As `aws stepfunctions describe-state-machine` shows it; other fields of the API are ignored.',
    { definition: 'The text in the Amazon States Language.', roleArn: 'The role of the workflow.' },
  ),
}
