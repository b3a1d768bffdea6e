import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFarsight } from './cases/run-farsight.ts'

/** A service without a way to Secrets Manager, in a VPC with the endpoints for the rest. */
const ACCOUNT = JSON.parse(
  readFileSync('cases/no-route-to-secretsmanager/private-subnets/snapshot.json', 'utf8'),
) as Loose

// biome-ignore lint/suspicious/noExplicitAny: written to at will, as tests do
type Loose = any

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-overlay-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function over(
  code: string | object,
  change: (region: Loose, account: Loose) => void = () => undefined,
  ...options: readonly string[]
): Promise<{ exitCode: number; report: Report; stderr: string }> {
  const snapshot = structuredClone(ACCOUNT)
  const account = snapshot.accounts['111122223333']
  change(account.regions['ap-northeast-1'], account)
  writeFileSync(join(folder, 'account.json'), JSON.stringify(snapshot))
  const file = typeof code === 'string' ? 'app.yaml' : 'plan.json'
  writeFileSync(join(folder, file), typeof code === 'string' ? code : JSON.stringify(code))
  const args = ['preflight', file, '--over', 'account.json', '--format', 'json', ...options]
  const { exitCode, stdout, stderr } = await runFarsight(args, folder)
  return { exitCode, report: JSON.parse(stdout) as Report, stderr }
}

function told({ launches }: Report): readonly string[] {
  return launches.flatMap(({ id, verdict, findings }) => {
    const causes = findings.map(({ cause, isNew }) => `${cause}${isNew ? ' (new)' : ''}`)
    return [`${id} ${verdict} ${causes.join(', ')}`.trim()]
  })
}

const BEFORE = 'service/search fails no-route-to-secretsmanager'

