import type { PolicyBlocker, RoleTrustMissing } from '../iam/blocker.ts'
import type { Pointer } from '../model/origin.ts'
import type { NetworkBlocker } from '../network/blocker.ts'

/** Everything that can stop a launch, as data. What each means is a total function in `causes/`. */
export type Blocker = NetworkBlocker | PolicyBlocker | RoleTrustMissing | RequestBlocker | MissingBlocker

/** The request cannot be accepted as it is, or its interface cannot be made. */
export type RequestBlocker =
  | SubnetMissing
  | SecurityGroupMissing
  | SeveralVpcs
  | TaskDefinitionMissing
  | ExecutionRoleNotSet
  | PlatformRetired
  | NoFreeAddress
  | LogOptionMissing

/** The thing that a call asks for is not there. */
export type MissingBlocker =
  | SecretMissing
  | SecretDeleted
  | SecretWithoutValue
  | ParameterMissing
  | LogGroupMissing
  | ImageMissing
  | KeyUnusable

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
  /** What needs it: an ECR image, a secret, or the awslogs driver. */
  readonly neededFor: 'ecr-image' | 'secret' | 'awslogs' | 'repository-credentials'
  readonly at: Pointer
}

export interface PlatformRetired {
  readonly blocker: 'platform-retired'
  readonly version: string
  readonly retiredOn: string
  readonly at: Pointer
}

export interface NoFreeAddress {
  readonly blocker: 'no-free-address'
  readonly subnetId: string
  readonly cidrBlock: string | null
  readonly at: Pointer
}

export interface LogOptionMissing {
  readonly blocker: 'log-option-missing'
  readonly container: string
  readonly option: string
  readonly at: Pointer
}

export interface SecretMissing {
  readonly blocker: 'secret-missing'
  readonly secretArn: string
  readonly at: Pointer
}

export interface SecretDeleted {
  readonly blocker: 'secret-deleted'
  readonly secretArn: string
  readonly deletedDate: string
  readonly at: Pointer
}

export interface SecretWithoutValue {
  readonly blocker: 'secret-without-value'
  readonly secretArn: string
  readonly at: Pointer
}

export interface ParameterMissing {
  readonly blocker: 'parameter-missing'
  readonly name: string
  readonly region: string
  readonly at: Pointer
}

export interface LogGroupMissing {
  readonly blocker: 'log-group-missing'
  readonly logGroup: string
  readonly region: string
  readonly at: Pointer
}

export interface ImageMissing {
  readonly blocker: 'image-missing'
  readonly image: string
  readonly repository: string
  /** The whole repository, or the tag or digest in it. */
  readonly missing: 'repository' | 'tag' | 'digest'
  readonly at: Pointer
}

/** The customer managed key of a secret or parameter does not decrypt in this state. */
export interface KeyUnusable {
  readonly blocker: 'key-unusable'
  readonly keyArn: string
  readonly keyState: string
  /** The ARN or name of what is encrypted with it. */
  readonly usedBy: string
  readonly at: Pointer
}
