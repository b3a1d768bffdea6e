import type { Pointer } from '../model/origin.ts'
import type { CauseId } from './cause.ts'

/** What a blocker means: the cause, and the one object that it is about. Blockers of equal meaning are one finding. */
export interface Meaning {
  readonly cause: CauseId
  readonly object: string
  /** The part that is wrong, where it is another than the one that stopped the packet. */
  readonly at?: Pointer
}
