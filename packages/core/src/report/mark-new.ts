import type { Finding, Report, ReportLaunch } from './report.ts'

/** What of an earlier report tells whether something was there before. */
export interface Earlier {
  readonly launches: readonly {
    readonly id: string
    readonly findings: readonly { readonly cause: string; readonly resource: string }[]
    readonly gaps: readonly { readonly what: string }[]
  }[]
}

/** The report with a word at each finding: whether the earlier one lacks it. One cause on one object is one finding. */
export function markNew(report: Report, earlier: Earlier): Report {
  const known = new Set(earlier.launches.flatMap((launch) => launch.findings.map((finding) => keyOf(launch, finding))))
  return withFindings(report, (finding, launch) => ({ ...finding, isNew: !known.has(keyOf(launch, finding)) }))
}

/** Findings that somebody asked to leave out of account: a cause, and where it is named the thing it is about. */
export interface Ignored {
  readonly cause: string
  /** Null: whatever it is about. `*` at the end stands for any rest. */
  readonly resource: string | null
}

export function markIgnored(report: Report, ignored: readonly Ignored[]): Report {
  if (ignored.length === 0) return report
  const isIgnored = ({ cause, resource }: Finding) =>
    ignored.some((each) => each.cause === cause && (each.resource === null || isNamed(resource, each.resource)))
  return withFindings(report, (finding) => (isIgnored(finding) ? { ...finding, ignored: true } : finding))
}

function isNamed(resource: string, by: string): boolean {
  return by.endsWith('*') ? resource.startsWith(by.slice(0, -1)) : resource === by
}

function withFindings(report: Report, make: (finding: Finding, launch: ReportLaunch) => Finding): Report {
  const launches = report.launches.map((launch) => {
    return { ...launch, findings: launch.findings.map((finding) => make(finding, launch)) }
  })
  return { ...report, launches }
}

function keyOf({ id }: { readonly id: string }, { cause, resource }: { cause: string; resource: string }): string {
  return JSON.stringify([id, cause, resource])
}
