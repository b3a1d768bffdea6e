// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import type { RunTask } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { indented, read } from '../test-template.ts'

const stack = (fragment: string) =>
  read(`Parameters:
  Image: {Type: String}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
Conditions:
  Perhaps: !Equals [!Ref Image, a]
Resources:
${indented(fragment.trim(), 2)}
`)

const container = (properties: string) =>
  stack(
    `T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: app, Image: nginx, ${properties}}]}}`,
  )

describe('a task definition', () => {
  test('is filed under its logical id, in the words of the API', () => {
    const { region } = stack(`
Logs: {Type: AWS::Logs::LogGroup}
T:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Family: web
    Cpu: 256
    Memory: "512"
    NetworkMode: awsvpc
    RequiresCompatibilities: [FARGATE]
    RuntimePlatform: {CpuArchitecture: ARM64, OperatingSystemFamily: LINUX}
    EphemeralStorage: {SizeInGiB: 30}
    Volumes:
      - Name: data
        EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: ENABLED, AuthorizationConfig: {AccessPointId: fsap-1, IAM: ENABLED}}
      - {Name: assets, S3FilesVolumeConfiguration: {FileSystemArn: 'arn:aws:s3files:eu-west-1:1:file-system/fs-2', RootDirectory: /a}}
    ContainerDefinitions:
      - Name: app
        Image: !Sub \${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:1
        PortMappings: [{ContainerPort: 80, Protocol: tcp}]
        MountPoints: [{SourceVolume: data, ContainerPath: /data, ReadOnly: true}]
        Environment: [{Name: A, Value: !Ref Image}]
        DependsOn: [{ContainerName: b, Condition: START}]
        HealthCheck: {Command: [CMD, 'true'], StartPeriod: 10}
        LogConfiguration:
          LogDriver: awslogs
          Options: {awslogs-group: !Ref Logs, awslogs-region: !Ref AWS::Region, awslogs-create-group: true}`)
    expect(region.taskDefinitions).toEqual({
      T: {
        family: 'web',
        cpu: '256',
        memory: '512',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
        ephemeralStorage: { sizeInGiB: 30 },
        volumes: [
          {
            name: 'data',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-1',
              transitEncryption: 'ENABLED',
              authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
            },
          },
          {
            name: 'assets',
            s3filesVolumeConfiguration: {
              fileSystemArn: 'arn:aws:s3files:eu-west-1:1:file-system/fs-2',
              rootDirectory: '/a',
            },
          },
        ],
        containerDefinitions: [
          {
            name: 'app',
            image: '«AWS::AccountId».dkr.ecr.«AWS::Region».amazonaws.com/web:1',
            portMappings: [{ containerPort: 80, protocol: 'tcp' }],
            mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }],
            environment: [{ name: 'A', value: { gap: 'parameter', name: 'Image' } }],
            dependsOn: [{ containerName: 'b', condition: 'START' }],
            healthCheck: { command: ['CMD', 'true'], startPeriod: 10 },
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': '«Logs»', 'awslogs-region': '«AWS::Region»', 'awslogs-create-group': 'true' },
            },
          },
        ],
      },
    })
  })

  test('may be written in the letters of the API too', () => {
    const { region } = stack(`
T:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - name: app
        image: nginx
        portMappings: [{containerPort: 80}]
        logConfiguration: {logDriver: awslogs, options: {awslogs-group: /x}}`)
    expect(region.taskDefinitions).toMatchObject({
      T: {
        containerDefinitions: [
          {
            name: 'app',
            image: 'nginx',
            portMappings: [{ containerPort: 80 }],
            logConfiguration: { options: { 'awslogs-group': '/x' } },
          },
        ],
      },
    })
  })

  test('without a family gets one that CloudFormation makes up', () => {
    expect(container('').region.taskDefinitions).toMatchObject({ T: { family: '«T»' } })
  })

  test.each([
    ['Image: !Ref Image', { image: { gap: 'parameter', name: 'Image' } }],
    ['Image: !Sub "repo/${Image}:1"', { image: 'repo/«Image»:1' }],
    ['Image: !Sub "{{resolve:ssm:/image}}"', { image: { gap: 'unresolved', expression: '{{resolve:ssm:/image}}' } }],
    ['Essential: "false"', { essential: false }],
    ['Essential: !Ref Image', { essential: { gap: 'parameter', name: 'Image' } }],
    ['Cpu: 0', { cpu: 0 }],
    [
      'Secrets: [{Name: A, ValueFrom: !Sub "${Secret}:password::"}]',
      {
        secrets: [
          {
            name: 'A',
            valueFrom: 'arn:aws:secretsmanager:«AWS::Region»:«AWS::AccountId»:secret:db-«Secret.suffix»:password::',
          },
        ],
      },
    ],
    ['Secrets: [{Name: A, ValueFrom: !Ref Parameter}]', { secrets: [{ name: 'A', valueFrom: '/prod/url' }] }],
    [
      'Secrets: !If [Perhaps, [], !Ref "AWS::NoValue"]',
      { secrets: { gap: 'unresolved', expression: 'Condition Perhaps' } },
    ],
    ['Secrets: !Ref AWS::NoValue', { name: 'app' }],
    [
      'RepositoryCredentials: {CredentialsParameter: !Ref Secret}',
      {
        repositoryCredentials: {
          credentialsParameter: 'arn:aws:secretsmanager:«AWS::Region»:«AWS::AccountId»:secret:db-«Secret.suffix»',
        },
      },
    ],
    [
      'EnvironmentFiles: [{Type: s3, Value: !Sub "${Bucket.Arn}/app.env"}]',
      { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::«Bucket»/app.env' }] },
    ],
    [
      'FirelensConfiguration: {Type: fluentbit, Options: {enable-ecs-log-metadata: "true"}}',
      { firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } } },
    ],
  ])('reads %s', (properties, expected) => {
    const { region, codes } = stack(`
Secret: {Type: AWS::SecretsManager::Secret, Properties: {Name: db, GenerateSecretString: {}}}
Parameter: {Type: AWS::SSM::Parameter, Properties: {Name: /prod/url, Type: String, Value: x}}
Bucket: {Type: AWS::S3::Bucket}
T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: app, ${properties.startsWith('Image') ? '' : 'Image: x, '}${properties}}]}}`)
    expect(region.taskDefinitions).toMatchObject({ T: { containerDefinitions: [expected] } })
    expect(codes).toEqual([])
  })

  test.each([
    ['PortMappings: 80', 'W_WRONG_PROPERTY_TYPE@7', { portMappings: { gap: 'unresolved' } }],
    ['Secrets: {Name: a, ValueFrom: b}', 'W_WRONG_PROPERTY_TYPE@7', { secrets: [{ name: 'a', valueFrom: 'b' }] }],
    ['Essential: perhaps', 'W_BAD_VALUE@7', { essential: { gap: 'unresolved', expression: 'perhaps' } }],
    ['Cpu: lots', 'W_BAD_VALUE@7', { cpu: { gap: 'unresolved', expression: 'lots' } }],
    [
      'Secrets: [{Name: a}]',
      'W_MISSING_PROPERTY@7',
      { secrets: [{ name: 'a', valueFrom: { gap: 'unresolved', expression: 'ValueFrom' } }] },
    ],
  ])('tells what it cannot read in %s', (properties, code, expected) => {
    const { region, codes } = container(properties)
    expect(codes).toEqual([code])
    expect(region.taskDefinitions).toMatchObject({ T: { containerDefinitions: [expected] } })
  })

  test('points at the lines that a person would change', () => {
    const { origin } = stack(`
T:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ExecutionRoleArn: x
    ContainerDefinitions:
      - Name: a
        Image: b
        Secrets:
          - Name: c
            ValueFrom: d
        LogConfiguration:
          LogDriver: awslogs
          Options:
            awslogs-group: g`)
    const at = '/taskDefinitions/T/containerDefinitions/0'
    expect(origin('/taskDefinitions/T')).toBe('7:3 T')
    expect(origin('/taskDefinitions/T/executionRoleArn')).toBe('10:7 T')
    expect(origin(at)).toBe('12:11 T')
    expect(origin(`${at}/image`)).toBe('13:11 T')
    expect(origin(`${at}/secrets/0`)).toBe('15:15 T')
    expect(origin(`${at}/secrets/0/valueFrom`)).toBe('16:15 T')
    expect(origin(`${at}/logConfiguration`)).toBe('17:11 T')
    expect(origin(`${at}/logConfiguration/options/awslogs-group`)).toBe('20:15 T')
  })
})

