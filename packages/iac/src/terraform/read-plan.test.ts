import { buildReport, index, isGap, preflight, type RegionState, type Vpc } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { readPlan } from './read-plan.ts'
import { planText, type TestModule, type TestResource } from './test-plan.ts'

const ref = (address: string): readonly string[] => [address, address.split('.').slice(0, -1).join('.')]

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

const MANAGED = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'

const CONTAINERS = JSON.stringify([
  {
    name: 'web',
    image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1',
    essential: true,
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
    },
  },
])

/** A service in a public subnet, with everything that it needs. */
function web(changed: { readonly [address: string]: Partial<TestResource> | null } = {}): TestModule {
  const resources: readonly TestResource[] = [
    {
      type: 'aws_vpc',
      name: 'main',
      values: { cidr_block: '10.0.0.0/16', enable_dns_support: true, enable_dns_hostnames: true },
    },
    {
      type: 'aws_subnet',
      name: 'public',
      values: { cidr_block: '10.0.0.0/24', availability_zone: 'us-east-1a' },
      refs: { vpc_id: ref('aws_vpc.main.id') },
    },
    { type: 'aws_internet_gateway', name: 'igw', refs: { vpc_id: ref('aws_vpc.main.id') } },
    { type: 'aws_route_table', name: 'public', refs: { vpc_id: ref('aws_vpc.main.id') }, unknown: { route: true } },
    {
      type: 'aws_route',
      name: 'internet',
      values: { destination_cidr_block: '0.0.0.0/0' },
      refs: { route_table_id: ref('aws_route_table.public.id'), gateway_id: ref('aws_internet_gateway.igw.id') },
    },
    {
      type: 'aws_route_table_association',
      name: 'public',
      refs: { route_table_id: ref('aws_route_table.public.id'), subnet_id: ref('aws_subnet.public.id') },
    },
    {
      type: 'aws_security_group',
      name: 'web',
      values: {
        name: 'web',
        egress: [
          { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'], ipv6_cidr_blocks: [], self: false },
        ],
      },
      refs: { vpc_id: ref('aws_vpc.main.id') },
      unknown: { ingress: true },
    },
    { type: 'aws_iam_role', name: 'execution', values: { name: 'execution', path: '/', assume_role_policy: TRUST } },
    {
      type: 'aws_iam_role_policy_attachment',
      name: 'execution',
      values: { role: 'execution', policy_arn: MANAGED },
    },
    { type: 'aws_cloudwatch_log_group', name: 'web', values: { name: '/ecs/web' } },
    { type: 'aws_ecr_repository', name: 'web', values: { name: 'web' } },
    { type: 'aws_ecs_cluster', name: 'main', values: { name: 'main' } },
    {
      type: 'aws_ecs_task_definition',
      name: 'web',
      values: {
        family: 'web',
        cpu: '256',
        memory: '512',
        network_mode: 'awsvpc',
        requires_compatibilities: ['FARGATE'],
        container_definitions: CONTAINERS,
        volume: [],
        runtime_platform: [],
      },
      refs: { execution_role_arn: ref('aws_iam_role.execution.arn') },
    },
    {
      type: 'aws_ecs_service',
      name: 'web',
      values: {
        name: 'web',
        launch_type: 'FARGATE',
        desired_count: 2,
        load_balancer: [],
        network_configuration: [{ assign_public_ip: true }],
      },
      refs: { cluster: ref('aws_ecs_cluster.main.id'), task_definition: ref('aws_ecs_task_definition.web.arn') },
      unknown: { network_configuration: [{ subnets: true, security_groups: true }] },
      expressions: {
        network_configuration: [
          {
            assign_public_ip: { constant_value: true },
            subnets: { references: [...ref('aws_subnet.public.id')] },
            security_groups: { references: [...ref('aws_security_group.web.id')] },
          },
        ],
      },
    },
  ]
  return {
    resources: resources.flatMap((each) => {
      const change = changed[`${each.type}.${each.name}`]
      return change === null ? [] : [{ ...each, ...change, values: { ...each.values, ...change?.values } }]
    }),
  }
}

function read(module: TestModule, more = {}) {
  const { snapshot, problems } = readPlan({ file: 'plan.json', text: planText(module, more), account: '111122223333' })
  if (snapshot === null) throw new Error(JSON.stringify(problems))
  const region = snapshot.accounts['111122223333']?.regions['us-east-1'] as RegionState
  return { snapshot, region, account: snapshot.accounts['111122223333'], problems }
}

function judge(module: TestModule) {
  const { snapshot } = read(module)
  const world = index(snapshot)
  const report = buildReport(world, preflight(world, { strict: false }), {
    source: { type: 'template', files: ['plan.json'] },
    language: 'en',
  })
  return report.launches.map(({ verdict, findings }) => [verdict, ...findings.map(({ cause }) => cause)].join(' '))
}

function vpcOf({ vpcs }: RegionState): Vpc {
  const vpc = vpcs === undefined || isGap(vpcs) ? undefined : vpcs['aws_vpc.main']
  if (vpc === undefined || vpc === null || isGap(vpc)) throw new Error('no VPC')
  return vpc
}

describe('a plan that creates a whole service', () => {
  test('starts, by references alone', () => {
    expect(judge(web())).toEqual(['starts'])
  })

  test.each([
    [
      'without a public address',
      { 'aws_ecs_service.web': { values: { network_configuration: [{ assign_public_ip: false }] } } },
      'no-public-ip',
    ],
    [
      'without egress, which the provider takes away',
      { 'aws_security_group.web': { values: { egress: null } } },
      'security-group-blocks-egress',
    ],
    ['without its log group', { 'aws_cloudwatch_log_group.web': { values: { name: '/ecs/other' } } }, ''],
    [
      'without the policy of its role',
      { 'aws_iam_role_policy_attachment.execution': null },
      'registry-credentials-denied',
    ],
  ])('%s fails', (_, changed, cause) => {
    const [verdict] = judge(web(changed as never))
    if (cause === '') expect(verdict).not.toBe('starts')
    else expect(verdict).toContain(cause)
  })

  test('keeps addresses as ids, and names them in its origins', () => {
    const { region, snapshot } = read(web())
    expect(vpcOf(region)).toMatchObject({
      subnets: { 'aws_subnet.public': { routeTableId: 'aws_route_table.public' } },
      routeTables: {
        'aws_route_table.public': { routes: [{ destination: '0.0.0.0/0', target: 'aws_internet_gateway.igw' }] },
      },
    })
    const origins = Object.values(snapshot.origins ?? {})
    expect(origins).toContainEqual(expect.objectContaining({ file: 'plan.json', path: 'aws_subnet.public' }))
  })
})

describe('what is known after apply keeps its identity', () => {
  const vpc: TestResource = { type: 'aws_vpc', name: 'main', values: { cidr_block: '10.0.0.0/16' } }
  const subnet = (index: number | string, more: Partial<TestResource> = {}): TestResource => ({
    type: 'aws_subnet',
    name: 'private',
    index,
    values: { cidr_block: `10.0.${index === 'b' || index === 1 ? 1 : 0}.0/24` },
    refs: { vpc_id: ref('aws_vpc.main.id') },
    ...more,
  })
  const table = (index: number | string): TestResource => ({
    type: 'aws_route_table',
    name: 'private',
    index,
    refs: { vpc_id: ref('aws_vpc.main.id') },
  })

  test.each([
    ['count', 0, 1, 'count.index', []],
    ['for_each', 'a', 'b', 'each.key', []],
    ['for_each over resources', 'a', 'b', 'each.value.id', ['aws_subnet.private']],
  ])('over %s', (_, first, second, key, forEach) => {
    const association = (index: number | string): TestResource => ({
      type: 'aws_route_table_association',
      name: 'private',
      index,
      refs: {
        subnet_id: key === 'each.value.id' ? [key, 'each.value'] : ['aws_subnet.private', key],
        route_table_id: ['aws_route_table.private', key === 'each.value.id' ? 'each.key' : key],
      },
      forEach,
    })
    const { region } = read({
      resources: [
        vpc,
        subnet(first),
        subnet(second),
        table(first),
        table(second),
        association(first),
        association(second),
      ],
    })
    const [one, two] = [JSON.stringify(first), JSON.stringify(second)]
    expect(vpcOf(region).subnets).toMatchObject({
      [`aws_subnet.private[${one}]`]: { routeTableId: `aws_route_table.private[${one}]` },
      [`aws_subnet.private[${two}]`]: { routeTableId: `aws_route_table.private[${two}]` },
    })
  })

  test('through the outputs and variables of modules', () => {
    const { region } = read({
      resources: [],
      modules: {
        network: {
          resources: [vpc, subnet(0), subnet(1)],
          outputs: { vpc_id: ref('aws_vpc.main.id'), subnet_ids: ['aws_subnet.private'] },
        },
        app: {
          arguments: { vpc: ref('module.network.vpc_id'), subnets: ref('module.network.subnet_ids') },
          resources: [
            { type: 'aws_security_group', name: 'web', values: { name: 'web' }, refs: { vpc_id: ['var.vpc'] } },
            {
              type: 'aws_lb',
              name: 'web',
              values: { name: 'web', load_balancer_type: 'application', internal: true },
              refs: { subnets: ['var.subnets'], security_groups: ref('aws_security_group.web.id') },
            },
          ],
        },
      },
    })
    const vpcs = region.vpcs as Record<string, Vpc>
    expect(vpcs['module.network.aws_vpc.main']?.securityGroups).toMatchObject({
      'module.app.aws_security_group.web': { egress: [] },
    })
    expect(Object.values(region.loadBalancers ?? {})).toEqual([
      {
        type: 'application',
        scheme: 'internal',
        subnetIds: ['module.network.aws_subnet.private[0]', 'module.network.aws_subnet.private[1]'],
        securityGroupIds: ['module.app.aws_security_group.web'],
      },
    ])
  })

  test('of what answers for names in a VPC', () => {
    const vpcId = ref('aws_vpc.main.id')
    const { region } = read({
      resources: [
        vpc,
        { ...vpc, name: 'other' },
        {
          type: 'aws_vpc_dhcp_options',
          name: 'own',
          values: { domain_name_servers: ['10.0.0.10'] },
        },
        {
          type: 'aws_vpc_dhcp_options_association',
          name: 'own',
          values: {},
          refs: { vpc_id: vpcId, dhcp_options_id: ref('aws_vpc_dhcp_options.own.id') },
        },
        {
          type: 'aws_service_discovery_private_dns_namespace',
          name: 'own',
          values: { name: 'own.internal' },
          refs: { vpc: vpcId },
        },
        { type: 'aws_route53_zone', name: 'public', values: { name: 'example.com', vpc: [] } },
        {
          type: 'aws_route53_zone',
          name: 'shared',
          values: { name: 'shared.internal' },
          unknown: { vpc: [{ vpc_id: true }] },
          expressions: { vpc: [{ vpc_id: { references: [...ref('aws_vpc.other.id')] } }] },
        },
        {
          type: 'aws_route53_zone_association',
          name: 'shared',
          values: {},
          refs: { vpc_id: vpcId, zone_id: ref('aws_route53_zone.shared.zone_id') },
        },
        {
          type: 'aws_route53_resolver_firewall_rule_group_association',
          name: 'own',
          values: { firewall_rule_group_id: 'rslvr-frg-1', priority: 101 },
          refs: { vpc_id: vpcId },
        },
        {
          type: 'aws_vpc_block_public_access_options',
          name: 'all',
          values: { internet_gateway_block_mode: 'block-bidirectional' },
        },
      ],
    })
    const found = vpcOf(region)
    expect(found.dhcpOptions).toEqual({ domainNameServers: ['10.0.0.10'] })
    const records = { gap: 'after-deploy' }
    expect(Object.values(found.hostedZones ?? {})).toEqual([
      { name: 'own.internal', records },
      { name: 'shared.internal', records },
    ])
    expect(found.blockPublicAccess).toMatchObject({ mode: 'block-bidirectional' })
    expect(JSON.stringify(found.dnsFirewall)).toContain('"gap"')
  })

  test('of the volumes that a service configures', () => {
    const { region } = read({
      resources: [
        {
          type: 'aws_ecs_service',
          name: 'web',
          values: {
            name: 'web',
            task_definition: 'web:1',
            volume_configuration: [
              {
                name: 'data',
                managed_ebs_volume: [
                  {
                    role_arn: 'arn:aws:iam::111122223333:role/ecs',
                    size_in_gb: 20,
                    volume_type: 'gp3',
                    iops: 3000,
                    throughput: 125,
                    file_system_type: 'ext4',
                    kms_key_id: 'k-1',
                    snapshot_id: '',
                    volume_initialization_rate: null,
                  },
                ],
              },
            ],
          },
        },
        {
          type: 'aws_ecs_service',
          name: 'bare',
          values: { name: 'bare', task_definition: 'web:1', volume_configuration: [] },
        },
      ],
    })
    const managedEBSVolume = {
      roleArn: 'arn:aws:iam::111122223333:role/ecs',
      sizeInGiB: 20,
      volumeType: 'gp3',
      iops: 3000,
      throughput: 125,
      filesystemType: 'ext4',
      kmsKeyId: 'k-1',
    }
    expect(region.services).toHaveProperty('web.volumeConfigurations', [{ name: 'data', managedEBSVolume }])
    expect(region.services).not.toHaveProperty('bare.volumeConfigurations')
  })

  describe('of what requests override, how they place and what they tag', () => {
    const ROLE = 'arn:aws:iam::111122223333:role/runner'
    const CLUSTER = 'arn:aws:ecs:us-east-1:111122223333:cluster/main'
    const common = {
      task_definition_arn: 'job:1',
      launch_type: 'FARGATE',
      propagate_tags: 'TASK_DEFINITION',
      enable_ecs_managed_tags: true,
      tags: { team: 'reports' },
    }
    const input = JSON.stringify({ containerOverrides: [{ name: 'app', command: ['x'] }] })
    const runTasksOf = (type: string, values: JsonObject) =>
      read({ resources: [{ type, name: 'x', values: { name: 'x', ...values } }] }).region.runTasks
    const [constraint, strategy] = [[{ type: 'memberOf', expression: 'y' }], [{ type: 'spread', field: 'host' }]]
    const expected = {
      launchType: 'FARGATE',
      overrides: { containerOverrides: [{ name: 'app' }] },
      placementConstraints: [{ type: 'memberOf' }],
      placementStrategy: [{ type: 'spread' }],
      tags: [{ key: 'team', value: 'reports' }],
      propagateTags: 'TASK_DEFINITION',
      enableECSManagedTags: true,
    }

    test.each<[type: string, service: string, values: JsonObject]>([
      [
        'aws_cloudwatch_event_target',
        'events',
        {
          rule: 'x',
          arn: CLUSTER,
          role_arn: ROLE,
          input,
          ecs_target: [{ ...common, placement_constraint: constraint, ordered_placement_strategy: strategy }],
        },
      ],
      [
        'aws_scheduler_schedule',
        'scheduler',
        {
          target: [
            {
              arn: CLUSTER,
              role_arn: ROLE,
              input,
              ecs_parameters: [{ ...common, placement_constraints: constraint, placement_strategy: strategy }],
            },
          ],
        },
      ],
      [
        'aws_pipes_pipe',
        'pipes',
        {
          target: CLUSTER,
          role_arn: ROLE,
          target_parameters: [
            {
              ecs_task_parameters: [
                {
                  ...common,
                  overrides: [{ container_override: [{ name: 'app', command: ['x'] }], cpu: '', memory: '' }],
                  placement_constraint: constraint,
                  placement_strategy: strategy,
                },
              ],
            },
          ],
        },
      ],
    ])('%s', (type, service, values) => {
      const runTasks = Object.values(runTasksOf(type, values) ?? {})
      expect(runTasks).toMatchObject([{ ...expected, cluster: CLUSTER, caller: { service, roleArn: ROLE } }])
    })

    test('a pipe has what it overrides in its own words, and nothing for what it leaves', () => {
      const none = { command: null, cpu: 0, environment: [], environment_file: [], resource_requirement: [] }
      const override = {
        name: 'app',
        command: ['x'],
        cpu: 256,
        memory: 512,
        memory_reservation: 256,
        environment: [{ name: 'A', value: 'b' }],
        environment_file: [{ type: 's3', value: 'arn:aws:s3:::b/app.env' }],
        resource_requirement: [{ type: 'GPU', value: '1' }],
      }
      const overrides = {
        ephemeral_storage: [{ size_in_gib: 40 }],
        inference_accelerator_override: [],
        container_override: [override, { name: 'log', ...none }],
      }
      const parameters = { ...common, overrides: [overrides] }
      const found = runTasksOf('aws_pipes_pipe', {
        target: CLUSTER,
        role_arn: ROLE,
        target_parameters: [{ ecs_task_parameters: [parameters] }],
      })
      const [pipe] = Object.values(found ?? {}) as readonly { overrides?: unknown }[]
      expect(pipe?.overrides).toEqual({
        ephemeralStorage: { sizeInGiB: 40 },
        containerOverrides: [
          {
            name: 'app',
            command: ['x'],
            cpu: 256,
            memory: 512,
            memoryReservation: 256,
            environment: [{ name: 'A', value: 'b' }],
            environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/app.env' }],
            resourceRequirements: [{ type: 'GPU', value: '1' }],
          },
          { name: 'log' },
        ],
      })
    })

    test('a pipe has its network in its own words', () => {
      const network = { subnets: ['subnet-1'], security_groups: ['sg-1'], assign_public_ip: 'ENABLED' }
      const parameters = { ...common, network_configuration: [{ aws_vpc_configuration: [network] }] }
      const found = runTasksOf('aws_pipes_pipe', {
        target: CLUSTER,
        role_arn: ROLE,
        target_parameters: [{ ecs_task_parameters: [parameters] }],
      })
      expect(Object.values(found ?? {})).toMatchObject([
        {
          networkConfiguration: {
            awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
          },
        },
      ])
      expect(runTasksOf('aws_pipes_pipe', { target: 'arn:aws:sqs:us-east-1:1:q', role_arn: ROLE })).toEqual({})
    })

    describe('a universal target of a schedule', () => {
      const sdk = 'arn:aws:scheduler:::aws-sdk:ecs:runTask'
      const target = { arn: sdk, role_arn: ROLE }

      test('has its arguments in its input', () => {
        const network = { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'ENABLED' } }
        const arguments_ = { Cluster: CLUSTER, TaskDefinition: 'job:1', NetworkConfiguration: network }
        const written = { target: [{ ...target, input: JSON.stringify(arguments_), ecs_parameters: [] }] }
        expect(Object.values(runTasksOf('aws_scheduler_schedule', written) ?? {})).toMatchObject([
          {
            cluster: CLUSTER,
            taskDefinition: 'job:1',
            networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' } },
            caller: { service: 'scheduler', roleArn: ROLE },
          },
        ])
      })

      test('of which the input is known after apply is a launch all the same', () => {
        const expressions = { target: [{ input: { references: ['aws_ecs_task_definition.job.arn'] } }] }
        const { runTasks } = read({
          resources: [
            {
              type: 'aws_scheduler_schedule',
              name: 'x',
              values: { name: 'x', target: [target] },
              unknown: { target: [{ input: true }] },
              expressions,
            },
          ],
        }).region
        const gap = { gap: 'after-deploy' }
        expect(Object.values(runTasks ?? {})).toMatchObject([
          { taskDefinition: gap, cluster: gap, launchType: gap, caller: { roleArn: ROLE } },
        ])
      })

      test('that is a function runs no task', () => {
        const other = { target: [{ ...target, arn: 'arn:aws:lambda:us-east-1:111122223333:function:f' }] }
        expect(runTasksOf('aws_scheduler_schedule', other)).toEqual({})
      })
    })

    test('a workflow whose definition is known after apply may run tasks', () => {
      const { stateMachines } = read({
        resources: [
          {
            type: 'aws_sfn_state_machine',
            name: 'flow',
            values: { name: 'flow', role_arn: ROLE },
            refs: { definition: ['aws_ecs_task_definition.job.arn', 'aws_ecs_task_definition.job'] },
          },
        ],
      }).region
      expect(Object.values(stateMachines ?? {})).toEqual([{ definition: { gap: 'after-deploy' } }])
    })

    test('what a rule makes of its event is read as far as it is known', () => {
      const target = { rule: 'x', arn: CLUSTER, role_arn: ROLE, ecs_target: [common] }
      const overridesOf = (own: JsonObject) =>
        Object.values(runTasksOf('aws_cloudwatch_event_target', { ...target, ...own }) ?? {})
      const template = '{"containerOverrides": [{"name": "app", "command": [<key>]}]}'
      const transformer = { input_paths: { key: '$.detail.key' }, input_template: template }
      expect(overridesOf({ input_transformer: [transformer] })).toMatchObject([
        { overrides: { containerOverrides: [{ name: 'app' }] } },
      ])
      expect(overridesOf({ input_path: '$.detail' })).toMatchObject([{ overrides: { gap: 'unresolved' } }])
      expect(overridesOf({ input: '', input_path: '', input_transformer: [] })[0]).not.toHaveProperty('overrides')
    })

    test('an empty list of a service is none', () => {
      const service = (own: JsonObject) =>
        read({
          resources: [
            { type: 'aws_ecs_service', name: 'web', values: { name: 'web', task_definition: 'w:1', ...own } },
          ],
        }).region.services
      expect(service({ ordered_placement_strategy: strategy, placement_constraints: [] })).toMatchObject({
        web: { placementStrategy: [{ type: 'spread' }], placementConstraints: [] },
      })
    })
  })

  test('of the keys of a cluster', () => {
    const { region } = read({
      resources: [
        {
          type: 'aws_ecs_cluster',
          name: 'main',
          values: {
            name: 'main',
            configuration: [
              {
                execute_command_configuration: [{ kms_key_id: 'k-1', logging: 'NONE' }],
                managed_storage_configuration: [{ fargate_ephemeral_storage_kms_key_id: 'k-2', kms_key_id: '' }],
              },
            ],
          },
        },
        { type: 'aws_ecs_cluster', name: 'bare', values: { name: 'bare', configuration: [] } },
      ],
    })
    expect(region.clusters).toMatchObject({
      main: {
        configuration: {
          executeCommandConfiguration: { kmsKeyId: 'k-1' },
          managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: 'k-2' },
        },
      },
      bare: { status: 'ACTIVE' },
    })
  })

  test('of Cloud Map, and of what Service Connect offers', () => {
    const { region } = read({
      resources: [
        {
          type: 'aws_service_discovery_service',
          name: 'web',
          values: { name: 'web', dns_config: [{ dns_records: [{ ttl: 10, type: 'SRV' }] }] },
        },
        {
          type: 'aws_ecs_service',
          name: 'web',
          values: {
            name: 'web',
            task_definition: 'web:1',
            service_registries: [{ container_name: 'web', container_port: 80, port: null }],
            service_connect_configuration: [
              {
                enabled: true,
                namespace: 'internal',
                service: [{ port_name: 'http', client_alias: [] }],
                log_configuration: [
                  {
                    log_driver: 'awslogs',
                    options: { 'awslogs-group': '/proxy' },
                    secret_option: [{ name: 'token', value_from: 'proxy-token' }],
                  },
                ],
              },
            ],
          },
          unknown: { service_registries: [{ registry_arn: true }] },
          expressions: {
            service_registries: [{ registry_arn: { references: [...ref('aws_service_discovery_service.web.arn')] } }],
          },
        },
      ],
    })
    const [arn = ''] = Object.keys(region.discoveryServices ?? {})
    expect(region.discoveryServices).toMatchObject({ [arn]: { dnsConfig: { dnsRecords: [{ type: 'SRV' }] } } })
    expect(region.services).toMatchObject({
      web: {
        serviceRegistries: [{ registryArn: arn, containerName: 'web', containerPort: 80 }],
        serviceConnectConfiguration: {
          enabled: true,
          namespace: 'internal',
          services: [{ portName: 'http' }],
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/proxy' },
            secretOptions: [{ name: 'token', valueFrom: 'proxy-token' }],
          },
        },
      },
    })
  })

  test('in policies that are read during the apply', () => {
    const { account } = read({
      resources: [
        { type: 'aws_secretsmanager_secret', name: 'db', values: { name: 'db' } },
        { type: 'aws_s3_bucket', name: 'files', values: { bucket: 'files' } },
        {
          type: 'aws_iam_policy_document',
          name: 'read',
          mode: 'data',
          values: {
            statement: [{ actions: ['secretsmanager:GetSecretValue'] }, { effect: 'Deny', actions: ['s3:*'] }],
          },
          unknown: { json: true, statement: [{ resources: [true] }, { resources: [true] }] },
          expressions: {
            statement: [
              { resources: { references: [...ref('aws_secretsmanager_secret.db.arn')] } },
              { resources: { references: [...ref('aws_s3_bucket.files.arn')] } },
            ],
          },
        },
        { type: 'aws_iam_role', name: 'web', values: { name: 'web', assume_role_policy: TRUST } },
        {
          type: 'aws_iam_role_policy',
          name: 'read',
          values: { name: 'read', role: 'web' },
          refs: { policy: ref('data.aws_iam_policy_document.read.json') },
        },
      ],
    })
    const statements = [
      {
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:db-«aws_secretsmanager_secret.db.suffix»«…»'],
      },
      // `/*` may follow the ARN of a bucket, which no plan says
      { Effect: 'Deny', Action: ['s3:*'], Resource: ['«aws_s3_bucket.files.arn»'] },
    ]
    expect(account?.roles).toMatchObject({ web: { inlinePolicies: { read: { Statement: statements } } } })
  })

  test('but a name that is made of something keeps none', () => {
    const { region } = read({
      resources: [
        { type: 'random_id', name: 'x' },
        { type: 'aws_cloudwatch_log_group', name: 'a', refs: { name: ref('random_id.x.hex') } },
        { type: 'aws_cloudwatch_log_group', name: 'b', refs: { name: ref('random_id.x.hex') } },
      ],
    })
    expect(Object.keys(region.logGroups ?? {})).toHaveLength(2)
  })

  test('and what a local value says is a gap, for a plan does not hold it', () => {
    const { region } = read({
      resources: [
        { type: 'aws_ecs_service', name: 'web', values: { name: 'web' }, refs: { task_definition: ['local.td'] } },
      ],
    })
    expect(region.services).toMatchObject({ web: { taskDefinition: { gap: 'unresolved', expression: 'local.td' } } })
  })
})

