import type { PolicyBlocker, RoleTrustMissing } from '../iam/blocker.ts'
import type { Pointer } from '../model/origin.ts'
import type { NetworkBlocker } from '../network/blocker.ts'
import type { ContainerBlocker } from './container-blocker.ts'
import type { DiscoveryBlocker } from './discovery-blocker.ts'
import type { LoadBalancerBlocker } from './load-balancer-blocker.ts'
import type { RequestBlocker } from './request-blocker.ts'
import type { VolumeBlocker } from './volume-blocker.ts'

/** Everything that can stop a launch, as data. What each means is a total function in `causes/`. */
export type Blocker =
  | NetworkBlocker
  | PolicyBlocker
  | RoleTrustMissing
  | RequestBlocker
  | ContainerBlocker
  | VolumeBlocker
  | LoadBalancerBlocker
  | DiscoveryBlocker
  | LogOptionMissing
  | MissingBlocker

/** The thing that a call asks for is not there. */
export type MissingBlocker =
  | SecretMissing
  | SecretDeleted
  | SecretWithoutValue
  | ParameterMissing
  | LogGroupMissing
  | ImageMissing
  | KeyUnusable
  | KeyOfAnotherAccount

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

/** A secret under AWS's own key, which nobody of another account can use. */
export interface KeyOfAnotherAccount {
  readonly blocker: 'key-of-another-account'
  readonly secretArn: string
  /** The account of the secret. */
  readonly owner: string
  /** The account of the role that shall read it. */
  readonly reader: string
  readonly at: Pointer
}
