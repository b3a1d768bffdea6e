import { type Gap, placeholder, type Snapshot } from '@farsight/core'
import { type Files, isRead } from '../files.ts'
import { createResolver } from './create-resolver.ts'
import { byLogicalId, createDeployedBy, type DeployedBy } from './deployed.ts'
import { type Destination, type Environment, environmentOf } from './environment.ts'
import { expandLoops, hasLoops } from './expand-loops.ts'
import { createExports } from './exports.ts'
import { sectionsOf, type Template } from './parse-template.ts'
import { referencesOf } from './references.ts'
import type { Registry } from './registry.ts'
import type { Resolver } from './resolver.ts'
import type { Resource } from './resource.ts'
import { RESOURCE_KINDS } from './resources/kinds.ts'
import { locationOf, NESTED_TYPES } from './resources/nested-stack.ts'
import type { ParsedTemplate, StackInstance } from './stack-instance.ts'
import { relocated, unresolved, type Value } from './value.ts'

/** A stack that nobody nests: what is deployed. */
export interface RootStack extends Destination {
  readonly parsed: ParsedTemplate
  readonly parameters: Readonly<Record<string, string>>
  readonly isJudged?: boolean
}

export interface Surroundings {
  /** Null: nested templates are not read. */
  readonly files: Files | null
  readonly parse: Parse
  /** The file behind the URL of a nested template, where somebody noted it. */
  readonly assetOf: (url: string) => string | null
  /** The account that all goes to. */
  readonly over: Snapshot | null
}

export interface Assembly {
  readonly stacks: readonly StackInstance[]
  readonly registry: Registry
}

/** How a nested template is parsed; null where it is none. */
export type Parse = (file: string, text: string) => ParsedTemplate | null

/** Nested stacks of one assembly; beyond it a template nests itself, or is hostile. */
const MAX_STACKS = 500
const MAX_NESTED = 20

const NAMINGS = new Map(RESOURCE_KINDS.map((kind) => [kind.type, kind]))

interface NewStack {
  readonly parsed: ParsedTemplate
  readonly environment: Environment
  readonly isJudged: boolean
  readonly prefix: string
  readonly doubt: Gap | null
  readonly given: (name: string) => string | Value | undefined
  /** The files that it stands in, from the outermost one on. */
  readonly within: readonly string[]
}

interface Context extends Surroundings {
  readonly stacks: StackInstance[]
  readonly resources: Map<string, Resource>
  /** The stacks in which the nested ones stand, by the id of the resource. */
  readonly owners: Map<string, { readonly stack: StackInstance; readonly within: readonly string[] }>
  readonly nested: Map<string, StackInstance | 'being made' | null>
  readonly registry: Registry
  readonly deployedBy: DeployedBy
}

/** The stacks that are read together, with all that they nest, as values that know each other. */
export function assemble(roots: readonly RootStack[], surroundings: Surroundings): Assembly {
  const stacks: StackInstance[] = []
  const resources = new Map<string, Resource>()
  const registry: Registry = {
    resources,
    references: new Map(),
    nested: (resource) => open(resource, context),
    imported: createExports(() => stacks, surroundings.over),
    nesting: 0,
    made: 0,
  }
  const deployedBy = createDeployedBy(surroundings.over)
  const made = { stacks, resources, owners: new Map(), nested: new Map() }
  const context: Context = { ...made, registry, deployedBy, ...surroundings }
  roots.forEach(({ parsed, parameters, isJudged = true, ...destination }, i) => {
    const prefix = prefixOf(parsed, destination.stackName ?? String(i + 1), resources)
    const stackName = destination.stackName ?? (roots.length > 1 ? placeholder(`${i + 1}.AWS::StackName`) : undefined)
    const environment = environmentOf({ ...destination, stackName })
    const given = (name: string) => (Object.hasOwn(parameters, name) ? parameters[name] : undefined)
    create({ parsed, environment, isJudged, prefix, doubt: null, given, within: [] }, context)
  })
  // A nested stack adds those that it nests
  for (const id of context.owners.keys()) {
    const resource = resources.get(id)
    if (resource !== undefined) open(resource, context)
  }
  return { stacks, registry }
}

