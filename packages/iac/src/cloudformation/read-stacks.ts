import type { Origin, Pointer, Snapshot } from '@farsight/core'
import { type Files, isRead } from '../files.ts'
import type { Problem } from '../problem.ts'
import { type Assembly, assemble, type RootStack } from './assembly.ts'
import type { Destination } from './environment.ts'
import { inferAccount } from './infer-account.ts'
import { inferRegion } from './infer-region.ts'
import { createMadeBefore } from './made-before.ts'
import { createOrigins } from './origins.ts'
import { layOver, withAccount } from './over-account.ts'
import { parseTemplate } from './parse-template.ts'
import type { Problems } from './problems.ts'
import { referencesOf, reportUndefined } from './references.ts'
import type { Resource } from './resource.ts'
import { RESOURCE_KINDS } from './resources/kinds.ts'
import { snapshotOf } from './snapshot-of.ts'
import type { Stack } from './stack.ts'
import type { ParsedTemplate, StackInstance } from './stack-instance.ts'
import { type Drafts, tablesFor } from './tables.ts'
import { takeDeployedAway } from './take-deployed-away.ts'
import type { TemplateReading } from './template-reading.ts'

export interface StackInput extends Destination {
  readonly file: string
  readonly text: string
  /** False: it is there for the others, and its own launches are not asked for. */
  readonly isJudged?: boolean
}

export interface StacksOptions {
  readonly parameters: Readonly<Record<string, string>>
  readonly files: Files | null
  /** The file behind the URL of a nested template, where somebody noted it. */
  readonly assetOf?: (url: string) => string | null
  /** Puts into the snapshot what is there before the stacks. */
  readonly prepare?: (drafts: Drafts, origins: Map<Pointer, Origin>) => void
  /** The account that they are deployed to. */
  readonly over?: Snapshot
}

/** What starts tasks: of stacks that are not asked for, it is left out. */
const LAUNCHES =
  /^AWS::(?:ECS::(?:ExpressGateway)?Service|Events::Rule|Scheduler::Schedule|Pipes::Pipe|.*::StateMachine|Batch::.*|EKS::FargateProfile)$/

/** What stacks will be once they are deployed together. A parameter goes to every stack that has one of its name. */
export function readStacks(
  inputs: readonly StackInput[],
  { parameters, files, assetOf, prepare, over }: StacksOptions,
): TemplateReading {
  const parser = createParser()
  const roots: RootStack[] = []
  for (const { file, text, ...root } of inputs) {
    const parsed = parser.parse(file, text)
    if (parsed === null) return { snapshot: null, problems: parser.problems() }
    roots.push({ parsed, parameters, ...root })
  }
  reportUnknownParameters(roots, parameters)
  const assembly = placed(roots, (placed) =>
    assemble(placed, { files, parse: parser.parse, assetOf: assetOf ?? (() => null), over: over ?? null }),
  )
  const origins = new Map<Pointer, Origin>()
  const drafts: Drafts = new Map()
  if (over !== undefined) layOver(over, drafts, origins)
  prepare?.(drafts, origins)
  fill(assembly, { origins, drafts, files })
  const snapshot = snapshotOf(drafts, origins)
  return { snapshot: over === undefined ? snapshot : withAccount(over, snapshot), problems: parser.problems() }
}

function createParser() {
  const all: Problems[] = []
  const parsed = new Map<string, ParsedTemplate | null>()
  const parse = (file: string, text: string): ParsedTemplate | null => {
    const found = parsed.get(file)
    if (found !== undefined) return found
    const { template, problems } = parseTemplate(file, text)
    all.push(problems)
    const references = template === null ? [] : referencesOf(template)
    if (template !== null) reportUndefined(references, template, problems)
    const made = template === null ? null : { file, template, problems, references }
    parsed.set(file, made)
    return made
  }
  return { parse, problems: (): readonly Problem[] => all.flatMap(({ found }) => found) }
}

/** Where nobody said the Region or the account, the literals of the templates may. */
function placed(roots: readonly RootStack[], create: (roots: readonly RootStack[]) => Assembly): Assembly {
  const assembly = create(roots)
  const without = (part: 'region' | 'account') =>
    assembly.stacks.filter(({ environment }) => environment[part].startsWith('«')).map(({ resolver }) => resolver)
  const region = inferRegion(without('region'))
  const account = inferAccount(without('account'))
  if (region === undefined && account === undefined) return assembly
  return create(roots.map((root) => ({ ...root, region: root.region ?? region, account: root.account ?? account })))
}

interface Filling {
  readonly origins: Map<Pointer, Origin>
  readonly drafts: Drafts
  readonly files: Files | null
}

function fill({ stacks, registry }: Assembly, { origins, drafts, files }: Filling): void {
  const referenced = new Set(stacks.flatMap(referencedIn))
  const views = stacks.map(({ parsed, environment, prefix, resolver, isJudged, deployed }): Stack => {
    const tables = tablesFor(drafts, environment.account, environment.region)
    takeDeployedAway(deployed, resolver.resources, tables)
    return {
      ...tables,
      deployed: new Set(deployed.map(({ key }) => key)),
      environment,
      isJudged,
      origins: createOrigins(origins, parsed.problems),
      problems: parsed.problems,
      referenced,
      resources: resolver.resources,
      resource: (id) => registry.resources.get(id),
      // Of templates all references are known, but an attribute may repeat any id
      loses: ({ type }) => type !== undefined,
      forwarding: new Map(),
      awaits: createAwaits(parsed, prefix),
      reference: (embedded) => registry.references.get(embedded),
      open: (path) => {
        const found = files?.read(path, parsed.file)
        return found !== undefined && isRead(found) ? found.text : null
      },
      opens: (resource) => registry.nested(resource) !== null,
    }
  })
  for (const { type, read } of RESOURCE_KINDS) {
    if (read === undefined) continue
    for (const stack of views) {
      if (!stack.isJudged && LAUNCHES.test(type)) continue
      for (const resource of stack.resources) if (resource.type === type) read(resource, stack)
    }
  }
}

/** By logical ids, which the ids of an account may have taken the place of. */
function createAwaits({ template }: ParsedTemplate, prefix: string): Stack['awaits'] {
  const madeBefore = createMadeBefore(template)
  const logicalId = ({ id, inCode = id }: Resource) => inCode.slice(prefix.length)
  return (resource, other) => madeBefore(logicalId(resource)).has(logicalId(other))
}

function referencedIn({ parsed, prefix }: StackInstance): readonly string[] {
  return parsed.references.map(({ name, attribute }) => prefix + (attribute === null ? name : `${name}.${attribute}`))
}

function reportUnknownParameters(roots: readonly RootStack[], parameters: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(parameters)) {
    const isKnown = roots.some(({ parsed }) => parsed.template.parameters.has(name))
    if (!isKnown) roots[0]?.parsed.problems.report('W_UNKNOWN_PARAMETER', null, { name })
  }
}
