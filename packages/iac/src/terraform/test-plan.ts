import type { Json, JsonObject } from './json.ts'

/** A resource of a plan that is written by hand, after the documented format. */
export interface TestResource {
  readonly type: string
  readonly name: string
  readonly mode?: 'managed' | 'data'
  readonly index?: number | string
  readonly values?: JsonObject
  /** Known after apply: attributes with what the configuration refers to there, the nearest first. */
  readonly refs?: { readonly [attribute: string]: readonly string[] }
  readonly unknown?: JsonObject
  /** Expressions as a plan writes them, for blocks. */
  readonly expressions?: JsonObject
  /** Blocks that `dynamic` makes, which do not stand in the configuration. */
  readonly dynamic?: readonly string[]
  readonly forEach?: readonly string[]
}

export interface TestModule {
  readonly resources: readonly TestResource[]
  readonly modules?: {
    readonly [name: string]: TestModule & { readonly arguments?: { readonly [name: string]: readonly string[] } }
  }
  readonly outputs?: { readonly [name: string]: readonly string[] }
}

/** The text that `terraform show -json` prints of a plan that creates everything. */
export function planText(root: TestModule, more: JsonObject = {}): string {
  const changes: Json[] = []
  return JSON.stringify(
    {
      format_version: '1.2',
      terraform_version: '1.9.5',
      planned_values: { root_module: plannedModule(root, '', changes) },
      resource_changes: changes,
      configuration: {
        provider_config: {
          aws: {
            name: 'aws',
            full_name: 'registry.terraform.io/hashicorp/aws',
            expressions: { region: { constant_value: 'us-east-1' } },
          },
        },
        root_module: writtenModule(root),
      },
      ...more,
    },
    null,
    1,
  )
}

function plannedModule({ resources, modules = {} }: TestModule, path: string, changes: Json[]): JsonObject {
  const inner = Object.entries(modules).map(([name, module]) => {
    const address = path === '' ? `module.${name}` : `${path}.module.${name}`
    return { address, ...plannedModule(module, address, changes) }
  })
  return { resources: resources.map((each) => planned(each, path, changes)), child_modules: inner }
}

function planned(
  { type, name, mode = 'managed', index, values = {}, refs = {}, unknown = {} }: TestResource,
  path: string,
  changes: Json[],
): JsonObject {
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`
  const address = `${path === '' ? '' : `${path}.`}${mode === 'data' ? 'data.' : ''}${type}.${name}${key}`
  const open = Object.fromEntries(Object.keys(refs).map((attribute) => [attribute, true]))
  const after_unknown = { id: true, arn: true, ...open, ...unknown }
  const actions = [mode === 'data' ? 'read' : 'create']
  changes.push({ address, mode, type, name, change: { actions, before: null, after: values, after_unknown } })
  return { address, mode, type, name, ...(index === undefined ? {} : { index }), values }
}

function writtenModule({ resources, modules = {}, outputs = {} }: TestModule): JsonObject {
  const written = new Map(resources.map((each) => [addressOf(each), writtenResource(each)]))
  const calls = Object.entries(modules).map(([name, module]) => {
    const expressions = Object.entries(module.arguments ?? {}).map(([key, references]) => [key, { references }])
    return [name, { source: `./${name}`, expressions: Object.fromEntries(expressions), module: writtenModule(module) }]
  })
  return {
    resources: [...written.values()],
    module_calls: Object.fromEntries(calls),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, references]) => [name, { expression: { references } }]),
    ),
  }
}

function addressOf({ mode, type, name }: TestResource): string {
  return `${mode === 'data' ? 'data.' : ''}${type}.${name}`
}

function writtenResource(resource: TestResource): JsonObject {
  const { type, name, mode = 'managed', values = {}, refs = {}, expressions = {}, dynamic = [], forEach } = resource
  const constants = Object.keys(values).map((key) => [key, { constant_value: values[key] ?? null }])
  const references = Object.entries(refs).map(([key, list]) => [key, { references: list }])
  const written: JsonObject = { ...Object.fromEntries([...constants, ...references]), ...expressions }
  return {
    address: addressOf(resource),
    mode,
    type,
    name,
    expressions: Object.fromEntries(Object.entries(written).filter(([key]) => !dynamic.includes(key))),
    ...(forEach === undefined ? {} : { for_each_expression: { references: forEach } }),
  }
}
