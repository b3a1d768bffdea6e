import type { CauseId, CauseKind } from '../causes/cause.ts'
import type { LayerName } from '../iam/layer-name.ts'
import type { ConditionId } from '../launch/requirement.ts'
import type { StepId } from '../launch/step-id.ts'
import type { AssumptionId } from '../model/assumption.ts'
import type { Verdict } from '../model/judgement.ts'
import type { Origin } from '../model/origin.ts'

export const REPORT_SCHEMA = 'farsight.report/1'

/** The answer as published JSON (`schemas/report.v1.json`): stable order, and no time stamp but the snapshot's. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA
  readonly command: 'preflight' | 'diagnose'
  readonly source: Source
  readonly summary: Summary
  readonly snapshot: { readonly takenAt?: string }
  readonly launches: readonly ReportLaunch[]
  readonly skipped: readonly { readonly id: string; readonly why: string }[]
}

export interface Source {
  readonly type: 'snapshot' | 'template' | 'message'
  readonly files: readonly string[]
}

export interface Summary {
  readonly starts: number
  readonly fails: number
  readonly undecided: number
  readonly skipped: number
}

/** Of a launch as a whole, `works` is called by what it means. */
export type LaunchVerdict = 'starts' | 'fails' | 'undecided'

export interface ReportLaunch {
  readonly id: string
  readonly taskDefinition: string | null
  readonly launchType: 'FARGATE'
  readonly platform: { readonly family: string; readonly version: string } | null
  readonly verdict: LaunchVerdict
  readonly running?: { readonly count: number; readonly couldRestart: boolean }
  readonly subnets: readonly ReportSubnet[]
  readonly requirements: readonly ReportRequirement[]
  readonly findings: readonly Finding[]
  readonly gaps: readonly ReportGap[]
  readonly assumptions: readonly { readonly id: AssumptionId; readonly text: string }[]
  readonly notJudged: readonly { readonly id: string; readonly text: string }[]
}

export interface ReportSubnet {
  readonly subnetId: string
  readonly availabilityZone: string | null
  readonly verdict: LaunchVerdict
}

export interface ReportRequirement {
  readonly id: string
  readonly step: StepId
  readonly required: boolean
  readonly action?: string | null
  readonly condition?: ConditionId
  readonly resource: string
  readonly principal?: string | null
  readonly from?: 'task' | 'fargate' | 'aws'
  readonly to?: string
  readonly verdict: Verdict
  readonly bySubnet: { readonly [subnetId: string]: ReportOutcome }
}

export interface ReportOutcome {
  readonly verdict: Verdict
  readonly reach?: Verdict
  readonly authorize?: Verdict
  readonly target?: Verdict
  readonly partial?: { readonly works: number; readonly of: number }
}

/** One cause on one object, with all that it stops. */
export interface Finding {
  readonly id: string
  readonly cause: CauseId
  readonly step: StepId
  readonly kind: CauseKind
  /** `undecided` where the cause is there and whether it bites is open (some addresses work, an unknown decides). */
  readonly verdict: 'fails' | 'undecided'
  readonly required: boolean
  readonly requirements: readonly string[]
  readonly subnets: readonly string[]
  readonly resource: string
  readonly evidence: readonly Evidence[]
  /** Of a permission that a call lacks: what each policy layer says, in the order in which they are asked. */
  readonly chain?: readonly ChainLine[]
  readonly origin: Origin | null
  /** What is wrong. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /** Whether it was not there before: in an earlier report, or in the account under the code. */
  readonly isNew?: boolean
  /** Somebody asked to leave it out of account. */
  readonly ignored?: true
}

/** The hop or statement that decided, in words, and where it stands. */
export interface Evidence {
  readonly blocker: string
  readonly text: string
  readonly subnets: readonly string[]
  readonly origin: Origin | null
}

/** What one policy layer says. */
export interface ChainLine {
  readonly layer: LayerName
  readonly says: 'allowed' | 'denied' | 'silent' | 'undecided'
  /** The policy and the statement that decide; null where none does. */
  readonly policy: string | null
  readonly statement: string | null
  readonly text: string
  readonly origin: Origin | null
}

export interface ReportGap {
  readonly what: string
  readonly why: string
  readonly settledBy: SettledBy
  readonly origin: Origin | null
  readonly subnets: readonly string[]
}

/** What settles a gap, for programs; `text` says it to people and is null where nothing here does. */
export interface SettledBy {
  readonly permission?: string
  readonly option?: string
  readonly account?: string
  readonly text: string | null
}
