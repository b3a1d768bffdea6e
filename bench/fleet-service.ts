import type {
  ContainerDefinition,
  LogGroup,
  Parameter,
  PolicyDocument,
  PolicyStatement,
  Repository,
  Role,
  Secret,
  SecretReference,
  SecurityGroup,
  SecurityGroupRule,
  Service,
  TaskDefinition,
} from '@farsight/core'
import { ACCOUNT, awsId, prefixListOfS3, REGION, regionalArn, roleArn } from './fleet-names.ts'
import type { FleetVpc } from './fleet-vpc.ts'

/** The tables of the account and the Region that services write into. */
export interface FleetTables {
  readonly groups: { [id: string]: SecurityGroup }
  readonly roles: { [name: string]: Role }
  readonly services: { [name: string]: Service }
  readonly taskDefinitions: { [key: string]: TaskDefinition }
  readonly repositories: { [name: string]: Repository }
  readonly secrets: { [arn: string]: Secret }
  readonly parameters: { [name: string]: Parameter }
  readonly logGroups: { [name: string]: LogGroup }
}

/** What is wrong with a service, in 4 % of them; the rest is as it should be. */
export type Defect =
  | 'secret-missing'
  | 'secret-deleted'
  | 'secret-not-allowed'
  | 'secret-denied'
  | 'log-group-missing'
  | 'image-missing'
  | 'role-missing'
  | 'role-not-trusting'
  | 'egress-closed'
  | 'definition-inactive'

const DEFECTS: readonly Defect[] = [
  'secret-missing',
  'secret-deleted',
  'secret-not-allowed',
  'secret-denied',
  'log-group-missing',
  'image-missing',
  'role-missing',
  'role-not-trusting',
  'egress-closed',
  'definition-inactive',
]

interface FleetService {
  readonly name: string
  readonly number: number
  readonly vpc: FleetVpc
  /** 0 to 999, each in one of 1,000 services: decides the variety. */
  readonly turn: number
  readonly defect: Defect | null
  readonly groupId: string
  readonly secretArns: readonly string[]
  /** By name. */
  readonly parameters: readonly string[]
}

export function addService(tables: FleetTables, number: number, turn: number, vpc: FleetVpc): void {
  const service = fleetService(number, turn, vpc)
  const { name, groupId, defect, secretArns, parameters } = service
  tables.groups[groupId] = securityGroup(service)
  if (defect !== 'role-missing') tables.roles[`${name}-execution`] = executionRole(service)
  tables.services[name] = serviceOf(service)
  tables.taskDefinitions[`${name}:${revision(service)}`] = taskDefinition(service)
  tables.repositories[name] = {
    images: defect === 'image-missing' ? { '*': null } : { [imageTag(service)]: image(number), '*': null },
    policyDocument: null,
  }
  for (const [position, arn] of secretArns.entries()) {
    if (position === 0 && defect === 'secret-missing') continue
    const isDeleted = position === 0 && defect === 'secret-deleted'
    tables.secrets[arn] = { policyDocument: null, ...(isDeleted ? { deletedDate: '2026-11-12T08:30:00Z' } : {}) }
  }
  for (const parameter of parameters) tables.parameters[parameter] = { type: 'SecureString' }
  if (defect !== 'log-group-missing') tables.logGroups[`/ecs/${name}`] = { logGroupClass: 'STANDARD' }
}

function fleetService(number: number, turn: number, vpc: FleetVpc): FleetService {
  const name = `svc-${String(number).padStart(5, '0')}`
  const count = hasPublicSidecar(turn) ? 5 : 3 + (turn % 2)
  const inSecretsManager = 1 + (turn % 3)
  const secretArns = KEYS.slice(0, inSecretsManager).map((key) =>
    regionalArn('secretsmanager', `secret:${name}/${key}-${suffix(number)}`),
  )
  const parameters = KEYS.slice(inSecretsManager, count).map((key) => `/${name}/${key}`)
  return {
    name,
    number,
    vpc,
    turn,
    defect: DEFECTS[Math.floor(turn / 4)] ?? null,
    groupId: awsId('sg', vpc.number, 0x1000, number),
    secretArns,
    parameters,
  }
}

