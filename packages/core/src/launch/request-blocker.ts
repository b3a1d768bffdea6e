import type { Pointer } from '../model/origin.ts'

/** ECS refuses the request, cannot place its task, or cannot make its interface. */
export type RequestBlocker =
  | SubnetMissing
  | SecurityGroupMissing
  | SeveralVpcs
  | TaskDefinitionMissing
  | ExecutionRoleNotSet
  | TaskRoleNotSet
  | PlatformRetired
  | TaskSizeNotOffered
  | TaskDefinitionUnsuitable
  | RequestUnsuitable
  | OverrideWithoutContainer
  | OverridesTooLong
  | ClusterMissing
  | CapacityProviderNotAssociated
  | NamespaceMissing
  | TooMany
  | ZoneNotServed
  | QuotaTooSmall
  | NoRoomForDeployment
  | NoFreeAddress
  | NoIpv6Address
  | StorageKeyUnusable

export interface SubnetMissing {
  readonly blocker: 'subnet-missing'
  readonly subnetId: string
  readonly at: Pointer
}

export interface SecurityGroupMissing {
  readonly blocker: 'security-group-missing'
  readonly groupId: string
  readonly at: Pointer
}

/** Not of the VPC of the first subnet. */
export interface SeveralVpcs {
  readonly blocker: 'several-vpcs'
  readonly kind: 'subnet' | 'security-group'
  readonly id: string
  readonly vpcId: string
  readonly firstSubnetVpcId: string
  readonly at: Pointer
}

export interface TaskDefinitionMissing {
  readonly blocker: 'task-definition-missing'
  readonly taskDefinition: string
  /** `missing`, or the status that keeps it from being run. */
  readonly status: string
  readonly at: Pointer
}

export interface ExecutionRoleNotSet {
  readonly blocker: 'execution-role-not-set'
  readonly taskDefinition: string
  /** What needs it. */
  readonly neededFor: 'ecr-image' | 'secret' | 'awslogs' | 'repository-credentials' | 'environment-file'
  readonly at: Pointer
}

export interface TaskRoleNotSet {
  readonly blocker: 'task-role-not-set'
  readonly taskDefinition: string
  /** What needs it. */
  readonly neededFor: 'execute-command' | 'efs-iam' | 's3-files'
  readonly at: Pointer
}

export interface PlatformRetired {
  readonly blocker: 'platform-retired'
  readonly version: string
  readonly retiredOn: string
  readonly at: Pointer
}

export interface TaskSizeNotOffered {
  readonly blocker: 'task-size-not-offered'
  /** As written; null: not set. */
  readonly cpu: string | null
  readonly memory: string | null
  readonly family: 'LINUX' | 'WINDOWS'
  /** MiB of memory that go with the cpu; empty: no such cpu. */
  readonly offered: readonly number[]
  /** In CPU units and MiB. */
  readonly smallest: { readonly cpu: number; readonly memory: number }
  readonly at: Pointer
}

/** A field of the task definition that Fargate does not take. */
export interface TaskDefinitionUnsuitable {
  readonly blocker: 'task-definition-unsuitable'
  readonly taskDefinition: string
  readonly field: string
  /** Null: a list or an object. */
  readonly value: string | null
  /** One of these; empty: the field may not be there. */
  readonly wanted: readonly string[]
  /** The only operating systems with which it is refused; null: all. */
  readonly systemFamily: string | null
  readonly at: Pointer
}

/**
 * Options that ECS refuses on Fargate: daemons, a launch type beside a strategy, Spot for Windows, and rules of
 * placement, which are for instances.
 */
export interface RequestUnsuitable {
  readonly blocker: 'request-unsuitable'
  readonly launch: string
  readonly why:
    | 'daemon'
    | 'launch-type-and-strategy'
    | 'spot-on-windows'
    | 'placement-constraints'
    | 'placement-strategy'
  readonly at: Pointer
}

/** An override names a container that the task definition does not have. */
export interface OverrideWithoutContainer {
  readonly blocker: 'override-without-container'
  readonly container: string
  readonly taskDefinition: string
  /** Those that there are. */
  readonly containers: readonly string[]
  readonly at: Pointer
}

/** What is overridden is more than ECS takes with a request. */
export interface OverridesTooLong {
  readonly blocker: 'overrides-too-long'
  /** Characters of JSON, at least. */
  readonly length: number
  readonly most: number
  readonly at: Pointer
}

export interface ClusterMissing {
  readonly blocker: 'cluster-missing'
  readonly cluster: string
  /** `missing`, or the status that keeps it from running tasks. */
  readonly status: string
  readonly at: Pointer
}

export interface CapacityProviderNotAssociated {
  readonly blocker: 'capacity-provider-not-associated'
  readonly capacityProvider: string
  readonly cluster: string
  readonly at: Pointer
}

export interface NamespaceMissing {
  readonly blocker: 'namespace-missing'
  readonly namespace: string
  readonly at: Pointer
}

/** More of something than a request may name. */
export interface TooMany {
  readonly blocker: 'too-many'
  readonly what: 'subnets' | 'security-groups' | 'tasks'
  readonly count: number
  readonly most: number
  readonly at: Pointer
}

export interface ZoneNotServed {
  readonly blocker: 'zone-not-served'
  readonly subnetId: string
  /** Of a Local Zone or a Wavelength Zone it may be the name. */
  readonly zoneId: string
  readonly family: 'LINUX' | 'WINDOWS'
  /** The zone is one without Fargate; a Local Zone or Wavelength Zone; or Fargate attaches no EBS volumes there. */
  readonly why: 'zone' | 'edge' | 'volumes'
  readonly served: readonly string[]
  readonly at: Pointer
}

export interface QuotaTooSmall {
  readonly blocker: 'quota-too-small'
  readonly quota: string
  readonly vcpus: number
  readonly applied: number
  readonly at: Pointer
}

export interface NoRoomForDeployment {
  readonly blocker: 'no-room-for-deployment'
  readonly minimumHealthyPercent: number
  readonly maximumPercent: number
  readonly desiredCount: number
  readonly at: Pointer
}

export interface NoFreeAddress {
  readonly blocker: 'no-free-address'
  readonly subnetId: string
  readonly cidrBlock: string | null
  readonly at: Pointer
}

export interface NoIpv6Address {
  readonly blocker: 'no-ipv6-address'
  readonly subnetId: string
  readonly why: 'no-block' | 'not-assigned'
  readonly at: Pointer
}

export interface StorageKeyUnusable {
  readonly blocker: 'storage-key-unusable'
  readonly cluster: string
  readonly keyId: string
  /** `missing`, or its state. */
  readonly state: string
  readonly at: Pointer
}
