import type { Gap, Pointer } from '@farsight/core'
import { NOT_READ, placeholder } from '@farsight/core'
import { type DraftTable, pointerIn } from './draft-table.ts'
import type { Environment } from './environment.ts'
import type { Origins } from './origins.ts'
import type { Problems } from './problems.ts'
import type { Resource } from './resource.ts'
import type { Reading } from './shape.ts'
import type { AccountTables, RegionTables } from './tables.ts'
import { candidatesOf, embed, openOf, type ReferenceValue, targetsOf, type Value } from './value.ts'
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
  /** Whether a reference that is not known may lead to what the code makes: of templates, all references are known. */
  readonly losesReferences: boolean
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
  stack.vpcs.drafts.set(id, draft)
  mark(stack, draft.at, resource, property)
  return draft
}

type Scoped = 'subnets' | 'routeTables' | 'networkAcls' | 'securityGroups'

export interface Found<T> {
  readonly vpc: VpcDraft
  readonly at: Pointer
  readonly draft: T
  /** Why it may be another one that the value names. */
  readonly doubt: Gap | null
}

/** The things inside the VPCs that a value names, or may name. */
export function findScoped<Name extends Scoped>(
  stack: Stack,
  name: Name,
  value: Value,
): readonly Found<DraftOf<VpcDraft[Name]>>[] {
  return candidatesOf(value).flatMap((candidate) => {
    const id = idOf(candidate.value)
    for (const vpc of stack.vpcs.drafts.values()) {
      const table = vpc[name] as DraftTable<DraftOf<VpcDraft[Name]>>
      const draft = table.drafts.get(id)
      if (draft !== undefined) return [{ vpc, at: pointerIn(table, id), draft, doubt: candidate.doubt }]
    }
    return []
  })
}

type DraftOf<Table> = Table extends DraftTable<infer T> ? T : never

interface Holder<T> {
  readonly key: string
  readonly draft: T
  /** Why it may be another one. */
  readonly doubt: Gap | null
}

/** The things that a resource of its own, such as a policy, is put on: those that a value names, or may name. */
export function holdersIn<T>(stack: Stack, table: DraftTable<T>, value: Value): readonly Holder<T>[] {
  const found = targetsOf(value).flatMap(({ value: target, doubt }): readonly Holder<T>[] => {
    const key = idOf(target)
    const draft = table.drafts.get(key)
    if (draft !== undefined) return [{ key, draft, doubt }]
    return target.kind === 'unknown' && stack.losesReferences ? all(table, target.gap) : []
  })
  const certain = new Set(found.flatMap(({ key, doubt }) => (doubt === null ? [key] : [])))
  return found.filter(({ key, doubt }) => doubt === null || !certain.has(key))
}

function all<T>(table: DraftTable<T>, doubt: Gap): readonly Holder<T>[] {
  return [...table.drafts].map(([key, draft]) => ({ key, draft, doubt }))
}
