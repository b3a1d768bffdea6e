import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Listing } from './table.ts'
import type { Tags } from './tags.ts'

export interface FileSystem {
  readonly lifeCycleState?: Known<string>
  /** `null`: asked, and there is none, so every client may mount; absent: not read. */
  readonly policyDocument?: Known<PolicyDocument> | null
  readonly mountTargets?: Known<Listing<MountTarget>>
  readonly accessPoints?: Known<Listing<{ readonly rootDirectory?: Known<string> }>>
  readonly tags?: Known<Tags>
}

export interface MountTarget {
  readonly subnetId: Known<string>
  readonly ipAddress?: Known<string>
  readonly lifeCycleState?: Known<string>
  readonly securityGroupIds: Known<readonly string[]>
}