describe('what is there already', () => {
  test('has its own ids, and tells where it is', () => {
    const { snapshot } = readPlan({
      file: 'plan.json',
      text: JSON.stringify({
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_vpc.main',
                mode: 'managed',
                type: 'aws_vpc',
                name: 'main',
                values: {
                  id: 'vpc-0a1',
                  arn: 'arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-0a1',
                  cidr_block: '10.0.0.0/16',
                },
              },
              {
                address: 'aws_subnet.a',
                mode: 'managed',
                type: 'aws_subnet',
                name: 'a',
                values: { id: 'subnet-0b2', vpc_id: 'vpc-0a1', cidr_block: '10.0.0.0/24' },
              },
            ],
          },
        },
      }),
    })
    expect(snapshot?.accounts['444455556666']?.regions['eu-west-1']?.vpcs).toMatchObject({
      'vpc-0a1': { subnets: { 'subnet-0b2': { cidrBlock: '10.0.0.0/24' } } },
    })
  })
})

describe('defaults are those of the provider', () => {
  test('the main route table, taken over, carries the routes of subnets that name none', () => {
    const { region } = read({
      resources: [
        { type: 'aws_vpc', name: 'main', values: { cidr_block: '10.0.0.0/16' } },
        { type: 'aws_internet_gateway', name: 'igw', refs: { vpc_id: ref('aws_vpc.main.id') } },
        {
          type: 'aws_default_route_table',
          name: 'main',
          values: { route: [{ cidr_block: '0.0.0.0/0' }] },
          refs: { default_route_table_id: ref('aws_vpc.main.default_route_table_id') },
          unknown: { route: [{ gateway_id: true }] },
          expressions: { route: [{ gateway_id: { references: [...ref('aws_internet_gateway.igw.id')] } }] },
        },
      ],
    })
    expect(vpcOf(region).routeTables).toEqual({
      'aws_vpc.main.DefaultRouteTable': {
        main: true,
        routes: [{ destination: '0.0.0.0/0', target: 'aws_internet_gateway.igw' }],
      },
    })
  })

  test('a secret without a version may get its value by hand', () => {
    const secret = { type: 'aws_secretsmanager_secret', name: 'db', values: { name: 'db' } }
    const version = {
      type: 'aws_secretsmanager_secret_version',
      name: 'db',
      refs: { secret_id: ref('aws_secretsmanager_secret.db.id') },
    }
    const [without] = Object.values(read({ resources: [secret] }).region.secrets ?? {})
    const [filled] = Object.values(read({ resources: [secret, version] }).region.secrets ?? {})
    expect([without, filled]).toMatchObject([{ hasValue: { gap: 'not-read' } }, { hasValue: true }])
  })
})