describe('a service', () => {
  const TASK = 'T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: web, ContainerDefinitions: []}}'
  const service = (properties: string) => stack(`${TASK}\nS: {Type: AWS::ECS::Service, Properties: {${properties}}}`)

  test('keeps the subnets, groups and definition that it names', () => {
    const { region, codes } = stack(`
${TASK}
Cluster: {Type: AWS::ECS::Cluster}
Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc}}
S:
  Type: AWS::ECS::Service
  Properties:
    ServiceName: web
    Cluster: !Ref Cluster
    TaskDefinition: !Ref T
    LaunchType: FARGATE
    DesiredCount: 2
    EnableExecuteCommand: true
    DeploymentController: {Type: ECS}
    LoadBalancers: [{TargetGroupArn: tg, ContainerName: a, ContainerPort: 80}]
    ServiceConnectConfiguration: {Enabled: false}
    NetworkConfiguration:
      AwsvpcConfiguration: {Subnets: [!Ref A, subnet-1, !ImportValue s], SecurityGroups: [!GetAtt G.GroupId], AssignPublicIp: ENABLED}`)
    expect(codes).toEqual([])
    expect(region.services).toEqual({
      web: {
        cluster: '«Cluster»',
        taskDefinition: 'T',
        launchType: 'FARGATE',
        desiredCount: 2,
        enableExecuteCommand: true,
        deploymentController: { type: 'ECS' },
        loadBalancers: [{ targetGroupArn: 'tg', containerName: 'a', containerPort: 80 }],
        serviceConnectConfiguration: { enabled: false },
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['A', 'subnet-1', { gap: 'unresolved', expression: 'Fn::ImportValue s' }],
            securityGroups: ['G'],
            assignPublicIp: 'ENABLED',
          },
        },
      },
    })
    expect(region.clusters).toEqual({ '«Cluster»': { status: 'ACTIVE', capacityProviders: [] } })
  })

  test('with what it is found by: Cloud Map, and Service Connect with the log of its proxy', () => {
    const { region, codes } = stack(`
${TASK}
Discovery: {Type: AWS::ServiceDiscovery::Service, Properties: {Name: web, DnsConfig: {NamespaceId: ns-1, DnsRecords: [{Type: SRV, TTL: 10}]}}}
Http: {Type: AWS::ServiceDiscovery::Service, Properties: {Name: api, NamespaceId: ns-2, Type: HTTP}}
S:
  Type: AWS::ECS::Service
  Properties:
    TaskDefinition: !Ref T
    ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn, ContainerName: a, ContainerPort: 80}, {RegistryArn: !GetAtt Http.Arn, Port: 81}]
    ServiceConnectConfiguration:
      Enabled: true
      Namespace: internal
      Services: [{PortName: web, DiscoveryName: web}]
      LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: /proxy}}`)
    expect(codes).toEqual([])
    const arn = (id: string) => expect.stringMatching(new RegExp(`^arn:aws:servicediscovery:.*:service/«${id}»$`))
    expect(region.services).toMatchObject({
      S: {
        serviceRegistries: [
          { registryArn: arn('Discovery'), containerName: 'a', containerPort: 80 },
          { registryArn: arn('Http'), port: 81 },
        ],
        serviceConnectConfiguration: {
          enabled: true,
          namespace: 'internal',
          services: [{ portName: 'web' }],
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/proxy' } },
        },
      },
    })
    const services = Object.entries(region.discoveryServices ?? {})
    expect(services.slice(0, 2)).toEqual([
      [arn('Discovery'), { dnsConfig: { dnsRecords: [{ type: 'SRV' }] } }],
      [arn('Http'), {}],
    ])
  })

  test.each([
    ['TaskDefinition: !Ref T', 'T'],
    ['TaskDefinition: web', 'T'],
    ['TaskDefinition: web:3', 'T'],
    ['TaskDefinition: !Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/web:3"', 'T'],
    ['TaskDefinition: other', 'other'],
    ['TaskDefinition: !Ref Image', { gap: 'parameter', name: 'Image' }],
    ['DeploymentController: {Type: EXTERNAL}', { gap: 'not-modeled', what: 'AWS::ECS::TaskSet' }],
  ])('finds its definition by what it says: %s', (properties, expected) => {
    expect(service(properties).region.services).toMatchObject({ S: { taskDefinition: expected } })
  })

  test.each([
    ['ServiceName: web,', 'web'],
    ['ServiceName: !Ref Image,', 'S'],
    ['', 'S'],
  ])('is filed under its name, else its logical id: %s', (properties, key) => {
    expect(Object.keys(service(`${properties} TaskDefinition: web`).region.services ?? {})).toEqual([key])
  })

  test('of a name that another has too is filed under its logical id', () => {
    const { region } = stack(`
${TASK}
S: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: a, TaskDefinition: !Ref T}}
U: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: b, TaskDefinition: !Ref T}}`)
    expect(Object.keys(region.services ?? {})).toEqual(['web', 'U'])
  })

  test.each([
    ['Subnets: !Ref Subnets', { subnets: { gap: 'parameter', name: 'Subnets' } }],
    ['Subnets: [!Select [0, !Ref Subnets]]', { subnets: [{ gap: 'parameter', name: 'Subnets' }] }],
    [
      'Subnets: [a, !If [Perhaps, b, !Ref "AWS::NoValue"]]',
      { subnets: ['a', { gap: 'unresolved', expression: 'Condition Perhaps' }] },
    ],
    ['Subnets: !Split [",", "a,b"]', { subnets: ['a', 'b'] }],
    [
      'Subnets: [a], AssignPublicIp: !If [Perhaps, ENABLED, DISABLED]',
      { assignPublicIp: { gap: 'unresolved', expression: 'Condition Perhaps' } },
    ],
    ['Subnets: [a], AssignPublicIp: !If [Perhaps, ENABLED, ENABLED]', { assignPublicIp: 'ENABLED' }],
  ])('keeps what nobody knows of its network: %s', (properties, expected) => {
    const { region } = service(`TaskDefinition: web, NetworkConfiguration: {AwsvpcConfiguration: {${properties}}}`)
    expect(region.services).toMatchObject({ S: { networkConfiguration: { awsvpcConfiguration: expected } } })
  })

  test('points at its network', () => {
    const { origin } = stack(`
S:
  Type: AWS::ECS::Service
  Properties:
    TaskDefinition: web
    NetworkConfiguration:
      AwsvpcConfiguration:
        AssignPublicIp: DISABLED
        Subnets:
          - a
          - b`)
    const at = '/services/S/networkConfiguration'
    expect(origin('/services/S/taskDefinition')).toBe('10:7 S')
    expect(origin(at)).toBe('11:7 S')
    expect(origin(`${at}/awsvpcConfiguration/assignPublicIp`)).toBe('13:11 S')
    expect(origin(`${at}/awsvpcConfiguration/subnets/1`)).toBe('16:15 S')
  })
})

