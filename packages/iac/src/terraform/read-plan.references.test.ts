import type { RegionState } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { readPlan } from './read-plan.ts'
import { planText, type TestModule, type TestResource } from './test-plan.ts'

const ref = (address: string): readonly string[] => [address, address.split('.').slice(0, -1).join('.')]
const refs = (...addresses: readonly string[]) => ({ references: addresses.flatMap(ref) })

const AFTER_DEPLOY = { gap: 'after-deploy' }
const VPC: TestResource = { type: 'aws_vpc', name: 'main', values: { cidr_block: '10.0.0.0/16' } }

const inVpc = (type: string, name: string, more: Partial<TestResource> = {}): TestResource => ({
  type,
  name,
  values: { name },
  refs: { vpc_id: ref('aws_vpc.main.id') },
  ...more,
})

const [A, B] = [inVpc('aws_security_group', 'a'), inVpc('aws_security_group', 'b')]
const [FIRST, SECOND] = [inVpc('aws_subnet', 'a'), inVpc('aws_subnet', 'b')]

function regionOf(module: TestModule, more: JsonObject = {}): RegionState {
  const { snapshot } = readPlan({ file: 'plan.json', text: planText(module, more), account: '111122223333' })
  return snapshot?.accounts['111122223333']?.regions['us-east-1'] as RegionState
}

describe('of blocks that share one list of references, as `ingress` and `route` do', () => {
  /** A block for each object of what is not known in it. */
  function ingressOf(open: readonly Record<string, true>[], written: Partial<TestResource>): readonly unknown[] {
    const blocks = open.map((each, i) => ({ protocol: 'tcp', from_port: i, to_port: i, ...known(each) }))
    const own: Partial<TestResource> = { values: { ingress: blocks }, unknown: { ingress: open }, ...written }
    const { vpcs } = regionOf({ resources: [VPC, A, B, inVpc('aws_security_group', 'web', own)] })
    const found = vpcs as unknown as Record<string, { securityGroups: Record<string, { ingress: unknown[] }> }>
    return found['aws_vpc.main']?.securityGroups['aws_security_group.web']?.ingress ?? []
  }

  const known = (open: Record<string, true>): JsonObject =>
    open['cidr_blocks'] === true ? { security_groups: [] } : { cidr_blocks: [] }

  const GROUP = { security_groups: true } as const
  const rule = (i: number, groupId: unknown) => ({ protocol: 'tcp', fromPort: i, toPort: i, groupId })
  const ingress = (...references: readonly string[]) => ({ expressions: { ingress: { references } } })

  test.each<[string, readonly Record<string, true>[], Partial<TestResource>, readonly unknown[]]>([
    ['one group is that', [GROUP], ingress(...ref('aws_security_group.a.id')), [rule(0, 'aws_security_group.a')]],
    [
      'one group is that of all',
      [GROUP, GROUP],
      ingress(...ref('aws_security_group.a.id')),
      [rule(0, 'aws_security_group.a'), rule(1, 'aws_security_group.a')],
    ],
    [
      'several groups are those of the one that is not known',
      [GROUP],
      ingress(...ref('aws_security_group.a.id'), ...ref('aws_security_group.b.id')),
      [rule(0, 'aws_security_group.a'), rule(0, 'aws_security_group.b')],
    ],
    [
      'nobody can tell which is whose',
      [GROUP, GROUP],
      ingress(...ref('aws_security_group.a.id'), ...ref('aws_security_group.b.id')),
      [rule(0, AFTER_DEPLOY), rule(1, AFTER_DEPLOY)],
    ],
    [
      'a condition may choose',
      [GROUP],
      ingress('terraform.workspace', ...ref('aws_security_group.a.id'), ...ref('aws_security_group.b.id')),
      [rule(0, AFTER_DEPLOY)],
    ],
    [
      'a local value may be a group too',
      [GROUP],
      ingress('local.x', ...ref('aws_security_group.a.id')),
      [rule(0, 'aws_security_group.a'), rule(0, { gap: 'unresolved', expression: 'local.x' })],
    ],
    [
      'an address is none of a group',
      [{ cidr_blocks: true }],
      ingress(...ref('aws_security_group.a.id')),
      [{ protocol: 'tcp', fromPort: 0, toPort: 0, cidr: AFTER_DEPLOY }],
    ],
    ['`dynamic` ones tell nothing', [GROUP], { dynamic: ['ingress'] }, [rule(0, AFTER_DEPLOY)]],
  ])('%s', (_, open, written, expected) => {
    expect(ingressOf(open, written)).toEqual(expected)
  })

  test('each route has the gateway of its sort', () => {
    const { vpcs } = regionOf({
      resources: [
        VPC,
        inVpc('aws_internet_gateway', 'igw'),
        FIRST,
        { type: 'aws_nat_gateway', name: 'nat', refs: { subnet_id: ref('aws_subnet.a.id') } },
        inVpc('aws_route_table', 'public', {
          values: { route: [{ cidr_block: '10.1.0.0/16' }, { cidr_block: '0.0.0.0/0' }] },
          unknown: { route: [{ nat_gateway_id: true }, { gateway_id: true }] },
          expressions: { route: refs('aws_internet_gateway.igw.id', 'aws_nat_gateway.nat.id') },
        }),
      ],
    })
    expect(vpcs).toMatchObject({
      'aws_vpc.main': {
        routeTables: {
          'aws_route_table.public': {
            routes: [
              { destination: '10.1.0.0/16', target: 'aws_nat_gateway.nat' },
              { destination: '0.0.0.0/0', target: 'aws_internet_gateway.igw' },
            ],
          },
        },
      },
    })
  })
})