describe('places', () => {
  const sources = [
    { file: 'infra/main.tf', folder: '.', text: '\nresource "aws_ecs_cluster" "main" {\n}\n' },
    { file: 'infra/mod/main.tf', folder: 'mod', text: '  resource "aws_ecs_cluster" "inner" {\n}\n' },
  ]
  const cluster = (name: string): TestResource => ({ type: 'aws_ecs_cluster', name, values: { name } })

  test('are those of the configuration where it was given, else of the plan', () => {
    const module: TestModule = {
      resources: [cluster('main'), cluster('other')],
      modules: { mod: { resources: [cluster('inner')] } },
    }
    const text = planText(module)
    const { snapshot } = readPlan({ file: 'plan.json', text, sources })
    const origins = Object.values(snapshot?.origins ?? {})
    expect(origins).toContainEqual({ file: 'infra/main.tf', line: 2, column: 1, path: 'aws_ecs_cluster.main' })
    expect(origins).toContainEqual({
      file: 'infra/mod/main.tf',
      line: 1,
      column: 3,
      path: 'module.mod.aws_ecs_cluster.inner',
    })
    const line = text.slice(0, text.indexOf('aws_ecs_cluster.other')).split('\n').length
    expect(origins).toContainEqual(expect.objectContaining({ file: 'plan.json', line, path: 'aws_ecs_cluster.other' }))
  })
})

