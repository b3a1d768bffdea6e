import { type RegionState, SNAPSHOT_SCHEMA, type Snapshot } from '@farsight/core'
import { type DraftTable, finish } from './draft-table.ts'
import { finishFileSystem } from './file-system-draft.ts'
import { finishRole } from './role-draft.ts'
import type { Stack } from './stack.ts'
import { finishVpc } from './vpc-draft.ts'

/** The finished snapshot. What the template does not hold stays unasked: no table speaks for others but the images. */
export function snapshotOf(stack: Stack): Snapshot {
  const { account, region } = stack.resolver.environment
  return {
    schema: SNAPSHOT_SCHEMA,
    accounts: {
      [account]: {
        roles: finish(mapped(stack.roles, finishRole)),
        policies: finish(stack.policies),
        buckets: finish(stack.buckets),
        regions: { [region]: regionOf(stack) },
      },
    },
    origins: Object.fromEntries(stack.origins.byPointer),
  }
}

function regionOf(stack: Stack): RegionState {
  return {
    vpcs: finish(mapped(stack.vpcs, finishVpc)),
    prefixLists: finish(stack.prefixLists),
    clusters: finish(stack.clusters),
    services: finish(stack.services),
    runTasks: finish(stack.runTasks),
    taskDefinitions: finish(stack.taskDefinitions),
    repositories: finish(stack.repositories, { gap: 'assumed', assumption: 'images-pushed' }),
    secrets: finish(stack.secrets),
    parameters: finish(stack.parameters),
    keys: finish(stack.keys),
    logGroups: finish(stack.logGroups),
    fileSystems: finish(mapped(stack.fileSystems, finishFileSystem)),
    loadBalancers: finish(stack.loadBalancers),
    targetGroups: finish(stack.targetGroups),
  }
}

function mapped<D, T>(table: DraftTable<D>, finishOne: (draft: D) => T): DraftTable<T> {
  return { ...table, drafts: new Map([...table.drafts].map(([key, draft]) => [key, finishOne(draft)])) }
}