describe('blocks of a set', () => {
  const volume = (name: string | null, system: string) => ({
    ...(name === null ? { name: { references: ['local.name'] } } : { name: { constant_value: name } }),
    efs_volume_configuration: [{ file_system_id: refs(`aws_efs_file_system.${system}.id`) }],
  })

  function systemsOf(names: readonly string[], written: Partial<TestResource>): unknown {
    const efs = (name: string) => ({ type: 'aws_efs_file_system', name })
    const { taskDefinitions } = regionOf({
      resources: [
        efs('one'),
        efs('two'),
        {
          type: 'aws_ecs_task_definition',
          name: 'web',
          values: {
            family: 'web',
            container_definitions: '[]',
            volume: names.map((name) => ({ name, efs_volume_configuration: [{ root_directory: '/' }] })),
          },
          unknown: {
            volume: names.map(() => ({
              configure_at_launch: true,
              efs_volume_configuration: [{ file_system_id: true }],
            })),
          },
          ...written,
        },
      ],
    })
    const [{ volumes } = { volumes: [] }] = Object.values(
      taskDefinitions as unknown as Record<string, { volumes: unknown[] }>,
    )
    return Object.fromEntries(
      (volumes as { name: string; efsVolumeConfiguration: { fileSystemId: unknown } }[]).map((each) => [
        each.name,
        each.efsVolumeConfiguration.fileSystemId,
      ]),
    )
  }

  const [ONE, TWO] = ['aws_efs_file_system.one', 'aws_efs_file_system.two']
  test.each([
    ['are known by their constants', [volume('b', 'two'), volume('a', 'one')], { a: ONE, b: TWO }],
    ['leave the last one to the last one', [volume(null, 'two'), volume('a', 'one')], { a: ONE, b: TWO }],
    ['tell nothing alike', [volume(null, 'two'), volume(null, 'one')], { a: AFTER_DEPLOY, b: AFTER_DEPLOY }],
    ['may come from `dynamic` ones as well', [volume('a', 'one')], { a: ONE, b: AFTER_DEPLOY }],
  ])('%s', (_, blocks, expected) => {
    expect(systemsOf(['a', 'b'], { expressions: { volume: blocks } })).toEqual(expected)
  })

  test('come from `dynamic` ones alone', () => {
    expect(systemsOf(['a'], { dynamic: ['volume'] })).toEqual({ a: AFTER_DEPLOY })
  })
})