const KEYS = ['database', 'api-key', 'session', 'feature-flags', 'license']

/** The six characters that Secrets Manager puts after the name. */
function suffix(number: number): string {
  return (Math.imul(number + 1, 2654435761) >>> 0).toString(36).padStart(7, 'Q').slice(-6)
}

function securityGroup({ name, turn, vpc, defect }: FleetService): SecurityGroup {
  const { cidr, balancerGroupId } = vpc
  const tcp = (port: number, peer: Pick<SecurityGroupRule, 'cidr' | 'groupId' | 'prefixListId'>) => ({
    protocol: 'tcp',
    fromPort: port,
    toPort: port,
    ...peer,
  })
  const https = tcp(defect === 'egress-closed' ? 80 : 443, { cidr: '0.0.0.0/0' })
  const database = tcp(5432, { cidr })
  const third =
    [[], [tcp(6379, { groupId: balancerGroupId })], [tcp(443, { prefixListId: prefixListOfS3 })]][turn % 3] ?? []
  return {
    groupName: `${name}-tasks`,
    ingress: [tcp(8080, { groupId: balancerGroupId })],
    egress: [https, database, ...(defect === 'egress-closed' ? [] : third)],
  }
}

function executionRole(service: FleetService): Role {
  const { name, defect } = service
  return {
    path: '/',
    assumeRolePolicyDocument: trustPolicy(
      defect === 'role-not-trusting' ? 'ec2.amazonaws.com' : 'ecs-tasks.amazonaws.com',
    ),
    attachedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    inlinePolicies: { [`${name}-secrets`]: secretsPolicy(service) },
    tags: { service: name },
  }
}

export function trustPolicy(service: string): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  }
}

/** Two statements: what the role may read, and a second one for parameters or the key. */
function secretsPolicy({ name, turn, defect, secretArns, parameters }: FleetService): PolicyDocument {
  const allowed = defect === 'secret-not-allowed' ? secretArns.slice(1) : secretArns
  const prefix = regionalArn('secretsmanager', `secret:${name}/`)
  const resources = [[`${prefix}*`], allowed, allowed.map((arn) => `${arn.slice(0, -6)}??????`)]
  const statements: readonly PolicyStatement[] = [
    {
      Sid: 'Secrets',
      Effect: defect === 'secret-denied' ? 'Deny' : 'Allow',
      Action: ['secretsmanager:GetSecretValue'],
      Resource: defect === 'secret-not-allowed' ? [`${prefix}unused-*`, ...allowed] : (resources[turn % 3] ?? []),
    },
    parameters.length > 0
      ? {
          Sid: 'Parameters',
          Effect: 'Allow',
          Action: ['ssm:GetParameters', 'ssm:GetParameter'],
          Resource: regionalArn('ssm', `parameter/${name}/*`),
        }
      : {
          Sid: 'Key',
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: regionalArn('kms', 'key/1b5c9d0e-7c55-4b0a-9f6d-2f7f0a3c9e11'),
        },
  ]
  return { Version: '2012-10-17', Statement: statements }
}

function serviceOf(service: FleetService): Service {
  const { turn, vpc, groupId } = service
  const { number, subnetIds, isPublic, clientGroupId } = vpc
  return {
    cluster: clusterName(number),
    ...(turn % 5 === 0
      ? { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] }
      : { launchType: 'FARGATE' }),
    taskDefinition: definitionReference(service),
    platformVersion: turn % 4 === 0 ? '1.4.0' : 'LATEST',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: subnetIds,
        securityGroups: clientGroupId === null ? [groupId] : [groupId, clientGroupId],
        assignPublicIp: isPublic ? 'ENABLED' : 'DISABLED',
      },
    },
    schedulingStrategy: 'REPLICA',
    desiredCount: 2 + (turn % 3),
    runningCount: 2,
  }
}

