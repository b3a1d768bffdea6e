import type { CauseId } from '../../causes/cause.ts'
import type { Confidence, Joined } from '../../diagnosis/diagnosis.ts'
import type { Stop } from '../../stops/stop.ts'
import type { Finding, REPORT_SCHEMA, ReportLaunch, Source, Summary } from '../report.ts'
import type { StopAnswer } from '../stop/stop-answer.ts'

/** What `diagnose` says, as published JSON. */
export interface DiagnosisReport {
  readonly schema: typeof REPORT_SCHEMA
  readonly command: 'diagnose'
  readonly source: Source
  readonly summary: Summary
  readonly snapshot: { readonly takenAt?: string }
  /** The launches of the stops, judged in the subnets of their tasks. */
  readonly launches: readonly DiagnosedLaunch[]
  readonly skipped: readonly []
  /** The first of `stops`. */
  readonly stop: Stop
  readonly stops: readonly ReportedStop[]
}

/** Its findings are those that explain the stop. */
export interface DiagnosedLaunch extends Omit<ReportLaunch, 'findings'> {
  readonly findings: readonly DiagnosedFinding[]
  /** Findings that do not explain the stop, and would stop the next start. */
  readonly others: readonly Finding[]
}

export interface DiagnosedFinding extends Finding {
  readonly confidence: Confidence
}

export interface ReportedStop {
  readonly stop: Stop
  readonly owner: string | null
  readonly count: number
  readonly of: number
  readonly tasks: readonly string[]
  readonly subnets: readonly { readonly subnetId: string; readonly count: number }[]
  readonly first: string | null
  readonly last: string | null
  /** Its place in `launches`; null: there was none to join with. */
  readonly launch: number | null
  readonly says: Joined['says'] | null
  /** Of the best cause; null: there is none. */
  readonly confidence: Confidence | null
  readonly causes: readonly {
    readonly cause: CauseId
    readonly confidence: Confidence
    readonly finding: string | null
  }[]
  readonly answer: StopAnswer
  readonly notes: readonly string[]
  readonly leads: readonly string[]
}
