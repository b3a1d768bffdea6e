import type { Known } from '../model/known.ts'
import type { TaskOverride } from '../model/run-task.ts'

/** What there is to read a stop from: the fields of a stopped task, or only a message. */
export interface StopInput {
  readonly message: string
  readonly stopCode?: string | null
  /** The containers of the task, as DescribeTasks gives them. */
  readonly containers?: readonly StoppedContainer[]
  /** `service:web`: the group of the task. */
  readonly group?: string | null
  /** `ecs-svc/123`, `AWS Step Functions`, or what the caller wrote. */
  readonly startedBy?: string | null
  /** When it was said, as the text says it. */
  readonly at?: string | null
  readonly task?: TaskFacts | null
}

/** What a stopped task tells of its launch; null: it does not tell. */
export interface TaskFacts {
  readonly id: string | null
  readonly clusterArn: string | null
  readonly taskDefinitionArn: string | null
  readonly launchType: string | null
  readonly platformVersion: string | null
  readonly subnetId: string | null
  readonly securityGroups: readonly string[] | null
  readonly assignPublicIp: 'ENABLED' | 'DISABLED' | null
  readonly overrides: Known<TaskOverride> | null
}

export interface StoppedContainer {
  readonly name: string | null
  readonly reason: string | null
  readonly exitCode: number | null
}
