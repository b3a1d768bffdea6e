import * as z from 'zod/mini'
import {
  fact,
  known,
  knownInteger,
  knownListOfKnownStrings,
  knownString,
  optionalBoolean,
  optionalInteger,
  optionalString,
  optionalStrings,
  string,
} from './known.ts'
import { list } from './list.ts'
import { apiObject } from './object.ts'
import { dictionary } from './table.ts'

export const size = fact(z.union([string, z.number()]))
export const optionalTexts = z.exactOptional(knownListOfKnownStrings)
const optionalStringMap = fact(dictionary(knownString))

export const runtimePlatform = apiObject({ operatingSystemFamily: optionalString, cpuArchitecture: optionalString })

export const ephemeralStorage = apiObject({ sizeInGiB: knownInteger })

export const proxyConfiguration = apiObject({ type: optionalString, containerName: optionalString })

export const secretReference = apiObject({ name: knownString, valueFrom: knownString })

const secretReferences = fact(list(secretReference))

export const logConfiguration = apiObject({
  logDriver: knownString,
  options: optionalStringMap,
  secretOptions: secretReferences,
})

export const repositoryCredentials = apiObject({ credentialsParameter: knownString })

export const environmentVariable = apiObject({ name: knownString, value: optionalString })

export const environmentFile = apiObject({ type: knownString, value: knownString })

export const firelensConfiguration = apiObject({ type: knownString, options: optionalStringMap })

export const containerDependency = apiObject({ containerName: knownString, condition: knownString })

export const portMapping = apiObject({
  containerPort: optionalInteger,
  containerPortRange: optionalString,
  hostPort: optionalInteger,
  protocol: optionalString,
  name: optionalString,
})

export const mountPoint = apiObject({
  sourceVolume: optionalString,
  containerPath: optionalString,
  readOnly: optionalBoolean,
})

export const volumeFrom = apiObject({ sourceContainer: optionalString, readOnly: optionalBoolean })

export const healthCheck = apiObject({
  command: knownListOfKnownStrings,
  interval: optionalInteger,
  timeout: optionalInteger,
  retries: optionalInteger,
  startPeriod: optionalInteger,
})

/** What Farsight only needs to see that it is there. */
const anyObject = z.looseObject({}) as unknown as z.ZodMiniType<object>
export const optionalObject = fact(anyObject)
export const optionalObjects = fact(list(anyObject))

export const ulimit = apiObject({ name: knownString, softLimit: knownInteger, hardLimit: knownInteger })

export const kernelCapabilities = apiObject({ add: optionalTexts, drop: optionalTexts })

export const linuxParameters = apiObject({
  capabilities: fact(kernelCapabilities),
  initProcessEnabled: optionalBoolean,
  devices: optionalObjects,
  tmpfs: optionalObjects,
  sharedMemorySize: optionalInteger,
  maxSwap: optionalInteger,
  swappiness: optionalInteger,
})

export const resourceRequirement = apiObject({ type: knownString, value: optionalString })

export const containerDefinition = apiObject({
  name: knownString,
  image: knownString,
  essential: optionalBoolean,
  repositoryCredentials: fact(repositoryCredentials),
  secrets: secretReferences,
  environment: fact(list(environmentVariable)),
  environmentFiles: fact(list(environmentFile)),
  logConfiguration: fact(logConfiguration),
  firelensConfiguration: fact(firelensConfiguration),
  dependsOn: fact(list(containerDependency)),
  portMappings: fact(list(portMapping)),
  mountPoints: fact(list(mountPoint)),
  volumesFrom: fact(list(volumeFrom)),
  healthCheck: fact(healthCheck),
  readonlyRootFilesystem: optionalBoolean,
  entryPoint: optionalTexts,
  command: optionalTexts,
  cpu: optionalInteger,
  memory: optionalInteger,
  memoryReservation: optionalInteger,
  versionConsistency: optionalString,
  startTimeout: optionalInteger,
  stopTimeout: optionalInteger,
  ulimits: fact(list(ulimit)),
  linuxParameters: fact(linuxParameters),
  systemControls: optionalObjects,
  resourceRequirements: fact(list(resourceRequirement)),
  hostname: optionalString,
  privileged: optionalBoolean,
  disableNetworking: optionalBoolean,
  links: optionalTexts,
  dnsServers: optionalTexts,
  dnsSearchDomains: optionalTexts,
  dockerSecurityOptions: optionalTexts,
  extraHosts: optionalObjects,
})

export const efsAuthorizationConfig = apiObject({
  accessPointId: optionalString,
  iam: fact(z.enum(['ENABLED', 'DISABLED'])),
})

export const efsVolumeConfiguration = apiObject({
  fileSystemId: knownString,
  rootDirectory: optionalString,
  transitEncryption: fact(z.enum(['ENABLED', 'DISABLED'])),
  transitEncryptionPort: optionalInteger,
  authorizationConfig: fact(efsAuthorizationConfig),
})

export const s3filesVolumeConfiguration = apiObject({
  fileSystemArn: knownString,
  accessPointArn: optionalString,
  rootDirectory: optionalString,
  transitEncryptionPort: optionalInteger,
})

export const volumeHost = apiObject({ sourcePath: optionalString })

export const volume = apiObject({
  name: knownString,
  host: fact(volumeHost),
  configuredAtLaunch: optionalBoolean,
  efsVolumeConfiguration: fact(efsVolumeConfiguration),
  dockerVolumeConfiguration: optionalObject,
  fsxWindowsFileServerVolumeConfiguration: optionalObject,
  s3filesVolumeConfiguration: fact(s3filesVolumeConfiguration),
})

export const taskDefinition = apiObject({
  family: optionalString,
  revision: optionalInteger,
  status: fact(z.enum(['ACTIVE', 'INACTIVE', 'DELETE_IN_PROGRESS'])),
  cpu: size,
  memory: size,
  networkMode: optionalString,
  requiresCompatibilities: optionalStrings,
  executionRoleArn: optionalString,
  taskRoleArn: optionalString,
  runtimePlatform: fact(runtimePlatform),
  ephemeralStorage: fact(ephemeralStorage),
  pidMode: optionalString,
  ipcMode: optionalString,
  placementConstraints: optionalObjects,
  inferenceAccelerators: optionalObjects,
  containerDefinitions: known(list(containerDefinition)),
  volumes: fact(list(volume)),
  proxyConfiguration: fact(proxyConfiguration),
})
