import type { Gathered } from '../causes/gathered.ts'
import type { JudgedLaunch, JudgedRequirement } from '../launch/judge.ts'
import type { Stop } from '../stops/stop.ts'
import type { Lead } from './lead.ts'

/** The second of the three questions: why did it stop. */
export interface Diagnosis {
  /** Those of one service together, the most frequent first. */
  readonly stops: readonly DiagnosedStop[]
}

/** Stops of one launch that read the same. */
export interface DiagnosedStop {
  readonly stop: Stop
  /** `service/web`, `task/abc`; null: the text does not tell whose stop it is. */
  readonly owner: string | null
  /** How often it was told. */
  readonly count: number
  /** Stops of the same owner, whatever the reason: those of tasks, or what the service says of itself. */
  readonly of: number
  readonly taskIds: readonly string[]
  /** The subnets of the tasks, with how many of them; tasks whose subnet is not known are in none. */
  readonly subnets: readonly { readonly id: string; readonly count: number }[]
  /** As the texts say it. */
  readonly first: string | null
  readonly last: string | null
  /** Null where there is no launch to join with. */
  readonly joined: Joined | null
  readonly leads: readonly Lead[]
}

/**
 * How sure a cause is. `proven`: the model fails in the task's subnet without a gap, and step and kind agree; `likely`: a
 * gap, or time, lies between; `possible`: the stop alone says so.
 */
export type Confidence = 'proven' | 'likely' | 'possible'

/** A stop, held against what the model says of the launch. */
export interface Joined {
  readonly launch: JudgedLaunch
  readonly requirements: readonly JudgedRequirement[]
  /**
   * What the model says of the step that failed: there is a finding that explains it; facts are missing; it works; another
   * fault is there; nothing of it is judged.
   */
  readonly says: 'explained' | 'open' | 'nothing-wrong' | 'other-fault' | 'not-judged'
  readonly findings: readonly { readonly gathered: Gathered; readonly confidence: Confidence }[]
  /** Findings that do not explain this stop, and would stop the next start. */
  readonly others: readonly Gathered[]
  /** All findings of the launch, in the order in which reports list them. */
  readonly gathered: readonly Gathered[]
  /** Milliseconds from the last stop to the snapshot; null: one of the times is not known. */
  readonly elapsed: number | null
}
