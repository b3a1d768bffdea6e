import { ABSENT, type Value } from '../../cloudformation/value.ts'
import { each, filled, inside, map, only } from '../values.ts'
import type { Given } from '../virtual.ts'
import { capacityProviderStrategy, networkConfiguration, placementRules } from './launch-request.ts'
import type { Mapping } from './network.ts'

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
        CapacityProviderStrategy: capacityProviderStrategy(given.get('capacity_provider_strategy'), at),
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
        PlacementConstraints: placementRules(given.get('placement_constraints'), at),
        PlacementStrategies: placementRules(given.get('ordered_placement_strategy'), at),
        VolumeConfigurations: volumeConfigurations(given.get('volume_configuration'), at),
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

function volumeConfigurations(blocks: Value, at: number): Value {
  const items = each(blocks, (block) => {
    const managed = only(inside(block, 'managed_ebs_volume'))
    return map(at, {
      Name: inside(block, 'name'),
      ManagedEBSVolume:
        managed.kind !== 'map'
          ? managed
          : map(at, {
              RoleArn: inside(managed, 'role_arn'),
              VolumeType: filled(inside(managed, 'volume_type')),
              SizeInGiB: inside(managed, 'size_in_gb'),
              SnapshotId: filled(inside(managed, 'snapshot_id')),
              VolumeInitializationRate: inside(managed, 'volume_initialization_rate'),
              Iops: inside(managed, 'iops'),
              Throughput: inside(managed, 'throughput'),
              FilesystemType: filled(inside(managed, 'file_system_type')),
              KmsKeyId: filled(inside(managed, 'kms_key_id')),
            }),
    })
  })
  return items.kind === 'list' && items.items.length === 0 ? { kind: 'absent', at } : items
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

/** Services, and what their tasks are registered with. */
export const SERVICES: { readonly [type: string]: Mapping } = {
  aws_ecs_service: service,
  aws_service_discovery_service: discoveryService,
}
