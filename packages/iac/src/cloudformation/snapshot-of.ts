import { type Origin, type Pointer, type RegionState, SNAPSHOT_SCHEMA, type Snapshot, type Table } from '@farsight/core'
import { type DraftTable, finish } from './draft-table.ts'
import { finishFileSystem } from './file-system-draft.ts'
import { finishRegistry } from './registry-draft.ts'
import { finishRole } from './role-draft.ts'
import type { Drafts, RegionTables } from './tables.ts'
import { finishVpc, openForLost } from './vpc-draft.ts'

/** The finished snapshot. What the code does not hold stays unasked: no table speaks for others but the images. */
export function snapshotOf(drafts: Drafts, origins: ReadonlyMap<Pointer, Origin>): Snapshot {
  const accounts = [...drafts].map(([account, { tables, regions }]) => {
    const states = [...regions].map(([region, found]) => [region, regionOf(found)] as const)
    return [
      account,
      {
        roles: finish(mapped(tables.roles, finishRole)),
        policies: finish(tables.policies),
        buckets: finish(tables.buckets),
        regions: Object.fromEntries(states),
      },
    ] as const
  })
  return { schema: SNAPSHOT_SCHEMA, accounts: Object.fromEntries(accounts), origins: Object.fromEntries(origins) }
}

function regionOf(tables: RegionTables): RegionState {
  const registry = finishRegistry(tables.registry)
  openForLost([...tables.vpcs.drafts.values()])
  return {
    vpcs: finish(mapped(tables.vpcs, finishVpc)),
    prefixLists: finish(tables.prefixLists),
    clusters: finish(tables.clusters),
    ...ifAny('capacityProviders', tables.capacityProviders),
    ...ifAny('discoveryServices', tables.discoveryServices),
    services: finish(tables.services),
    runTasks: finish(tables.runTasks),
    ...ifAny('stateMachines', tables.stateMachines),
    ...ifAny('otherLaunches', tables.otherLaunches),
    taskDefinitions: finish(tables.taskDefinitions),
    ...(registry === undefined ? {} : { registry }),
    repositories: finish(tables.repositories, { gap: 'assumed', assumption: 'images-pushed' }),
    secrets: finish(tables.secrets),
    parameters: finish(tables.parameters),
    keys: finish(tables.keys),
    logGroups: finish(tables.logGroups),
    fileSystems: finish(mapped(tables.fileSystems, finishFileSystem)),
    loadBalancers: finish(tables.loadBalancers),
    targetGroups: finish(tables.targetGroups),
    ...ifAny('accountSettings', tables.accountSettings),
  }
}

/** Most code has none, and nothing asks for one by name. */
function ifAny<Name extends string, T>(name: Name, table: DraftTable<T>): { readonly [_ in Name]?: Table<T> } {
  const found = finish(table)
  return Object.keys(found).length === 0 ? {} : ({ [name]: found } as { readonly [_ in Name]: Table<T> })
}

function mapped<D, T>(table: DraftTable<D>, finishOne: (draft: D) => T): DraftTable<T> {
  return { ...table, drafts: new Map([...table.drafts].map(([key, draft]) => [key, finishOne(draft)])) }
}
