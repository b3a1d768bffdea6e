import type { Snapshot, Source } from '@farsight/core'
import type { Problem } from '@farsight/iac'
import { usageError } from './cli-error.ts'
import type { Io } from './io/io.ts'
import { readText } from './io/read-text.ts'

export interface SourceOptions {
  readonly snapshot?: string
  readonly template?: string
  readonly parameter?: Readonly<Record<string, string>>
  readonly region?: string
  readonly account?: string
}

export interface ReadSource {
  readonly source: Source
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

/** Reads the one source that the command line names. */
export async function readSource(path: string | undefined, options: SourceOptions, io: Io): Promise<ReadSource> {
  const named = [path, options.snapshot, options.template].filter((file) => file !== undefined)
  const [file] = named
  if (file === undefined) throw usageError('E_NO_SOURCE', undefined)
  if (named.length > 1) throw usageError('E_SEVERAL_SOURCES', undefined)
  const text = await readText(file, io)
  if (options.snapshot !== undefined) return fromSnapshot(file, text)
  if (options.template !== undefined) return fromTemplate(file, text, options)
  return meansSnapshot(text) ? fromSnapshot(file, text) : fromTemplate(file, text, options)
}

async function fromSnapshot(file: string, text: string): Promise<ReadSource> {
  const { readSnapshot } = await import('@farsight/iac/snapshot')
  return { source: { type: 'snapshot', files: [file] }, ...(await readSnapshot({ file, text })) }
}

async function fromTemplate(file: string, text: string, options: SourceOptions): Promise<ReadSource> {
  const { readTemplate } = await import('@farsight/iac/cloudformation')
  const { parameter: parameters, region, account } = options
  const read = readTemplate({
    file,
    text,
    ...(parameters === undefined ? {} : { parameters }),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  })
  return { source: { type: 'template', files: [file] }, ...read }
}

/** Told by the head of the text, so that a text that does not parse is still read as what it means to be. */
function meansSnapshot(text: string): boolean {
  const head = text.slice(0, 65536)
  return /^\s*\{/.test(head.replace(/^\uFEFF/, '')) && /"(schema"\s*:\s*"farsight\.snapshot|accounts"\s*:)/.test(head)
}
