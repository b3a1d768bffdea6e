import { jsonValue } from '../../cloudformation/json-value.ts'
import { ABSENT, unresolved, type Value } from '../../cloudformation/value.ts'
import { each, filled, inside, listed, map, only, word } from '../values.ts'
import type { Given } from '../virtual.ts'
import type { Mapping } from './network.ts'
import { volumeOf } from './volume.ts'

function networkConfiguration(block: Value, at: number): Value {
  if (block.kind !== 'map') return block
  return map(at, {
    AwsvpcConfiguration: map(at, {
      Subnets: inside(block, 'subnets'),
      SecurityGroups: inside(block, 'security_groups'),
      AssignPublicIp: word(inside(block, 'assign_public_ip'), 'ENABLED', 'DISABLED'),
    }),
  })
}

function strategy(value: Value, at: number): Value {
  const items = each(value, (block) =>
    map(at, {
      CapacityProvider: inside(block, 'capacity_provider'),
      Weight: inside(block, 'weight'),
      Base: inside(block, 'base'),
    }),
  )
  return items.kind === 'list' && items.items.length === 0 ? { kind: 'absent', at } : items
}

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
      DefaultCapacityProviderStrategy: strategy(given.get('default_capacity_provider_strategy'), given.at),
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

const service: Mapping = (given) => {
  const { at } = given
  const controller = given.block('deployment_controller')
  const connect = given.block('service_connect_configuration')
  return [
    {
      type: 'AWS::ECS::Service',
      properties: {
        ServiceName: given.get('name'),
        Cluster: filled(given.get('cluster')),
        TaskDefinition: filled(given.get('task_definition')),
        LaunchType: filled(given.get('launch_type')),
        CapacityProviderStrategy: strategy(given.get('capacity_provider_strategy'), at),
        PlatformVersion: filled(given.get('platform_version')),
        NetworkConfiguration: networkConfiguration(given.block('network_configuration'), at),
        EnableExecuteCommand: given.get('enable_execute_command'),
        SchedulingStrategy: filled(given.get('scheduling_strategy')),
        DeploymentController: controller.kind !== 'map' ? controller : map(at, { Type: inside(controller, 'type') }),
        DeploymentConfiguration: percentages(given, at),
        DesiredCount: given.get('desired_count'),
        HealthCheckGracePeriodSeconds: given.get('health_check_grace_period_seconds'),
        LoadBalancers: each(given.get('load_balancer'), (block) =>
          map(at, {
            TargetGroupArn: filled(inside(block, 'target_group_arn')),
            ContainerName: inside(block, 'container_name'),
            ContainerPort: inside(block, 'container_port'),
          }),
        ),
        ServiceRegistries: each(given.get('service_registries'), (block) =>
          map(at, {
            RegistryArn: inside(block, 'registry_arn'),
            ContainerName: filled(inside(block, 'container_name')),
            ContainerPort: inside(block, 'container_port'),
            Port: inside(block, 'port'),
          }),
        ),
        ServiceConnectConfiguration: connect.kind !== 'map' ? connect : serviceConnect(connect, at),
      },
    },
  ]
}

function serviceConnect(block: Value, at: number): Value {
  const log = only(inside(block, 'log_configuration'))
  return map(at, {
    Enabled: inside(block, 'enabled'),
    Namespace: filled(inside(block, 'namespace')),
    Services: each(inside(block, 'service'), (offered) => map(at, { PortName: inside(offered, 'port_name') })),
    LogConfiguration:
      log.kind !== 'map'
        ? log
        : map(at, {
            LogDriver: inside(log, 'log_driver'),
            Options: inside(log, 'options'),
            SecretOptions: each(inside(log, 'secret_option'), (option) =>
              map(at, { Name: inside(option, 'name'), ValueFrom: inside(option, 'value_from') }),
            ),
          }),
  })
}

const discoveryService: Mapping = (given) => {
  const dns = given.block('dns_config')
  const records = each(inside(dns, 'dns_records'), (block) => map(given.at, { Type: inside(block, 'type') }))
  return [
    {
      type: 'AWS::ServiceDiscovery::Service',
      properties: {
        Name: given.get('name'),
        DnsConfig: dns.kind !== 'map' ? dns : map(given.at, { DnsRecords: records }),
      },
    },
  ]
}

function percentages(given: Given, at: number): Value {
  const found = map(at, {
    MaximumPercent: given.get('deployment_maximum_percent'),
    MinimumHealthyPercent: given.get('deployment_minimum_healthy_percent'),
  })
  return found.kind === 'map' && found.entries.size === 0 ? { ...ABSENT, at } : found
}

function ecsParameters(block: Value, at: number): Value {
  return map(at, {
    TaskDefinitionArn: inside(block, 'task_definition_arn'),
    TaskCount: inside(block, 'task_count'),
    LaunchType: filled(inside(block, 'launch_type')),
    PlatformVersion: filled(inside(block, 'platform_version')),
    EnableExecuteCommand: inside(block, 'enable_execute_command'),
    CapacityProviderStrategy: strategy(inside(block, 'capacity_provider_strategy'), at),
    NetworkConfiguration: networkConfiguration(only(inside(block, 'network_configuration')), at),
  })
}

const eventTarget: Mapping = (given) => {
  const block = given.block('ecs_target')
  if (block.kind === 'absent') return []
  const target = map(given.at, {
    Arn: given.get('arn'),
    RoleArn: filled(given.get('role_arn')),
    Input: filled(given.get('input')),
    EcsParameters: ecsParameters(block, given.at),
  })
  return [{ type: 'AWS::Events::Rule', properties: { Name: given.get('rule'), Targets: listed(given.at, [target]) } }]
}

const schedule: Mapping = (given) => {
  const target = given.block('target')
  const block = only(inside(target, 'ecs_parameters'))
  if (block.kind === 'absent') return []
  const parts = {
    Arn: inside(target, 'arn'),
    RoleArn: filled(inside(target, 'role_arn')),
    Input: filled(inside(target, 'input')),
    EcsParameters: ecsParameters(block, given.at),
  }
  const properties = { Name: given.get('name'), GroupName: given.get('group_name'), Target: map(given.at, parts) }
  return [{ type: 'AWS::Scheduler::Schedule', properties }]
}

const stateMachine: Mapping = (given) => [
  {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      StateMachineName: given.get('name'),
      RoleArn: given.get('role_arn'),
      DefinitionString: given.get('definition'),
    },
  },
]

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
  aws_ecs_cluster: cluster,
  aws_ecs_cluster_capacity_providers: clusterProviders,
  aws_ecs_capacity_provider: capacityProvider,
  aws_ecs_task_definition: taskDefinition,
  aws_ecs_service: service,
  aws_service_discovery_service: discoveryService,
  aws_cloudwatch_event_target: eventTarget,
  aws_scheduler_schedule: schedule,
  aws_sfn_state_machine: stateMachine,
  aws_ecs_express_gateway_service: expressService,
  aws_batch_job_definition: batchJobDefinition,
  aws_batch_compute_environment: batchComputeEnvironment,
  aws_eks_fargate_profile: eksFargateProfile,
}
