import { dirname, join } from 'node:path'
import type { Snapshot, Source, SourceKind } from '@farsight/core'
import type { Problem } from '@farsight/iac'
import { readSnapshot } from '@farsight/iac/snapshot'
import { CliError, usageError } from './cli-error.ts'
import type { Io } from './io/io.ts'
import { neighbourFiles } from './io/neighbour-files.ts'
import { readText } from './io/read-text.ts'
import { sourceFolder } from './io/source-folder.ts'
import { placesOutside, saidBeside } from './places-outside.ts'
import { refuseMisplaced } from './refuse-misplaced.ts'
import { meaningOf, takenElsewhere } from './source-meaning.ts'

export interface SourceOptions {
  readonly snapshot?: string
  readonly template?: readonly string[]
  readonly cdkOut?: string
  readonly stack?: readonly string[]
  readonly terraformPlan?: string
  readonly terraformDir?: string
  readonly parameter?: Readonly<Record<string, string>>
  readonly parameterFile?: readonly string[]
  readonly taskDefinition?: string
  readonly subnet?: readonly string[]
  readonly securityGroup?: readonly string[]
  readonly assignPublicIp?: boolean
  readonly cluster?: string
  readonly over?: string
  readonly region?: string
  readonly account?: string
}

export interface ReadSource {
  readonly source: Source
  readonly snapshot: Snapshot | null
  /** The account that the code lies over; null: none. */
  readonly base: Snapshot | null
  readonly problems: readonly Problem[]
  /** A plan on a single line, where nobody told the configuration: places in it tell nothing. */
  readonly oneLinePlan?: string
}

interface NamedText {
  readonly file: string
  readonly text: string
}

/** What a reader of one form gives. */
type Read = Omit<ReadSource, 'base'>

/** Reads the one source that the command line names, over the account where there is one. */
export async function readSource(path: string | undefined, options: SourceOptions, io: Io): Promise<ReadSource> {
  if (options.over === undefined) return { base: null, ...(await readAny(path, options, undefined, io)) }
  const under = await fromSnapshot(await readNamed(options.over, io), {})
  if (under.snapshot === null) return { ...under, base: null }
  const read = await readAny(path, options, under.snapshot, io)
  if (read.source.type === 'snapshot') throw usageError('E_OVER_NO_CODE', undefined)
  const outside = read.snapshot === null ? [] : placesOutside(options.over, under.snapshot, read.snapshot)
  return { ...read, base: under.snapshot, problems: [...under.problems, ...read.problems, ...outside] }
}

async function readAny(
  path: string | undefined,
  options: SourceOptions,
  over: Snapshot | undefined,
  io: Io,
): Promise<Read> {
  const { snapshot, template = [], cdkOut, terraformPlan, taskDefinition } = options
  if (taskDefinition !== undefined)
    return placed('task-definition', await fromTaskDefinition(taskDefinition, path, options, io), options)
  const named = [path, snapshot, template[0], cdkOut, terraformPlan].filter((file) => file !== undefined)
  const [file] = named
  if (file === undefined) throw usageError('E_NO_SOURCE', undefined)
  if (named.length > 1) throw usageError('E_SEVERAL_SOURCES', undefined)
  const code: Code = { options, io, ...(over === undefined ? {} : { over }) }
  if (template.length > 0) return placed('template', await fromTemplates(await readAll(template, io), code), options)
  const read = path === undefined && cdkOut === undefined ? await readNamed(file, io) : await readOrManifest(file, io)
  if (read.file === path && meaningOf(read.text) === 'template') refuseOthers(read)
  const kind = snapshot ? 'snapshot' : cdkOut ? 'cdk' : terraformPlan ? 'terraform' : meaningOf(read.text)
  return placed(kind, await sourceOf(kind, read, code), options)
}

/** Of what could be read: where it could not, that is what to say. */
function placed(kind: SourceKind, read: Read, options: SourceOptions): Read {
  if (read.snapshot !== null) refuseMisplaced(kind, read.source.files[0] ?? '-', options)
  return read
}

/** Says which option or verb takes the text. */
function refuseOthers({ file, text }: NamedText): void {
  const meaning = takenElsewhere(text)
  if (meaning === 'task-definition') throw usageError('E_IS_TASK_DEFINITION', { file })
  if (meaning === 'stop') throw usageError('E_IS_STOP', { file })
}

/** A source that was read already, recognized by its content. */
export async function sourceOfText(read: NamedText, options: SourceOptions, io: Io): Promise<ReadSource> {
  return { base: null, ...(await sourceOf(meaningOf(read.text), read, { options, io })) }
}

function sourceOf(meaning: ReturnType<typeof meaningOf>, read: NamedText, code: Code): Promise<Read> {
  switch (meaning) {
    case 'snapshot':
      return fromSnapshot(read, code.options)
    case 'cdk':
      return fromCdk(read, code)
    case 'terraform':
      return fromPlan(read, code)
    case 'template':
      return fromTemplates([read], code)
  }
}

/** What readers of code need beside its text. */
interface Code {
  readonly options: SourceOptions
  readonly io: Io
  readonly over?: Snapshot
}

