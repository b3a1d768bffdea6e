import type { Cluster } from '../model/cluster.ts'
import type { AwsvpcConfiguration, CapacityProviderStrategyItem } from '../model/launch-request.ts'
import type { Image, Repository } from '../model/repository.ts'
import type { Role } from '../model/role.ts'
import type { RouteTable } from '../model/route-table.ts'
import type { RunTask, TaskOverride } from '../model/run-task.ts'
import type { Parameter, Secret } from '../model/secret.ts'
import type {
  Deployment,
  Service,
  ServiceConnectConfiguration,
  ServiceLoadBalancer,
  ServiceRegistry,
} from '../model/service.ts'
import type { Account, RegionState } from '../model/snapshot.ts'
import type { Subnet } from '../model/subnet.ts'
import type {
  ContainerDefinition,
  HealthCheck,
  LinuxParameters,
  LogConfiguration,
  MountPoint,
  PortMapping,
  RuntimePlatform,
  TaskDefinition,
  Ulimit,
  Volume,
} from '../model/task-definition.ts'
import type { NatGateway, Vpc } from '../model/vpc.ts'

/**
 * A launch that starts, with every field that the model has: a new field stands here, or this does not compile. Those that
 * are undefined are absent, and may be not known all the same.
 */
type Whole<T> = { readonly [Field in keyof T]-?: unknown }

const ACCOUNT = '111122223333'
export const REGION = 'ap-northeast-1'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/shop-execution`
const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:shop/db-AbCdEf`
export const TARGET_GROUP = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/shop/1`
export const REGISTRY = `arn:aws:servicediscovery:${REGION}:${ACCOUNT}:service/srv-1`

const container: Whole<ContainerDefinition> = {
  name: 'app',
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/shop:v5`,
  essential: true,
  repositoryCredentials: undefined,
  secrets: [
    { name: 'DB_PASSWORD', valueFrom: SECRET },
    { name: 'API_KEY', valueFrom: 'api-key' },
  ],
  environment: [{ name: 'A', value: 'b' }],
  environmentFiles: [],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'app' },
    secretOptions: undefined,
  } satisfies Whole<LogConfiguration>,
  firelensConfiguration: undefined,
  dependsOn: [],
  portMappings: [
    { containerPort: 80, containerPortRange: undefined, hostPort: 80, protocol: 'tcp', name: 'web' },
  ] satisfies Whole<PortMapping>[],
  mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: false }] satisfies Whole<MountPoint>[],
  volumesFrom: [],
  healthCheck: {
    command: ['CMD', 'x'],
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: 0,
  } satisfies Whole<HealthCheck>,
  readonlyRootFilesystem: false,
  entryPoint: ['a'],
  command: ['b'],
  cpu: 0,
  memory: 512,
  memoryReservation: 256,
  versionConsistency: 'enabled',
  startTimeout: 30,
  stopTimeout: 30,
  ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }] satisfies Whole<Ulimit>[],
  linuxParameters: {
    capabilities: { add: [], drop: [] },
    initProcessEnabled: true,
    devices: [],
    tmpfs: [],
    sharedMemorySize: undefined,
    maxSwap: undefined,
    swappiness: undefined,
  } satisfies Whole<LinuxParameters>,
  systemControls: [],
  resourceRequirements: [],
  hostname: undefined,
  privileged: false,
  disableNetworking: false,
  links: [],
  dnsServers: [],
  dnsSearchDomains: [],
  dockerSecurityOptions: [],
  extraHosts: [],
}

const taskDefinition: Whole<TaskDefinition> = {
  family: 'shop',
  revision: 5,
  status: 'ACTIVE',
  cpu: '512',
  memory: '1024',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  executionRoleArn: ROLE,
  taskRoleArn: undefined,
  runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' } satisfies Whole<RuntimePlatform>,
  ephemeralStorage: { sizeInGiB: 30 },
  pidMode: 'task',
  ipcMode: undefined,
  placementConstraints: [],
  inferenceAccelerators: [],
  containerDefinitions: [container],
  volumes: [
    {
      name: 'data',
      host: { sourcePath: undefined },
      configuredAtLaunch: false,
      efsVolumeConfiguration: undefined,
      dockerVolumeConfiguration: undefined,
      fsxWindowsFileServerVolumeConfiguration: undefined,
      s3filesVolumeConfiguration: undefined,
    } satisfies Whole<Volume>,
  ],
  proxyConfiguration: undefined,
}

