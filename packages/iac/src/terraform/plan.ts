import { createProblems, type Problems } from '../cloudformation/problems.ts'
import { lineAndColumn, measureJson, visitJson } from '../snapshot/json-text.ts'
import { field, type Json, listOf, objectOf, textOf } from './json.ts'

/** One instance of a resource or data source, as it will be. */
export interface Instance {
  /** `module.vpc["a"].aws_subnet.private[0]` */
  readonly address: string
  /** `module.vpc["a"]`, or nothing at the root. */
  readonly module: string
  readonly isData: boolean
  readonly type: string
  readonly name: string
  /** Of `count` a number, of `for_each` a text. */
  readonly index: number | string | null
  readonly values: Json
  /** As it was; null: it is new, or a state shows it. */
  readonly before: Json
  /** `true` where the value, or a part of it, is known after apply alone. */
  readonly unknown: Json
  readonly isDeferred: boolean
}

/** An instance that is destroyed or changed, or that another one takes the place of. */
export interface Removed {
  readonly type: string
  /** Whether it stays the same thing. */
  readonly isChanged: boolean
  /** As it was. */
  readonly values: Json
}

export interface Plan {
  readonly instances: readonly Instance[]
  readonly removed: readonly Removed[]
  /** The root module as it is written. */
  readonly configuration: Json
  readonly providers: Json
  readonly variables: Json
}

/** Objects nest as deep as modules do, times three. */
const MAX_DEPTH = 200
const KNOWN_MAJOR = 1

/**
 * Reads what `terraform show -json` and `tofu show -json` print of a plan or a state.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function parsePlan(file: string, text: string): { plan: Plan | null; problems: Problems } {
  const problems = createProblems(file, (offset) => lineAndColumn(text, offset))
  const json = parseJson(text, problems)
  return { plan: json === undefined ? null : planOf(json, problems), problems }
}

function parseJson(text: string, problems: Problems): Json | undefined {
  const { tooDeepAt } = measureJson(text, MAX_DEPTH)
  if (tooDeepAt !== null) {
    problems.report('E_TOO_DEEP', tooDeepAt, { limit: String(MAX_DEPTH) })
    return undefined
  }
  try {
    return JSON.parse(text) as Json
  } catch {
    const fault = visitJson(text, null, () => null)
    const detail = `expected ${fault?.expected.join(', ') ?? 'JSON'}`
    problems.report('E_SYNTAX', fault?.offset ?? 0, { format: 'JSON', reason: 'EXPECTED', detail })
    return undefined
  }
}

function planOf(root: Json, problems: Problems): Plan | null {
  const version = textOf(field(root, 'format_version'))
  const planned = field(root, 'planned_values') ?? field(root, 'values')
  if (version === null || planned === undefined) {
    problems.report('E_NO_PLAN', 0)
    return null
  }
  if (Number.parseInt(version, 10) !== KNOWN_MAJOR) problems.report('W_PLAN_VERSION', 0, { version })
  if (field(root, 'errored') === true) problems.report('W_PLAN_ERRORED', 0)
  const changes = new Map<string, Json>()
  for (const change of listOf(field(root, 'resource_changes'))) {
    const address = textOf(field(change, 'address'))
    if (address !== null && textOf(field(change, 'deposed')) === null) changes.set(address, change)
  }
  const found = new Map<string, Instance>()
  const prior = field(field(field(root, 'prior_state'), 'values'), 'root_module')
  // What is read while planning stands in the prior state alone
  for (const instance of instancesIn(prior, '', changes)) if (instance.isData) found.set(instance.address, instance)
  for (const instance of instancesIn(field(planned, 'root_module'), '', changes)) found.set(instance.address, instance)
  return {
    instances: [...found.values()],
    removed: listOf(field(root, 'resource_changes')).flatMap(removedBy),
    configuration: field(field(root, 'configuration'), 'root_module') ?? {},
    providers: field(field(root, 'configuration'), 'provider_config') ?? {},
    variables: field(root, 'variables') ?? {},
  }
}

function removedBy(resource: Json): readonly Removed[] {
  const change = field(resource, 'change')
  const type = textOf(field(resource, 'type'))
  const actions = listOf(field(change, 'actions'))
  const isChanged = actions.includes('update')
  const isGone = isChanged || actions.includes('delete')
  return isGone && type !== null ? [{ type, isChanged, values: objectOf(field(change, 'before')) }] : []
}

function instancesIn(module: Json | undefined, path: string, changes: ReadonlyMap<string, Json>): readonly Instance[] {
  const own = listOf(field(module, 'resources')).flatMap((resource) => instanceOf(resource, path, changes) ?? [])
  const inner = listOf(field(module, 'child_modules')).flatMap((child) =>
    instancesIn(child, textOf(field(child, 'address')) ?? path, changes),
  )
  return [...own, ...inner]
}

function instanceOf(resource: Json, module: string, changes: ReadonlyMap<string, Json>): Instance | null {
  const address = textOf(field(resource, 'address'))
  const type = textOf(field(resource, 'type'))
  const name = textOf(field(resource, 'name'))
  if (address === null || type === null || name === null) return null
  const index = field(resource, 'index')
  const change = field(changes.get(address), 'change')
  return {
    address,
    module,
    isData: textOf(field(resource, 'mode')) === 'data',
    type,
    name,
    index: typeof index === 'number' || typeof index === 'string' ? index : null,
    values: objectOf(field(resource, 'values')),
    before: field(change, 'before') ?? null,
    unknown: field(change, 'after_unknown') ?? {},
    isDeferred: listOf(field(change, 'actions')).includes('read'),
  }
}

/** The instances of each resource, by `module|type.name`. */
export function groupInstances(all: readonly Instance[]): ReadonlyMap<string, readonly Instance[]> {
  const groups = new Map<string, Instance[]>()
  for (const instance of all) {
    const key = `${instance.module}|${instance.isData ? 'data.' : ''}${instance.type}.${instance.name}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [instance])
    else group.push(instance)
  }
  return groups
}
