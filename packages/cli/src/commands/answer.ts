import {
  buildReport,
  countLaunches,
  type Earlier,
  hints,
  index,
  junitReport,
  type Language,
  markdownReport,
  markIgnored,
  markNew,
  preflight,
  type Report,
  type Snapshot,
  type Source,
  severityWords,
  textReport,
  visible,
} from '@farsight/core'
import manifest from '../../package.json' with { type: 'json' }
import { usageError } from '../cli-error.ts'
import type { Io } from '../io/io.ts'
import { writeText } from '../io/write-text.ts'
import { languageOf, type OutputOptions } from '../output-options.ts'
import { paletteFor } from '../palette.ts'
import { readBaseline } from '../read-baseline.ts'

export interface Question {
  readonly snapshot: Snapshot
  /** The account that the code lies over; null: none. */
  readonly base: Snapshot | null
  readonly source: Source
  readonly oneLinePlan?: string
}

/** Judges a snapshot and prints the report. */
export async function answer(
  { snapshot, base, source, oneLinePlan }: Question,
  options: OutputOptions,
  io: Io,
): Promise<number> {
  const language = languageOf(options, io)
  const { ignore = [], baseline } = options
  const earlier = baseline === undefined ? null : await readBaseline(baseline, io)
  const judge = (asked: Snapshot): Report => {
    const world = index(asked)
    return buildReport(world, preflight(world, { strict: options.strict === true }), { source, language })
  }
  const judged = judge(snapshot)
  if (judged.launches.length === 0 && judged.skipped.length === 0)
    throw usageError('E_NOTHING_TO_JUDGE', { file: source.files[0] ?? '-' })
  const before = earlier ?? (base === null ? null : judge(base))
  const report = markIgnored(before === null ? judged : markNew(judged, before), ignore)
  const text = await written(report, earlier, options, io, language)
  if (options.output === undefined) io.stdout.write(text)
  else await writeText(options.output, text, io)
  if (oneLinePlan !== undefined && pointsInto(oneLinePlan, report)) hint(oneLinePlan, options, io, language)
  return exitCodeOf(report, earlier, options.failOn)
}

function pointsInto(file: string, { launches }: Report): boolean {
  return launches.some(({ findings, gaps }) =>
    [...findings, ...gaps].some(({ origin }) => origin !== null && 'file' in origin && origin.file === file),
  )
}

function hint(file: string, { format, quiet }: OutputOptions, io: Io, language: Language): void {
  if (format === 'json' || quiet === true) return
  io.stderr.write(`${severityWords.hint[language]()}: ${visible(hints.oneLinePlan[language]({ file }))}\n`)
}

async function written(
  report: Report,
  earlier: Earlier | null,
  options: OutputOptions,
  io: Io,
  language: Language,
): Promise<string> {
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'sarif': {
      const { sarifReport } = await import('./sarif.ts')
      return sarifReport(report, { language, version: manifest.version })
    }
    case 'junit':
      return junitReport(report, { language, earlier, failOn: options.failOn })
    case 'markdown':
      return markdownReport(report, { language })
    case 'text':
      return textReport(report, textOptions(options, io, language))
  }
}

function textOptions({ output }: OutputOptions, io: Io, language: Language) {
  const width = Math.max(40, Math.min(io.columns ?? 80, 100))
  return { language, width, palette: paletteFor(io, output === undefined) }
}

/** An answer without any launch is not green. */
function exitCodeOf(report: Report, earlier: Earlier | null, failOn: OutputOptions['failOn']): number {
  const { starts, fails, undecided } = countLaunches(report, earlier)
  if (fails > 0) return 1
  if (undecided > 0) return failOn === 'fails' ? 0 : 4
  return starts > 0 ? 0 : 2
}
