import type { Known } from './known.ts'
import type { LaunchRequest, Placement, Tag } from './launch-request.ts'
import type { ContainerDefinition, TaskDefinition } from './task-definition.ts'

/** Arguments of RunTask: of a person, a schedule, an event rule or a workflow. */
export interface RunTask extends LaunchRequest, Placement {
  /** What runs it, as an ARN or a name. Absent: a person or a program. */
  readonly startedBy?: Known<string>
  readonly count?: Known<number>
  readonly overrides?: Known<TaskOverride>
  /** Those that the request itself gives to the task. */
  readonly tags?: Known<readonly Tag[]>
  /** Absent: `NONE`. */
  readonly propagateTags?: Known<'TASK_DEFINITION' | 'SERVICE' | 'NONE'>
  readonly enableECSManagedTags?: Known<boolean>
  /** Absent: nobody knows who calls it. */
  readonly caller?: Known<Caller>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
export interface TaskOverride
  extends Pick<TaskDefinition, 'executionRoleArn' | 'taskRoleArn' | 'cpu' | 'memory' | 'ephemeralStorage'> {
  readonly inferenceAcceleratorOverrides?: Known<readonly object[]>
  readonly containerOverrides?: Known<readonly ContainerOverride[]>
}

/**
 * What of a container is another than the task definition says.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 */
export interface ContainerOverride
  extends Pick<
    ContainerDefinition,
    | 'name'
    | 'command'
    | 'cpu'
    | 'environment'
    | 'environmentFiles'
    | 'memory'
    | 'memoryReservation'
    | 'resourceRequirements'
  > {}

/** A service of AWS that calls RunTask as a role of the account. */
export interface Caller {
  readonly service: 'events' | 'pipes' | 'scheduler' | 'states'
  readonly roleArn: Known<string>
  /** Whether it waits for the task to end well: `ecs:runTask.sync`. */
  readonly waits?: boolean
}

/** A workflow of Step Functions, in the shape of its API (`describe-state-machine`). */
export interface StateMachine {
  /** The text in the Amazon States Language. */
  readonly definition: Known<string>
  readonly roleArn?: Known<string>
}
