import type { Known } from './known.ts'

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

/** As ECS shows it: `describe-services --include TAGS`. */
export interface Tag {
  readonly key: Known<string>
  readonly value?: Known<string>
}
