import type { Value } from '../../cloudformation/value.ts'
import { filled, inside, listed, map, only } from '../values.ts'
import { capacityProviderStrategy, networkConfiguration } from './launch-request.ts'
import type { Mapping } from './network.ts'

function ecsParameters(block: Value, at: number): Value {
  return map(at, {
    TaskDefinitionArn: inside(block, 'task_definition_arn'),
    TaskCount: inside(block, 'task_count'),
    LaunchType: filled(inside(block, 'launch_type')),
    PlatformVersion: filled(inside(block, 'platform_version')),
    EnableExecuteCommand: inside(block, 'enable_execute_command'),
    CapacityProviderStrategy: capacityProviderStrategy(inside(block, 'capacity_provider_strategy'), at),
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

/** What runs tasks without a service. */
export const RUNS: { readonly [type: string]: Mapping } = {
  aws_cloudwatch_event_target: eventTarget,
  aws_scheduler_schedule: schedule,
  aws_sfn_state_machine: stateMachine,
}
