import type { Known } from './known.ts'

/**
 * A task definition in the shape of the ECS API (`describe-task-definition`), so that one can be pasted. Fields that no
 * step reads may be there and are ignored.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
export interface TaskDefinition {
  readonly family?: Known<string>
  readonly revision?: Known<number>
  readonly status?: Known<'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS'>
  readonly cpu?: Known<string | number>
  readonly memory?: Known<string | number>
  readonly networkMode?: Known<string>
  readonly requiresCompatibilities?: Known<readonly string[]>
  /** The ARN, or the bare name of a role of the account. */
  readonly executionRoleArn?: Known<string>
  readonly taskRoleArn?: Known<string>
  readonly runtimePlatform?: Known<RuntimePlatform>
  readonly ephemeralStorage?: Known<{ readonly sizeInGiB: Known<number> }>
  readonly pidMode?: Known<string>
  readonly ipcMode?: Known<string>
  readonly placementConstraints?: Known<readonly object[]>
  readonly inferenceAccelerators?: Known<readonly object[]>
  readonly containerDefinitions: Known<readonly ContainerDefinition[]>
  readonly volumes?: Known<readonly Volume[]>
  readonly proxyConfiguration?: Known<{ readonly type?: Known<string>; readonly containerName?: Known<string> }>
}

export interface RuntimePlatform {
  readonly operatingSystemFamily?: Known<string>
  readonly cpuArchitecture?: Known<string>
}

export interface ContainerDefinition {
  readonly name: Known<string>
  readonly image: Known<string>
  /** Absent: true. */
  readonly essential?: Known<boolean>
  readonly repositoryCredentials?: Known<{ readonly credentialsParameter: Known<string> }>
  readonly secrets?: Known<readonly SecretReference[]>
  readonly environment?: Known<readonly { readonly name: Known<string>; readonly value?: Known<string> }[]>
  readonly environmentFiles?: Known<readonly { readonly type: Known<string>; readonly value: Known<string> }[]>
  readonly logConfiguration?: Known<LogConfiguration>
  readonly firelensConfiguration?: Known<{ readonly type: Known<string>; readonly options?: Known<StringMap> }>
  readonly dependsOn?: Known<readonly { readonly containerName: Known<string>; readonly condition: Known<string> }[]>
  readonly portMappings?: Known<readonly PortMapping[]>
  readonly mountPoints?: Known<readonly MountPoint[]>
  readonly volumesFrom?: Known<
    readonly { readonly sourceContainer?: Known<string>; readonly readOnly?: Known<boolean> }[]
  >
  readonly healthCheck?: Known<HealthCheck>
  readonly readonlyRootFilesystem?: Known<boolean>
  readonly entryPoint?: Known<readonly Known<string>[]>
  readonly command?: Known<readonly Known<string>[]>
  readonly cpu?: Known<number>
  readonly memory?: Known<number>
  readonly memoryReservation?: Known<number>
  readonly versionConsistency?: Known<string>
  /** Seconds. */
  readonly startTimeout?: Known<number>
  readonly stopTimeout?: Known<number>
  readonly ulimits?: Known<readonly Ulimit[]>
  readonly linuxParameters?: Known<LinuxParameters>
  readonly systemControls?: Known<readonly object[]>
  readonly resourceRequirements?: Known<readonly { readonly type: Known<string>; readonly value?: Known<string> }[]>
  readonly hostname?: Known<string>
  readonly privileged?: Known<boolean>
  readonly disableNetworking?: Known<boolean>
  readonly links?: Known<readonly Known<string>[]>
  readonly dnsServers?: Known<readonly Known<string>[]>
  readonly dnsSearchDomains?: Known<readonly Known<string>[]>
  readonly dockerSecurityOptions?: Known<readonly Known<string>[]>
  readonly extraHosts?: Known<readonly object[]>
}

export interface Ulimit {
  readonly name: Known<string>
  readonly softLimit: Known<number>
  readonly hardLimit: Known<number>
}

export interface LinuxParameters {
  readonly capabilities?: Known<{
    readonly add?: Known<readonly Known<string>[]>
    readonly drop?: Known<readonly Known<string>[]>
  }>
  readonly initProcessEnabled?: Known<boolean>
  readonly devices?: Known<readonly object[]>
  readonly tmpfs?: Known<readonly object[]>
  /** MiB. */
  readonly sharedMemorySize?: Known<number>
  readonly maxSwap?: Known<number>
  readonly swappiness?: Known<number>
}

export interface SecretReference {
  readonly name: Known<string>
  /** The ARN of a secret (with key, stage and version), or the name or ARN of a parameter. */
  readonly valueFrom: Known<string>
}

export interface LogConfiguration {
  readonly logDriver: Known<string>
  readonly options?: Known<StringMap>
  readonly secretOptions?: Known<readonly SecretReference[]>
}

export interface StringMap {
  readonly [key: string]: Known<string>
}

export interface PortMapping {
  readonly containerPort?: Known<number>
  readonly containerPortRange?: Known<string>
  readonly hostPort?: Known<number>
  readonly protocol?: Known<string>
  readonly name?: Known<string>
}

export interface MountPoint {
  readonly sourceVolume?: Known<string>
  readonly containerPath?: Known<string>
  readonly readOnly?: Known<boolean>
}

export interface HealthCheck {
  readonly command: Known<readonly Known<string>[]>
  readonly interval?: Known<number>
  readonly timeout?: Known<number>
  readonly retries?: Known<number>
  readonly startPeriod?: Known<number>
}

export interface Volume {
  readonly name: Known<string>
  readonly host?: Known<{ readonly sourcePath?: Known<string> }>
  readonly configuredAtLaunch?: Known<boolean>
  readonly efsVolumeConfiguration?: Known<EfsVolumeConfiguration>
  readonly dockerVolumeConfiguration?: Known<object>
  readonly fsxWindowsFileServerVolumeConfiguration?: Known<object>
  readonly s3filesVolumeConfiguration?: Known<S3FilesVolumeConfiguration>
}

export interface S3FilesVolumeConfiguration {
  readonly fileSystemArn: Known<string>
  readonly accessPointArn?: Known<string>
  readonly rootDirectory?: Known<string>
  readonly transitEncryptionPort?: Known<number>
}

export interface EfsVolumeConfiguration {
  readonly fileSystemId: Known<string>
  readonly rootDirectory?: Known<string>
  readonly transitEncryption?: Known<'ENABLED' | 'DISABLED'>
  readonly transitEncryptionPort?: Known<number>
  readonly authorizationConfig?: Known<{
    readonly accessPointId?: Known<string>
    readonly iam?: Known<'ENABLED' | 'DISABLED'>
  }>
}
