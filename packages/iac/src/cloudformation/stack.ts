import type { Gap, Pointer } from '@farsight/core'
import { NOT_READ, placeholder } from '@farsight/core'
import { type DraftTable, pointerIn } from './draft-table.ts'
import type { Environment } from './environment.ts'
import type { Origins } from './origins.ts'
import type { Problems } from './problems.ts'
import type { Resource } from './resource.ts'
import type { Reading } from './shape.ts'
import type { AccountTables, RegionTables } from './tables.ts'
import { candidatesOf, embed, openOf, type ReferenceValue, targetsOf, type UnknownValue, type Value } from './value.ts'
import { leaveOpen, type VpcDraft, vpcDraft } from './vpc-draft.ts'

/** The snapshot as the resources of one stack fill it. */
export interface Stack extends AccountTables, RegionTables {
  readonly environment: Environment
  /** Whether its launches are asked for. */
  readonly isJudged: boolean
  readonly origins: Origins
  readonly problems: Problems
  /** What is named somewhere in the code: `LogicalId`, `LogicalId.Attribute`. */
  readonly referenced: ReadonlySet<string>
  /** Those that are created, or may be. */
  readonly resources: readonly Resource[]
  /** Ids, names and ARNs of what an earlier deployment of it has made. */
  readonly deployed: ReadonlySet<string>
  /** By id, of whichever stack. */
  resource(id: string): Resource | undefined
  /** The reference that looks so inside a text. */
  reference(embedded: string): ReferenceValue | undefined
  /** Whether a value that is not known may lead to what the code makes. */
  loses(value: UnknownValue): boolean
  /** The listeners and rules of this stack that forward to a target group, by its ARN; filled as they are read. */
  readonly forwarding: Map<string, Resource[]>
  /** Whether a resource of this stack is made after another one of it; undefined: nobody knows. */
  awaits(resource: Resource, other: Resource): boolean | undefined
  /** The text of a file that the code names; null where it was not read. */
  open(path: string): string | null
  /** Whether the resource is a nested stack of which the template was read. */
  opens(resource: Resource): boolean
}

export function readingOf(stack: Stack, resource: Resource): Reading {
  return { origins: stack.origins, problems: stack.problems, path: resource.path }
}

/** Puts what a resource makes into a table, with its origin, and with the doubt whether it is made at all. */
export function add<T>(stack: Stack, table: DraftTable<T>, key: string, resource: Resource, draft: T): T {
  table.drafts.set(key, draft)
  table.laid.delete(key)
  if (resource.doubt !== null) table.doubts.set(key, resource.doubt)
  stack.origins.set(pointerIn(table, key), resource.at, resource.path)
  return draft
}

/** Notes that a part of the snapshot was decided by a property. */
export function mark(stack: Stack, pointer: Pointer, resource: Resource, property?: string): void {
  const at = property === undefined ? resource.at : resource.placeOf(property)
  stack.origins.set(pointer, at, resource.path)
}

/** The id by which the snapshot files what a value names, even where nobody knows it yet. */
export function idOf(value: Value): string {
  return value.kind === 'reference' ? value.id : (embed(value) ?? '')
}

/** The VPC that a property names: the template's own, else one of which only what the template adds is known. */
export function vpcOf(stack: Stack, resource: Resource, property = 'VpcId'): VpcDraft {
  const value = resource.get(property)
  const id = value.kind === 'absent' ? placeholder('default VPC') : idOf(value)
  const found = stack.vpcs.drafts.get(id)
  if (found !== undefined) return found
  const gap: Gap = (value.kind === 'reference' ? null : openOf(value)) ?? NOT_READ
  for (const { value: candidate } of candidatesOf(value)) {
    const perhaps = stack.vpcs.drafts.get(idOf(candidate))
    if (perhaps !== undefined) leaveOpen(perhaps, gap)
  }
  const draft = vpcDraft(id, stack.vpcs.at, gap)
  if (isLost(stack, value)) draft.lost = gap
  stack.vpcs.drafts.set(id, draft)
  mark(stack, draft.at, resource, property)
  return draft
}

type Scoped = 'subnets' | 'routeTables' | 'networkAcls' | 'securityGroups'

type DraftOf<Table> = Table extends DraftTable<infer T> ? T : never

/** A thing that another resource names, or may name. */
export interface Found<T> {
  readonly key: string
  readonly at: Pointer
  readonly draft: T
  /** Why it may be another one that is named. */
  readonly doubt: Gap | null
  /** Whether nothing names it: it is one of all that a lost reference may lead to. */
  readonly isGuess: boolean
}

/** The things inside the VPCs that a value names, or may name. */
export function findScoped<Name extends Scoped>(
  stack: Stack,
  name: Name,
  value: Value,
): readonly (Found<DraftOf<VpcDraft[Name]>> & { readonly vpc: VpcDraft })[] {
  const vpcs = new Map<DraftTable<unknown>, VpcDraft>()
  for (const vpc of stack.vpcs.drafts.values()) vpcs.set(vpc[name], vpc)
  const tables = [...vpcs.keys()] as DraftTable<DraftOf<VpcDraft[Name]>>[]
  return oneOf(holdersAmong(stack, tables, value)).flatMap(({ table, ...found }) => {
    const vpc = vpcs.get(table)
    return vpc === undefined ? [] : [{ ...found, vpc }]
  })
}

/** The thing that a resource of its own, such as a policy, is put on: what a value names, or all that it may name. */
export function holdersIn<T>(stack: Stack, table: DraftTable<T>, value: Value): readonly Found<T>[] {
  return oneOf(holdersAmong(stack, [table], value))
}

/** All things that a list names, or may name. */
export function allHoldersIn<T>(stack: Stack, table: DraftTable<T>, values: Value): readonly Found<T>[] {
  return holdersAmong(stack, [table], values)
}

/** Of several where one is wanted, such as those of a conditional expression, it is any of them. */
function oneOf<T, F extends Found<T>>(found: readonly F[]): readonly F[] {
  const named = found.filter(({ doubt }) => doubt === null)
  if (new Set(named.map(({ draft }) => draft)).size < 2) return found
  const gap: Gap = { gap: 'unresolved', expression: named.map(({ key }) => key).join(' | ') }
  return found.map((each) => ({ ...each, doubt: each.doubt ?? gap }))
}

type Held<T> = Found<T> & { readonly table: DraftTable<T> }

function holdersAmong<T>(stack: Stack, tables: readonly DraftTable<T>[], value: Value): readonly Held<T>[] {
  const found = targetsOf(value).flatMap(({ value: target, doubt }): readonly Held<T>[] => {
    const key = idOf(target)
    for (const table of tables) {
      const draft = table.drafts.get(key)
      if (draft !== undefined) return [{ table, key, at: pointerIn(table, key), draft, doubt, isGuess: false }]
    }
    return isLost(stack, target) ? tables.flatMap((table) => all(table, target.gap)) : []
  })
  const certain = new Set(found.flatMap(({ draft, doubt }) => (doubt === null ? [draft] : [])))
  return found.filter(({ draft, doubt }) => doubt === null || !certain.has(draft))
}

function all<T>(table: DraftTable<T>, doubt: Gap): readonly Held<T>[] {
  return [...table.drafts].map(([key, draft]) => {
    return { table, key, at: pointerIn(table, key), draft, doubt, isGuess: true }
  })
}

/** Whether a value may lead to what the code makes, and nobody knows to which. */
export function isLost(stack: Stack, value: Value): value is UnknownValue {
  return value.kind === 'unknown' && stack.loses(value)
}
