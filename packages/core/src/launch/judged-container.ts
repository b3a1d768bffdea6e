import type { LaunchContainer } from './containers.ts'
import type { Faults } from './faults.ts'
import type { OsFamily } from './task-size.ts'

/** A container whose settings are judged. */
export interface JudgedContainer extends Pick<LaunchContainer, 'at' | 'changes'> {
  readonly faults: Faults
  readonly name: string
  /** Null where it is not known. */
  readonly family: OsFamily | null
}
