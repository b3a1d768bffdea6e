import type { Language } from '../../words/phrase.ts'
import { formatWords } from '../../words/report-formats.ts'
import { standingOf } from '../count-launches.ts'
import type { Earlier } from '../mark-new.ts'
import type { Finding, LaunchVerdict, Report, ReportLaunch } from '../report.ts'
import { visible } from '../text/visible.ts'
import { findingLines, gapLine } from './report-texts.ts'

export interface JunitOptions {
  readonly language: Language
  /** What counts no more, since an earlier report holds it. */
  readonly earlier: Earlier | null
  /** Whether what is undecided breaks the build. */
  readonly failOn: 'fails' | 'undecided'
}

/** The report as JUnit XML: a suite for each launch, a case for each subnet. */
export function junitReport(report: Report, options: JunitOptions): string {
  const suites = report.launches.map((launch) => suiteOf(launch, options))
  const total = (name: keyof Counts) => suites.reduce((sum, { counts }) => sum + counts[name], 0)
  const head = attributes({
    name: 'farsight',
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`
}

interface Counts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

function suiteOf(launch: ReportLaunch, options: JunitOptions): { readonly xml: string; readonly counts: Counts } {
  const standing = standingOf(launch, options.earlier)
  const places = launch.subnets.length === 0 ? [{ subnetId: launch.id, verdict: launch.verdict }] : launch.subnets
  const counts: Counts = { tests: places.length, failures: 0, errors: 0, skipped: 0 }
  const cases = places.map(({ subnetId, verdict }) => {
    const counted = worseOf(verdict, standing)
    if (counted === 'fails') counts.failures++
    else if (counted === 'undecided') counts[options.failOn === 'fails' ? 'skipped' : 'errors']++
    return caseOf(launch, subnetId, counted, options)
  })
  return {
    xml: `  <testsuite ${attributes({ name: launch.id, ...counts })}>\n${cases.join('')}  </testsuite>\n`,
    counts,
  }
}

/** A subnet is no worse than its launch counts. */
function worseOf(here: LaunchVerdict, standing: LaunchVerdict): LaunchVerdict {
  if (here === 'starts' || standing === 'starts') return 'starts'
  return standing === 'undecided' ? 'undecided' : here
}

function caseOf(launch: ReportLaunch, subnet: string, verdict: LaunchVerdict, options: JunitOptions): string {
  const findings = launch.findings.filter(({ subnets }) => subnets.length === 0 || subnets.includes(subnet))
  const here = launch.subnets.length === 0 ? launch.findings : findings
  const file = here.map(({ origin }) => origin).find((origin) => origin !== null && 'file' in origin)
  const place = file !== undefined && file !== null && 'file' in file ? { file: file.file, line: file.line } : {}
  const head = attributes({ classname: launch.id, name: subnet, ...place })
  const body = bodyOf(launch, here, verdict, options)
  return body === '' ? `    <testcase ${head}/>\n` : `    <testcase ${head}>\n${body}    </testcase>\n`
}

function bodyOf(
  { gaps }: ReportLaunch,
  findings: readonly Finding[],
  verdict: LaunchVerdict,
  { language, failOn }: JunitOptions,
): string {
  const lines = findings.flatMap((finding) => [titleOf(finding, language), ...findingLines(finding, language)])
  if (verdict === 'starts')
    return lines.length === 0 ? '' : `      <system-out>${escaped(lines.join('\n'))}</system-out>\n`
  if (verdict === 'fails') {
    const [first] = findings
    const head = attributes({ message: first?.message ?? '', type: first?.cause ?? 'fails' })
    return `      <failure ${head}>${escaped(lines.join('\n'))}</failure>\n`
  }
  const open = gaps.map((gap) => gapLine(gap, language))
  const head = attributes({ message: open[0] ?? formatWords.openFact[language]() })
  if (failOn === 'fails') return `      <skipped ${head}/>\n`
  return `      <error ${head} type="undecided">${escaped([...lines, ...open].join('\n'))}</error>\n`
}

function titleOf({ message, cause, isNew, ignored }: Finding, language: Language): string {
  const marks = [
    ...(isNew === undefined ? [] : [(isNew ? formatWords.isNew : formatWords.stoodBefore)[language]()]),
    ...(ignored === undefined ? [] : [formatWords.ignored[language]()]),
  ]
  return `${message} [${cause}]${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(visible(String(value)))}"`)
    .join(' ')
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // XML knows no halves of characters
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd')
  )
}
