import {
  buildDiagnosisReport,
  type DiagnosisReport,
  diagnose,
  diagnosisMarkdown,
  diagnosisText,
  index,
  LONGEST_TEXT,
  SNAPSHOT_SCHEMA,
  type Source,
  type StopInput,
  stopInputsOf,
} from '@farsight/core'
import { CliError, usageError } from '../cli-error.ts'
import type { Io } from '../io/io.ts'
import { readText, tooLarge } from '../io/read-text.ts'
import { writeText } from '../io/write-text.ts'
import { languageOf, type OutputOptions } from '../output-options.ts'
import { heedProblems } from '../problems.ts'
import { type ReadSource, readSource, sourceOfText } from '../source.ts'
import { holdsFacts } from '../source-meaning.ts'
import { textOptionsOf } from '../text-options.ts'

export interface DiagnoseCommandOptions extends Omit<OutputOptions, 'format'> {
  readonly format: OutputOptions['format'] | 'markdown'
  readonly snapshot?: string
  readonly message?: string
  readonly event?: string
  readonly task?: string
  readonly service?: string
}

const TASK_ARN = /^arn:aws[\w-]*:ecs:[\w-]*:\d*:task\//

/** `farsight diagnose`: why did it stop, proven on the facts where there are some. */
export async function diagnoseCommand(
  subject: string | undefined,
  given: DiagnoseCommandOptions,
  io: Io,
): Promise<number> {
  const isTask = subject !== undefined && TASK_ARN.test(subject)
  const path = isTask ? undefined : subject
  const options = isTask ? { ...given, task: subject } : given
  const { facts, told, named } = await readInputs(path, options, io)
  if (facts !== null) await heedProblems(facts.problems, { ...options, format: jsonOrText(options) }, io)
  if (facts !== null && facts.snapshot === null)
    throw usageError('E_UNRECOGNIZED', { file: facts.source.files[0] ?? '-' })
  const world = index(facts?.snapshot ?? { schema: SNAPSHOT_SCHEMA, accounts: {} })
  const { task, service, strict = false } = options
  const diagnosis = diagnose(world, {
    told,
    strict,
    ...(task === undefined ? {} : { task: task.slice(task.lastIndexOf('/') + 1) }),
    ...(service === undefined ? {} : { service }),
  })
  const language = languageOf({ ...options, format: jsonOrText(options) }, io)
  const source: Source = facts?.source ?? { type: 'message', files: [named] }
  const report = buildDiagnosisReport(facts === null ? null : world, diagnosis, { source, language })
  if (report === null) throw usageError('E_NOTHING_TO_DIAGNOSE', { file: named })
  const text = rendered(report, options, io)
  if (options.output === undefined) io.stdout.write(text)
  else await writeText(options.output, text, io)
  return report.stops.every(isDecided) || options.failOn === 'fails' ? 0 : 4
}

interface Inputs {
  readonly facts: ReadSource | null
  /** Null: the stops that the facts hold. */
  readonly told: readonly StopInput[] | null
  /** What to call the input in an error. */
  readonly named: string
}

/** A path holds facts or a text; the options say which is which. */
async function readInputs(path: string | undefined, options: DiagnoseCommandOptions, io: Io): Promise<Inputs> {
  const { snapshot, message, event } = options
  const given = path === undefined ? null : await readGiven(path, io)
  const isFacts = given !== null && (given.text === null || holdsFacts(given.text))
  const texts = [message, event, isFacts ? undefined : given?.file].filter((text) => text !== undefined)
  if (texts.length > 1) throw usageError('E_SEVERAL_MESSAGES', undefined)
  if (isFacts && snapshot !== undefined) throw usageError('E_SEVERAL_SOURCES', undefined)
  if (texts.length === 0 && !isFacts && snapshot === undefined) throw usageError('E_NO_STOP', undefined)
  const facts = isFacts
    ? await factsIn(given, io)
    : snapshot === undefined
      ? null
      : await readSource(undefined, { snapshot }, io)
  const said = message ?? (event === undefined ? textOf(given, isFacts) : await readText(event, io, LONGEST_TEXT))
  const named = event ?? (message === undefined ? (path ?? snapshot ?? '-') : '--message')
  return { facts, told: said === null ? null : toldIn(said, named), named }
}

interface Given {
  readonly file: string
  /** Null for a folder. */
  readonly text: string | null
}

/** What was told, where the path holds that. */
function textOf(given: Given | null, isFacts: boolean): string | null {
  return isFacts ? null : (given?.text ?? null)
}

function factsIn({ file, text }: Given, io: Io): Promise<ReadSource> {
  return text === null ? readSource(file, {}, io) : sourceOfText({ file, text }, {}, io)
}

async function readGiven(file: string, io: Io): Promise<Given> {
  try {
    return { file, text: await readText(file, io) }
  } catch (error) {
    if (error instanceof CliError && error.code === 'E_FILE_IS_FOLDER') return { file, text: null }
    throw error
  }
}

function toldIn(text: string, named: string): readonly StopInput[] {
  if (text.length > LONGEST_TEXT) throw tooLarge(named, text.length, LONGEST_TEXT)
  if (text.trim() === '') throw usageError('E_NO_MESSAGE', undefined)
  return stopInputsOf(text) ?? [{ message: text }]
}

function jsonOrText({ format }: DiagnoseCommandOptions): 'json' | 'text' {
  return format === 'json' ? 'json' : 'text'
}

function rendered(report: DiagnosisReport, options: DiagnoseCommandOptions, io: Io): string {
  const language = languageOf({ ...options, format: jsonOrText(options) }, io)
  if (options.format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  if (options.format === 'markdown') return diagnosisMarkdown(report, language)
  return diagnosisText(report, textOptionsOf(language, options, io))
}

function isDecided({ stop, says }: DiagnosisReport['stops'][number]): boolean {
  if (says === 'open' || says === 'assumed' || says === 'other-fault') return false
  return says === 'explained' || says === 'nothing-wrong' || stop.kind !== 'unknown' || stop.causes.length > 0
}