function create(
  { parsed: before, within, ...made }: NewStack,
  { stacks, resources, owners, registry, deployedBy }: Context,
): StackInstance {
  const { problems } = before
  const { environment, isJudged, prefix } = made
  const deployed = byLogicalId(deployedBy(environment))
  const resolve = (template: Template) =>
    createResolver({ ...made, template, problems, registry, deployed, namings: NAMINGS })
  const parsed = hasLoops(before.template.root) ? writtenOut(before, resolve(before.template)) : before
  const resolver = resolve(parsed.template)
  const output = (name: string, at: number) => outputOf(stack, name, at)
  const stack: StackInstance = {
    parsed,
    environment,
    isJudged,
    prefix,
    deployed: [...deployed.values()],
    resolver,
    output,
  }
  stacks.push(stack)
  for (const resource of resolver.resources) {
    resources.set(resource.id, resource)
    if (resource.inCode !== undefined) resources.set(resource.inCode, resource)
    if (NESTED_TYPES.has(resource.type)) owners.set(resource.id, { stack, within: [...within, parsed.file] })
  }
  return stack
}

/** Loops go over parameters, so that every stack of a template has its own. */
function writtenOut(parsed: ParsedTemplate, resolver: Resolver): ParsedTemplate {
  const { problems } = parsed
  const template = sectionsOf(expandLoops(parsed.template.root, resolver.value, problems), problems)
  return template === null ? parsed : { ...parsed, template, references: referencesOf(template) }
}

function open(resource: Resource, context: Context): StackInstance | null {
  const { nested, owners } = context
  const found = nested.get(resource.id)
  const owner = owners.get(resource.id)
  if (found === 'being made')
    owner?.stack.parsed.problems.report('E_CIRCULAR_REFERENCE', resource.at, {}, resource.path)
  if (found !== undefined || owner === undefined) return found === undefined || found === 'being made' ? null : found
  nested.set(resource.id, 'being made')
  const made = nest(resource, owner.stack, owner.within, context)
  nested.set(resource.id, made)
  return made
}

function nest(
  resource: Resource,
  { parsed: outer, environment, isJudged }: StackInstance,
  within: readonly string[],
  context: Context,
): StackInstance | null {
  const parsed = templateOf(resource, outer, within, context)
  if (parsed === null) return null
  const parameters = resource.get('Parameters')
  for (const [name, { keyAt }] of parameters.kind === 'map' ? parameters.entries : []) {
    const isKnown = parsed.template.parameters.has(name)
    if (!isKnown) outer.problems.report('W_UNKNOWN_PARAMETER', keyAt, { name }, resource.path)
  }
  const named = { ...environment, stackName: placeholder(`${resource.id}.AWS::StackName`) }
  const given = (name: string): Value | undefined => passedOn(resource, name, parameters)
  return create(
    { parsed, environment: named, isJudged, prefix: `${resource.id}.`, doubt: resource.doubt, given, within },
    context,
  )
}

function templateOf(
  resource: Resource,
  { file, problems }: ParsedTemplate,
  within: readonly string[],
  { files, stacks, parse, assetOf }: Context,
): ParsedTemplate | null {
  const location = locationOf(resource, assetOf)
  if (location === null || files === null) return null
  const found = files.read(location.path, file)
  if (!isRead(found)) {
    // What metadata notes may be elsewhere; what the template itself names is deployed from there
    const code = location.noted ? 'W_NESTED_UNREAD' : 'E_NESTED_UNREAD'
    problems.report(code, location.at, { file: found.file, failure: found.failure }, resource.path)
    return null
  }
  if (within.includes(found.file) || within.length >= MAX_NESTED || stacks.length >= MAX_STACKS) {
    problems.report('E_NESTED_IN_ITSELF', location.at, { file: found.file }, resource.path)
    return null
  }
  return parse(found.file, found.text)
}

/** Nothing where all ids are new; else the name of the stack, so that two stacks may use the same logical ids. */
function prefixOf({ template }: ParsedTemplate, name: string, taken: ReadonlyMap<string, Resource>): string {
  for (const logicalId of template.resources.keys()) if (taken.has(logicalId)) return `${name}.`
  return ''
}

function passedOn(resource: Resource, name: string, parameters: Value): Value | undefined {
  if (parameters.kind === 'unknown') return unresolved(`${resource.id}.${name}`, parameters.at)
  if (parameters.kind !== 'map') return undefined
  return parameters.entries.get(name)?.value
}

function outputOf({ parsed, prefix, resolver }: StackInstance, name: string, at: number): Value {
  const output = parsed.template.outputs.get(name)
  if (output === undefined || output.value === null) return unresolved(`${prefix}Outputs.${name}`, at)
  const made = output.condition === null ? true : resolver.condition(output.condition, output.value.at)
  return made === true ? relocated(resolver.value(output.value), at) : unresolved(`${prefix}Outputs.${name}`, at)
}
