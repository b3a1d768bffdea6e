import { describe, expect, test } from 'vitest'
import { isGap } from '../model/known.ts'
import type { StateMachine } from '../model/run-task.ts'
import { taskStatesOf } from './workflow.ts'

const RUN = {
  Type: 'Task',
  Resource: 'arn:aws:states:::ecs:runTask.sync',
  Parameters: {
    Cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main',
    TaskDefinition: 'report:3',
    LaunchType: 'FARGATE',
    NetworkConfiguration: {
      AwsvpcConfiguration: { Subnets: ['subnet-a'], SecurityGroups: ['sg-1'], AssignPublicIp: 'ENABLED' },
    },
  },
  End: true,
}

function unresolved(expression: string) {
  return { gap: 'unresolved' as const, expression }
}

function statesOf(states: object, roleArn: StateMachine['roleArn'] = 'arn:aws:iam::111122223333:role/flow') {
  const found = taskStatesOf({ definition: JSON.stringify({ StartAt: 'Run', States: states }), roleArn })
  if (isGap(found)) throw new Error('the definition was not read')
  return found
}

test('a state that runs a task is a request, in the names of the ECS API', () => {
  expect(statesOf({ Run: RUN, Done: { Type: 'Succeed' } })).toEqual([
    {
      name: 'Run',
      request: {
        cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main',
        taskDefinition: 'report:3',
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
        },
        caller: { service: 'states', roleArn: 'arn:aws:iam::111122223333:role/flow', waits: true },
      },
    },
  ])
})

test.each([
  ['arn:aws:states:::ecs:runTask.sync', true],
  ['arn:aws:states:::ecs:runTask', false],
  ['arn:aws:states:::ecs:runTask.waitForTaskToken', false],
  ['arn:aws-cn:states:::ecs:runTask.sync', true],
  ['arn:«AWS::Partition»:states:::ecs:runTask.sync', true],
  ['arn:aws:states:::aws-sdk:ecs:runTask', false],
  ['arn:aws:states:::aws-sdk:ecs:runTask.waitForTaskToken', false],
  ['arn:aws-us-gov:states:::aws-sdk:ecs:runTask', false],
])('%s waits for the task: %s', (Resource, waits) => {
  expect(statesOf({ Run: { ...RUN, Resource } })).toMatchObject([{ request: { caller: { waits } } }])
})

test.each([
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::aws-sdk:ecs:startTask',
  'arn:aws:states:::aws-sdk:ecs:updateService',
  'arn:aws:states:::aws-sdk:batch:submitJob',
])('other states run no task: %s', (Resource) => {
  const other = { ...RUN, Resource }
  expect(statesOf({ A: other, B: { Type: 'Pass', Resource: RUN.Resource }, C: { Type: 'Wait', Seconds: 1 } })).toEqual(
    [],
  )
})

test('states inside of branches and maps are found', () => {
  const machine = { StartAt: 'Run', States: { Run: RUN } }
  const names = statesOf({
    Both: { Type: 'Parallel', Branches: [machine, { States: { Other: RUN } }] },
    Each: { Type: 'Map', ItemProcessor: { States: { Inner: { Type: 'Map', Iterator: machine } } } },
  }).map(({ name }) => name)
  expect(names.sort()).toEqual(['Other', 'Run', 'Run'])
})

