// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import type { RunTask } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { indented, read } from '../test-template.ts'

const stack = (fragment: string) =>
  read(`Parameters:
  Image: {Type: String}
Conditions:
  Perhaps: !Equals [!Ref Image, a]
Resources:
${indented(fragment.trim(), 2)}
`)

const runTasks = (fragment: string) =>
  stack(`
T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: job, ContainerDefinitions: []}}
C: {Type: AWS::ECS::Cluster, Properties: {ClusterName: c}}
R: {Type: AWS::IAM::Role, Properties: {RoleName: runner}}
${fragment}`).region.runTasks as Record<string, RunTask>

const roleArn = 'arn:aws:iam::«AWS::AccountId»:role/runner'

const ALL = {
  TaskDefinition: 'job',
  Cluster: 'c',
  Count: 2,
  LaunchType: 'FARGATE',
  PlatformVersion: '1.4.0',
  CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }],
  EnableExecuteCommand: true,
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['a'], SecurityGroups: ['g'], AssignPublicIp: 'ENABLED' } },
  Overrides: { Cpu: '512', TaskRoleArn: 'r', ContainerOverrides: [{ Name: 'app', Command: ['x'] }] },
  PlacementConstraints: [{ Type: 'memberOf' }],
  PlacementStrategy: [{ Type: 'spread' }],
  Tags: [{ Key: 'team', Value: 'reports' }],
  PropagateTags: 'TASK_DEFINITION',
  EnableECSManagedTags: true,
}
const READ = {
  placementConstraints: [{ type: 'memberOf' }],
  placementStrategy: [{ type: 'spread' }],
  tags: [{ key: 'team', value: 'reports' }],
  propagateTags: 'TASK_DEFINITION',
  enableECSManagedTags: true,
  taskDefinition: 'T',
  cluster: 'c',
  count: 2,
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
  enableExecuteCommand: true,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], securityGroups: ['g'], assignPublicIp: 'ENABLED' } },
  overrides: { cpu: '512', taskRoleArn: 'r', containerOverrides: [{ name: 'app', command: ['x'] }] },
}
const unknown = (gap: object) => ({
  taskDefinition: gap,
  cluster: gap,
  launchType: gap,
  platformVersion: gap,
  networkConfiguration: gap,
})

