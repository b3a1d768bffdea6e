import type { Language } from '../../words/phrase.ts'
import { labels, verdictWords } from '../../words/report.ts'
import { formatWords } from '../../words/report-formats.ts'
import { nothingJudged } from '../../words/skipped.ts'
import type { Finding, LaunchVerdict, Report, ReportLaunch } from '../report.ts'
import { visible } from '../text/visible.ts'
import { findingLines, gapLine } from './report-texts.ts'

export interface MarkdownOptions {
  readonly language: Language
}

/** By which a later run finds the comment that an earlier one left. */
const MARK = '<!-- farsight -->'
const SIGNS: { readonly [verdict in LaunchVerdict]: string } = { starts: '✅', fails: '❌', undecided: '❔' }

/** A comment takes 65,536 characters; beyond these launches and findings, the rest is counted. */
const LAUNCHES = 50
const DETAILED = 20
const FINDINGS = 8
const LINE = 600

/** The report as a comment on a pull request. */
export function markdownReport(report: Report, { language }: MarkdownOptions): string {
  const { launches, skipped, summary } = report
  const { fails, undecided } = summary
  const ordered = [...launches].sort((left, right) => RANK[left.verdict] - RANK[right.verdict])
  const shown = ordered.slice(0, LAUNCHES)
  const more = ordered.length - shown.length
  const title = formatWords.title[language]({ fails, undecided, of: launches.length })
  const open = shown.filter(({ verdict, findings }) => verdict !== 'starts' || findings.length > 0).slice(0, DETAILED)
  const assumed = [...new Set(launches.flatMap(({ assumptions }) => assumptions.map(({ text }) => text)))]
  return `${[
    MARK,
    `### Farsight: ${title}`,
    '',
    `| ${formatWords.launch[language]()} | ${formatWords.verdict[language]()} | ${formatWords.causes[language]()} |`,
    '|---|---|---|',
    ...shown.map((launch) => row(launch, language)),
    ...(more > 0 ? ['', labels.more[language](more)] : []),
    ...open.flatMap((launch) => details(launch, language)),
    ...(skipped.length > 0
      ? ['', `${labels.skipped[language]()} ${skipped.map(({ id, why }) => `${code(id)} (${plain(why)})`).join(', ')}`]
      : []),
    ...(launches.length === 0 ? ['', nothingJudged[language]()] : []),
    ...(assumed.length > 0
      ? ['', `<sub>${labels.assumed[language]()} ${assumed.map(plain).join(labels.listSeparator[language]())}</sub>`]
      : []),
  ].join('\n')}\n`
}

const RANK: { readonly [verdict in LaunchVerdict]: number } = { fails: 0, undecided: 1, starts: 2 }

function row({ id, verdict, findings }: ReportLaunch, language: Language): string {
  const causes = [...new Set(findings.map(({ cause }) => code(cause)))].join(' ')
  return `| ${code(id)} | ${SIGNS[verdict]} ${verdictWords[verdict][language]()} | ${causes} |`
}

function details({ id, findings, gaps, verdict }: ReportLaunch, language: Language): readonly string[] {
  const open = verdict === 'undecided' || findings.length === 0 ? gaps : []
  return [
    '',
    `<details${verdict === 'fails' ? ' open' : ''}><summary><code>${html(id)}</code></summary>`,
    '',
    ...findings.slice(0, FINDINGS).flatMap((finding) => findingItem(finding, language)),
    ...(findings.length > FINDINGS ? [`- ${labels.more[language](findings.length - FINDINGS)}`] : []),
    ...open.slice(0, FINDINGS).map((gap) => `- ❔ ${plain(gapLine(gap, language))}`),
    ...(open.length > FINDINGS ? [`- ${labels.more[language](open.length - FINDINGS)}`] : []),
    '',
    '</details>',
  ]
}

function findingItem(finding: Finding, language: Language): readonly string[] {
  const { message, cause, origin, required, isNew, ignored } = finding
  const marks = [
    ...(required ? [] : [labels.advisory[language]()]),
    ...(isNew === undefined ? [] : [(isNew ? formatWords.isNew : formatWords.stoodBefore)[language]()]),
    ...(ignored === undefined ? [] : [formatWords.ignored[language]()]),
  ]
  const place = origin !== null && 'file' in origin ? ` — ${code(`${origin.file}:${origin.line}`)}` : ''
  const suffix = marks.length === 0 ? '' : ` _(${marks.map(plain).join(', ')})_`
  return [
    `- **${plain(message)}** ${code(cause)}${place}${suffix}`,
    ...findingLines(finding, language).map((line) => `  - ${plain(line)}`),
  ]
}

/** Text of which nothing is taken for Markdown, HTML or the name of a person. */
function plain(text: string): string {
  return html(cut(text)).replace(/[\\`*_{}[\]#|~]/g, '\\$&')
}

function html(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
}

function code(text: string): string {
  return `\`${visible(cut(text)).replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

function cut(text: string): string {
  return text.length <= LINE ? text : `${text.slice(0, LINE)}…`
}