const request = {
  cluster: 'main',
  taskDefinition: 'shop:5',
  launchType: undefined,
  capacityProviderStrategy: [
    { capacityProvider: 'FARGATE', weight: 1, base: 0 } satisfies Whole<CapacityProviderStrategyItem>,
  ],
  platformVersion: '1.4.0',
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-a'],
      securityGroups: ['sg-task'],
      assignPublicIp: 'DISABLED',
    } satisfies Whole<AwsvpcConfiguration>,
  },
  enableExecuteCommand: false,
  volumeConfigurations: undefined,
  placementConstraints: [],
  placementStrategy: [],
  tags: [],
}

const connect: Whole<ServiceConnectConfiguration> = {
  enabled: false,
  namespace: undefined,
  services: undefined,
  logConfiguration: undefined,
}

const service: Whole<Service> = {
  ...request,
  taskSets: undefined,
  schedulingStrategy: 'REPLICA',
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  desiredCount: 1,
  runningCount: undefined,
  healthCheckGracePeriodSeconds: 0,
  loadBalancers: [
    {
      targetGroupArn: TARGET_GROUP,
      containerName: 'app',
      containerPort: 80,
      unawaitedListener: undefined,
    } satisfies Whole<ServiceLoadBalancer>,
  ],
  serviceRegistries: [
    {
      registryArn: REGISTRY,
      containerName: 'app',
      containerPort: undefined,
      port: undefined,
    } satisfies Whole<ServiceRegistry>,
  ],
  serviceConnectConfiguration: undefined,
  events: [],
  deployments: [
    {
      status: 'PRIMARY',
      taskDefinition: 'shop:5',
      updatedAt: undefined,
      rolloutState: 'COMPLETED',
      rolloutStateReason: undefined,
      volumeConfigurations: undefined,
      serviceConnectConfiguration: connect,
    } satisfies Whole<Deployment>,
  ],
}

const runTask: Whole<RunTask> = {
  ...request,
  startedBy: undefined,
  count: 1,
  overrides: {
    executionRoleArn: undefined,
    taskRoleArn: undefined,
    cpu: undefined,
    memory: undefined,
    ephemeralStorage: undefined,
    inferenceAcceleratorOverrides: [],
    containerOverrides: [],
  } satisfies Whole<TaskOverride>,
  propagateTags: 'NONE',
  enableECSManagedTags: false,
  caller: undefined,
}

const cluster: Whole<Cluster> = {
  status: 'ACTIVE',
  capacityProviders: ['FARGATE'],
  defaultCapacityProviderStrategy: [],
  serviceConnectDefaultNamespace: undefined,
  configuration: undefined,
  tags: [],
}

const subnet: Whole<Subnet> = {
  cidrBlock: '10.0.1.0/24',
  availabilityZone: 'ap-northeast-1a',
  availableIpAddressCount: 240,
  routeTableId: 'rtb-private',
  ipv6CidrBlock: undefined,
  ipv6Native: undefined,
  availabilityZoneId: 'apne1-az4',
  networkAclId: undefined,
  assignIpv6AddressOnCreation: undefined,
  enableDns64: undefined,
  tags: undefined,
}

const nat: Whole<NatGateway> = {
  state: 'available',
  subnetId: 'subnet-public',
  connectivityType: 'public',
  availabilityMode: 'zonal',
  routeTableId: undefined,
  publicIps: undefined,
  tags: undefined,
}

