import {
  type ContainerDefinition,
  type ContainerOverride,
  type EfsVolumeConfiguration,
  type HealthCheck,
  isGap,
  type LinuxParameters,
  type LogConfiguration,
  type MountPoint,
  type PortMapping,
  placeholder,
  type RuntimePlatform,
  type S3FilesVolumeConfiguration,
  type SecretReference,
  type TaskDefinition,
  type TaskOverride,
  type Ulimit,
  type Volume,
} from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, nameOf, regionalArn } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { boolean, fullList, list, literal, marked, number, object, oneOf, required, stringMap, text } from '../shape.ts'
import { add, readingOf } from '../stack.ts'
import type { Draft } from '../vpc-draft.ts'

/** The whole value is the key of the table; as a part of a policy it is an ARN. */
const byKey: Name = (resource, at) => {
  const { id, type } = resource
  const { text: family } = nameOf(resource, 'Family')
  const revision = placeholder(`${id}.revision`)
  const embedded = regionalArn(resource, 'ecs', `task-definition/${family}:${revision}`)
  return { kind: 'reference', owner: id, type, id, embedded, at }
}

const secretReference = record<SecretReference>({ name: required(text), valueFrom: marked(required(text)) })

export const logConfiguration = record<LogConfiguration>({
  logDriver: marked(required(text)),
  options: marked(stringMap),
  secretOptions: fullList(secretReference),
})

const healthCheck = record<HealthCheck>({
  command: required(list(text)),
  interval: number,
  timeout: number,
  retries: number,
  startPeriod: number,
})

const linuxParameters = record<LinuxParameters>({
  capabilities: record({ add: list(text), drop: list(text) }),
  initProcessEnabled: boolean,
  devices: fullList(object),
  tmpfs: fullList(object),
  sharedMemorySize: number,
  maxSwap: number,
  swappiness: number,
})

const ephemeralStorage = marked(record({ sizeInGiB: required(number) }))

const environment = fullList(record({ name: required(text), value: text }))

const environmentFiles = marked(fullList(record({ type: required(text), value: required(text) })))

const resourceRequirements = marked(fullList(record({ type: required(text), value: text })))

const containerDefinition = record<ContainerDefinition>({
  name: required(text),
  image: marked(required(text)),
  essential: marked(boolean),
  repositoryCredentials: marked(record({ credentialsParameter: required(text) })),
  secrets: marked(fullList(secretReference)),
  environment,
  environmentFiles,
  logConfiguration: marked(logConfiguration),
  firelensConfiguration: marked(record({ type: required(text), options: stringMap })),
  dependsOn: marked(fullList(record({ containerName: required(text), condition: required(text) }))),
  portMappings: marked(
    fullList(
      record<PortMapping>({
        containerPort: number,
        containerPortRange: text,
        hostPort: number,
        protocol: text,
        name: text,
      }),
    ),
  ),
  mountPoints: marked(fullList(record<MountPoint>({ sourceVolume: text, containerPath: text, readOnly: boolean }))),
  volumesFrom: marked(fullList(record({ sourceContainer: text, readOnly: boolean }))),
  healthCheck: marked(healthCheck),
  readonlyRootFilesystem: marked(boolean),
  entryPoint: list(text),
  command: list(text),
  cpu: number,
  memory: number,
  memoryReservation: number,
  versionConsistency: text,
  startTimeout: marked(number),
  stopTimeout: marked(number),
  ulimits: marked(
    fullList(record<Ulimit>({ name: required(text), softLimit: required(number), hardLimit: required(number) })),
  ),
  linuxParameters: marked(linuxParameters),
  systemControls: marked(fullList(object)),
  resourceRequirements,
  hostname: marked(text),
  privileged: marked(boolean),
  disableNetworking: marked(boolean),
  links: marked(list(text)),
  dnsServers: marked(list(text)),
  dnsSearchDomains: marked(list(text)),
  dockerSecurityOptions: marked(list(text)),
  extraHosts: marked(fullList(object)),
})

const efsVolumeConfiguration = record<EfsVolumeConfiguration>({
  fileSystemId: marked(required(text)),
  rootDirectory: marked(text),
  transitEncryption: marked(oneOf('ENABLED', 'DISABLED')),
  transitEncryptionPort: number,
  authorizationConfig: marked(record({ accessPointId: text, iam: oneOf('ENABLED', 'DISABLED') })),
})

const s3filesVolumeConfiguration = record<S3FilesVolumeConfiguration>({
  fileSystemArn: marked(required(text)),
  accessPointArn: text,
  rootDirectory: text,
  transitEncryptionPort: number,
})

const volume = record<Volume>({
  name: required(text),
  host: record({ sourcePath: text }),
  configuredAtLaunch: boolean,
  efsVolumeConfiguration: marked(efsVolumeConfiguration),
  dockerVolumeConfiguration: marked(object),
  fsxWindowsFileServerVolumeConfiguration: marked(object),
  s3filesVolumeConfiguration: marked(s3filesVolumeConfiguration),
})

const containerOverride = record<ContainerOverride>({
  name: required(text),
  command: list(text),
  cpu: marked(number),
  environment,
  environmentFiles,
  memory: marked(number),
  memoryReservation: marked(number),
  resourceRequirements,
})

/** What a request has instead, in the shapes of the task definition. */
export const taskOverride = record<TaskOverride>({
  executionRoleArn: marked(text),
  taskRoleArn: marked(text),
  cpu: marked(literal),
  memory: marked(literal),
  ephemeralStorage,
  inferenceAcceleratorOverrides: marked(fullList(object)),
  containerOverrides: marked(fullList(containerOverride)),
})

const shape = record<Draft<TaskDefinition>>({
  family: text,
  revision: null,
  status: null,
  cpu: marked(text),
  memory: marked(text),
  networkMode: marked(text),
  requiresCompatibilities: marked(fullList(text)),
  executionRoleArn: marked(text),
  taskRoleArn: marked(text),
  runtimePlatform: marked(record<RuntimePlatform>({ operatingSystemFamily: text, cpuArchitecture: text })),
  ephemeralStorage,
  pidMode: marked(text),
  ipcMode: marked(text),
  placementConstraints: marked(fullList(object)),
  inferenceAccelerators: marked(fullList(object)),
  containerDefinitions: marked(fullList(containerDefinition)),
  volumes: marked(fullList(volume)),
  proxyConfiguration: record({ type: text, containerName: text }),
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
export const taskDefinition: ResourceKind = {
  type: 'AWS::ECS::TaskDefinition',
  ref: byKey,
  attribute: attributes({ TaskDefinitionArn: byKey }),
  read: (resource, stack) => {
    const at = pointerIn(stack.taskDefinitions, resource.id)
    const draft = shape.read(resource.properties, at, readingOf(stack, resource))
    if (draft === undefined || isGap(draft)) return
    draft.family ??= placeholder(resource.id)
    draft.containerDefinitions ??= []
    add(stack, stack.taskDefinitions, resource.id, resource, draft)
  },
}