describe('what the workflow decides when it runs is not known', () => {
  test('by a path', () => {
    const { TaskDefinition: _, ...rest } = RUN.Parameters
    const network = { 'AwsvpcConfiguration.$': '$.network' }
    const Parameters = { ...rest, 'TaskDefinition.$': '$.definition', NetworkConfiguration: network }
    expect(statesOf({ Run: { ...RUN, Parameters } })).toMatchObject([
      {
        request: {
          taskDefinition: { gap: 'unresolved' },
          networkConfiguration: { awsvpcConfiguration: { gap: 'unresolved' } },
        },
      },
    ])
  })

  test('by an expression in JSONata', () => {
    const { Parameters, ...state } = RUN
    const Arguments = { ...Parameters, TaskDefinition: '{% $states.input.definition %}' }
    expect(statesOf({ Run: { ...state, Arguments } })).toMatchObject([
      { request: { taskDefinition: { gap: 'unresolved' }, launchType: 'FARGATE' } },
    ])
  })

  test('a subnet by an expression is one of which nothing is known', () => {
    const network = { AwsvpcConfiguration: { Subnets: ['subnet-a', '{% $subnet %}'] } }
    expect(
      statesOf({ Run: { ...RUN, Parameters: { ...RUN.Parameters, NetworkConfiguration: network } } }),
    ).toMatchObject([
      { request: { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', { gap: 'unresolved' }] } } } },
    ])
  })
})

describe('a call of which nothing is known', () => {
  const SDK = 'arn:aws:states:::aws-sdk:ecs:runTask'
  const { Parameters, ...state } = RUN

  test.each([
    ['the input of the state is the request', { ...state, Resource: SDK }, unresolved('Parameters')],
    ['with the integration of ECS too', state, unresolved('Parameters')],
    ['an expression gives all of it', { ...state, Resource: SDK, Arguments: '{% $a %}' }, unresolved('{% $a %}')],
    ['it is no object', { ...state, Resource: SDK, Parameters: [Parameters] }, unresolved('Parameters')],
    [
      'a member has another name',
      { ...state, Parameters: { ...Parameters, Overrides: { ContainerOverrides: [{ name: 'app' }] } } },
      { gap: 'refused' as const, expression: 'name → Name' },
    ],
    [
      'a path is under another name',
      { ...state, Parameters: { ...Parameters, 'cluster.$': '$.cluster' } },
      { gap: 'refused' as const, expression: 'cluster.$ → Cluster.$' },
    ],
    [
      'there is no such integration',
      { ...RUN, Resource: `${SDK}.sync` },
      { gap: 'refused' as const, expression: `${SDK}.sync` },
    ],
  ])('%s', (_, written, gap) => {
    expect(statesOf({ Run: written })).toMatchObject([
      {
        request: {
          taskDefinition: gap,
          cluster: gap,
          launchType: gap,
          platformVersion: gap,
          networkConfiguration: gap,
          caller: { service: 'states' },
        },
      },
    ])
  })
})

test.each<[written: object, read: object]>([
  [{ NetworkConfiguration: '{% $network %}' }, { networkConfiguration: unresolved('{% $network %}') }],
  [{ NetworkConfiguration: 'subnet-a' }, { networkConfiguration: unresolved('NetworkConfiguration') }],
  [
    { NetworkConfiguration: { AwsvpcConfiguration: ['subnet-a'] } },
    { networkConfiguration: { awsvpcConfiguration: unresolved('AwsvpcConfiguration') } },
  ],
  [{ TaskDefinition: true }, { taskDefinition: unresolved('TaskDefinition') }],
  [{ LaunchType: 1 }, { launchType: unresolved('LaunchType') }],
  [{ EnableExecuteCommand: 'yes' }, { enableExecuteCommand: unresolved('EnableExecuteCommand') }],
  [{ Count: 3 }, { count: 3 }],
  [{ Count: '3' }, { count: unresolved('Count') }],
  [{ CapacityProviderStrategy: 'FARGATE' }, { capacityProviderStrategy: unresolved('CapacityProviderStrategy') }],
  [
    { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1, Base: 2 }] },
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 2 }] },
  ],
  [{ Overrides: '{% $overrides %}' }, { overrides: unresolved('{% $overrides %}') }],
])('what a state gives as %j', (written, read) => {
  expect(statesOf({ Run: { ...RUN, Parameters: { ...RUN.Parameters, ...written } } })).toMatchObject([
    { request: read },
  ])
})

test('volumes and another role of a state are there, and not known', () => {
  const Credentials = { RoleArn: 'arn:aws:iam::111122223333:role/runner' }
  const Resource = 'arn:aws:states:::ecs:runTask.sync'
  const { caller } = statesOf({ Run: { ...RUN, Resource, Credentials } })[0]?.request ?? { caller: null }
  const roleArn = { gap: 'unresolved', expression: 'Credentials' }
  expect(caller).toEqual({ service: 'states', roleArn, waits: true })
  const Parameters = { ...RUN.Parameters, VolumeConfigurations: [{ Name: 'data' }] }
  expect(statesOf({ Run: { ...RUN, Parameters } })).toMatchObject([
    { request: { volumeConfigurations: { gap: 'unresolved', expression: 'VolumeConfigurations' } } },
  ])
})

test('overrides of roles and size are read', () => {
  const Overrides = { ExecutionRoleArn: 'arn:aws:iam::111122223333:role/other', Cpu: '1024', ContainerOverrides: [] }
  expect(statesOf({ Run: { ...RUN, Parameters: { ...RUN.Parameters, Overrides } } })).toMatchObject([
    { request: { overrides: { executionRoleArn: 'arn:aws:iam::111122223333:role/other', cpu: '1024' } } },
  ])
})

