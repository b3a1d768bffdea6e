import type {
  Bucket,
  CapacityProvider,
  Cluster,
  DiscoveryService,
  Key,
  LoadBalancer,
  LogGroup,
  ManagedPolicy,
  OtherLaunch,
  Parameter,
  Pointer,
  PrefixList,
  Repository,
  RunTask,
  Secret,
  Service,
  StateMachine,
  TargetGroup,
  TaskDefinition,
} from '@farsight/core'
import { pointerTo } from '@farsight/core'
import { type DraftTable, draftTable } from './draft-table.ts'
import type { FileSystemDraft } from './file-system-draft.ts'
import { type RegistryDraft, registryDraft } from './registry-draft.ts'
import type { RoleDraft } from './role-draft.ts'
import type { Draft, VpcDraft } from './vpc-draft.ts'

/** What an account has in every Region, while it is filled. */
export interface AccountTables {
  readonly roles: DraftTable<RoleDraft>
  readonly policies: DraftTable<ManagedPolicy>
  readonly buckets: DraftTable<Draft<Bucket>>
}

/** What an account has in one Region, while it is filled. */
export interface RegionTables {
  readonly vpcs: DraftTable<VpcDraft>
  readonly prefixLists: DraftTable<PrefixList>
  readonly clusters: DraftTable<Draft<Cluster>>
  readonly capacityProviders: DraftTable<CapacityProvider>
  readonly discoveryServices: DraftTable<Draft<DiscoveryService>>
  readonly services: DraftTable<Service>
  readonly runTasks: DraftTable<RunTask>
  /** Those of which the definition is not read: of others, each state that runs a task is one of `runTasks`. */
  readonly stateMachines: DraftTable<StateMachine>
  readonly otherLaunches: DraftTable<OtherLaunch>
  readonly taskDefinitions: DraftTable<TaskDefinition>
  readonly registry: RegistryDraft
  readonly repositories: DraftTable<Repository>
  readonly secrets: DraftTable<Draft<Secret>>
  readonly parameters: DraftTable<Parameter>
  readonly keys: DraftTable<Draft<Key>>
  readonly logGroups: DraftTable<LogGroup>
  readonly fileSystems: DraftTable<FileSystemDraft>
  readonly loadBalancers: DraftTable<LoadBalancer>
  readonly targetGroups: DraftTable<Draft<TargetGroup>>
  readonly accountSettings: DraftTable<string>
}

export interface AccountDraft {
  readonly tables: AccountTables
  readonly regions: Map<string, RegionTables>
}

/** The snapshot while it is filled: stacks of one account and Region share their tables. */
export type Drafts = Map<string, AccountDraft>

export function tablesFor(drafts: Drafts, account: string, region: string): AccountTables & RegionTables {
  const base = pointerTo('/accounts', account)
  let found = drafts.get(account)
  if (found === undefined) {
    found = { tables: accountTables(base), regions: new Map() }
    drafts.set(account, found)
  }
  const tables = found.regions.get(region) ?? regionTables(pointerTo(base, 'regions', region))
  found.regions.set(region, tables)
  return { ...found.tables, ...tables }
}

function accountTables(base: Pointer): AccountTables {
  const table = <T>(name: string): DraftTable<T> => draftTable(pointerTo(base, name))
  return { roles: table('roles'), policies: table('policies'), buckets: table('buckets') }
}

function regionTables(base: Pointer): RegionTables {
  const table = <T>(name: string): DraftTable<T> => draftTable(pointerTo(base, name))
  return {
    vpcs: table('vpcs'),
    prefixLists: table('prefixLists'),
    clusters: table('clusters'),
    capacityProviders: table('capacityProviders'),
    discoveryServices: table('discoveryServices'),
    services: table('services'),
    runTasks: table('runTasks'),
    stateMachines: table('stateMachines'),
    otherLaunches: table('otherLaunches'),
    taskDefinitions: table('taskDefinitions'),
    registry: registryDraft(pointerTo(base, 'registry')),
    repositories: table('repositories'),
    secrets: table('secrets'),
    parameters: table('parameters'),
    keys: table('keys'),
    logGroups: table('logGroups'),
    fileSystems: table('fileSystems'),
    loadBalancers: table('loadBalancers'),
    targetGroups: table('targetGroups'),
    accountSettings: table('accountSettings'),
  }
}
