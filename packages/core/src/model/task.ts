import type { Known } from './known.ts'
import type { TaskOverride } from './run-task.ts'

/** A task that ran or runs, as `describe-tasks` shows it. */
export interface Task {
  readonly clusterArn?: Known<string>
  readonly taskDefinitionArn: Known<string>
  readonly group?: Known<string>
  readonly startedBy?: Known<string>
  readonly lastStatus?: Known<string>
  readonly desiredStatus?: Known<string>
  readonly launchType?: Known<string>
  readonly platformVersion?: Known<string>
  readonly platformFamily?: Known<string>
  readonly enableExecuteCommand?: Known<boolean>
  readonly stopCode?: Known<string>
  readonly stoppedReason?: Known<string>
  readonly createdAt?: Known<string>
  readonly startedAt?: Known<string>
  readonly stoppedAt?: Known<string>
  readonly subnetId?: Known<string>
  readonly networkInterfaceId?: Known<string>
  readonly privateIPv4Address?: Known<string>
  /** As the API shows them; those of the network interface tell its subnet. */
  readonly attachments?: Known<readonly TaskAttachment[]>
  /** The groups of its network interface, which ECS does not show. Absent: those of its service. */
  readonly securityGroups?: Known<readonly Known<string>[]>
  /** Absent: as its service has it. */
  readonly assignPublicIp?: Known<'ENABLED' | 'DISABLED'>
  readonly overrides?: Known<TaskOverride>
  readonly containers?: Known<readonly TaskContainer[]>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html */
export interface TaskAttachment {
  readonly type?: Known<string>
  readonly details?: Known<readonly { readonly name: Known<string>; readonly value?: Known<string> }[]>
}

export interface TaskContainer {
  readonly name: Known<string>
  readonly image?: Known<string>
  readonly imageDigest?: Known<string>
  readonly lastStatus?: Known<string>
  readonly exitCode?: Known<number>
  readonly reason?: Known<string>
  readonly managedAgents?: Known<
    readonly { readonly name: Known<string>; readonly lastStatus?: Known<string>; readonly reason?: Known<string> }[]
  >
}