test('what is overridden in containers is read, and what the input decides is open', () => {
  const Overrides = {
    EphemeralStorage: { SizeInGiB: 40 },
    ContainerOverrides: [
      {
        Name: 'app',
        'Command.$': '$.command',
        Cpu: 256,
        'Memory.$': '$.memory',
        MemoryReservation: '256',
        Environment: [
          { Name: 'A', Value: 'b' },
          { Name: 'C', 'Value.$': '$.c' },
        ],
        EnvironmentFiles: [{ Type: 's3', Value: 'arn:aws:s3:::b/app.env' }],
        'ResourceRequirements.$': '$.gpu',
      },
    ],
  }
  const unresolved = (expression: string) => ({ gap: 'unresolved', expression })
  const [state] = statesOf({ Run: { ...RUN, Parameters: { ...RUN.Parameters, Overrides } } })
  expect(state?.request.overrides).toEqual({
    ephemeralStorage: { sizeInGiB: 40 },
    containerOverrides: [
      {
        name: 'app',
        command: unresolved('Command.$'),
        cpu: 256,
        memory: unresolved('Memory.$'),
        memoryReservation: unresolved('MemoryReservation'),
        environment: [
          { name: 'A', value: 'b' },
          { name: 'C', value: unresolved('Value.$') },
        ],
        environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/app.env' }],
        resourceRequirements: unresolved('ResourceRequirements.$'),
      },
    ],
  })
})

describe('of the containers that are overridden, the names are read', () => {
  const overridden = (ContainerOverrides: unknown, key = 'ContainerOverrides') => {
    const Parameters = { ...RUN.Parameters, Overrides: { [key]: ContainerOverrides } }
    const overrides = statesOf({ Run: { ...RUN, Parameters } })[0]?.request.overrides
    return overrides === undefined || isGap(overrides) ? overrides : overrides.containerOverrides
  }

  test.each<[written: unknown, read: unknown, key?: string]>([
    [[{ Name: 'app', Command: ['x'] }], [{ name: 'app' }]],
    [[], []],
    [[{ 'Name.$': '$.name' }], [{ name: { gap: 'unresolved', expression: 'Name.$' } }]],
    [[{ Name: '{% $name %}' }], [{ name: { gap: 'unresolved', expression: '{% $name %}' } }]],
    [[{ Command: ['x'] }], [{ name: { gap: 'unresolved', expression: 'Name' } }]],
    [
      [7, null],
      [{ name: { gap: 'unresolved' } }, { name: { gap: 'unresolved' } }],
    ],
    [['{% $one %}'], { gap: 'unresolved', expression: 'ContainerOverrides' }],
    ['{% $all %}', { gap: 'unresolved', expression: '{% $all %}' }],
    ['$.all', { gap: 'unresolved', expression: 'ContainerOverrides.$' }, 'ContainerOverrides.$'],
    [{ Name: 'app' }, { gap: 'unresolved', expression: 'ContainerOverrides' }],
  ])('%j', (written, read, key) => {
    expect(overridden(written, key)).toMatchObject(read as object)
  })
})

test('tags and placement are read, in the names of the ECS API', () => {
  const Parameters = {
    ...RUN.Parameters,
    Tags: [{ Key: 'team', Value: 'reports' }, { 'Key.$': '$.key' }],
    PropagateTags: 'TASK_DEFINITION',
    EnableECSManagedTags: true,
    PlacementStrategy: [{ Type: 'spread', Field: 'instanceId' }],
    'PlacementConstraints.$': '$.constraints',
  }
  expect(statesOf({ Run: { ...RUN, Parameters } })).toMatchObject([
    {
      request: {
        tags: [{ key: 'team', value: 'reports' }, { key: { gap: 'unresolved' } }],
        propagateTags: 'TASK_DEFINITION',
        enableECSManagedTags: true,
        placementStrategy: [{ type: 'spread' }],
        placementConstraints: { gap: 'unresolved' },
      },
    },
  ])
})

test.each(['', '[', '[]', 'null', '"text"'])('a definition that is no workflow is a gap: %s', (definition) => {
  expect(taskStatesOf({ definition })).toMatchObject({ gap: 'unresolved' })
})

test('hostile arguments do no harm', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const definition = JSON.stringify({ States: { Run: RUN } }).replace(
    '"LaunchType"',
    `"Overrides":${deep},"LaunchType"`,
  )
  expect(taskStatesOf({ definition })).toMatchObject([{ request: { overrides: { gap: 'unresolved' } } }])
})

test('a hostile definition does no harm', () => {
  const depth = 5000
  const deep = '{"States":{"A":{"Type":"Map","ItemProcessor":'.repeat(depth) + '{}' + '}}}'.repeat(depth)
  expect(taskStatesOf({ definition: deep })).toEqual(unresolved('definition'))
  const odd = { __proto__: null, States: { Run: { Type: 'Parallel', Branches: [null, 1, 'x', { States: 7 }] } } }
  expect(taskStatesOf({ definition: JSON.stringify(odd) })).toEqual([])
})
