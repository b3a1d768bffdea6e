import type { Place } from '../model/world.ts'
import type { MissingBlocker } from './blocker.ts'
import type { ContainerBlocker } from './container-blocker.ts'
import type { EnvironmentFile } from './environment-file.ts'
import type { ImagePlatform } from './image-platform.ts'

export type TargetBlocker = MissingBlocker | ContainerBlocker

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
  | { readonly target: 'image-elsewhere'; readonly image: string }
  | {
      readonly target: 'key'
      readonly arn: string
      readonly id: string
      readonly place: Place
      /** What is encrypted with it. */
      readonly usedBy: string
    }