describe('a universal target of a schedule calls RunTask', () => {
  const sdk = 'arn:aws:scheduler:::aws-sdk:ecs:runTask'
  const scheduled = (input: string, arn = `'${sdk}'`) =>
    runTasks(
      `X: {Type: AWS::Scheduler::Schedule, Properties: {Name: nightly, Target: {Arn: ${arn}, RoleArn: !GetAtt R.Arn, ${input}}}}`,
    ).X

  test.each([
    `'${sdk}'`,
    `'arn:aws-cn:scheduler:::aws-sdk:ecs:runTask'`,
    `'arn:aws-us-gov:scheduler:::aws-sdk:ecs:RunTask'`,
    "!Sub 'arn:${AWS::Partition}:scheduler:::aws-sdk:ecs:runTask'",
  ])('%s, with its arguments as the input', (arn) => {
    expect(scheduled(`Input: '${JSON.stringify(ALL)}'`, arn)).toEqual({
      ...READ,
      startedBy: 'arn:aws:scheduler:«AWS::Region»:«AWS::AccountId»:schedule/default/nightly',
      caller: { service: 'scheduler', roleArn },
    })
  })

  test('the input may refer to what the template makes, and to the schedule itself', () => {
    const input = `Input: !Sub '{"TaskDefinition": "\${T}", "Cluster": "\${C.Arn}", "Tags": [{"Key": "at", "Value": "<aws.scheduler.scheduled-time>"}]}'`
    expect(scheduled(input)).toMatchObject({
      taskDefinition: 'T',
      cluster: 'arn:aws:ecs:«AWS::Region»:«AWS::AccountId»:cluster/c',
      tags: [{ key: 'at', value: '«aws.scheduler.scheduled-time»' }],
    })
  })

  test.each([500, 100_000])('of which nothing is known with an input of %i levels', (levels) => {
    const input = `{"Overrides": ${'['.repeat(levels)}${']'.repeat(levels)}}`
    expect(scheduled(`Input: '${input}'`)).toMatchObject(unknown({ gap: 'unresolved', expression: 'Input' }))
  })

  test.each([
    ['Input: !ImportValue input', { gap: 'unresolved' }],
    ["Input: '{'", { gap: 'refused', expression: 'Input' }],
    ["Input: ''", { gap: 'refused', expression: 'Input' }],
    [`Input: !Sub '{"Count": \${Image}}'`, { gap: 'unresolved', expression: 'Input' }],
    [`Input: '{"Count": <aws.scheduler.attempt-number>}'`, { gap: 'unresolved', expression: 'Input' }],
    ["Input: '[1]'", { gap: 'unresolved' }],
    ["Input: '7'", { gap: 'unresolved' }],
    ["Input: 'null'", { gap: 'unresolved' }],
    ['RetryPolicy: {}', { gap: 'unresolved', expression: 'Input' }],
  ])('of which nothing is known with %s', (input, gap) => {
    expect(scheduled(input)).toMatchObject({ ...unknown(gap), caller: { service: 'scheduler', roleArn } })
  })

  test('or may, as a condition decides', () => {
    const { X } = runTasks(
      `X: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !If [Perhaps, '${sdk}', 'arn:aws:lambda:::f'], Input: '{}'}}}`,
    )
    expect(X).toMatchObject(unknown({ gap: 'unresolved', expression: 'Condition Perhaps' }))
  })

  test.each([
    [{ launchType: 'FARGATE' }, 'launchType → LaunchType'],
    [{ startedBy: 'me' }, 'startedBy → StartedBy'],
    [{ NetworkConfiguration: { awsvpcConfiguration: {} } }, 'awsvpcConfiguration → AwsvpcConfiguration'],
    [{ Overrides: { ContainerOverrides: [{ environment: [] }] } }, 'environment → Environment'],
  ])('whose members are in PascalCase at every depth, for AWS takes no others: %j', (more, expression) => {
    const launchType = { gap: 'refused', expression }
    expect(scheduled(`Input: '${JSON.stringify({ ...ALL, ...more })}'`)).toMatchObject({
      taskDefinition: 'T',
      launchType,
    })
  })

  test.each(['ecs:updateService', 'ecs:startTask', 'batch:submitJob'])('%s is no such call', (action) => {
    expect(scheduled("Input: '{}'", `arn:aws:scheduler:::aws-sdk:${action}`)).toBeUndefined()
  })
})

describe('a state of a workflow calls RunTask with the SDK', () => {
  const state = (resource: string, more: object) =>
    runTasks(
      `X: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: !GetAtt R.Arn, Definition: {States: {Run: ${JSON.stringify({ Type: 'Task', Resource: resource, ...more })}}}}}`,
    )['X.Run']
  const sdk = 'arn:aws:states:::aws-sdk:ecs:runTask'

  test.each([
    sdk,
    `${sdk}.waitForTaskToken`,
    'arn:aws-cn:states:::aws-sdk:ecs:runTask',
    'arn:aws-us-gov:states:::aws-sdk:ecs:runTask',
  ])('%s, which does not wait for the task to end', (resource) => {
    expect(state(resource, { Parameters: ALL })).toMatchObject({
      ...READ,
      caller: { service: 'states', roleArn, waits: false },
    })
  })

  test.each([
    [`${sdk}.sync`, { Parameters: ALL }, { gap: 'refused', expression: `${sdk}.sync` }],
    [sdk, {}, { gap: 'unresolved', expression: 'Parameters' }],
    ['arn:aws:states:::ecs:runTask', {}, { gap: 'unresolved', expression: 'Parameters' }],
    [sdk, { Arguments: '{% $states.input %}' }, { gap: 'unresolved', expression: '{% $states.input %}' }],
    [sdk, { Parameters: [ALL] }, { gap: 'unresolved' }],
  ])('%s with %j is a call of which nothing is known', (resource, more, gap) => {
    expect(state(resource, more)).toMatchObject(unknown(gap))
  })

  test('and a path or an expression in its arguments is open', () => {
    const { Cluster: _, ...rest } = ALL
    const Parameters = { ...rest, 'Cluster.$': '$.cluster', LaunchType: '{% $type %}' }
    expect(state(sdk, { Parameters })).toMatchObject({
      taskDefinition: 'T',
      cluster: { gap: 'unresolved', expression: '$.cluster' },
      launchType: { gap: 'unresolved', expression: '{% $type %}' },
    })
  })
})

