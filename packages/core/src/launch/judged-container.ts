import type { Pointer } from '../model/origin.ts'
import type { Faults } from './faults.ts'
import type { OsFamily } from './task-size.ts'

/** A container whose settings are judged. */
export interface JudgedContainer {
  readonly faults: Faults
  readonly name: string
  readonly at: Pointer
  /** Null where it is not known. */
  readonly family: OsFamily | null
}