test('a service says how its tasks are placed', () => {
  const { region } = stack(`
S: {Type: AWS::ECS::Service, Properties: {TaskDefinition: web, PlacementConstraints: [{Type: distinctInstance}], PlacementStrategies: [{Type: binpack, Field: memory}]}}
U: {Type: AWS::ECS::Service, Properties: {TaskDefinition: web, PlacementConstraints: [], PlacementStrategies: !If [Perhaps, [], !Ref "AWS::NoValue"]}}`)
  expect(region.services).toMatchObject({
    S: { placementConstraints: [{ type: 'distinctInstance' }], placementStrategy: [{ type: 'binpack' }] },
    U: { placementConstraints: [], placementStrategy: { gap: 'unresolved', expression: 'Condition Perhaps' } },
  })
})

test('fields of task definitions that are for instances are read', () => {
  const { region } = stack(`
T: {Type: AWS::ECS::TaskDefinition, Properties: {PidMode: host, IpcMode: task, PlacementConstraints: [{Type: memberOf}], InferenceAccelerators: [{DeviceName: a}], ContainerDefinitions: []}}`)
  expect(region.taskDefinitions).toMatchObject({
    T: { pidMode: 'host', ipcMode: 'task', placementConstraints: [{}], inferenceAccelerators: [{}] },
  })
})