test.each([
  ['DefinitionString: !ImportValue d', { gap: 'unresolved' }],
  ["DefinitionString: '{'", { gap: 'unresolved', expression: 'DefinitionString' }],
  ['Definition: !ImportValue d', { gap: 'unresolved' }],
  ['Definition: {States: {Run: !ImportValue d}}', { gap: 'unresolved' }],
  ['Definition: {States: {All: {Type: Parallel, Branches: !ImportValue d}}}', { gap: 'unresolved' }],
  ['DefinitionS3Location: {Bucket: b, Key: k}', { gap: 'unresolved', expression: 'DefinitionS3Location' }],
  ['RoleArn: r', { gap: 'unresolved', expression: 'Definition' }],
])('a workflow that is not read may run tasks: %s', (definition, gap) => {
  const { region } = stack(`X: {Type: AWS::StepFunctions::StateMachine, Properties: {${definition}}}`)
  expect(region.stateMachines).toMatchObject({ X: { definition: gap } })
  expect(region.runTasks).toEqual({})
})

test('as the CDK writes both', () => {
  const joined = (...parts: (string | object)[]) => JSON.stringify({ 'Fn::Join': ['', parts] })
  const [partition, definition] = [{ Ref: 'AWS::Partition' }, { Ref: 'T' }]
  const found = runTasks(`
S: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: ${joined('arn:', partition, ':scheduler:::aws-sdk:ecs:runTask')}, Input: ${joined('{"TaskDefinition":"', definition, '","Count":1}')}}}}
F: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: ${joined('{"StartAt":"Run","States":{"Run":{"End":true,"Type":"Task","Resource":"arn:', partition, ':states:::aws-sdk:ecs:runTask","Parameters":{"TaskDefinition":"', definition, '"}}}}')}}}`)
  expect(found).toMatchObject({ S: { taskDefinition: 'T', count: 1 }, 'F.Run': { taskDefinition: 'T' } })
})

test('a workflow that is read and runs no task is not listed', () => {
  const { region } = stack(
    'X: {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: {States: {Wait: {Type: Wait, Seconds: 1}}}}}',
  )
  expect(region).not.toHaveProperty('stateMachines')
})

test.each([
  ['Scheduler::Schedule', 'Target: !If [Perhaps, {Arn: a}, {Arn: b}]'],
  ['Events::Rule', 'Targets: !If [Perhaps, [{Arn: a}], []]'],
  ['Events::Rule', 'Targets: [!If [Perhaps, {Arn: a}, !Ref "AWS::NoValue"]]'],
  ['Pipes::Pipe', 'TargetParameters: !If [Perhaps, {EcsTaskParameters: {}}, {}]'],
])('of AWS::%s, a target that nobody knows may run a task: %s', (type, properties) => {
  const { region } = stack(`X: {Type: AWS::${type}, Properties: {${properties}}}`)
  expect(region.runTasks).toEqual({})
  expect(region.otherLaunches).toEqual({ X: { gap: 'unresolved', expression: 'Condition Perhaps' } })
})
