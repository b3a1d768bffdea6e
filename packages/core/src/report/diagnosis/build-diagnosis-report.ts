import type { Confidence, DiagnosedStop, Diagnosis, Joined } from '../../diagnosis/diagnosis.ts'
import type { World } from '../../model/world.ts'
import type { Stop } from '../../stops/stop.ts'
import { type ReportOptions, reportLaunchOf } from '../build-report.ts'
import { REPORT_SCHEMA, type ReportLaunch } from '../report.ts'
import { diagnosisAnswer } from './diagnosis-answer.ts'
import { diagnosisNotesOf } from './diagnosis-notes.ts'
import type { DiagnosedLaunch, DiagnosisReport, ReportedStop } from './diagnosis-report.ts'
import { leadTexts } from './lead-texts.ts'

/** Turns a diagnosis into the published report, its sentences in one language. */
export function buildDiagnosisReport(
  world: World | null,
  { stops }: Diagnosis,
  options: ReportOptions,
): DiagnosisReport | null {
  const [first] = stops
  if (first === undefined) return null
  const launches: DiagnosedLaunch[] = []
  const reported = stops.map((each) => {
    const launch = world === null || each.joined === null ? null : launchOf(world, each.joined, options)
    if (launch !== null) launches.push(launch)
    return reportedStop(each, launch, launch === null ? null : launches.length - 1, options)
  })
  const count = (verdict: ReportLaunch['verdict']) => launches.filter((launch) => launch.verdict === verdict).length
  const takenAt = world?.snapshot.takenAt
  return {
    schema: REPORT_SCHEMA,
    command: 'diagnose',
    source: options.source,
    summary: { starts: count('starts'), fails: count('fails'), undecided: count('undecided'), skipped: 0 },
    snapshot: takenAt === undefined ? {} : { takenAt },
    launches,
    skipped: [],
    stop: first.stop,
    stops: reported,
  }
}

function launchOf(
  world: World,
  { launch, gathered, findings, others }: Joined,
  options: ReportOptions,
): DiagnosedLaunch {
  const report = reportLaunchOf(world, launch, options)
  const wordsOf = (wanted: (typeof gathered)[number]) => report.findings[gathered.indexOf(wanted)]
  return {
    ...report,
    findings: findings.flatMap((each) => {
      const finding = wordsOf(each.gathered)
      return finding === undefined ? [] : [{ ...finding, confidence: each.confidence }]
    }),
    others: others.flatMap((each) => wordsOf(each) ?? []),
  }
}

function reportedStop(
  diagnosed: DiagnosedStop,
  launch: DiagnosedLaunch | null,
  position: number | null,
  { language, source }: ReportOptions,
): ReportedStop {
  const { stop, owner, count, of, taskIds, subnets, first, last, joined, leads } = diagnosed
  const causes = causesOf(stop, joined, launch)
  return {
    stop,
    owner,
    count,
    of,
    tasks: taskIds,
    subnets: subnets.map(({ id, count: here }) => ({ subnetId: id, count: here })),
    first,
    last,
    launch: position,
    says: joined?.says ?? null,
    confidence: causes[0]?.confidence ?? null,
    causes,
    answer: diagnosisAnswer(diagnosed, launch, language),
    notes: diagnosisNotesOf(diagnosed, language, source.type !== 'message'),
    leads: leads.flatMap((lead) => leadTexts(lead, language)),
  }
}

/** Those that the model proves first; where it proves one, what the message alone allows is no candidate any more. */
function causesOf(stop: Stop, joined: Joined | null, launch: DiagnosedLaunch | null): ReportedStop['causes'] {
  const explained = (launch?.findings ?? []).map(({ cause, confidence, id }) => ({ cause, confidence, finding: id }))
  explained.sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
  if (explained.some(({ confidence }) => confidence === 'proven') || joined?.says === 'nothing-wrong') return explained
  const known = new Set(explained.map(({ cause }) => cause))
  const possible = stop.causes.filter((cause) => !known.has(cause))
  return [...explained, ...possible.map((cause) => ({ cause, confidence: 'possible' as const, finding: null }))]
}

const RANK: { readonly [Sure in Confidence]: number } = { proven: 0, likely: 1, possible: 2 }
