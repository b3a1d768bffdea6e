import { causeTitles } from '../../words/cause-titles.ts'
import { diagnosisLabels } from '../../words/diagnosis.ts'
import { stopLabels } from '../../words/stops.ts'
import { answerLines } from '../stop/answer-lines.ts'
import { evidenceSentence, stopFacts } from '../stop/stop-facts.ts'
import { hung } from '../text/hung.ts'
import { findingBlock, gapBlock, type TextOptions } from '../text/text-report.ts'
import { wrap } from '../text/wrap.ts'
import type { DiagnosedLaunch, DiagnosisReport, ReportedStop } from './diagnosis-report.ts'

/** So many stops are shown; JSON has them all. */
const SHOWN = 10

/** A diagnosis as a person reads it in a terminal. */
export function diagnosisText({ stops, launches }: DiagnosisReport, options: TextOptions): string {
  const blocks = stops
    .slice(0, SHOWN)
    .map((stop) => block(stop, stop.launch === null ? null : (launches[stop.launch] ?? null), options).join('\n'))
  if (stops.length > SHOWN) blocks.push(stopLabels.moreStops[options.language](stops.length - SHOWN))
  return `${blocks.join('\n\n')}\n`
}

/** What was said of the first stop, and its answer: no more. */
export function diagnosisSummary({ stops: [first] }: DiagnosisReport, options: TextOptions): string {
  if (first === undefined) return ''
  const { language } = options
  const { count, owner, stop, answer } = first
  const said = [
    ...wrap(diagnosisLabels.said[language]({ count, owner }), options.width),
    '',
    ...hung('  ', stop.message, options),
    '',
  ]
  return `${[...said, ...answerLines(stop, answer, options)].join('\n')}\n`
}

function block(reported: ReportedStop, launch: DiagnosedLaunch | null, options: TextOptions): readonly string[] {
  const { language } = options
  const { stop, answer, notes, leads, says } = reported
  return [
    ...answerLines(stop, answer, options),
    ...paragraph([...notes, ...retryText(reported, options)], options),
    ...proof(launch, options),
    ...(launch !== null && says === 'open' && launch.gaps.length > 0 ? ['', ...gapBlock(launch.gaps, options)] : []),
    ...section(diagnosisLabels.others[language](), (launch?.others ?? []).map(titled), options),
    ...section(diagnosisLabels.look[language](), leads, options),
    ...section(
      stopLabels.evidence[language](),
      stop.evidence.map((each) => evidenceSentence(each, language)),
      options,
    ),
    ...section(stopLabels.candidates[language](), candidates(reported, options), options),
    ...section(stopLabels.notUnderstood[language](), stop.notUnderstood === null ? [] : [stop.notUnderstood], options),
    ...section(stopLabels.message[language](), stop.message === '' ? [] : [stop.message], options),
  ]
}

function titled({ message, cause }: { readonly message: string; readonly cause: string }): string {
  return `${message} [${cause}]`
}

/** Whether it passes, and who starts the task again. */
function retryText({ stop }: ReportedStop, { language }: TextOptions): readonly string[] {
  const wanted = [stopLabels.transient[language](), stopLabels.retriedBy[language]()]
  return stopFacts(stop, language).flatMap(([label, value]) => (wanted.includes(label) ? [`${label}: ${value}`] : []))
}

function proof(launch: DiagnosedLaunch | null, options: TextOptions): readonly string[] {
  if (launch === null || launch.findings.length === 0) return []
  const shown = { ...launch, findings: launch.findings }
  const title = options.palette.bold(diagnosisLabels.proof[options.language]())
  return ['', `  ${title}`, ...launch.findings.flatMap((each, at) => findingBlock(shown, each, at + 1, options))]
}

function candidates({ causes: ids, says }: ReportedStop, { language }: TextOptions): readonly string[] {
  if (says === 'nothing-wrong') return []
  const possible = ids.filter(({ confidence }) => confidence === 'possible')
  return ids.length < 2 ? [] : possible.map(({ cause }) => `${causeTitles[cause][language]()} [${cause}]`)
}

function paragraph(texts: readonly string[], options: TextOptions): readonly string[] {
  return texts.length === 0 ? [] : ['', ...texts.flatMap((text) => hung('  ', text, options))]
}

function section(title: string, entries: readonly string[], options: TextOptions): readonly string[] {
  if (entries.length === 0) return []
  return ['', `  ${options.palette.bold(title)}`, ...entries.flatMap((entry) => hung('  - ', entry, options))]
}
