import * as z from 'zod/mini'
import {
  boolean,
  fact,
  known,
  knownBoolean,
  knownListOfKnownStrings,
  knownString,
  optionalBoolean,
  optionalInteger,
  optionalString,
  optionalStrings,
  string,
} from './known.ts'
import { list } from './list.ts'
import { apiObject, isObject, ours } from './object.ts'
import { parseOf, replaceParse } from './parse.ts'
import {
  environmentFile,
  environmentVariable,
  ephemeralStorage,
  logConfiguration,
  optionalObject,
  optionalObjects,
  optionalTexts,
  resourceRequirement,
  size,
} from './task-definition.ts'

export const capacityProviderStrategyItem = apiObject({
  capacityProvider: knownString,
  weight: optionalInteger,
  base: optionalInteger,
})

const capacityProviderStrategy = fact(list(capacityProviderStrategyItem))

/** Ours in strictness: `securityGroupIds`, as it is called elsewhere, would silently be the VPC's default group. */
export const awsvpcConfiguration = ours({
  subnets: knownListOfKnownStrings,
  securityGroups: z.exactOptional(knownListOfKnownStrings),
  assignPublicIp: fact(z.enum(['ENABLED', 'DISABLED'])),
})

export const networkConfiguration = apiObject({ awsvpcConfiguration: fact(awsvpcConfiguration) })

export const managedEbsVolume = apiObject({
  roleArn: knownString,
  volumeType: optionalString,
  sizeInGiB: optionalInteger,
  snapshotId: optionalString,
  volumeInitializationRate: optionalInteger,
  iops: optionalInteger,
  throughput: optionalInteger,
  filesystemType: optionalString,
  kmsKeyId: optionalString,
})

export const volumeConfiguration = apiObject({ name: knownString, managedEBSVolume: fact(managedEbsVolume) })

const launchRequest = {
  cluster: optionalString,
  taskDefinition: knownString,
  launchType: fact(z.enum(['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'])),
  capacityProviderStrategy,
  platformVersion: optionalString,
  networkConfiguration: fact(networkConfiguration),
  enableExecuteCommand: optionalBoolean,
  volumeConfigurations: fact(list(volumeConfiguration)),
}

export const placementRule = apiObject({ type: optionalString })

const placement = { placementConstraints: fact(list(placementRule)), placementStrategy: fact(list(placementRule)) }

export const deploymentController = apiObject({ type: fact(z.enum(['ECS', 'CODE_DEPLOY', 'EXTERNAL'])) })

export const deploymentConfiguration = apiObject({
  maximumPercent: optionalInteger,
  minimumHealthyPercent: optionalInteger,
})

export const serviceLoadBalancer = apiObject({
  targetGroupArn: optionalString,
  containerName: optionalString,
  containerPort: optionalInteger,
  unawaitedListener: optionalString,
})

export const serviceRegistry = apiObject({
  registryArn: optionalString,
  containerName: optionalString,
  containerPort: optionalInteger,
  port: optionalInteger,
})

export const serviceConnectService = apiObject({ portName: knownString })

export const serviceConnectConfiguration = apiObject({
  enabled: knownBoolean,
  namespace: optionalString,
  services: fact(list(serviceConnectService)),
  logConfiguration: fact(logConfiguration),
})

export const tag = apiObject({ key: knownString, value: optionalString })

const tags = fact(list(tag))

export const serviceEvent = apiObject({ createdAt: optionalString, message: knownString })

export const deployment = apiObject({
  status: optionalString,
  taskDefinition: optionalString,
  updatedAt: optionalString,
  rolloutState: optionalString,
  rolloutStateReason: optionalString,
  volumeConfigurations: fact(list(volumeConfiguration)),
  serviceConnectConfiguration: fact(serviceConnectConfiguration),
})

const { cluster: _cluster, enableExecuteCommand: _exec, ...ofTaskSet } = launchRequest

export const taskSet = apiObject({
  ...ofTaskSet,
  id: string,
  status: fact(z.enum(['PRIMARY', 'ACTIVE', 'DRAINING'])),
  runningCount: optionalInteger,
})

export const service = apiObject({
  ...launchRequest,
  ...placement,
  taskDefinition: optionalString,
  taskSets: fact(list(taskSet)),
  schedulingStrategy: fact(z.enum(['REPLICA', 'DAEMON'])),
  deploymentController: fact(deploymentController),
  deploymentConfiguration: fact(deploymentConfiguration),
  desiredCount: optionalInteger,
  runningCount: optionalInteger,
  healthCheckGracePeriodSeconds: optionalInteger,
  loadBalancers: fact(list(serviceLoadBalancer)),
  serviceRegistries: fact(list(serviceRegistry)),
  serviceConnectConfiguration: fact(serviceConnectConfiguration),
  events: fact(list(serviceEvent)),
  deployments: fact(list(deployment)),
  tags,
})

