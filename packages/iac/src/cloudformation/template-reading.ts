import type { Snapshot } from '@farsight/core'
import type { Problem } from '../problem.ts'

export interface TemplateReading {
  /** Null where the file is no template at all. */
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}