async function readNamed(file: string, io: Io): Promise<NamedText> {
  return { file, text: await readText(file, io) }
}

function readAll(files: readonly string[], io: Io): Promise<readonly NamedText[]> {
  return Promise.all(files.map((file) => readNamed(file, io)))
}

/** A folder is one that the CDK wrote. */
async function readOrManifest(file: string, io: Io): Promise<NamedText> {
  try {
    return await readNamed(file, io)
  } catch (folder) {
    if (!(folder instanceof CliError) || folder.code !== 'E_FILE_IS_FOLDER') throw folder
    return readNamed(join(file, 'manifest.json'), io).catch((error: unknown) => {
      throw error instanceof CliError && error.code === 'E_FILE_NOT_FOUND' ? folder : error
    })
  }
}

async function fromSnapshot(input: NamedText, said: SourceOptions): Promise<Read> {
  const { snapshot, problems } = await readSnapshot(input)
  const beside = snapshot === null ? [] : saidBeside(input.file, snapshot, said)
  return { source: { type: 'snapshot', files: [input.file] }, snapshot, problems: [...problems, ...beside] }
}

async function fromTemplates(templates: readonly NamedText[], { options, io, ...over }: Code): Promise<Read> {
  const { readTemplates } = await import('@farsight/iac/cloudformation')
  const given = await parametersOf(options, io)
  const files = neighbourFiles(templates[0]?.file ?? '-', io)
  const { stack } = options
  const stacks = stack === undefined ? {} : { stacks: stack }
  const read = readTemplates(templates, {
    files,
    parameters: given.parameters,
    ...stacks,
    ...placeOf(options),
    ...over,
  })
  const problems = [...given.problems, ...read.problems]
  return { source: { type: 'template', files: templates.map(({ file }) => file) }, ...read, problems }
}

async function fromCdk(manifest: NamedText, { options, io, ...over }: Code): Promise<Read> {
  const { readCdk } = await import('@farsight/iac/cdk')
  const given = await parametersOf(options, io)
  const { stack } = options
  const read = readCdk({
    ...manifest,
    // The folder of the app: beside `cdk.out` stands what it looked up
    files: neighbourFiles(dirname(manifest.file), io),
    parameters: given.parameters,
    ...(stack === undefined ? {} : { stacks: stack }),
    ...placeOf(options),
    ...over,
  })
  const problems = [...given.problems, ...read.problems]
  return { source: { type: 'template', files: [manifest.file] }, ...read, problems }
}

async function fromPlan(plan: NamedText, { options, io, ...over }: Code): Promise<Read> {
  const { readPlan } = await import('@farsight/iac/terraform')
  const { terraformDir } = options
  const sources = terraformDir === undefined ? [] : sourceFolder(terraformDir, '.tf', io)
  const read = readPlan({ ...plan, sources, ...placeOf(options), ...over })
  const isOneLine = terraformDir === undefined && !plan.text.trim().includes('\n')
  return {
    source: { type: 'template', files: [plan.file] },
    ...read,
    ...(isOneLine ? { oneLinePlan: plan.file } : {}),
  }
}

/** A snapshot says what is there already; the options say how the task is run. */
async function fromTaskDefinition(
  file: string,
  path: string | undefined,
  options: SourceOptions,
  io: Io,
): Promise<Read> {
  const { snapshot = path, template = [], cdkOut, terraformPlan } = options
  const others = [template[0], cdkOut, terraformPlan, options.snapshot === undefined ? undefined : path]
  if (others.some((other) => other !== undefined)) throw usageError('E_SEVERAL_SOURCES', undefined)
  const { readTaskDefinition } = await import('@farsight/iac/task-definition')
  const base = snapshot === undefined ? null : await fromSnapshot(await readNamed(snapshot, io), {})
  const files = snapshot === undefined ? [file] : [file, snapshot]
  const source: Source = { type: 'snapshot', files }
  if (base !== null && base.snapshot === null) return { ...base, source }
  const { subnet, securityGroup, assignPublicIp, cluster } = options
  const read = await readTaskDefinition(await readNamed(file, io), base?.snapshot ?? null, {
    ...(subnet === undefined ? {} : { subnets: subnet }),
    ...(securityGroup === undefined ? {} : { securityGroups: securityGroup }),
    ...(assignPublicIp === undefined ? {} : { assignPublicIp }),
    ...(cluster === undefined ? {} : { cluster }),
    ...placeOf(options),
  })
  return { source, snapshot: read.snapshot, problems: [...(base?.problems ?? []), ...read.problems] }
}

function placeOf({ region, account }: SourceOptions): { readonly region?: string; readonly account?: string } {
  return { ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) }
}

async function parametersOf({ parameter = {}, parameterFile = [] }: SourceOptions, io: Io) {
  if (parameterFile.length === 0) return { parameters: parameter, problems: [] }
  const { readParameterFile } = await import('@farsight/iac/cloudformation')
  const given = (await readAll(parameterFile, io)).map((input) => readParameterFile(input))
  const parameters: Readonly<Record<string, string>> = Object.assign(
    {},
    ...given.map((each) => each.parameters),
    parameter,
  )
  return { parameters, problems: given.flatMap(({ problems }) => problems) }
}
