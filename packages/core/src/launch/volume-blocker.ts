import type { Pointer } from '../model/origin.ts'

/** What keeps a volume from being mounted. */
export type VolumeBlocker =
  | FileSystemMissing
  | MountTargetMissing
  | MountTargetSecurityGroup
  | FileSystemPolicySilent
  | VolumeOptionInvalid
  | VolumeOptionMissing
  | VolumeNotConfigured
  | VolumeConfigurationUnmatched
  | TooManyVolumes
  | EbsSnapshotUnusable

export interface FileSystemMissing {
  readonly blocker: 'file-system-missing'
  readonly fileSystemId: string
  readonly region: string
  /** `missing`, or its state. */
  readonly state: string
  readonly at: Pointer
}

/** The name of the file system gives no address in the zone of the subnet. */
export interface MountTargetMissing {
  readonly blocker: 'mount-target-missing'
  readonly fileSystemId: string
  readonly zone: string | null
  readonly subnetId: string
  readonly vpcId: string
  /** Null: there is none; else the state of the one that is there. */
  readonly state: string | null
  /** Set where all that there are are in another VPC. */
  readonly otherVpcId: string | null
  readonly at: Pointer
}

/** None of the mount target's groups lets the task in. */
export interface MountTargetSecurityGroup {
  readonly blocker: 'mount-target-security-group'
  readonly fileSystemId: string
  readonly mountTargetId: string
  readonly groupIds: readonly string[]
  readonly port: number
  readonly subnetId: string
  readonly source: string
  readonly at: Pointer
}

/** The policy of the file system does not let everybody mount, and the task does not say who it is. */
export interface FileSystemPolicySilent {
  readonly blocker: 'file-system-policy-silent'
  readonly fileSystemId: string
  readonly volume: string
  readonly at: Pointer
}

/** An option beside which another one must be different, or absent. */
export interface VolumeOptionInvalid {
  readonly blocker: 'volume-option-invalid'
  readonly volume: string
  readonly option: string
  readonly value: string
  /** Empty: it must not be set. */
  readonly wanted: readonly string[]
  /** The option or platform that makes it wrong. */
  readonly beside: string
  readonly at: Pointer
}

export interface VolumeOptionMissing {
  readonly blocker: 'volume-option-missing'
  readonly volume: string
  /** Of which one has to be set. */
  readonly options: readonly string[]
  /** The option that needs it; null: it is always needed. */
  readonly beside: string | null
  readonly at: Pointer
}

/** A volume that is configured at launch, of which the request says nothing. */
export interface VolumeNotConfigured {
  readonly blocker: 'volume-not-configured'
  readonly volume: string
  readonly at: Pointer
}

/** What the request says of a volume that the task definition does not leave to the launch. */
export interface VolumeConfigurationUnmatched {
  readonly blocker: 'volume-configuration-unmatched'
  readonly volume: string
  readonly at: Pointer
}

/** More volumes that are configured at launch than a task can have. */
export interface TooManyVolumes {
  readonly blocker: 'too-many-volumes'
  readonly volumes: readonly string[]
  readonly most: number
  readonly at: Pointer
}

/** EC2 makes no volume of the snapshot. */
export interface EbsSnapshotUnusable {
  readonly blocker: 'ebs-snapshot-unusable'
  readonly volume: string
  readonly snapshotId: string
  readonly why: 'missing' | 'state' | 'size'
  /** Its state, or its size where the volume is to be smaller. */
  readonly value: string
  readonly at: Pointer
}