describe('what is no plan says so', () => {
  test.each([
    ['{"a": 1', 'E_SYNTAX', 1],
    ['{"resource_changes": []}', 'E_NO_PLAN', 1],
    [`{"format_version": "1.0", "planned_values":\n ${'['.repeat(300)}`, 'E_TOO_DEEP', 2],
  ])('%s', (text, code, line) => {
    const { snapshot, problems } = readPlan({ file: 'plan.json', text })
    expect(snapshot).toBeNull()
    expect(problems).toMatchObject([{ code, line, file: 'plan.json' }])
  })

  test('and a newer format is read with a warning', () => {
    const { snapshot, problems } = readPlan({ file: 'p', text: '{"format_version": "2.0", "planned_values": {}}' })
    expect(snapshot).not.toBeNull()
    expect(problems).toMatchObject([{ code: 'W_PLAN_VERSION' }])
  })

  test('references that go round in circles are no trouble', () => {
    const loop = (name: string, to: string): TestResource => ({
      type: 'aws_iam_role',
      name,
      values: { path: '/' },
      refs: { name: ref(`aws_iam_role.${to}.name`), permissions_boundary: ref(`aws_iam_role.${to}.arn`) },
    })
    expect(read({ resources: [loop('a', 'b'), loop('b', 'a')] }).region).toBeDefined()
  })
})

