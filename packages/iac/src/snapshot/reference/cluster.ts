import {
  capacityProvider,
  cluster,
  clusterConfiguration,
  executeCommandConfiguration,
  managedStorageConfiguration,
} from '../schema/cluster.ts'
import { define } from './definition.ts'

export const clusterDefinitions = {
  Cluster: define(cluster, 'Cluster', 'As `aws ecs describe-clusters` shows it; other fields of the API are ignored.', {
    status: 'Absent: `ACTIVE`.',
    capacityProviders: 'Names of the capacity providers of the cluster.',
    defaultCapacityProviderStrategy: 'For launches that name neither a launch type nor a strategy.',
    serviceConnectDefaultNamespace: 'The ARN of a Cloud Map namespace.',
    configuration: 'Read for the keys of the ephemeral storage and of ECS Exec.',
    tags: 'As ECS shows them; those of CloudFormation tell which stack made it.',
  }),
  ClusterConfiguration: define(
    clusterConfiguration,
    'Cluster configuration',
    'What holds for all tasks of a cluster.',
    {
      managedStorageConfiguration: 'How storage is encrypted. Absent: with a key of AWS.',
      executeCommandConfiguration: 'Of ECS Exec.',
    },
  ),
  ManagedStorageConfiguration: define(
    managedStorageConfiguration,
    'Managed storage',
    'The keys of the storage that Fargate and ECS manage.',
    { fargateEphemeralStorageKmsKeyId: 'The id of the key, or its ARN. Absent: a key of AWS.' },
  ),
  ExecuteCommandConfiguration: define(
    executeCommandConfiguration,
    'Configuration of ECS Exec',
    'As in the ECS API; other fields are ignored.',
    { kmsKeyId: 'The key that encrypts sessions: its id, ARN or alias. Absent: none of yours.' },
  ),
  CapacityProvider: define(
    capacityProvider,
    'Capacity provider',
    'As `aws ecs describe-capacity-providers` shows it; other fields of the API are ignored.',
    {
      autoScalingGroupProvider: 'There: its instances are EC2 instances of an Auto Scaling group.',
      managedInstancesProvider: 'There: it is one of ECS Managed Instances.',
    },
  ),
}
