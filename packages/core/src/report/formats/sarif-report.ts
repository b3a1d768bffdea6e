import type { Origin } from '../../model/origin.ts'
import type { Language } from '../../words/phrase.ts'
import { formatWords } from '../../words/report-formats.ts'
import type { Finding, Report, ReportGap, ReportLaunch } from '../report.ts'
import { visible } from '../text/visible.ts'
import { findingLines, gapLine, pageOf } from './report-texts.ts'

export interface SarifOptions {
  readonly language: Language
  /** Of the program. */
  readonly version: string
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** The rule of what is undecided. */
const OPEN = 'undecided'

/**
 * The report as SARIF 2.1.0, which code scanning reads.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report, { language, version }: SarifOptions): string {
  const rules = rulesOf(report, language)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const of = (ruleId: string) => ({ ruleId, ruleIndex: indexOf.get(ruleId) ?? -1 })
  const results = report.launches.flatMap((launch) => [
    ...launch.findings.map((finding) => ({ ...of(finding.cause), ...resultOf(report, launch, finding, language) })),
    ...(launch.verdict === 'undecided' ? launch.gaps : []).map((gap) => ({
      ...of(OPEN),
      ...openResultOf(report, launch, gap, language),
    })),
  ])
  const driver = { name: 'Farsight', version, semanticVersion: version, rules }
  const run = { tool: { driver }, language, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function rulesOf({ launches }: Report, language: Language) {
  const byId = new Map<string, Finding>()
  for (const { findings } of launches)
    for (const each of findings) if (!byId.has(each.cause)) byId.set(each.cause, each)
  const rules = [...byId].map(([id, { message, remedy, kind }]) => {
    const page = pageOf(id)
    return {
      id,
      shortDescription: { text: message },
      help: {
        text: [message, remedy, formatWords.manual[language](page)].filter((text) => text !== '').join('\n'),
        markdown: `${plain(message)}\n\n${plain(remedy)}\n\n[${id}](${page})`,
      },
      properties: { tags: [kind] },
    }
  })
  if (!launches.some(({ verdict, gaps }) => verdict === 'undecided' && gaps.length > 0)) return rules
  const text = formatWords.openFact[language]()
  const help = formatWords.openFactHelp[language]()
  const properties = { tags: ['undecided'] }
  return [...rules, { id: OPEN, shortDescription: { text }, help: { text: help, markdown: help }, properties }]
}

/** Without what Markdown would take for its own. */
function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
}

function resultOf(report: Report, launch: ReportLaunch, finding: Finding, language: Language) {
  const { cause, resource, message, verdict, required, origin, isNew, ignored } = finding
  return {
    level: verdict === 'fails' && required ? 'error' : 'warning',
    message: { text: [`${visible(launch.id)}: ${message}`, ...findingLines(finding, language)].join('\n') },
    locations: [locationOf(report, origin, resource)],
    partialFingerprints: { 'farsight/v1': JSON.stringify([launch.id, cause, resource]) },
    ...(isNew === undefined ? {} : { baselineState: isNew ? 'new' : 'unchanged' }),
    ...(ignored === undefined ? {} : { suppressions: [{ kind: 'external' }] }),
  }
}

function openResultOf(report: Report, launch: ReportLaunch, gap: ReportGap, language: Language) {
  return {
    level: 'note',
    message: { text: `${visible(launch.id)}: ${gapLine(gap, language)}` },
    locations: [locationOf(report, gap.origin, gap.what)],
    partialFingerprints: { 'farsight/v1': JSON.stringify([launch.id, OPEN, gap.what]) },
  }
}

/** What came from no file stands at the top of the one that was given. */
function locationOf({ source }: Report, origin: Origin | null, resource: string) {
  const isCode = origin !== null && 'file' in origin
  const file = isCode ? origin.file : (source.files[0] ?? '-')
  const region = isCode ? { startLine: origin.line, startColumn: origin.column } : { startLine: 1 }
  const name = (isCode ? origin.path : undefined) ?? resource
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region },
    logicalLocations: [{ fullyQualifiedName: visible(name) }],
  }
}

function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '')
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded}` : encoded
}