test('a service says how its EBS volume is made', () => {
  const { region } = stack(`
S:
  Type: AWS::ECS::Service
  Properties:
    TaskDefinition: web:1
    VolumeConfigurations:
      - Name: data
        ManagedEBSVolume: {RoleArn: arn:ecs, VolumeType: io2, SizeInGiB: 20, Iops: 1000, FilesystemType: xfs, KmsKeyId: k-1, Encrypted: true}
      - Name: old
        ManagedEBSVolume: {RoleArn: arn:ecs, VolumeType: gp3, SnapshotId: snap-1, VolumeInitializationRate: 200, Throughput: 125}`)
  const old = {
    roleArn: 'arn:ecs',
    volumeType: 'gp3',
    snapshotId: 'snap-1',
    volumeInitializationRate: 200,
    throughput: 125,
  }
  const data = {
    roleArn: 'arn:ecs',
    volumeType: 'io2',
    sizeInGiB: 20,
    iops: 1000,
    filesystemType: 'xfs',
    kmsKeyId: 'k-1',
  }
  expect(region.services).toHaveProperty('S.volumeConfigurations', [
    { name: 'data', managedEBSVolume: data },
    { name: 'old', managedEBSVolume: old },
  ])
})

test('a cluster names the keys of its storage and of ECS Exec', () => {
  const { region } = stack(`
A: {Type: AWS::ECS::Cluster, Properties: {ClusterName: a, Configuration: {ExecuteCommandConfiguration: {KmsKeyId: alias/exec, Logging: NONE}, ManagedStorageConfiguration: {FargateEphemeralStorageKmsKeyId: k-1}}}}`)
  expect(region.clusters).toMatchObject({
    a: {
      configuration: {
        executeCommandConfiguration: { kmsKeyId: 'alias/exec' },
        managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: 'k-1' },
      },
    },
  })
})

