import type { Gap } from '@farsight/core'
import { createConditions } from './conditions.ts'
import { type Deployed, deployedKey, isCalledById } from './deployed.ts'
import { withDynamicReferences } from './dynamic-references.ts'
import type { Environment } from './environment.ts'
import { INTRINSICS } from './intrinsics/intrinsics.ts'
import { parameterValue, pseudoParameter } from './parameters.ts'
import type { ResourceNode, Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import type { Registry } from './registry.ts'
import type { Resolver } from './resolver.ts'
import type { Resource } from './resource.ts'
import type { Naming } from './resource-kind.ts'
import { isFunction } from './short-tags.ts'
import type { MapNode, TemplateNode } from './template-node.ts'
import { ABSENT, unresolved, type Value, type ValueEntry } from './value.ts'

/** Expressions that lead to expressions: beyond it a template is hostile, or goes round in circles. */
const MAX_NESTED = 400

/** Characters of all texts that functions of the template put together. */
const MAX_MADE = 32_000_000

export interface ResolverInput {
  readonly template: Template
  readonly problems: Problems
  readonly environment: Environment
  /** What a parameter is given, by a person or by the parent stack. */
  readonly given: (name: string) => string | Value | undefined
  /** Stands before the ids of a nested stack: `Network.`. */
  readonly prefix: string
  /** Why nobody knows whether the stack is made at all. */
  readonly doubt: Gap | null
  readonly registry: Registry
  /** What the account has of the stack already, by type and logical id. */
  readonly deployed: ReadonlyMap<string, Deployed>
  readonly namings: ReadonlyMap<string, Naming>
}

export function createResolver(input: ResolverInput): Resolver {
  const { template, problems, environment, registry, prefix } = input
  const values = new Map<TemplateNode, Value>()
  const open = new Set<TemplateNode>()

  const value = (node: TemplateNode): Value => {
    const found = values.get(node)
    if (found !== undefined) return found
    if (open.has(node) || registry.nesting >= MAX_NESTED) {
      problems.report('E_CIRCULAR_REFERENCE', node.at)
      return unresolved('circular reference', node.at)
    }
    open.add(node)
    registry.nesting++
    const result = resolve(node, resolver)
    registry.nesting--
    open.delete(node)
    values.set(node, result)
    return result
  }

  const conditions = createConditions(template, problems, (node) => resolver.value(node))
  const resources: Resource[] = []
  const all = new Map<string, Resource | null>()
  const resolver: Resolver = {
    template,
    environment,
    problems,
    registry,
    value,
    truth: conditions.truth,
    condition: conditions.condition,
    resources,
    ref: (name, at) => {
      const parameter = template.parameters.get(name)
      if (parameter !== undefined)
        return parameterValue({ name, node: parameter, given: input.given(name), at }, resolver)
      return pseudoParameter(name, environment, at) ?? named(name, null, at)
    },
    attribute: (logicalId, name, at) => named(logicalId, name, at),
    makesRoomFor: (length) => {
      registry.made += length
      return registry.made <= MAX_MADE
    },
  }

  function named(logicalId: string, attribute: string | null, at: number): Value | null {
    const resource = all.get(logicalId)
    if (resource === undefined) return null
    const expression = prefix + (attribute === null ? logicalId : `${logicalId}.${attribute}`)
    if (resource === null) return unresolved(expression, at)
    const output = attribute?.startsWith('Outputs.') ? registry.nested(resource) : null
    if (output !== null) return output.output(attribute?.slice('Outputs.'.length) ?? '', at)
    const naming = input.namings.get(resource.type)
    const name = attribute === null ? naming?.ref : naming?.attribute?.(attribute)
    const value = name === undefined ? generated(expression, resource.type, at) : name(resource, at)
    // Lists inside lists inside lists would multiply; no attribute that the reader needs is one
    if (value.kind === 'list' || value.kind === 'map') return unresolved(expression, at)
    if (value.kind === 'reference') registry.references.set(value.embedded, value)
    return { ...value, at }
  }

  for (const node of template.resources.values()) {
    const resource = resourceOf(node, input, resolver)
    all.set(node.logicalId, resource)
    if (resource !== null) resources.push(resource)
  }
  return resolver
}

/** What AWS makes up when it deploys: nobody can know it, and it has a name. */
function generated(name: string, type: string, at: number): Value {
  return { kind: 'unknown', gap: { gap: 'after-deploy' }, name, type, at }
}

function resolve(node: TemplateNode, resolver: Resolver): Value {
  switch (node.kind) {
    case 'scalar':
      return node.text === null ? { ...ABSENT, at: node.at } : withDynamicReferences(node.text, node.at, null)
    case 'list': {
      const items = node.items.map((item) => resolver.value(item)).filter(({ kind }) => kind !== 'absent')
      return { kind: 'list', items, at: node.at }
    }
    case 'map': {
      const macro = macroIn(node)
      if (macro !== null) return unresolved(macro, node.at)
      const entries = new Map<string, ValueEntry>()
      for (const [key, entry] of node.entries) {
        const value = resolver.value(entry.value)
        if (value.kind !== 'absent') entries.set(key, { keyAt: entry.keyAt, value })
      }
      return { kind: 'map', entries, at: node.at }
    }
    case 'call': {
      const intrinsic = INTRINSICS.get(node.name)
      if (intrinsic !== undefined) return intrinsic(node.argument, node.at, resolver)
      if (!isFunction(node.name)) resolver.problems.report('E_UNKNOWN_FUNCTION', node.at, { name: node.name })
      return unresolved(node.name, node.at)
    }
  }
}

/** What writes more into a map than stands there. */
function macroIn({ entries }: MapNode): string | null {
  for (const key of entries.keys()) if (key === 'Fn::Transform' || key.startsWith('Fn::ForEach')) return key
  return null
}

const EMPTY: Value = { kind: 'map', entries: new Map(), at: 0 }

function resourceOf(node: ResourceNode, input: ResolverInput, resolver: Resolver): Resource | null {
  const created = node.condition === null ? true : resolver.condition(node.condition, node.at)
  if (created === false) return null
  const id = input.prefix + node.logicalId
  return {
    id,
    ...existing(input.deployed.get(deployedKey(node.type, node.logicalId)), id, resolver.environment),
    path: node.path,
    asset: node.asset,
    type: node.type,
    at: node.at,
    doubt: created === true ? input.doubt : created,
    environment: resolver.environment,
    get properties() {
      return node.properties === null ? EMPTY : resolver.value(node.properties)
    },
    get: (property) => {
      const entry = node.properties?.entries.get(property)
      if (entry !== undefined) return resolver.value(entry.value)
      const macro = node.properties === null ? null : macroIn(node.properties)
      return macro === null ? ABSENT : unresolved(macro, node.at)
    },
    placeOf: (property) => node.properties?.entries.get(property)?.keyAt ?? node.at,
  }
}

/** How AWS calls what it has made already: by an id that it makes up, or by the name or the ARN alone. */
function existing(deployed: Deployed | undefined, inCode: string, environment: Environment): Partial<Resource> {
  if (deployed === undefined) return {}
  const { type, key } = deployed
  if (isCalledById(deployed))
    return { deployed, id: key, inCode, known: { id: key, arn: arnOf(deployed, environment) } }
  return key.startsWith('arn:') || type === 'AWS::KMS::Key'
    ? { deployed, known: { id: key, arn: arnOf(deployed, environment) } }
    : { deployed }
}

function arnOf({ type, key }: Deployed, { partition, region, account }: Environment): string | null {
  if (key.startsWith('arn:')) return key
  if (type === 'AWS::KMS::Key') return `arn:${partition}:kms:${region}:${account}:key/${key}`
  if (type === 'AWS::EFS::FileSystem')
    return `arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${key}`
  return null
}
