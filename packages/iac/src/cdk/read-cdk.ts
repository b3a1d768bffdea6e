import type { Snapshot } from '@farsight/core'
import { onlyPlaceOf } from '../cloudformation/environment.ts'
import type { Problems } from '../cloudformation/problems.ts'
import { readStacks, type StackInput } from '../cloudformation/read-stacks.ts'
import type { TemplateReading } from '../cloudformation/template-reading.ts'
import { type Files, isRead, type ReadFile } from '../files.ts'
import { assetFiles, assetHash } from './assets.ts'
import { addLookedUpVpcs } from './looked-up-vpcs.ts'
import { type Manifest, readManifest, type StackArtifact } from './manifest.ts'

export interface CdkInput {
  /** The manifest of the cloud assembly, `cdk.out/manifest.json`. */
  readonly file: string
  readonly text: string
  readonly files: Files
  /** Judges the launches of these stacks alone, by name, artifact id or path; all are read. */
  readonly stacks?: readonly string[]
  readonly parameters?: Readonly<Record<string, string>>
  /** Where stacks that do not say it are deployed. */
  readonly region?: string
  readonly account?: string
  /** The account that the stacks are deployed to. */
  readonly over?: Snapshot
}

/** Stages within stages. */
const MAX_ASSEMBLIES = 100

/** What the stacks of a synthesized CDK app will be once they are deployed. */
export function readCdk({ parameters = {}, ...input }: CdkInput): TemplateReading {
  const assembly = readAssembly(input)
  const problems = () => assembly.problems.flatMap(({ found }) => found)
  if (problems().some(({ severity }) => severity === 'error')) return { snapshot: null, problems: problems() }
  const context = input.files.read('../cdk.context.json', input.file)
  const read = readStacks(assembly.stacks, {
    parameters,
    files: input.files,
    ...(input.over === undefined ? {} : { over: input.over }),
    assetOf: (url) => assembly.assets.get(assetHash(url) ?? '') ?? null,
    prepare: (drafts, origins) => {
      if (isRead(context)) assembly.problems.push(addLookedUpVpcs(context, drafts, origins))
    },
  })
  return { snapshot: read.snapshot, problems: [...problems(), ...read.problems] }
}

interface CloudAssembly {
  readonly stacks: StackInput[]
  readonly assets: Map<string, string>
  readonly problems: Problems[]
}

function readAssembly(input: Omit<CdkInput, 'parameters'>): CloudAssembly {
  const found: CloudAssembly = { stacks: [], assets: new Map(), problems: [] }
  const names = new Set<string>()
  const open = [{ file: input.file, text: input.text }]
  for (let i = 0; i < open.length && i < MAX_ASSEMBLIES; i++) {
    const next = open[i]
    if (next === undefined) break
    const { manifest, problems } = readManifest(next.file, next.text)
    found.problems.push(problems)
    if (manifest === null) continue
    addAssets(manifest, next.file, input.files, found.assets)
    for (const artifact of manifest.stacks) {
      for (const name of [artifact.id, artifact.displayName, artifact.stackName]) names.add(name)
      addStack(artifact, input, { file: next.file, problems, stacks: found.stacks })
    }
    open.push(...innerAssemblies(manifest, next.file, input.files, problems))
  }
  for (const name of input.stacks ?? []) {
    if (!names.has(name)) found.problems[0]?.report('E_NO_SUCH_STACK', null, { name, known: [...names].join(', ') })
  }
  return found
}

function innerAssemblies(
  { assemblies }: Manifest,
  from: string,
  files: Files,
  problems: Problems,
): readonly ReadFile[] {
  return assemblies.flatMap((folder) => {
    const inner = files.read(`${folder}/manifest.json`, from)
    if (isRead(inner)) return [inner]
    problems.report('E_ASSEMBLY_UNREAD', 0, { file: inner.file, failure: inner.failure })
    return []
  })
}

interface Place {
  readonly file: string
  readonly problems: Problems
  readonly stacks: StackInput[]
}

function addStack(
  artifact: StackArtifact,
  input: Omit<CdkInput, 'parameters'>,
  { file, problems, stacks }: Place,
): void {
  const { id, displayName, stackName, templateFile, account, region, at } = artifact
  const place = onlyPlaceOf(input.over)
  const read = input.files.read(templateFile, file)
  if (!isRead(read)) {
    problems.report('E_ASSEMBLY_UNREAD', at, { file: read.file, failure: read.failure }, id)
    return
  }
  const isJudged =
    input.stacks === undefined || input.stacks.some((name) => [id, displayName, stackName].includes(name))
  if (isJudged) sayWhichWins(artifact, input, problems)
  stacks.push({
    ...read,
    stackName,
    region: region ?? input.region ?? place.region,
    account: account ?? input.account ?? place.account,
    isJudged,
  })
}

/** What somebody says holds for stacks that leave it open. */
function sayWhichWins(artifact: StackArtifact, input: Omit<CdkInput, 'parameters'>, problems: Problems): void {
  const { displayName: stack, at, id } = artifact
  for (const name of ['account', 'region'] as const) {
    const [place, said] = [artifact[name], input[name]]
    if (place === null || said === undefined || place === said) continue
    problems.report('W_PLACE_OF_MANIFEST', at, { stack, place, option: `--${name} ${said}` }, id)
  }
}

function addAssets({ assetManifests }: Manifest, from: string, files: Files, assets: Map<string, string>): void {
  for (const path of assetManifests) {
    const read = files.read(path, from)
    if (isRead(read)) for (const [hash, file] of assetFiles(read.file, read.text)) assets.set(hash, file)
  }
}
