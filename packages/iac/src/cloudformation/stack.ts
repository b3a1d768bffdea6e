import type {
  Bucket,
  Cluster,
  Gap,
  Key,
  LoadBalancer,
  LogGroup,
  ManagedPolicy,
  Parameter,
  Pointer,
  PrefixList,
  Repository,
  RunTask,
  Secret,
  Service,
  TargetGroup,
  TaskDefinition,
} from '@farsight/core'
import { NOT_READ, placeholder, pointerTo } from '@farsight/core'
import { type DraftTable, draftTable, pointerIn } from './draft-table.ts'
import type { FileSystemDraft } from './file-system-draft.ts'
import type { Origins } from './origins.ts'
import type { Reference } from './references.ts'
import type { Resolver, Resource } from './resolver.ts'
import type { RoleDraft } from './role-draft.ts'
import type { Reading } from './shape.ts'
import { candidatesOf, embed, openOf, type Value } from './value.ts'
import { type Draft, leaveOpen, type VpcDraft, vpcDraft } from './vpc-draft.ts'

/** The snapshot while the resources of a template fill it. */
export interface Stack {
  readonly resolver: Resolver
  readonly origins: Origins
  /** What is named somewhere in the template: `LogicalId`, `LogicalId.Attribute`. */
  readonly referenced: ReadonlySet<string>
  readonly account: Pointer
  readonly region: Pointer
  readonly vpcs: DraftTable<VpcDraft>
  readonly roles: DraftTable<RoleDraft>
  readonly policies: DraftTable<ManagedPolicy>
  readonly buckets: DraftTable<Draft<Bucket>>
  readonly prefixLists: DraftTable<PrefixList>
  readonly clusters: DraftTable<Draft<Cluster>>
  readonly services: DraftTable<Service>
  readonly runTasks: DraftTable<RunTask>
  readonly taskDefinitions: DraftTable<TaskDefinition>
  readonly repositories: DraftTable<Repository>
  readonly secrets: DraftTable<Draft<Secret>>
  readonly parameters: DraftTable<Parameter>
  readonly keys: DraftTable<Key>
  readonly logGroups: DraftTable<LogGroup>
  readonly fileSystems: DraftTable<FileSystemDraft>
  readonly loadBalancers: DraftTable<LoadBalancer>
  readonly targetGroups: DraftTable<Draft<TargetGroup>>
}

export function createStack(resolver: Resolver, origins: Origins, references: readonly Reference[]): Stack {
  const account = pointerTo('/accounts', resolver.environment.account)
  const region = pointerTo(account, 'regions', resolver.environment.region)
  const table = <T>(name: string, base = region): DraftTable<T> => draftTable(pointerTo(base, name))
  return {
    resolver,
    origins,
    referenced: new Set(references.map(({ name, attribute }) => (attribute === null ? name : `${name}.${attribute}`))),
    account,
    region,
    vpcs: table('vpcs'),
    roles: table('roles', account),
    policies: table('policies', account),
    buckets: table('buckets', account),
    prefixLists: table('prefixLists'),
    clusters: table('clusters'),
    services: table('services'),
    runTasks: table('runTasks'),
    taskDefinitions: table('taskDefinitions'),
    repositories: table('repositories'),
    secrets: table('secrets'),
    parameters: table('parameters'),
    keys: table('keys'),
    logGroups: table('logGroups'),
    fileSystems: table('fileSystems'),
    loadBalancers: table('loadBalancers'),
    targetGroups: table('targetGroups'),
  }
}

export function readingOf(stack: Stack, resource: Resource): Reading {
  return { origins: stack.origins, problems: stack.resolver.problems, logicalId: resource.logicalId }
}

/** Puts what a resource makes into a table, with its origin, and with the doubt whether it is made at all. */
export function add<T>(stack: Stack, table: DraftTable<T>, key: string, resource: Resource, draft: T): T {
  table.drafts.set(key, draft)
  if (resource.doubt !== null) table.doubts.set(key, resource.doubt)
  stack.origins.set(pointerIn(table, key), resource.at, resource.logicalId)
  return draft
}

/** Notes that a part of the snapshot was decided by a property. */
export function mark(stack: Stack, pointer: Pointer, resource: Resource, property?: string): void {
  const at = property === undefined ? resource.at : resource.placeOf(property)
  stack.origins.set(pointer, at, resource.logicalId)
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