export function clusterName(vpc: number): string {
  return `team-${String(vpc).padStart(2, '0')}`
}

export function teamRole(vpc: number): string {
  return `${clusterName(vpc)}-task`
}

const revision = ({ turn }: FleetService) => 1 + (turn % 40)

/** As services name it: mostly by ARN; 1 in 50 by the family alone, which means its latest revision. */
function definitionReference(service: FleetService): string {
  const { name, turn } = service
  if (turn % 50 === 7) return name
  const key = `${name}:${revision(service)}`
  return turn % 10 === 3 ? key : regionalArn('ecs', `task-definition/${key}`)
}

function taskDefinition(service: FleetService): TaskDefinition {
  const { name, turn, vpc, defect } = service
  return {
    family: name,
    revision: revision(service),
    status: defect === 'definition-inactive' ? 'INACTIVE' : 'ACTIVE',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    executionRoleArn: roleArn(`${name}-execution`),
    ...(turn % 2 === 0 ? { taskRoleArn: roleArn(teamRole(vpc.number)) } : {}),
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: turn % 3 === 0 ? 'ARM64' : 'X86_64' },
    containerDefinitions: [application(service), sidecar(service)],
  }
}

const imageTag = ({ turn }: FleetService) => `2026-11-${String(1 + (turn % 28)).padStart(2, '0')}`

function image(number: number) {
  const digest = `sha256:${(Math.imul(number + 1, 2246822507) >>> 0).toString(16).padStart(64, '0')}`
  const platforms = [
    { os: 'linux', architecture: 'amd64' },
    { os: 'linux', architecture: 'arm64' },
  ]
  return { digest, platforms, sizeInBytes: 90_000_000 + number }
}

const registry = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`

function application(service: FleetService): ContainerDefinition {
  const { name } = service
  return {
    name: 'app',
    image: `${registry}/${name}:${imageTag(service)}`,
    essential: true,
    portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
    environment: [{ name: 'SERVICE', value: name }],
    secrets: secretReferences(service),
    logConfiguration: logConfiguration(name, 'app'),
  }
}

function secretReferences({ turn, secretArns, parameters }: FleetService): readonly SecretReference[] {
  const part = turn % 4 === 1 ? ':password::' : ''
  return [
    ...secretArns.map((arn, position) => ({
      name: `SECRET_${position}`,
      valueFrom: position === 0 ? `${arn}${part}` : arn,
    })),
    ...parameters.map((parameter, position) => ({
      name: `PARAMETER_${position}`,
      valueFrom: turn % 2 === 0 ? parameter : regionalArn('ssm', `parameter${parameter}`),
    })),
  ]
}

/**
 * What 3 of 4 tasks carry is the team's own and comes from ECR; the others take one from the public gallery, which takes
 * fewer calls, and read more parameters.
 */
const hasPublicSidecar = (turn: number) => turn % 4 === 2
export const sidecarRepository = 'platform/proxy'
export const sidecarTag = 'v3'

function sidecar({ name, turn }: FleetService): ContainerDefinition {
  return {
    name: 'proxy',
    image: hasPublicSidecar(turn)
      ? 'public.ecr.aws/nginx/nginx:1.27'
      : `${registry}/${sidecarRepository}:${sidecarTag}`,
    essential: true,
    dependsOn: [{ containerName: 'app', condition: 'START' }],
    logConfiguration: logConfiguration(name, 'proxy'),
  }
}

function logConfiguration(name: string, prefix: string) {
  return {
    logDriver: 'awslogs',
    options: { 'awslogs-group': `/ecs/${name}`, 'awslogs-region': REGION, 'awslogs-stream-prefix': prefix },
  }
}