const parseService = parseOf(service)

/** Without a task definition only a service whose task sets have theirs. */
replaceParse(service, (payload, context) => {
  parseService(payload, context)
  const { value, issues } = payload
  if (isObject(value) && !Object.hasOwn(value, 'taskDefinition') && !Object.hasOwn(value, 'taskSets')) {
    issues.push({ code: 'custom', input: value, path: ['taskDefinition'], params: { fault: 'missing-key' } })
  }
  return payload
})

export const containerOverride = apiObject({
  name: knownString,
  command: optionalTexts,
  cpu: optionalInteger,
  environment: fact(list(environmentVariable)),
  environmentFiles: fact(list(environmentFile)),
  memory: optionalInteger,
  memoryReservation: optionalInteger,
  resourceRequirements: fact(list(resourceRequirement)),
})

export const taskOverride = apiObject({
  executionRoleArn: optionalString,
  taskRoleArn: optionalString,
  cpu: size,
  memory: size,
  ephemeralStorage: fact(ephemeralStorage),
  inferenceAcceleratorOverrides: optionalObjects,
  containerOverrides: fact(list(containerOverride)),
})

export const caller = ours({
  service: z.enum(['events', 'pipes', 'scheduler', 'states']),
  roleArn: knownString,
  waits: z.exactOptional(boolean),
})

export const runTask = apiObject({
  ...launchRequest,
  ...placement,
  startedBy: optionalString,
  count: optionalInteger,
  overrides: fact(taskOverride),
  tags,
  propagateTags: fact(z.enum(['TASK_DEFINITION', 'SERVICE', 'NONE'])),
  enableECSManagedTags: optionalBoolean,
  caller: fact(caller),
})

export const stateMachine = apiObject({ definition: knownString, roleArn: optionalString })

export const managedStorageConfiguration = apiObject({ fargateEphemeralStorageKmsKeyId: optionalString })

export const executeCommandConfiguration = apiObject({ kmsKeyId: optionalString })

export const clusterConfiguration = apiObject({
  managedStorageConfiguration: fact(managedStorageConfiguration),
  executeCommandConfiguration: fact(executeCommandConfiguration),
})

export const cluster = apiObject({
  status: optionalString,
  capacityProviders: optionalStrings,
  defaultCapacityProviderStrategy: capacityProviderStrategy,
  serviceConnectDefaultNamespace: optionalString,
  configuration: fact(clusterConfiguration),
  tags,
})

export const capacityProvider = apiObject({
  autoScalingGroupProvider: optionalObject,
  managedInstancesProvider: optionalObject,
})

export const otherLaunch = ours({
  kind: z.enum(['express-service', 'batch-job-definition', 'batch-compute-environment', 'eks-fargate-profile']),
})

export const namespace = apiObject({ type: optionalString })

export const dnsRecord = apiObject({ type: knownString })

export const dnsConfig = apiObject({ dnsRecords: known(list(dnsRecord)) })

export const discoveryService = apiObject({ dnsConfig: fact(dnsConfig) })

export const managedAgent = apiObject({ name: knownString, lastStatus: optionalString, reason: optionalString })

export const taskContainer = apiObject({
  name: knownString,
  image: optionalString,
  imageDigest: optionalString,
  lastStatus: optionalString,
  exitCode: optionalInteger,
  reason: optionalString,
  managedAgents: fact(list(managedAgent)),
})

export const attachmentDetail = apiObject({ name: knownString, value: optionalString })

export const taskAttachment = apiObject({ type: optionalString, details: fact(list(attachmentDetail)) })

export const task = apiObject({
  clusterArn: optionalString,
  taskDefinitionArn: knownString,
  group: optionalString,
  startedBy: optionalString,
  lastStatus: optionalString,
  desiredStatus: optionalString,
  launchType: optionalString,
  platformVersion: optionalString,
  platformFamily: optionalString,
  enableExecuteCommand: optionalBoolean,
  stopCode: optionalString,
  stoppedReason: optionalString,
  createdAt: optionalString,
  startedAt: optionalString,
  stoppedAt: optionalString,
  subnetId: optionalString,
  networkInterfaceId: optionalString,
  privateIPv4Address: optionalString,
  attachments: fact(list(taskAttachment)),
  securityGroups: z.exactOptional(knownListOfKnownStrings),
  assignPublicIp: fact(z.enum(['ENABLED', 'DISABLED'])),
  overrides: fact(taskOverride),
  containers: fact(list(taskContainer)),
})
