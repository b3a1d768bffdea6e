import { field, type Json, listOf, objectOf, textOf } from './json.ts'

/** A module as it is written, and where it is called from. */
export interface ModuleScope {
  /** Without keys: `module.vpc.module.subnets`. */
  readonly path: string
  readonly module: Json
  /** Null at the root. */
  readonly parent: ModuleScope | null
  /** How the parent calls it. */
  readonly call: Json
}

/** Modules by their paths without keys. */
export function scopesOf(root: Json): ReadonlyMap<string, ModuleScope> {
  const scopes = new Map<string, ModuleScope>()
  const open: ModuleScope[] = [{ path: '', module: root, parent: null, call: null }]
  for (let scope = open.pop(); scope !== undefined; scope = open.pop()) {
    scopes.set(scope.path, scope)
    for (const [name, call] of Object.entries(objectOf(field(scope.module, 'module_calls')))) {
      const path = scope.path === '' ? `module.${name}` : `${scope.path}.module.${name}`
      open.push({ path, module: field(call, 'module') ?? {}, parent: scope, call })
    }
  }
  return scopes
}

/** `module.vpc["a"].module.subnets[0]` → `module.vpc.module.subnets` */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '')
}

/** The resources of a module by `type.name`, data sources with `data.` before it. */
export function writtenResources({ module }: ModuleScope): ReadonlyMap<string, Json> {
  const written = new Map<string, Json>()
  for (const resource of listOf(field(module, 'resources'))) {
    const address = textOf(field(resource, 'address'))
    if (address !== null) written.set(address, resource)
  }
  return written
}

/** What an expression refers to, the nearest first; those that only lead there (`aws_vpc.a` of `aws_vpc.a.id`) left out. */
export function referencesOf(expression: Json | undefined): readonly string[] {
  const all = listOf(field(expression, 'references')).flatMap((each) => textOf(each) ?? [])
  return all.filter((each, i) => !all.slice(0, i).some((longer) => leadsTo(each, longer)))
}

/** Whether an expression names one of the references more than once. */
export function hasRepeated(expression: Json | undefined, references: readonly string[]): boolean {
  const all = listOf(field(expression, 'references'))
  return references.some((reference) => all.indexOf(reference) !== all.lastIndexOf(reference))
}

function leadsTo(shorter: string, longer: string): boolean {
  return longer === shorter || longer.startsWith(`${shorter}.`) || longer.startsWith(`${shorter}[`)
}

/** The folders of modules that are called by path, from the root one (`.`) on. */
export function moduleFolders(root: Json): ReadonlyMap<string, string> {
  const folders = new Map<string, string>([['', '.']])
  for (const [path, { parent, call }] of [...scopesOf(root)].sort(([a], [b]) => a.length - b.length)) {
    const source = textOf(field(call, 'source'))
    const outer = parent === null ? undefined : folders.get(parent.path)
    if (source !== null && outer !== undefined && source.startsWith('.')) folders.set(path, joined(outer, source))
  }
  return folders
}

function joined(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.length === 0 ? '.' : parts.join('/')
}

/** One expression for all, in contrast to the expressions of a block by attribute, or of several blocks. */
export function isLeaf(expression: Json | undefined): boolean {
  return typeof listOf(field(expression, 'references'))[0] === 'string'
}
