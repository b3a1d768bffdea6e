import {
  buildReport,
  index,
  type Language,
  preflight,
  type Report,
  type Snapshot,
  type Source,
  textReport,
} from '@farsight/core'
import { usageError } from '../cli-error.ts'
import type { Io } from '../io/io.ts'
import { writeText } from '../io/write-text.ts'
import { languageOf, type OutputOptions } from '../output-options.ts'
import { paletteFor } from '../palette.ts'
import { heedProblems } from '../problems.ts'
import { readSource, type SourceOptions } from '../source.ts'

export type PreflightOptions = SourceOptions & OutputOptions

/** `farsight preflight`: will it start, in which subnets, and what stops it. */
export async function preflightCommand(path: string | undefined, options: PreflightOptions, io: Io): Promise<number> {
  const { source, snapshot, problems } = await readSource(path, options, io)
  heedProblems(problems, options, io)
  if (snapshot === null) throw usageError('E_UNRECOGNIZED', { file: source.files[0] ?? '-' })
  return answer(snapshot, source, options, io)
}

/** Judges a snapshot and prints the report. */
export async function answer(snapshot: Snapshot, source: Source, options: OutputOptions, io: Io): Promise<number> {
  const world = index(snapshot)
  const language = languageOf(options, io)
  const report = buildReport(world, preflight(world, { strict: options.strict === true }), { source, language })
  if (report.launches.length === 0 && report.skipped.length === 0)
    throw usageError('E_NOTHING_TO_JUDGE', { file: source.files[0] ?? '-' })
  const text =
    options.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : textReport(report, textOptions(options, io, language))
  if (options.output === undefined) io.stdout.write(text)
  else await writeText(options.output, text, io.cwd)
  return exitCodeOf(report, options.failOn)
}

function textOptions({ output }: OutputOptions, io: Io, language: Language) {
  const width = Math.max(40, Math.min(io.columns ?? 80, 100))
  return { language, width, palette: paletteFor(io, output === undefined) }
}

/** An answer without any launch is not green. */
function exitCodeOf({ summary }: Report, failOn: OutputOptions['failOn']): number {
  if (summary.fails > 0) return 1
  if (summary.undecided > 0) return failOn === 'fails' ? 0 : 4
  return summary.starts > 0 ? 0 : 2
}
