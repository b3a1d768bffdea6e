import type { Known } from './known.ts'
import type { ContainerDefinition, LogConfiguration, TaskDefinition } from './task-definition.ts'

/** What RunTask, a service and a task set have in common: where and on what the tasks shall run. */
export interface LaunchRequest {
  /** Key of the table `clusters`, or its ARN. Absent: `default`. */
  readonly cluster?: Known<string>
  /** Key of the table `taskDefinitions` (`family:revision`), its ARN, or the family alone for its latest revision. */
  readonly taskDefinition: Known<string>
  readonly launchType?: Known<'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES'>
  readonly capacityProviderStrategy?: Known<readonly CapacityProviderStrategyItem[]>
  /** Absent: `LATEST`. */
  readonly platformVersion?: Known<string>
  readonly networkConfiguration?: Known<{ readonly awsvpcConfiguration?: Known<AwsvpcConfiguration> }>
  readonly enableExecuteCommand?: Known<boolean>
  /** Of the volumes that are configured at launch. */
  readonly volumeConfigurations?: Known<readonly VolumeConfiguration[]>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html */
export interface VolumeConfiguration {
  readonly name: Known<string>
  readonly managedEBSVolume?: Known<ManagedEbsVolume>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html */
export interface ManagedEbsVolume {
  readonly roleArn: Known<string>
  /** Absent: as EC2 makes volumes. */
  readonly volumeType?: Known<string>
  /** This or `snapshotId` is set. */
  readonly sizeInGiB?: Known<number>
  readonly snapshotId?: Known<string>
  readonly volumeInitializationRate?: Known<number>
  readonly iops?: Known<number>
  /** MiB a second. */
  readonly throughput?: Known<number>
  readonly filesystemType?: Known<string>
  /** An ARN, an id or an alias. */
  readonly kmsKeyId?: Known<string>
}

export interface CapacityProviderStrategyItem {
  readonly capacityProvider: Known<string>
  readonly weight?: Known<number>
  readonly base?: Known<number>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
export interface AwsvpcConfiguration {
  readonly subnets: Known<readonly Known<string>[]>
  /** Absent or empty: the VPC's default group. */
  readonly securityGroups?: Known<readonly Known<string>[]>
  /** Absent: `DISABLED`. */
  readonly assignPublicIp?: Known<'ENABLED' | 'DISABLED'>
}

/** On which instances tasks may run, and which are taken first. */
export interface Placement {
  readonly placementConstraints?: Known<readonly PlacementRule[]>
  readonly placementStrategy?: Known<readonly PlacementRule[]>
}

/**
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html
 */
export interface PlacementRule {
  readonly type?: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html */
export interface Service extends Omit<LaunchRequest, 'taskDefinition'>, Placement {
  /** Absent where the service has an external deployment controller: then its task sets tell. */
  readonly taskDefinition?: Known<string>
  /** Of services that CodeDeploy or another controller deploys. */
  readonly taskSets?: Known<readonly TaskSet[]>
  readonly schedulingStrategy?: Known<'REPLICA' | 'DAEMON'>
  readonly deploymentController?: Known<{ readonly type?: Known<'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'> }>
  readonly deploymentConfiguration?: Known<{
    readonly maximumPercent?: Known<number>
    readonly minimumHealthyPercent?: Known<number>
  }>
  readonly desiredCount?: Known<number>
  readonly runningCount?: Known<number>
  readonly healthCheckGracePeriodSeconds?: Known<number>
  readonly loadBalancers?: Known<readonly ServiceLoadBalancer[]>
  readonly serviceRegistries?: Known<readonly ServiceRegistry[]>
  readonly serviceConnectConfiguration?: Known<ServiceConnectConfiguration>
  /** What the scheduler said of it, latest first. */
  readonly events?: Known<readonly ServiceEvent[]>
  readonly deployments?: Known<readonly Deployment[]>
  readonly tags?: Known<readonly Tag[]>
}

/** As ECS shows it: `describe-services --include TAGS`. */
export interface Tag {
  readonly key: Known<string>
  readonly value?: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceEvent.html */
export interface ServiceEvent {
  readonly createdAt?: Known<string>
  readonly message: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
export interface Deployment {
  readonly status?: Known<string>
  readonly taskDefinition?: Known<string>
  readonly updatedAt?: Known<string>
  readonly rolloutState?: Known<string>
  readonly rolloutStateReason?: Known<string>
  /** ECS shows these of a service in its deployments alone. */
  readonly volumeConfigurations?: Known<readonly VolumeConfiguration[]>
  readonly serviceConnectConfiguration?: Known<ServiceConnectConfiguration>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html */
export interface TaskSet extends Omit<LaunchRequest, 'cluster' | 'enableExecuteCommand'> {
  readonly id: string
  readonly status?: Known<'PRIMARY' | 'ACTIVE' | 'DRAINING'>
  readonly runningCount?: Known<number>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */
export interface ServiceLoadBalancer {
  readonly targetGroupArn?: Known<string>
  readonly containerName?: Known<string>
  readonly containerPort?: Known<number>
  /** Of code alone: the listener or rule that forwards there, where the service may be made before it. */
  readonly unawaitedListener?: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html */
export interface ServiceRegistry {
  readonly registryArn?: Known<string>
  readonly containerName?: Known<string>
  readonly containerPort?: Known<number>
  readonly port?: Known<number>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html */
export interface ServiceConnectConfiguration {
  readonly enabled: Known<boolean>
  readonly namespace?: Known<string>
  /** Absent: the tasks call others and are not called. */
  readonly services?: Known<readonly { readonly portName: Known<string> }[]>
  /** Of the container that Service Connect adds. Absent: its output is dropped. */
  readonly logConfiguration?: Known<LogConfiguration>
}

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

/**
 * One of the account's own: of EC2 instances or of Managed Instances, whichever of the two is there.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProvider.html
 */
export interface CapacityProvider {
  readonly autoScalingGroupProvider?: Known<object>
  readonly managedInstancesProvider?: Known<object>
}

export interface Cluster {
  readonly status?: Known<string>
  readonly capacityProviders?: Known<readonly string[]>
  readonly defaultCapacityProviderStrategy?: Known<readonly CapacityProviderStrategyItem[]>
  readonly serviceConnectDefaultNamespace?: Known<string>
  readonly configuration?: Known<{
    readonly managedStorageConfiguration?: Known<{ readonly fargateEphemeralStorageKmsKeyId?: Known<string> }>
    /** Of ECS Exec. `kmsKeyId` encrypts what goes between the client and the container. */
    readonly executeCommandConfiguration?: Known<{ readonly kmsKeyId?: Known<string> }>
  }>
  readonly tags?: Known<readonly Tag[]>
}

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

/** A namespace of AWS Cloud Map. */
export interface Namespace {
  readonly type?: Known<string>
}

/** A service of AWS Cloud Map, which tasks are registered with. */
export interface DiscoveryService {
  /** Absent: it is found with the API alone. */
  readonly dnsConfig?: Known<{ readonly dnsRecords: Known<readonly { readonly type: Known<string> }[]> }>
}
