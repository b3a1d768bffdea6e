import {
  awsvpcConfiguration,
  capacityProviderStrategyItem,
  managedEbsVolume,
  networkConfiguration,
  placementRule,
  tag,
  volumeConfiguration,
} from '../schema/launch-request.ts'
import { define } from './definition.ts'

export const launchRequest = {
  cluster: 'The name of the cluster, or its ARN. Absent: `default`.',
  taskDefinition: '`family:revision`, the ARN, or the family alone for its latest revision.',
  launchType: 'Absent: what `capacityProviderStrategy` or the cluster says.',
  capacityProviderStrategy: 'Instead of `launchType`.',
  platformVersion: 'Absent: `LATEST`.',
  networkConfiguration: 'Needed on Fargate.',
  enableExecuteCommand: 'ECS Exec. Absent: false.',
  volumeConfigurations: 'Of the volumes that are configured at launch: EBS volumes.',
}

export const placement = {
  placementConstraints: 'For instances alone: Fargate has none.',
  placementStrategy: 'For instances alone: Fargate has none.',
}

export const launchRequestDefinitions = {
  Tag: define(tag, 'Tag', 'As in the ECS API.', { key: 'As in the ECS API.', value: 'Absent: empty.' }),
  PlacementRule: define(
    placementRule,
    'Placement constraint or strategy',
    'As in the ECS API; other fields are ignored.',
    { type: '`distinctInstance`, `memberOf`, `spread` and so on.' },
  ),
  VolumeConfiguration: define(
    volumeConfiguration,
    'Volume configuration',
    'Of a volume that is configured at launch, as in the ECS API; other fields are ignored.',
    { name: 'As the task definition names the volume.', managedEBSVolume: 'The EBS volume that ECS makes.' },
  ),
  ManagedEbsVolume: define(managedEbsVolume, 'Managed EBS volume', 'As in the ECS API; other fields are ignored.', {
    roleArn: 'The infrastructure role, as which ECS makes the volume.',
    volumeType: '`gp3`, `gp2`, `io2`, `io1`, `st1` or `sc1`. Absent: as EC2 makes volumes.',
    sizeInGiB: 'GiB. This or `snapshotId` is set.',
    snapshotId: 'The snapshot that it is made of. Absent: it is empty.',
    volumeInitializationRate: 'MiB a second, with a snapshot.',
    iops: 'Of `io1`, `io2` and `gp3`.',
    throughput: 'MiB a second, of `gp3`.',
    filesystemType: '`xfs`, `ext4` or `ext3`. Absent: `xfs`.',
    kmsKeyId: 'The id, ARN or alias of a KMS key. Absent: that of the account.',
  }),
  CapacityProviderStrategyItem: define(
    capacityProviderStrategyItem,
    'Capacity provider strategy item',
    'A part of the tasks, and where they run.',
    { capacityProvider: '`FARGATE`, `FARGATE_SPOT`, or one of yours.', weight: 'Absent: 0.', base: 'Absent: 0.' },
  ),
  NetworkConfiguration: define(networkConfiguration, 'Network configuration', 'As in the ECS API.', {
    awsvpcConfiguration: 'For tasks in network mode `awsvpc`, as all on Fargate.',
  }),
  AwsvpcConfiguration: define(
    awsvpcConfiguration,
    'awsvpc configuration',
    'As in the ECS API. Other keys are errors here, because `securityGroupIds` would silently mean the default group.',
    {
      subnets: 'Subnet ids, all of one VPC.',
      securityGroups: 'Security group ids. Absent or empty: the default group of the VPC.',
      assignPublicIp: 'Absent: `DISABLED`.',
    },
  ),
}
