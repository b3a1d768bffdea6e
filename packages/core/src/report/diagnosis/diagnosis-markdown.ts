import { causeTitles } from '../../words/cause-titles.ts'
import { diagnosisLabels } from '../../words/diagnosis.ts'
import type { Language } from '../../words/phrase.ts'
import { labels } from '../../words/report.ts'
import { stopLabels } from '../../words/stops.ts'
import { escaped, fenced, section, withCode } from '../stop/markdown.ts'
import { evidenceSentence } from '../stop/stop-facts.ts'
import { visible } from '../text/visible.ts'
import type { DiagnosedLaunch, DiagnosisReport, ReportedStop } from './diagnosis-report.ts'

/** A diagnosis for an issue or a chat. */
export function diagnosisMarkdown({ stops, launches }: DiagnosisReport, language: Language): string {
  const blocks = stops.map((stop) =>
    block(stop, stop.launch === null ? null : (launches[stop.launch] ?? null), language),
  )
  return `${blocks.join('\n\n')}\n`
}

function block(reported: ReportedStop, launch: DiagnosedLaunch | null, language: Language): string {
  const { stop, answer, notes, leads, causes: ids, says } = reported
  const possible =
    says === 'nothing-wrong' || ids.length < 2 ? [] : ids.filter(({ confidence }) => confidence === 'possible')
  const findings = launch?.findings ?? []
  const gaps = launch === null || says !== 'open' ? [] : launch.gaps
  return [
    `### ${escaped(answer.what)}`,
    `**${stopLabels.why[language]()}:** ${escaped(answer.why)}  \n**${stopLabels.now[language]()}:** ${withCode(answer.now)}`,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${withCode(note)}`).join('\n')]),
    ...section(
      diagnosisLabels.proof[language](),
      findings.flatMap(({ evidence, chain = [] }) => [...evidence, ...chain].map(({ text }) => text)),
    ),
    ...section(
      labels.open[language](),
      gaps.map(({ what, why }) => labels.because[language]({ what, why })),
    ),
    ...section(
      diagnosisLabels.others[language](),
      (launch?.others ?? []).map(({ message, cause }) => `${message} [${cause}]`),
    ),
    ...(leads.length === 0
      ? []
      : [`**${diagnosisLabels.look[language]()}**`, leads.map((lead) => `- ${withCode(lead)}`).join('\n')]),
    ...section(
      stopLabels.evidence[language](),
      stop.evidence.map((each) => evidenceSentence(each, language)),
    ),
    ...section(
      stopLabels.candidates[language](),
      possible.map(({ cause }) => `${causeTitles[cause][language]()} [${cause}]`),
    ),
    ...(stop.message === '' ? [] : [fenced(visible(stop.message))]),
  ].join('\n\n')
}
