import type { Pointer } from '../model/origin.ts'

/** What keeps the containers of a task from being made ready: their files, logs, images and settings. */
export type ContainerBlocker =
  | EnvironmentFileMissing
  | EnvironmentFileInvalid
  | LogOptionInvalid
  | LogDriverUnsupported
  | LogRouterMissing
  | LogRouterUnused
  | ImageReferenceMalformed
  | ImagePlatformMismatch
  | ImageTooLarge
  | RepositoryKeyUnusable
  | ContainerSettingInvalid
  | ContainerSettingUnsupported
  | ContainerNameTwice
  | VariableTwice
  | NoEssentialContainer
  | TooManyContainers
  | ContainersExceedTask
  | ContainerExceedsTask
  | PortMappedTwice
  | EnvironmentTooLarge
  | DependencyImpossible
  | VolumeUnknown
  | RootFilesystemReadOnly
  | ExecNotSupported
  | TaskRoleOverridden
  | SecretReferenceMalformed

export interface EnvironmentFileMissing {
  readonly blocker: 'environment-file-missing'
  readonly file: string
  readonly bucket: string
  /** What of it is not there. */
  readonly missing: 'bucket' | 'object'
  readonly at: Pointer
}

export interface EnvironmentFileInvalid {
  readonly blocker: 'environment-file-invalid'
  readonly container: string
  /** As written, or how many there are. */
  readonly file: string
  readonly why: 'arn' | 'suffix' | 'type' | 'too-many' | 'platform'
  readonly at: Pointer
}

/** An option of a log configuration, or of FireLens, with a value that the driver does not take. */
export interface LogOptionInvalid {
  readonly blocker: 'log-option-invalid'
  readonly container: string
  readonly option: string
  readonly value: string
  /** The values that it may have; empty: it may not be there, because of `beside`. */
  readonly wanted: readonly string[]
  /** The option that it excludes. */
  readonly beside: string | null
  readonly at: Pointer
}

export interface LogDriverUnsupported {
  readonly blocker: 'log-driver-unsupported'
  readonly container: string
  readonly driver: string
  readonly supported: readonly string[]
  readonly at: Pointer
}

/** A container writes to FireLens, and none is its log router. */
export interface LogRouterMissing {
  readonly blocker: 'log-router-missing'
  readonly container: string
  readonly at: Pointer
}

/** A container is a log router of FireLens, and none writes to it. */
export interface LogRouterUnused {
  readonly blocker: 'log-router-unused'
  readonly container: string
  readonly at: Pointer
}

export interface ImageReferenceMalformed {
  readonly blocker: 'image-reference-malformed'
  readonly container: string
  readonly image: string
  readonly at: Pointer
}

export interface ImagePlatformMismatch {
  readonly blocker: 'image-platform-mismatch'
  readonly image: string
  /** As `os/architecture`. */
  readonly wanted: string
  readonly platforms: readonly string[]
  readonly at: Pointer
}

export interface ImageTooLarge {
  readonly blocker: 'image-too-large'
  readonly image: string
  /** Compressed, as the registry holds it. */
  readonly gibibytes: number
  readonly storageGibibytes: number
  readonly at: Pointer
}

export interface RepositoryKeyUnusable {
  readonly blocker: 'repository-key-unusable'
  readonly repository: string
  readonly keyId: string
  /** `missing`, or its state. */
  readonly state: string
  readonly at: Pointer
}

export interface ContainerSettingInvalid {
  readonly blocker: 'container-setting-invalid'
  readonly container: string
  readonly setting: string
  readonly value: string
  /** What it may be: numbers from `least` to `most`, or one of some texts. */
  readonly wanted: { readonly least?: number; readonly most?: number } | readonly string[]
  readonly at: Pointer
}

export interface ContainerSettingUnsupported {
  readonly blocker: 'container-setting-unsupported'
  readonly container: string
  readonly setting: string
  readonly on: 'fargate' | 'windows'
  readonly at: Pointer
}

export interface ContainerNameTwice {
  readonly blocker: 'container-name-twice'
  readonly container: string
  readonly at: Pointer
}

/** A secret has the name of another one, or of a variable of the environment. */
export interface VariableTwice {
  readonly blocker: 'variable-twice'
  readonly container: string
  readonly variable: string
  readonly at: Pointer
}

export interface NoEssentialContainer {
  readonly blocker: 'no-essential-container'
  readonly taskDefinition: string
  readonly at: Pointer
}

export interface TooManyContainers {
  readonly blocker: 'too-many-containers'
  readonly count: number
  readonly most: number
  readonly at: Pointer
}

/** All containers together are given more than the task has. */
export interface ContainersExceedTask {
  readonly blocker: 'containers-exceed-task'
  readonly resource: 'cpu' | 'memory'
  readonly total: number
  readonly task: number
  readonly at: Pointer
}

/** One container alone is given more memory than the task has. */
export interface ContainerExceedsTask {
  readonly blocker: 'container-exceeds-task'
  readonly container: string
  readonly memory: number
  readonly task: number
  readonly at: Pointer
}

export interface PortMappedTwice {
  readonly blocker: 'port-mapped-twice'
  readonly container: string
  readonly port: number
  readonly protocol: string
  readonly at: Pointer
}

/** What is written of environment and secrets is alone more than a task definition may be. */
export interface EnvironmentTooLarge {
  readonly blocker: 'environment-too-large'
  readonly taskDefinition: string
  readonly bytes: number
  readonly most: number
  readonly at: Pointer
}

/** A container waits for what never comes. */
export interface DependencyImpossible {
  readonly blocker: 'dependency-impossible'
  readonly container: string
  readonly on: string
  readonly condition: string
  readonly why: 'unknown-container' | 'cycle' | 'essential' | 'no-health-check'
  readonly at: Pointer
}

/** A mount names a volume or container that the task definition does not have. */
export interface VolumeUnknown {
  readonly blocker: 'volume-unknown'
  readonly container: string
  readonly kind: 'volume' | 'container'
  readonly name: string
  readonly at: Pointer
}

export interface RootFilesystemReadOnly {
  readonly blocker: 'root-filesystem-read-only'
  readonly container: string
  readonly at: Pointer
}

/** Where ECS Exec does not work. */
export interface ExecNotSupported {
  readonly blocker: 'exec-not-supported'
  /** The subnet without IPv4, or the version of the platform. */
  readonly of: string
  readonly why: 'ipv6-only' | 'platform'
  readonly at: Pointer
}

/** Keys in the environment of a container, which the agent of ECS Exec uses instead of the task role. */
export interface TaskRoleOverridden {
  readonly blocker: 'task-role-overridden'
  readonly container: string
  readonly variable: string
  readonly at: Pointer
}

/** A `valueFrom` that names neither a secret nor a parameter. */
export interface SecretReferenceMalformed {
  readonly blocker: 'secret-reference-malformed'
  readonly valueFrom: string
  readonly at: Pointer
}
