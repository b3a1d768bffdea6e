import { jsonValue } from '../../cloudformation/json-value.ts'
import { unresolved, type Value } from '../../cloudformation/value.ts'
import { each, filled, inside, listed, map, only } from '../values.ts'
import type { Given } from '../virtual.ts'
import { capacityProviderStrategy } from './launch-request.ts'
import { type Mapping, same } from './network.ts'
import { volumeOf } from './volume.ts'

function clusterConfiguration(block: Value, at: number): Value {
  if (block.kind !== 'map') return block
  const exec = only(inside(block, 'execute_command_configuration'))
  const storage = only(inside(block, 'managed_storage_configuration'))
  const storageKey = filled(inside(storage, 'fargate_ephemeral_storage_kms_key_id'))
  return map(at, {
    ExecuteCommandConfiguration: exec.kind !== 'map' ? exec : map(at, { KmsKeyId: filled(inside(exec, 'kms_key_id')) }),
    ManagedStorageConfiguration:
      storage.kind !== 'map' ? storage : map(at, { FargateEphemeralStorageKmsKeyId: storageKey }),
  })
}

const cluster: Mapping = (given) => [
  {
    type: 'AWS::ECS::Cluster',
    properties: {
      ClusterName: given.get('name'),
      Configuration: clusterConfiguration(given.block('configuration'), given.at),
      ServiceConnectDefaults: map(given.at, {
        Namespace: inside(given.block('service_connect_defaults'), 'namespace'),
      }),
    },
  },
]

const clusterProviders: Mapping = (given) => [
  {
    type: 'AWS::ECS::ClusterCapacityProviderAssociations',
    properties: {
      Cluster: given.get('cluster_name'),
      CapacityProviders: given.get('capacity_providers'),
      DefaultCapacityProviderStrategy: capacityProviderStrategy(
        given.get('default_capacity_provider_strategy'),
        given.at,
      ),
    },
  },
]

/** The containers stand in one text: where a part of it is not known yet, none of it is. */

function containers(given: Given): Value {
  const value = given.get('container_definitions')
  if (value.kind === 'absent') return listed(given.at, [])
  if (value.kind !== 'text') return unresolved(`${given.instance.address}.container_definitions`, given.at)
  return jsonValue(value.text, given.at) ?? unresolved(`${given.instance.address}.container_definitions`, given.at)
}

const taskDefinition: Mapping = (given) => {
  const platform = given.block('runtime_platform')
  const storage = given.block('ephemeral_storage')
  const proxy = given.block('proxy_configuration')
  return [
    {
      type: 'AWS::ECS::TaskDefinition',
      properties: {
        Family: given.get('family'),
        Cpu: filled(given.get('cpu')),
        Memory: filled(given.get('memory')),
        NetworkMode: given.get('network_mode'),
        RequiresCompatibilities: given.get('requires_compatibilities'),
        ExecutionRoleArn: filled(given.get('execution_role_arn')),
        TaskRoleArn: filled(given.get('task_role_arn')),
        PidMode: filled(given.get('pid_mode')),
        IpcMode: filled(given.get('ipc_mode')),
        PlacementConstraints: given.get('placement_constraints'),
        InferenceAccelerators: given.get('inference_accelerator'),
        ContainerDefinitions: containers(given),
        Volumes: each(given.get('volume'), (block) => volumeOf(block, given.at)),
        RuntimePlatform:
          platform.kind !== 'map'
            ? platform
            : map(given.at, {
                OperatingSystemFamily: filled(inside(platform, 'operating_system_family')),
                CpuArchitecture: filled(inside(platform, 'cpu_architecture')),
              }),
        EphemeralStorage:
          storage.kind !== 'map' ? storage : map(given.at, { SizeInGiB: inside(storage, 'size_in_gib') }),
        ProxyConfiguration:
          proxy.kind !== 'map'
            ? proxy
            : map(given.at, { Type: inside(proxy, 'type'), ContainerName: inside(proxy, 'container_name') }),
      },
    },
  ]
}

const capacityProvider: Mapping = (given) => [
  {
    type: 'AWS::ECS::CapacityProvider',
    properties: { Name: given.get('name'), ManagedInstancesProvider: given.block('managed_instances_provider') },
  },
]

const expressService: Mapping = () => [{ type: 'AWS::ECS::ExpressGatewayService', properties: {} }]

const batchJobDefinition: Mapping = (given) => [
  {
    type: 'AWS::Batch::JobDefinition',
    properties: { PlatformCapabilities: given.get('platform_capabilities') },
  },
]

const batchComputeEnvironment: Mapping = (given) => [
  {
    type: 'AWS::Batch::ComputeEnvironment',
    properties: {
      ComputeResources: map(given.at, { Type: inside(given.block('compute_resources'), 'type') }),
    },
  },
]

const eksFargateProfile: Mapping = () => [{ type: 'AWS::EKS::FargateProfile', properties: {} }]

export const COMPUTE: { readonly [type: string]: Mapping } = {
  aws_ecs_account_setting_default: same('Terraform::AccountSetting', 'name', 'value'),
  aws_ecs_cluster: cluster,
  aws_ecs_cluster_capacity_providers: clusterProviders,
  aws_ecs_capacity_provider: capacityProvider,
  aws_ecs_task_definition: taskDefinition,
  aws_ecs_express_gateway_service: expressService,
  aws_batch_job_definition: batchJobDefinition,
  aws_batch_compute_environment: batchComputeEnvironment,
  aws_eks_fargate_profile: eksFargateProfile,
}
