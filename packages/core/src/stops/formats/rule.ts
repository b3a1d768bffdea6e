import type { CauseId, CauseKind } from '../../causes/cause.ts'
import type { CauseStep } from '../../causes/usual-step.ts'
import type { Clues } from '../clues/clues.ts'
import type { EvidenceFact, StopService } from '../stop.ts'
import type { Fault } from './fault.ts'

/** What a wording, or what stands in it, means. The first rule that holds is the reading. */
export interface Rule {
  /** Only where the text is about one of these steps. */
  readonly at?: readonly CauseStep[]
  /** Any of these phrases stands in the text. */
  readonly says?: readonly string[]
  /** The text is one of these and nothing else. */
  readonly is?: readonly string[]
  /** Beside it, any of these. */
  readonly and?: readonly string[]
  /** None of these. */
  readonly not?: readonly string[]
  /** The fault is one of these. */
  readonly fault?: readonly Fault[]
  /** A test of what stands in the text in a form of its own. */
  readonly when?: (clues: Clues) => boolean
  readonly means: Meaning
}

export interface Meaning {
  /** Where it differs from what the text is about. */
  readonly step?: CauseStep
  readonly service?: StopService | null
  readonly kind: CauseKind
  /** Best first; `network`: those of a path to the service, told apart by the address. */
  readonly causes: readonly CauseId[] | 'network'
  readonly transient?: boolean | null
  readonly evidence?: EvidenceFact
}