const vpc: Whole<Vpc> = {
  ownerAccount: undefined,
  cidrBlocks: ['10.0.0.0/16'],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  subnets: {
    'subnet-public': { cidrBlock: '10.0.0.0/24', availableIpAddressCount: 240, routeTableId: 'rtb-public' },
    'subnet-a': subnet,
  },
  routeTables: {
    'rtb-public': { routes: [{ destination: '0.0.0.0/0', target: 'igw-main' }] },
    'rtb-private': {
      main: false,
      routes: [{ destination: '0.0.0.0/0', target: 'nat-a' }],
      tags: undefined,
    } satisfies Whole<RouteTable>,
  },
  networkAcls: {},
  securityGroups: { 'sg-task': { ingress: [], egress: [{ protocol: '-1', cidr: '0.0.0.0/0' }] } },
  endpoints: {},
  natGateways: { 'nat-a': nat },
  internetGateways: { 'igw-main': { state: undefined, tags: undefined } },
  egressOnlyInternetGateways: undefined,
  dhcpOptions: undefined,
  hostedZones: undefined,
  resolverRules: undefined,
  dnsFirewall: undefined,
  route53Profiles: undefined,
  blockPublicAccess: undefined,
  peeringConnections: undefined,
  transitGatewayAttachments: undefined,
  tags: undefined,
}

const region: Whole<Omit<RegionState, 'runTasks' | 'services'>> = {
  vpcs: { 'vpc-main': vpc },
  prefixLists: undefined,
  transitGateways: undefined,
  clusters: { main: cluster },
  capacityProviders: undefined,
  namespaces: undefined,
  discoveryServices: { [REGISTRY]: { dnsConfig: { dnsRecords: [{ type: 'A' }] } } },
  stateMachines: undefined,
  otherLaunches: undefined,
  taskDefinitions: { 'shop:5': taskDefinition },
  tasks: undefined,
  registry: undefined,
  repositories: {
    shop: {
      images: {
        v5: {
          digest: undefined,
          platforms: [{ os: 'linux', architecture: 'amd64' }],
          sizeInBytes: 1000,
          manifestMediaType: undefined,
        } satisfies Whole<Image>,
      },
      policyDocument: null,
      kmsKeyArn: undefined,
      imageTagMutability: undefined,
      tags: undefined,
    } satisfies Whole<Repository>,
  },
  secrets: {
    [SECRET]: {
      hasValue: true,
      deletedDate: undefined,
      kmsKeyId: undefined,
      policyDocument: null,
      versionStages: undefined,
      jsonKeys: undefined,
      tags: undefined,
    } satisfies Whole<Secret>,
  },
  parameters: { 'api-key': { type: 'SecureString', keyId: undefined, tags: undefined } satisfies Whole<Parameter> },
  keys: undefined,
  logGroups: { '/ecs/shop': {} },
  fileSystems: undefined,
  ebsSnapshots: undefined,
  loadBalancers: undefined,
  targetGroups: { [TARGET_GROUP]: { targetType: 'ip', loadBalancerArns: undefined } },
  exports: undefined,
  quotas: undefined,
  accountSettings: { guardDutyActivate: 'off', dualStackIPv6: 'enabled', tagResourceAuthorization: 'on' },
}

const account: Whole<Omit<Account, 'regions'>> = {
  organization: null,
  roles: {
    'shop-execution': {
      path: '/',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      attachedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
      inlinePolicies: {
        read: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'ssm:GetParameters'], Resource: '*' },
          ],
        },
      },
      permissionsBoundaryArn: undefined,
      tags: undefined,
    } satisfies Whole<Role>,
  },
  policies: undefined,
  buckets: undefined,
}

const BASE = `/accounts/${ACCOUNT}/regions/${REGION}`

/** The snapshot that the launch is in, as code has it. */
export function snapshotOf(launch: 'service' | 'runTask') {
  const launches = launch === 'service' ? { services: { shop: service } } : { runTasks: { shop: runTask } }
  const accounts = { [ACCOUNT]: { ...account, regions: { [REGION]: { ...region, ...launches } } } }
  const written = { file: 'template.yaml', line: 1, column: 1 }
  const origins = Object.fromEntries(['services', 'runTasks', 'taskDefinitions'].map((t) => [`${BASE}/${t}`, written]))
  return { schema: 'farsight.snapshot/1', accounts, origins }
}