test('a cluster takes its capacity providers from wherever they are written', () => {
  const { region } = stack(`
A: {Type: AWS::ECS::Cluster, Properties: {ClusterName: a, CapacityProviders: [FARGATE], DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: 1}], ServiceConnectDefaults: {Namespace: n}}}
B: {Type: AWS::ECS::Cluster, Properties: {ClusterName: b}}
L: {Type: AWS::ECS::ClusterCapacityProviderAssociations, Properties: {Cluster: !Ref B, CapacityProviders: [FARGATE, FARGATE_SPOT], DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Base: 1, Weight: 2}]}}`)
  expect(region.clusters).toEqual({
    a: {
      status: 'ACTIVE',
      capacityProviders: ['FARGATE'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
      serviceConnectDefaultNamespace: 'n',
    },
    b: {
      status: 'ACTIVE',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 2, base: 1 }],
    },
  })
})

test('rules and schedules that run tasks are launches of their own', () => {
  const { region, origin } = stack(`
T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: job, ContainerDefinitions: []}}
C: {Type: AWS::ECS::Cluster, Properties: {ClusterName: c}}
Rule:
  Type: AWS::Events::Rule
  Properties:
    ScheduleExpression: rate(1 day)
    Targets:
      - {Id: queue, Arn: q}
      - Id: task
        Arn: !GetAtt C.Arn
        EcsParameters:
          TaskDefinitionArn: !Ref T
          LaunchType: FARGATE
          TaskCount: 2
          NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [a], AssignPublicIp: ENABLED}}
Schedule:
  Type: AWS::Scheduler::Schedule
  Properties:
    Name: nightly
    Target: {Arn: !GetAtt C.Arn, EcsParameters: {TaskDefinitionArn: !Ref T, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [b]}}}}
Other: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: queue, Arn: q}]}}`)
  const cluster = 'arn:aws:ecs:«AWS::Region»:«AWS::AccountId»:cluster/c'
  expect(region.runTasks).toEqual({
    Rule: {
      cluster,
      taskDefinition: 'T',
      launchType: 'FARGATE',
      count: 2,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], assignPublicIp: 'ENABLED' } },
      startedBy: 'arn:aws:events:«AWS::Region»:«AWS::AccountId»:rule/«Rule»',
    },
    Schedule: {
      cluster,
      taskDefinition: 'T',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['b'] } },
      startedBy: 'arn:aws:scheduler:«AWS::Region»:«AWS::AccountId»:schedule/default/nightly',
    },
  })
  expect(origin('/runTasks/Rule')).toBe('17:11 Rule')
})

