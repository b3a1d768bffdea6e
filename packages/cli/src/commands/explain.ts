import {
  causeMarkdown,
  causeReport,
  causeText,
  isCauseId,
  type Language,
  LONGEST_TEXT,
  nearestCauses,
  readStops,
  type Stop,
  stopReport,
  stopsMarkdown,
  stopsText,
} from '@farsight/core'
import { CliError, usageError } from '../cli-error.ts'
import type { Io } from '../io/io.ts'
import { readText, tooLarge } from '../io/read-text.ts'
import { writeText } from '../io/write-text.ts'
import { languageOf, type OutputOptions } from '../output-options.ts'
import { textOptionsOf } from '../text-options.ts'

export interface ExplainOptions extends Omit<OutputOptions, 'format'> {
  readonly format: OutputOptions['format'] | 'markdown'
  readonly message?: string
}

/** `farsight explain`: what a message or a cause id means, without any account. */
export async function explainCommand(subject: string | undefined, options: ExplainOptions, io: Io): Promise<number> {
  const language = languageOf({ ...options, format: options.format === 'json' ? 'json' : 'text' }, io)
  if (subject !== undefined && options.message === undefined && isCauseId(subject)) {
    await print(causeAnswer(subject, language, options, io), options, io)
    return 0
  }
  const text = await messageText(subject, options, io)
  if (text.trim() === '') throw usageError('E_NO_MESSAGE', undefined)
  const [first, ...others] = readStops(text)
  if (first === undefined) throw usageError('E_NOTHING_TO_EXPLAIN', { file: subject ?? '--message' })
  await print(stopAnswer([first, ...others], language, options, io), options, io)
  return isDecided(first) || options.failOn === 'fails' ? 0 : 4
}

async function messageText(subject: string | undefined, { message }: ExplainOptions, io: Io): Promise<string> {
  if (subject !== undefined && message !== undefined) throw usageError('E_SEVERAL_MESSAGES', undefined)
  if (message !== undefined && message !== '-') {
    if (message.length > LONGEST_TEXT) throw tooLarge('--message', message.length, LONGEST_TEXT)
    return message
  }
  const file = subject ?? message
  if (file === undefined) throw usageError('E_NO_MESSAGE', undefined)
  return readText(file, io, LONGEST_TEXT).catch((error: unknown) => {
    const isId = subject !== undefined && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(subject)
    if (!isId || !(error instanceof CliError) || error.code !== 'E_FILE_NOT_FOUND') throw error
    throw usageError('E_UNKNOWN_CAUSE', { name: subject, nearest: nearestCauses(subject) })
  })
}

function isDecided({ kind, causes }: Stop): boolean {
  return kind !== 'unknown' || causes.length > 0
}

type Answered = Parameters<typeof stopReport>[0]

function stopAnswer(stops: Answered, language: Language, options: ExplainOptions, io: Io): string {
  if (options.format === 'json') return json(stopReport(stops, language))
  if (options.format === 'markdown') return stopsMarkdown(stops, language)
  return stopsText(stops, textOptionsOf(language, options, io))
}

function causeAnswer(
  id: Parameters<typeof causeReport>[0],
  language: Language,
  options: ExplainOptions,
  io: Io,
): string {
  if (options.format === 'json') return json(causeReport(id, language))
  if (options.format === 'markdown') return causeMarkdown(id, language)
  return causeText(id, textOptionsOf(language, options, io))
}

function json(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

async function print(text: string, { output }: ExplainOptions, io: Io): Promise<void> {
  if (output === undefined) io.stdout.write(text)
  else await writeText(output, text, io)
}
