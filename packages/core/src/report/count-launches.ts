import type { Earlier } from './mark-new.ts'
import type { Finding, LaunchVerdict, Report, ReportLaunch } from './report.ts'

/** How a launch counts, once what is ignored and what an earlier report holds already are left out of account. */
export function standingOf(launch: ReportLaunch, earlier: Earlier | null): LaunchVerdict {
  if (launch.verdict === 'starts') return 'starts'
  const counted = launch.findings.filter((finding) => isCounted(finding, earlier))
  if (counted.some(({ verdict, required }) => verdict === 'fails' && required)) return 'fails'
  const before = earlier?.launches.find(({ id }) => id === launch.id)
  const known = new Set(before?.gaps.map(({ what }) => what))
  const isOpen = launch.gaps.some(({ what }) => !known.has(what)) || counted.some(({ required }) => required)
  return isOpen ? 'undecided' : 'starts'
}

function isCounted({ ignored, isNew }: Finding, earlier: Earlier | null): boolean {
  return ignored !== true && (earlier === null || isNew !== false)
}

/** Of all launches, as each counts. */
export function countLaunches({ launches }: Report, earlier: Earlier | null): { [Verdict in LaunchVerdict]: number } {
  const count = { starts: 0, fails: 0, undecided: 0 }
  for (const launch of launches) count[standingOf(launch, earlier)]++
  return count
}
