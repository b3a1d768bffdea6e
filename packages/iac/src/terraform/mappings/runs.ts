import { ABSENT, type Value } from '../../cloudformation/value.ts'
import { each, filled, inside, listed, map, only } from '../values.ts'
import { capacityProviderStrategy, networkConfiguration, placementRules, tagList } from './launch-request.ts'
import type { Mapping } from './network.ts'

/** What the blocks of a rule and those of a schedule have in common. */
function ecsParameters(block: Value, at: number): { readonly [name: string]: Value } {
  return {
    TaskDefinitionArn: inside(block, 'task_definition_arn'),
    TaskCount: inside(block, 'task_count'),
    LaunchType: filled(inside(block, 'launch_type')),
    PlatformVersion: filled(inside(block, 'platform_version')),
    EnableExecuteCommand: inside(block, 'enable_execute_command'),
    CapacityProviderStrategy: capacityProviderStrategy(inside(block, 'capacity_provider_strategy'), at),
    NetworkConfiguration: networkConfiguration(only(inside(block, 'network_configuration')), at),
    PropagateTags: filled(inside(block, 'propagate_tags')),
    EnableECSManagedTags: inside(block, 'enable_ecs_managed_tags'),
  }
}

const eventTarget: Mapping = (given) => {
  const block = given.block('ecs_target')
  if (block.kind === 'absent') return []
  const { at } = given
  const transformer = given.block('input_transformer')
  const target = map(at, {
    Arn: given.get('arn'),
    RoleArn: filled(given.get('role_arn')),
    Input: filled(given.get('input')),
    InputPath: filled(given.get('input_path')),
    InputTransformer:
      transformer.kind !== 'map' ? transformer : map(at, { InputTemplate: inside(transformer, 'input_template') }),
    EcsParameters: map(at, {
      ...ecsParameters(block, at),
      PlacementConstraints: placementRules(inside(block, 'placement_constraint'), at),
      PlacementStrategies: placementRules(inside(block, 'ordered_placement_strategy'), at),
      TagList: tagList(inside(block, 'tags'), at),
    }),
  })
  return [{ type: 'AWS::Events::Rule', properties: { Name: given.get('rule'), Targets: listed(given.at, [target]) } }]
}

const schedule: Mapping = (given) => {
  const target = given.block('target')
  const block = only(inside(target, 'ecs_parameters'))
  const { at } = given
  const parts = {
    Arn: inside(target, 'arn'),
    RoleArn: filled(inside(target, 'role_arn')),
    Input: filled(inside(target, 'input')),
    EcsParameters:
      block.kind === 'absent'
        ? block
        : map(at, {
            ...ecsParameters(block, at),
            PlacementConstraints: placementRules(inside(block, 'placement_constraints'), at),
            PlacementStrategy: placementRules(inside(block, 'placement_strategy'), at),
            Tags: tagList(inside(block, 'tags'), at),
          }),
  }
  const properties = { Name: given.get('name'), GroupName: given.get('group_name'), Target: map(at, parts) }
  return [{ type: 'AWS::Scheduler::Schedule', properties }]
}

const pipe: Mapping = (given) => {
  const { at } = given
  const block = only(inside(given.block('target_parameters'), 'ecs_task_parameters'))
  if (block.kind === 'absent') return []
  const network = only(inside(only(inside(block, 'network_configuration')), 'aws_vpc_configuration'))
  const overrides = only(inside(block, 'overrides'))
  const parameters = map(at, {
    ...ecsParameters(block, at),
    NetworkConfiguration:
      network.kind !== 'map'
        ? network
        : map(at, {
            AwsvpcConfiguration: map(at, {
              Subnets: inside(network, 'subnets'),
              SecurityGroups: inside(network, 'security_groups'),
              AssignPublicIp: filled(inside(network, 'assign_public_ip')),
            }),
          }),
    PlacementConstraints: placementRules(inside(block, 'placement_constraint'), at),
    PlacementStrategy: placementRules(inside(block, 'placement_strategy'), at),
    Tags: tagList(inside(block, 'tags'), at),
    Overrides: overrides.kind !== 'map' ? overrides : overridesOf(overrides, at),
  })
  const properties = {
    Name: given.get('name'),
    RoleArn: given.get('role_arn'),
    Target: given.get('target'),
    TargetParameters: map(at, { EcsTaskParameters: parameters }),
  }
  return [{ type: 'AWS::Pipes::Pipe', properties }]
}

function overridesOf(block: Value, at: number): Value {
  return map(at, {
    ExecutionRoleArn: filled(inside(block, 'execution_role_arn')),
    TaskRoleArn: filled(inside(block, 'task_role_arn')),
    Cpu: filled(inside(block, 'cpu')),
    Memory: filled(inside(block, 'memory')),
    EphemeralStorage: storageOf(only(inside(block, 'ephemeral_storage')), at),
    InferenceAcceleratorOverrides: set(inside(block, 'inference_accelerator_override')),
    ContainerOverrides: each(inside(block, 'container_override'), (own) => containerOverrideOf(own, at)),
  })
}

function storageOf(block: Value, at: number): Value {
  return block.kind === 'map' ? map(at, { SizeInGiB: inside(block, 'size_in_gib') }) : block
}

function containerOverrideOf(block: Value, at: number): Value {
  const typed = (own: Value) => map(at, { Type: inside(own, 'type'), Value: inside(own, 'value') })
  return map(at, {
    Name: inside(block, 'name'),
    Command: set(inside(block, 'command')),
    Cpu: set(inside(block, 'cpu')),
    Environment: set(inside(block, 'environment')),
    EnvironmentFiles: set(each(inside(block, 'environment_file'), typed)),
    Memory: set(inside(block, 'memory')),
    MemoryReservation: set(inside(block, 'memory_reservation')),
    ResourceRequirements: set(each(inside(block, 'resource_requirement'), typed)),
  })
}

/** Terraform writes no items, and 0, for what is not set. */
function set(value: Value): Value {
  const isUnset = (value.kind === 'list' && value.items.length === 0) || (value.kind === 'text' && value.text === '0')
  return isUnset ? { ...ABSENT, at: value.at } : value
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

/** What runs tasks without a service. */
export const RUNS: { readonly [type: string]: Mapping } = {
  aws_cloudwatch_event_target: eventTarget,
  aws_pipes_pipe: pipe,
  aws_scheduler_schedule: schedule,
  aws_sfn_state_machine: stateMachine,
}