describe('who runs a task', () => {
  const runTasks = (fragment: string) =>
    stack(`
T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: job, ContainerDefinitions: []}}
C: {Type: AWS::ECS::Cluster, Properties: {ClusterName: c}}
R: {Type: AWS::IAM::Role, Properties: {RoleName: runner}}
${fragment}`).region.runTasks as Record<string, RunTask>
  const roleArn = 'arn:aws:iam::«AWS::AccountId»:role/runner'

  test('a rule runs it as the role of its target, and its input overrides the definition', () => {
    const { Rule } = runTasks(`
Rule:
  Type: AWS::Events::Rule
  Properties:
    Targets:
      - Id: task
        Arn: !GetAtt C.Arn
        RoleArn: !GetAtt R.Arn
        Input: !Sub '{"cpu": "512", "executionRoleArn": "\${R.Arn}", "containerOverrides": []}'
        EcsParameters: {TaskDefinitionArn: !Ref T}`)
    expect(Rule).toMatchObject({
      caller: { service: 'events', roleArn },
      overrides: { cpu: '512', executionRoleArn: roleArn },
    })
  })

  test.each(['', "Input: '{}',", "Input: '{',", "Input: 'text',"])('an input that overrides nothing: %s', (input) => {
    const { Schedule } = runTasks(
      `Schedule: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !GetAtt C.Arn, ${input} RoleArn: !GetAtt R.Arn, EcsParameters: {TaskDefinitionArn: !Ref T}}}}`,
    )
    expect(Schedule).toMatchObject({ caller: { service: 'scheduler', roleArn } })
    expect(Schedule).not.toHaveProperty('overrides')
  })

  test('a pipe runs it as its own role', () => {
    const { Pipe } = runTasks(
      'Pipe: {Type: AWS::Pipes::Pipe, Properties: {RoleArn: !GetAtt R.Arn, Target: !GetAtt C.Arn, TargetParameters: {EcsTaskParameters: {TaskDefinitionArn: !Ref T, Overrides: {Memory: 1024}}}}}',
    )
    expect(Pipe).toMatchObject({ caller: { service: 'pipes', roleArn }, overrides: { memory: '1024' } })
  })

  test.each([
    ['arn:aws:states:::ecs:runTask.sync', true],
    ['arn:aws:states:::ecs:runTask', false],
    ['arn:aws:states:::ecs:runTask.waitForTaskToken', false],
  ])('a workflow runs it as its own role, and waits or not: %s', (resource, waits) => {
    const run = `{Type: Task, Resource: "${resource}", Parameters: {TaskDefinition: !Ref T, Overrides: {TaskRoleArn: !GetAtt R.Arn}}, End: true}`
    const found = runTasks(
      `Flow: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: !GetAtt R.Arn, Definition: {StartAt: Run, States: {Run: ${run}}}}}`,
    )
    expect(found['Flow.Run']).toMatchObject({
      caller: { service: 'states', roleArn, waits },
      overrides: { taskRoleArn: roleArn },
    })
  })

  describe('of an input, what it changes of the containers is read', () => {
    const overridesOf = (written: string) => {
      const { Rule } = runTasks(
        `Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: t, Arn: c, ${written}, EcsParameters: {TaskDefinitionArn: !Ref T}}]}}`,
      )
      return Rule?.overrides
    }
    const unresolved = (expression: string) => ({ gap: 'unresolved', expression })

    test.each([
      [
        `Input: '{"containerOverrides": [{"name": "app", "command": ["x"]}]}'`,
        { containerOverrides: [{ name: 'app', command: ['x'] }] },
      ],
      [
        `Input: !Sub '{"ephemeralStorage": {"sizeInGiB": 40}, "containerOverrides": [{"name": "app", "cpu": 256, "memory": 512, "memoryReservation": 256, "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::b/\${Image}.env"}], "resourceRequirements": [{"type": "GPU", "value": "1"}]}]}'`,
        {
          ephemeralStorage: { sizeInGiB: 40 },
          containerOverrides: [
            {
              name: 'app',
              cpu: 256,
              memory: 512,
              memoryReservation: 256,
              environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/«Image».env' }],
              resourceRequirements: [{ type: 'GPU', value: '1' }],
            },
          ],
        },
      ],
      [
        `Input: !Sub '{"containerOverrides": [{"name": "app", "memory": "\${Image}"}]}'`,
        { containerOverrides: [{ name: 'app', memory: unresolved('«Image»') }] },
      ],
      [`Input: '{"containerOverrides": []}'`, { containerOverrides: [] }],
      [`Input: !Sub '{"containerOverrides": [{"name": "\${Image}"}]}'`, { containerOverrides: [{ name: '«Image»' }] }],
      [`Input: !Sub '{"cpu": "\${Image}"}'`, { cpu: { gap: 'unresolved', expression: '«Image»' } }],
      [`Input: !Sub '{"count": \${Image}}'`, unresolved('Input')],
      [`Input: '{"containerOverrides": ${'['.repeat(500)}${']'.repeat(500)}}'`, unresolved('Input')],
      [
        `InputTransformer: {InputTemplate: '{"containerOverrides": [{"name": "app", "environment": [{"name": "A", "value": <a>}, {"name": "B", "value": "say \\"<b-c>\\""}]}]}'}`,
        {
          containerOverrides: [
            {
              name: 'app',
              environment: [
                { name: 'A', value: '«a»' },
                { name: 'B', value: 'say "«b-c»"' },
              ],
            },
          ],
        },
      ],
      [
        `InputTransformer: {InputTemplate: '{"containerOverrides": [{"name": <name>}]}'}`,
        { containerOverrides: [{ name: '«name»' }] },
      ],
      [`InputTransformer: {InputTemplate: '<all>'}`, unresolved('InputTransformer')],
      [`InputTransformer: {InputTemplate: '<a> is <b>'}`, unresolved('InputTransformer')],
      [`InputTransformer: {InputTemplate: !ImportValue t}`, unresolved('InputTransformer')],
      [`InputTransformer: {InputPathsMap: {}}`, unresolved('InputTransformer')],
      [`InputPath: $.detail.overrides`, unresolved('InputPath')],
      [`InputPath: $`, undefined],
    ])('%s', (written, expected) => {
      expect(overridesOf(written)).toEqual(expected)
    })

    test('and a name that is missing is told', () => {
      const overrides = overridesOf(`Input: '{"containerOverrides": [{"command": ["x"]}]}'`)
      expect(overrides).toEqual({ containerOverrides: [{ name: unresolved('Name'), command: ['x'] }] })
    })
  })

  test('a path of a pipe stands for a part of the event', () => {
    const parameters = `TaskDefinitionArn: !Ref T, PropagateTags: TASK_DEFINITION, Overrides: {ContainerOverrides: [{Name: $.body.name}, {Name: app}]}, Tags: [{Key: $.body.key, Value: v}]`
    const { Pipe } = runTasks(
      `Pipe: {Type: AWS::Pipes::Pipe, Properties: {RoleArn: !GetAtt R.Arn, Target: !GetAtt C.Arn, TargetParameters: {EcsTaskParameters: {${parameters}}}}}`,
    )
    const gap = (expression: string) => ({ gap: 'unresolved', expression })
    expect(Pipe).toMatchObject({
      overrides: { containerOverrides: [{ name: gap('$.body.name') }, { name: 'app' }] },
      tags: [{ key: gap('$.body.key'), value: 'v' }],
      propagateTags: 'TASK_DEFINITION',
    })
  })

  const PLACED = {
    placementConstraints: [{ type: 'memberOf' }],
    placementStrategy: [{ type: 'spread' }],
    tags: [{ key: 'team', value: 'reports' }],
    propagateTags: 'TASK_DEFINITION',
    enableECSManagedTags: true,
  }
  const ADDED = `PlacementConstraints: [{Type: memberOf, Expression: x}], PropagateTags: TASK_DEFINITION, EnableECSManagedTags: true`
  const TAGS = '[{Key: team, Value: reports}]'

  test.each([
    [
      'a rule',
      'X',
      `X: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: t, Arn: c, EcsParameters: {TaskDefinitionArn: !Ref T, ${ADDED}, PlacementStrategies: [{Type: spread}], TagList: ${TAGS}}}]}}`,
    ],
    [
      'a schedule',
      'X',
      `X: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: c, EcsParameters: {TaskDefinitionArn: !Ref T, ${ADDED}, PlacementStrategy: [{Type: spread}], Tags: ${TAGS}}}}}`,
    ],
    [
      'a pipe',
      'X',
      `X: {Type: AWS::Pipes::Pipe, Properties: {Target: c, TargetParameters: {EcsTaskParameters: {TaskDefinitionArn: !Ref T, ${ADDED}, PlacementStrategy: [{Type: spread}], Tags: ${TAGS}}}}}`,
    ],
    [
      'a workflow',
      'X.Run',
      `X: {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: {StartAt: Run, States: {Run: {Type: Task, Resource: 'arn:aws:states:::ecs:runTask', Parameters: {TaskDefinition: !Ref T, ${ADDED}, PlacementStrategy: [{Type: spread}], Tags: ${TAGS}}}}}}}`,
    ],
  ])('placement and tags of %s are read', (_, key, fragment) => {
    expect(runTasks(fragment)[key]).toMatchObject(PLACED)
  })

  test('tags of a schedule in another form are tags all the same', () => {
    const { X } = runTasks(
      `X: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: c, EcsParameters: {TaskDefinitionArn: !Ref T, Tags: [{team: reports}]}}}}`,
    )
    expect(X?.tags).toEqual([{ key: { gap: 'unresolved', expression: 'Key' } }])
  })

  test('what nobody knows of the role or of what is overridden is a gap', () => {
    const { Rule } = runTasks(
      'Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: t, Arn: c, RoleArn: !ImportValue role, Input: !ImportValue input, EcsParameters: {TaskDefinitionArn: !Ref T}}]}}',
    )
    expect(Rule).toMatchObject({ caller: { roleArn: { gap: 'unresolved' } }, overrides: { gap: 'unresolved' } })
  })
})