describe('a template over an account', () => {
  test('repairs what it adds to: an endpoint in a VPC that it names by id', async () => {
    const { report, exitCode } = await over(`
Resources:
  Secrets:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-search
      VpcEndpointType: Interface
      ServiceName: com.amazonaws.ap-northeast-1.secretsmanager
      PrivateDnsEnabled: true
      SubnetIds: [subnet-a, subnet-c]
      SecurityGroupIds: [sg-endpoints]`)
    expect(told(report)).toEqual(['service/search starts'])
    expect(exitCode).toBe(0)
  })

  test('goes where the account is, and is judged with what is there', async () => {
    const { report } = await over(`
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.9.0.0/16}}`)
    expect(told(report)).toEqual([BEFORE])
    expect(report.snapshot).toEqual({ takenAt: '2026-11-20T00:00:00Z' })
  })

  test('adds rules, routes, policies and associations to what the account has', async () => {
    const { report } = await over(`
Resources:
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: vpc-search, InternetGatewayId: !Ref Gateway}}
  Public: {Type: AWS::EC2::RouteTable, Properties: {VpcId: vpc-search}}
  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-search, CidrBlock: 10.0.9.0/24}}
  Association: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Public}}
  Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: !Ref Subnet, AllocationId: eipalloc-1}}
  Default: {Type: AWS::EC2::Route, Properties: {RouteTableId: rtb-private, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat}}`)
    expect(told(report)).toEqual(['service/search starts'])
  })

  test('breaks what it changes, and says so as new', async () => {
    const { report, exitCode } = await over(`
Resources:
  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: vpc-search}}
  A: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {SubnetId: subnet-a, NetworkAclId: !Ref Acl}}`)
    expect(told(report)).toEqual(['service/search fails network-acl-blocks (new), no-route-to-secretsmanager'])
    expect(exitCode).toBe(1)
  })

  test.each([
    ['the account has it', (region: Loose) => (region.exports = { net: 'vpc-search' }), 'starts'],
    ['the account has others', (region: Loose) => (region.exports = { other: 'vpc-search' }), 'fails'],
  ])('imports what a stack of the account exports: %s', async (_, change, verdict) => {
    const { report } = await over(
      `
Resources:
  Secrets:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue net
      VpcEndpointType: Interface
      ServiceName: com.amazonaws.ap-northeast-1.secretsmanager
      PrivateDnsEnabled: true
      SubnetIds: [subnet-a, subnet-c]
      SecurityGroupIds: [sg-endpoints]`,
      change,
    )
    expect(report.launches[0]?.verdict).toBe(verdict)
  })

  test('replaces what has the name that it gives', async () => {
    const { report } = await over(`
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: search-execution
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}]}`)
    expect(told(report)[0]).toContain('role-trust-missing (new)')
    expect(report.launches[0]?.findings.find(({ cause }) => cause === 'role-trust-missing')?.origin).toMatchObject({
      file: 'app.yaml',
    })
  })

  test.each([
    ['the same cluster', 'main', ['service/search']],
    ['another cluster', 'other', ['service/search', 'service/Web']],
  ])('replaces a service of the name that it gives in %s alone', async (_, cluster, ids) => {
    const { report } = await over(
      `
Resources:
  Web: {Type: AWS::ECS::Service, Properties: {ServiceName: search, Cluster: ${cluster}, LaunchType: FARGATE, TaskDefinition: 'search:1', NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-a]}}}}`,
      ({ services }) => (services.search.cluster = 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/main'),
    )
    expect(report.launches.map(({ id }) => id)).toEqual(ids)
  })

  test('leaves open what the account does not hold', async () => {
    const service = `
Resources:
  Definition: {Type: AWS::ECS::TaskDefinition, Properties: {Family: a, Cpu: '256', Memory: '512', NetworkMode: awsvpc, ContainerDefinitions: [{Name: app, Image: nginx}]}}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: main, LaunchType: FARGATE, TaskDefinition: !Ref Definition, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-x]}}}}`
    const { report } = await over(
      service,
      ({ vpcs }) => (vpcs['*'] = { gap: 'denied', permission: 'ec2:DescribeVpcs' }),
    )
    expect(report.launches.find(({ id }) => id === 'service/Service')?.verdict).toBe('undecided')
    const complete = await over(service, ({ vpcs }) => (vpcs['*'] = null))
    expect(told(complete.report)).toContain('service/Service fails subnet-not-found (new)')
  })

  test('does not ask for images that the CDK pushes as it deploys', async () => {
    const repository = 'cdk-hnb659fds-container-assets-111122223333-ap-northeast-1'
    const image = (name: string) => `
Resources:
  Definition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: a
      Cpu: '256'
      Memory: '512'
      NetworkMode: awsvpc
      ExecutionRoleArn: arn:aws:iam::111122223333:role/search-execution
      ContainerDefinitions: [{Name: app, Image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/${name}:new'}]
  Service: {Type: AWS::ECS::Service, Properties: {ServiceName: a, Cluster: main, LaunchType: FARGATE, TaskDefinition: !Ref Definition, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-a], SecurityGroups: [sg-task]}}}}`
    const full = (region: Loose) => {
      region.repositories[repository] = { images: { '*': null } }
      region.repositories.search = { images: { '*': null } }
    }
    expect(told((await over(image(repository), full)).report)).toContain('service/a starts')
    expect(told((await over(image('search'), full)).report)).toContain('service/a fails image-not-found (new)')
  })
})

describe('a plan over an account', () => {
  const plan = (changes: readonly object[], resources: readonly object[] = []) => ({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources } },
    resource_changes: changes,
    configuration: { root_module: {} },
  })
  const destroyed = (type: string, before: object) => ({
    address: `${type}.it`,
    mode: 'managed',
    type,
    name: 'it',
    change: { actions: ['delete'], before, after: null },
  })

  test.each([
    ['an endpoint', destroyed('aws_vpc_endpoint', { id: 'vpce-logs' }), 'no-route-to-logs (new)'],
    ['a role', destroyed('aws_iam_role', { id: 'search-execution', name: 'search-execution' }), 'role-not-found (new)'],
    [
      'an attachment of a policy',
      destroyed('aws_iam_role_policy_attachment', {
        role: 'search-execution',
        policy_arn: 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
      }),
      'image-pull-denied (new)',
    ],
    [
      'a policy of a role',
      destroyed('aws_iam_role_policy', { role: 'search-execution', name: 'read-db-secret' }),
      'secret-read-denied (new)',
    ],
    ['a log group', destroyed('aws_cloudwatch_log_group', { name: '/ecs/search' }), 'log-group-missing (new)'],
    [
      'a rule of a group',
      destroyed('aws_vpc_security_group_ingress_rule', {
        security_group_id: 'sg-endpoints',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
        referenced_security_group_id: 'sg-task',
        cidr_ipv4: null,
      }),
      'endpoint-security-group-blocks (new)',
    ],
    ['a group', destroyed('aws_security_group', { id: 'sg-task' }), 'security-group-not-found (new)'],
  ])('%s that it destroys is gone', async (_, change, expected) => {
    const { report } = await over(plan([change]), (region) => {
      region.vpcs['*'] = null
      region.logGroups['*'] = null
    })
    expect(told(report)[0]).toContain(expected)
  })

  test('a service that it destroys is asked for no more', async () => {
    const { exitCode } = await over(plan([destroyed('aws_ecs_service', { name: 'search' })]))
    expect(exitCode).toBe(2)
  })

  test('a service that it replaces is judged as it will be', async () => {
    const values = {
      name: 'search',
      cluster: 'main',
      launch_type: 'FARGATE',
      task_definition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/search:7',
      network_configuration: [{ subnets: ['subnet-a'], security_groups: ['sg-task'], assign_public_ip: false }],
    }
    const resource = { address: 'aws_ecs_service.it', mode: 'managed', type: 'aws_ecs_service', name: 'it', values }
    const change = { actions: ['delete', 'create'], before: { name: 'search' }, after: values, after_unknown: {} }
    const { report } = await over(plan([{ ...resource, change }], [resource]))
    expect(told(report)).toEqual([BEFORE])
    expect(report.launches[0]?.subnets).toHaveLength(1)
  })
})

