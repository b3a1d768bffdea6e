import type { Snapshot, Source } from '@farsight/core'
import type { Problem } from '@farsight/iac'
import { usageError } from './cli-error.ts'
import type { Io } from './io/io.ts'
import { neighbourFiles } from './io/neighbour-files.ts'
import { readText } from './io/read-text.ts'

export interface SourceOptions {
  readonly snapshot?: string
  readonly template?: readonly string[]
  readonly parameter?: Readonly<Record<string, string>>
  readonly parameterFile?: readonly string[]
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
  const { snapshot, template = [] } = options
  const named = [path, snapshot, template[0]].filter((file) => file !== undefined)
  const [file] = named
  if (file === undefined) throw usageError('E_NO_SOURCE', undefined)
  if (named.length > 1) throw usageError('E_SEVERAL_SOURCES', undefined)
  if (template.length > 0) return fromTemplates(await readAll(template, io), options, io)
  const read = { file, text: await readText(file, io) }
  return snapshot !== undefined || meansSnapshot(read.text) ? fromSnapshot(read) : fromTemplates([read], options, io)
}

interface NamedText {
  readonly file: string
  readonly text: string
}

async function readAll(files: readonly string[], io: Io): Promise<readonly NamedText[]> {
  return Promise.all(files.map(async (file) => ({ file, text: await readText(file, io) })))
}

async function fromSnapshot(input: NamedText): Promise<ReadSource> {
  const { readSnapshot } = await import('@farsight/iac/snapshot')
  return { source: { type: 'snapshot', files: [input.file] }, ...(await readSnapshot(input)) }
}

async function fromTemplates(templates: readonly NamedText[], options: SourceOptions, io: Io): Promise<ReadSource> {
  const { readParameterFile, readTemplates } = await import('@farsight/iac/cloudformation')
  const { parameter = {}, parameterFile = [], region, account } = options
  const given = (await readAll(parameterFile, io)).map((input) => readParameterFile(input))
  const read = readTemplates(templates, {
    files: neighbourFiles(templates[0]?.file ?? '-', io.cwd),
    parameters: Object.assign({}, ...given.map(({ parameters }) => parameters), parameter),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  })
  const problems = [...given.flatMap((each) => each.problems), ...read.problems]
  return { source: { type: 'template', files: templates.map(({ file }) => file) }, ...read, problems }
}

/** Told by the head of the text, so that a text that does not parse is still read as what it means to be. */
function meansSnapshot(text: string): boolean {
  const head = text.slice(0, 65536)
  return /^\s*\{/.test(head.replace(/^\uFEFF/, '')) && /"(schema"\s*:\s*"farsight\.snapshot|accounts"\s*:)/.test(head)
}