describe('several references', () => {
  function subnetsOf(references: readonly string[], more: JsonObject = {}): unknown {
    const service: TestResource = {
      type: 'aws_ecs_service',
      name: 'web',
      values: { name: 'web', task_definition: 'web:1', network_configuration: [{ assign_public_ip: true }] },
      unknown: { network_configuration: [{ subnets: true }] },
      expressions: { network_configuration: [{ subnets: { references } }] },
    }
    const { services } = regionOf({ resources: [VPC, A, FIRST, SECOND, service] }, more)
    const found = services as unknown as Record<string, { networkConfiguration: unknown }>
    return found['web']?.networkConfiguration
  }

  const BOTH = [...ref('aws_subnet.a.id'), ...ref('aws_subnet.b.id')]
  test.each([
    ['to things of one sort are a list of them', BOTH, ['aws_subnet.a', 'aws_subnet.b']],
    ['are not one where something may choose', ['terraform.workspace', ...BOTH], null],
    ['are not one where one is asked about', [...ref('aws_subnet.a.id'), ...BOTH], null],
    ['are not one beside a thing of another sort', [...ref('aws_security_group.a.name'), ...BOTH], null],
    ['are not one beside what a plan does not hold', ['local.x', ...BOTH], null],
    ['are not one beside a variable that names none', ['var.isProd', ...BOTH], null],
    ['are one beside a variable that names one', ['var.shared', ...BOTH], ['subnet-1', 'aws_subnet.a', 'aws_subnet.b']],
    ['are one thing where the others are known', ['var.isProd', ...ref('aws_subnet.a.id')], ['aws_subnet.a']],
  ])('%s', (_, references, expected) => {
    const found = subnetsOf(references, { variables: { isProd: { value: true }, shared: { value: ['subnet-1'] } } })
    expect(found).toMatchObject({ awsvpcConfiguration: { subnets: expected ?? AFTER_DEPLOY } })
  })

  test('of a role are none of them', () => {
    const { taskDefinitions } = regionOf({
      resources: [
        {
          type: 'aws_ecs_task_definition',
          name: 'web',
          values: { family: 'web', container_definitions: '[]' },
          refs: { execution_role_arn: [...ref('aws_iam_role.a.arn'), ...ref('aws_iam_role.b.arn')] },
        },
      ],
    })
    expect(Object.values(taskDefinitions ?? {})).toMatchObject([{ executionRoleArn: AFTER_DEPLOY }])
  })
})

test('statements of a policy that nobody knows are no policy without any', () => {
  const { snapshot } = readPlan({
    file: 'plan.json',
    account: '111122223333',
    text: planText({
      resources: [
        {
          type: 'aws_iam_policy_document',
          name: 'p',
          mode: 'data',
          unknown: { json: true, statement: true },
        },
        { type: 'aws_iam_role', name: 'r', values: { name: 'r', assume_role_policy: '{}' } },
        {
          type: 'aws_iam_role_policy',
          name: 'p',
          values: { name: 'p', role: 'r' },
          refs: { policy: ref('data.aws_iam_policy_document.p.json') },
        },
      ],
    }),
  })
  expect(snapshot?.accounts['111122223333']?.roles).toMatchObject({ r: { inlinePolicies: { p: AFTER_DEPLOY } } })
})

test('conditions of the same test and variable are one, with the values of all', () => {
  const condition = ['a', 'b'].map((name) => ({ test: 'StringEquals', variable: 'aws:PrincipalTag/x', values: [name] }))
  const { snapshot } = readPlan({
    file: 'plan.json',
    account: '111122223333',
    text: planText({
      resources: [
        {
          type: 'aws_iam_policy_document',
          name: 'p',
          mode: 'data',
          values: { statement: [{ actions: ['a:b'], resources: ['*'], condition }] },
          unknown: { json: true },
        },
        { type: 'aws_iam_role', name: 'r', values: { name: 'r', assume_role_policy: '{}' } },
        {
          type: 'aws_iam_role_policy',
          name: 'p',
          values: { name: 'p', role: 'r' },
          refs: { policy: ref('data.aws_iam_policy_document.p.json') },
        },
      ],
    }),
  })
  const expected = { StringEquals: { 'aws:PrincipalTag/x': ['a', 'b'] } }
  const policies = { p: { Statement: [{ Condition: expected }] } }
  expect(snapshot?.accounts['111122223333']?.roles).toMatchObject({ r: { inlinePolicies: policies } })
})

test('a rule that may let its own group in is open', () => {
  const { vpcs } = regionOf({
    resources: [
      VPC,
      A,
      {
        type: 'aws_security_group_rule',
        name: 'in',
        values: { type: 'ingress', protocol: 'tcp', from_port: 1, to_port: 1 },
        refs: { security_group_id: ref('aws_security_group.a.id'), self: ref('terraform_data.x.output') },
      },
    ],
  })
  const ingress = [{ protocol: 'tcp', fromPort: 1, toPort: 1, groupId: AFTER_DEPLOY }]
  expect(vpcs).toMatchObject({ 'aws_vpc.main': { securityGroups: { 'aws_security_group.a': { ingress } } } })
})