test('--over lays over an account what is code', async () => {
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(ACCOUNT))
  const { exitCode, stderr } = await runFarsight(
    ['preflight', 'snapshot.json', '--over', 'snapshot.json', '--lang', 'en'],
    folder,
  )
  expect(exitCode).toBe(2)
  expect(stderr).toContain('E_OVER_NO_CODE')
})

test('an account that cannot be read is told with its file', async () => {
  writeFileSync(join(folder, 'bad.json'), '{"schema": "farsight.snapshot/1", "accounts": 7}')
  writeFileSync(join(folder, 'app.yaml'), 'Resources: {}')
  const { exitCode, stderr } = await runFarsight(
    ['preflight', 'app.yaml', '--over', 'bad.json', '--lang', 'en'],
    folder,
  )
  expect(exitCode).toBe(2)
  expect(stderr).toContain('bad.json')
})

const GROUP = 'Resources: { Group: { Type: AWS::Logs::LogGroup } }'

describe('where the code goes', () => {
  test('is warned of where the account is of elsewhere', async () => {
    const { stderr } = await over(GROUP, undefined, '--region', 'eu-west-1')
    expect(stderr).toContain('goes to 111122223333/eu-west-1')
    expect(stderr).toContain('holds 111122223333/ap-northeast-1: nothing that is there')
    const { stderr: other } = await over(GROUP, undefined, '--account', '999900001111', '--lang', 'ja')
    expect(other).toContain('デプロイ先は 999900001111/ap-northeast-1 ですが')
    expect(other).toContain('[W_PLACE_NOT_IN_OVER]')
  })

  test('is asked for where the account has several places', async () => {
    const several = (_: Loose, account: Loose) => {
      account.regions['eu-west-1'] = {}
    }
    expect((await over(GROUP, several)).stderr).toContain('[W_PLACE_OPEN]')
    expect((await over(GROUP, several, '--region', 'eu-west-1')).stderr).toBe('')
  })

  test('is nothing to say of where it is the account', async () => {
    expect((await over(GROUP)).stderr).toBe('')
  })
})
