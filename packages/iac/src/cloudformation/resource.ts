import type { Gap } from '@farsight/core'
import type { Deployed } from './deployed.ts'
import type { Environment } from './environment.ts'
import type { Value } from './value.ts'

/** A resource of a stack that is created, or may be. */
export interface Resource {
  /** Identifies it among all stacks that are read together: the logical id, behind the name of a nested stack. */
  readonly id: string
  /** How messages call it: the construct path of the CDK, else the logical id. */
  readonly path: string
  readonly type: string
  readonly at: number
  /** The file of a nested template, where the metadata notes it. */
  readonly asset: string | null
  /** What AWS has named it already, where the code tells. */
  readonly known?: {
    readonly id: string
    readonly arn: string | null
  }
  /** What an earlier deployment of the stack made of it in the account that the code lies over. */
  readonly deployed?: Deployed
  /** Its id in the code, where the one of the account has taken its place. */
  readonly inCode?: string
  /** Why nobody knows whether it is created; null: it is. */
  readonly doubt: Gap | null
  readonly environment: Environment
  /** All properties, as a map. */
  readonly properties: Value
  get(property: string): Value
  /** Where the property stands, else the resource. */
  placeOf(property: string): number
}
