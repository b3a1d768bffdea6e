import type { CodeOrigin, Origin } from '../../model/origin.ts'
import type { Language } from '../../words/phrase.ts'
import {
  failsHeadline,
  failsNowhereHeadline,
  labels,
  startsHeadline,
  stepNames,
  undecidedHeadline,
  verdictWords,
} from '../../words/report.ts'
import { formatWords } from '../../words/report-formats.ts'
import { nothingJudged } from '../../words/skipped.ts'
import type { Finding, LaunchVerdict, Report, ReportGap, ReportLaunch, ReportRequirement } from '../report.ts'
import { displayWidth } from './display-width.ts'
import { visible } from './visible.ts'
import { wrap } from './wrap.ts'

/** How to set words off; each is the identity where colors are off. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

export interface TextOptions {
  readonly language: Language
  /** Columns, at least 40. */
  readonly width: number
  readonly palette: Palette
}

/** The report as a person reads it in a terminal. */
export function textReport(report: Report, options: TextOptions): string {
  const { summary, launches, skipped } = report
  const { language } = options
  const blocks = launches.map((launch) => launchBlock(launch, options))
  if (skipped.length > 0)
    blocks.push([
      labels.skipped[language](),
      ...skipped.flatMap(({ id, why }) => entry('  ', `${id}: ${why}`, options)),
    ])
  if (launches.length === 0) blocks.push([...wrap(nothingJudged[language](), options.width)])
  const standing = standingBlock(launches, options)
  if (standing.length > 0) blocks.push(standing)
  if (launches.length > 1) blocks.push([options.palette.bold(labels.summary[language](summary))])
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const MARKS: { readonly [Verdict in LaunchVerdict]: string } = { starts: '✓', fails: '✗', undecided: '?' }

function paint(verdict: LaunchVerdict, text: string, { palette }: TextOptions): string {
  return { starts: palette.green, fails: palette.red, undecided: palette.yellow }[verdict](text)
}

function launchBlock(launch: ReportLaunch, options: TextOptions): string[] {
  const { language, palette } = options
  const lines = wrap(`${MARKS[launch.verdict]} ${headline(launch, language)}`, options.width).map((line) =>
    palette.bold(paint(launch.verdict, line, options)),
  )
  lines.push(...entry('  ', subtitle(launch, language), options).map(palette.dim))
  if (launch.subnets.length > 1) lines.push('', ...subnetTable(launch, options))
  for (const [position, finding] of launch.findings.entries())
    lines.push('', ...findingBlock(launch, finding, position + 1, options))
  if (launch.gaps.length > 0) lines.push('', ...gapBlock(launch.gaps, options))
  return lines
}

function headline({ id, verdict, subnets }: ReportLaunch, language: Language): string {
  const only = subnets.length === 1 ? (subnets[0]?.subnetId ?? null) : null
  const share = { id, n: subnets.filter((subnet) => subnet.verdict === 'starts').length, of: subnets.length, only }
  if (verdict === 'starts') return startsHeadline[language](share)
  if (verdict === 'undecided') return undecidedHeadline[language](share)
  return subnets.length === 0 ? failsNowhereHeadline[language](id) : failsHeadline[language](share)
}

function subtitle({ taskDefinition, platform, running }: ReportLaunch, language: Language): string {
  const parts = [
    taskDefinition === null
      ? labels.unknownTaskDefinition[language]()
      : labels.taskDefinition[language](taskDefinition),
  ]
  parts.push(platform === null ? 'Fargate' : `Fargate ${platform.family} ${platform.version}`)
  if (running !== undefined) parts.push(labels.running[language](running))
  return parts.join(' · ')
}

function subnetTable({ subnets: raw }: ReportLaunch, options: TextOptions): string[] {
  const subnets = raw.map((subnet) => ({
    ...subnet,
    subnetId: visible(subnet.subnetId),
    availabilityZone: subnet.availabilityZone === null ? null : visible(subnet.availabilityZone),
  }))
  const ids = Math.max(...subnets.map(({ subnetId }) => displayWidth(subnetId)))
  const zones = Math.max(...subnets.map(({ availabilityZone }) => displayWidth(availabilityZone ?? '')))
  return subnets.map(({ subnetId, availabilityZone, verdict }) => {
    const name = `  ${pad(subnetId, ids)}  ${pad(availabilityZone ?? '', zones)}${zones > 0 ? '  ' : ''}`
    return name + paint(verdict, `${MARKS[verdict]} ${verdictWords[verdict][options.language]()}`, options)
  })
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** At most this many lines of one kind are shown; JSON has them all. */
const SHOWN = 4

export function findingBlock(launch: ReportLaunch, finding: Finding, number: number, options: TextOptions): string[] {
  const { language, palette } = options
  const { message, cause, required, verdict, evidence, chain = [], origin, remedy, subnets, isNew, ignored } = finding
  const title = wrap(`${message} [${cause}]`, options.width - 5).map((line, at) =>
    palette.bold(`${at === 0 ? pad(`  ${number}.`, 5) : '     '}${line}`),
  )
  const row = rower(options)
  const why = evidence.map(({ text, subnets: here }) =>
    here.length === subnets.length ? text : `${text} (${here.join(', ')})`,
  )
  return [
    ...title,
    ...(required ? [] : row('', labels.advisory[language]())),
    ...(verdict === 'fails' ? [] : row('', labels[launch.gaps.length === 0 ? 'inPart' : 'partly'][language]())),
    ...(isNew === undefined ? [] : row('', (isNew ? formatWords.isNew : formatWords.stoodBefore)[language]())),
    ...(ignored === undefined ? [] : row('', formatWords.ignored[language]())),
    ...row(labels.stops[language](), stopped(launch, finding, language)),
    ...(launch.subnets.length > 1 ? row(labels.where[language](), placesText(launch, subnets, language)) : []),
    ...shorten(why, language).flatMap((text, at) => row(at === 0 ? labels.why[language]() : '', text)),
    ...chain.flatMap(({ text }, at) => row(at === 0 ? labels.chain[language]() : '', text)),
    ...(origin === null ? [] : row(labels.at[language](), originText(origin))),
    ...row(labels.remedy[language](), remedy),
  ]
}

/** A labeled row: the label once, the text hanging beside it. */
function rower(options: TextOptions): (label: string, text: string) => string[] {
  const { language, palette, width } = options
  const names = [labels.stops, labels.where, labels.why, labels.chain, labels.at, labels.remedy].map((label) =>
    displayWidth(label[language]()),
  )
  const column = Math.max(...names) + 2
  return (label, text) =>
    wrap(text, width - 5 - column).map(
      (line, at) => `     ${at === 0 ? palette.dim(pad(label, column)) : ' '.repeat(column)}${line}`,
    )
}

function shorten(texts: readonly string[], language: Language): readonly string[] {
  return texts.length <= SHOWN ? texts : [...texts.slice(0, SHOWN - 1), labels.more[language](texts.length - SHOWN + 1)]
}

function placesText({ subnets: all }: ReportLaunch, subnets: readonly string[], language: Language): string {
  return subnets.length === all.length ? labels.allSubnets[language](all.length) : subnets.join(', ')
}

/** The steps that a finding stops, each with the actions or conditions in it. */
function stopped({ requirements }: ReportLaunch, finding: Finding, language: Language): string {
  const bySteps = new Map<string, Set<string>>()
  for (const requirement of requirements) {
    if (!finding.requirements.includes(requirement.id)) continue
    const step = stepNames[requirement.step][language]()
    const parts = bySteps.get(step) ?? new Set<string>()
    parts.add(requirementText(requirement))
    bySteps.set(step, parts)
  }
  const [only] = requirements.filter(({ id }) => finding.requirements.includes(id))
  if (finding.requirements.length === 1 && only?.condition === undefined && only !== undefined) {
    return `${stepNames[only.step][language]()}: ${[only.action, only.resource].filter((part) => part !== null && part !== undefined && part !== '*').join(' ')}`
  }
  return [...bySteps]
    .map(([step, parts]) => `${step} (${[...parts].filter((part) => part !== '').join(', ')})`.replace(' ()', ''))
    .join(labels.listSeparator[language]())
}

function requirementText({ action, to, condition }: ReportRequirement): string {
  if (condition !== undefined) return ''
  return action ?? to ?? ''
}

export function gapBlock(gaps: readonly ReportGap[], options: TextOptions): string[] {
  const { language } = options
  const lines = [`  ${options.palette.bold(labels.open[language]())}`]
  for (const { whats, why, settledBy, origin } of alike(gaps)) {
    const named = whats.length > MOST_NAMED ? whats.slice(0, MOST_NAMED - 1) : whats
    const what = labels.things[language]({ named, more: whats.length - named.length })
    lines.push(
      ...entry(
        '  - ',
        `${labels.because[language]({ what, why })}${origin === null ? '' : ` (${originText(origin)})`}`,
        options,
      ),
    )
    if (settledBy.text !== null)
      lines.push(...entry('    ', `${labels.settles[language]()} ${settledBy.text}`, options))
  }
  return lines
}

interface AlikeGaps extends Pick<ReportGap, 'why' | 'settledBy' | 'origin'> {
  readonly whats: readonly string[]
}

/** So many things that are open for one reason are named; JSON has them all. */
const MOST_NAMED = 3

/** What is open for the same reason at the same place is said once. */
function alike(gaps: readonly ReportGap[]): readonly AlikeGaps[] {
  const groups = new Map<string, { readonly gap: ReportGap; readonly whats: string[] }>()
  for (const gap of gaps) {
    const { what, why, settledBy, origin } = gap
    const key = JSON.stringify([why, settledBy.text, origin])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { gap, whats: [what] })
    else if (!group.whats.includes(what)) group.whats.push(what)
  }
  return [...groups.values()].map(({ gap: { why, settledBy, origin }, whats }) => ({ whats, why, settledBy, origin }))
}

/** What holds for all launches alike is said once. */
function standingBlock(launches: readonly ReportLaunch[], options: TextOptions): string[] {
  const { language, palette } = options
  const assumed = distinct(launches.flatMap(({ assumptions }) => assumptions.map(({ text }) => text)))
  const notJudged = distinct(launches.flatMap((launch) => launch.notJudged.map(({ text }) => text)))
  const separator = labels.listSeparator[language]()
  const lines: string[] = []
  if (assumed.length > 0) lines.push(...entry('', `${labels.assumed[language]()} ${assumed.join(separator)}`, options))
  if (notJudged.length > 0)
    lines.push(...entry('', `${labels.notJudged[language]()} ${notJudged.join(separator)}`, options))
  return lines.map(palette.dim)
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

function entry(indent: string, text: string, { width }: TextOptions): string[] {
  const hang = ' '.repeat(displayWidth(indent))
  return wrap(text, width - displayWidth(indent)).map((line, at) => (at === 0 ? indent : hang) + line)
}

function originText(origin: Origin): string {
  return 'file' in origin ? codeText(origin) : [origin.call, origin.arn].filter((part) => part !== undefined).join(' ')
}

function codeText({ file, line, column, path }: CodeOrigin): string {
  return `${file}:${line}:${column}${path === undefined ? '' : ` (${path})`}`
}
