import type { Place } from '../model/world.ts'
import type { MissingBlocker } from './blocker.ts'
import type { ContainerBlocker } from './container-blocker.ts'
import type { EnvironmentFile } from './environment-file.ts'
import type { ImagePlatform } from './image-platform.ts'
import type { VolumeBlocker } from './volume-blocker.ts'

export type TargetBlocker = MissingBlocker | ContainerBlocker | VolumeBlocker

/** An EFS file system. */
export interface FileSystemTarget {
  readonly target: 'file-system'
  readonly id: string
  readonly arn: string
  readonly place: Place
  readonly volume: string
  /** Whether it is mounted at another place than its root. */
  readonly belowRoot: boolean
  /** What its policy sees of a task that does not say who it is; null: it says so, by IAM. */
  readonly anonymous: {
    /** Null: nobody knows. */
    readonly isEncrypted: boolean | null
    /** By condition key. */
    readonly context: { readonly [key: string]: string }
  } | null
}

/** The thing that a call asks for, as data: whether it is there is judged apart from the path and the policies. */
export type Target =
  | { readonly target: 'secret'; readonly arn: string; readonly place: Place; readonly readsPart: boolean }
  | { readonly target: 'parameter'; readonly name: string; readonly place: Place }
  | { readonly target: 'log-group'; readonly name: string; readonly place: Place }
  | {
      readonly target: 'image'
      readonly image: string
      readonly repository: string
      readonly tag: string | null
      readonly digest: string | null
      readonly place: Place
      /** Null where it is not known what the task runs on. */
      readonly platform: ImagePlatform | null
      /** Of the task's ephemeral storage; null where that is not known. */
      readonly storageGibibytes: number | null
    }
  | { readonly target: 'environment-file'; readonly file: EnvironmentFile; readonly place: Place }
  | FileSystemTarget
  | { readonly target: 'image-elsewhere'; readonly image: string }
  | {
      readonly target: 'key'
      readonly arn: string
      readonly id: string
      readonly place: Place
      /** What is encrypted with it. */
      readonly usedBy: string
    }