test('volumes of EFS and S3 Files are read', () => {
  const arn = 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-2'
  const volume = [
    {
      name: 'data',
      efs_volume_configuration: [{ file_system_id: 'fs-1', root_directory: '/', transit_encryption: '' }],
    },
    {
      name: 'assets',
      s3files_volume_configuration: [{ file_system_arn: arn, access_point_arn: '', root_directory: '/a' }],
    },
  ]
  const { region } = read(web({ 'aws_ecs_task_definition.web': { values: { volume } } }))
  const [definition] = Object.values(region.taskDefinitions ?? {})
  expect(definition).toMatchObject({
    volumes: [
      { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/' } },
      { name: 'assets', s3filesVolumeConfiguration: { fileSystemArn: arn, rootDirectory: '/a' } },
    ],
  })
})

test('fields of task definitions that are for instances are read', () => {
  const values = {
    pid_mode: 'host',
    ipc_mode: 'task',
    placement_constraints: [{ type: 'memberOf', expression: 'attribute:a' }],
    inference_accelerator: [],
  }
  const { region } = read(web({ 'aws_ecs_task_definition.web': { values } }))
  const [definition] = Object.values(region.taskDefinitions ?? {})
  expect(definition).toMatchObject({ pidMode: 'host', ipcMode: 'task', placementConstraints: [{}] })
})
