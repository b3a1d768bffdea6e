import {
  type Account,
  isGap,
  type Pointer,
  placeholder,
  pointerTo,
  type RegionState,
  type RunTask,
  SNAPSHOT_SCHEMA,
  type Snapshot,
  type TaskDefinition,
} from '@farsight/core'
import type { RunOptions } from './run-options.ts'

interface Laid {
  readonly snapshot: Snapshot
  /** Of the task definition. */
  readonly at: Pointer
}

/** The snapshot with the task definition and the RunTask alone, where its subnets are. */
export function withTask(
  base: Snapshot | null,
  definition: TaskDefinition & { readonly family: string },
  request: RunTask,
  options: RunOptions,
): Laid {
  const snapshot = base ?? { schema: SNAPSHOT_SCHEMA, accounts: {} }
  const { account, region } = placeOf(snapshot, options)
  const accounts = Object.fromEntries(
    Object.entries(snapshot.accounts).map(([id, { regions, ...rest }]) => {
      const quiet = Object.entries(regions).map(([name, state]) => [name, withoutLaunches(state)] as const)
      return [id, { ...rest, regions: Object.fromEntries(quiet) }] as const
    }),
  )
  const own: Account = accounts[account] ?? { regions: {} }
  const state: RegionState = own.regions[region] ?? {}
  const name = typeof request.taskDefinition === 'string' ? request.taskDefinition : definition.family
  const known = state.taskDefinitions
  const laid: RegionState = {
    ...state,
    taskDefinitions: { ...(isGap(known) ? {} : known), [name]: definition },
    runTasks: { [definition.family]: request },
  }
  return {
    snapshot: {
      ...snapshot,
      accounts: { ...accounts, [account]: { ...own, regions: { ...own.regions, [region]: laid } } },
    },
    at: pointerTo('/accounts', account, 'regions', region, 'taskDefinitions', name),
  }
}

function withoutLaunches(state: RegionState): RegionState {
  const { services: _, runTasks: __, stateMachines: ___, otherLaunches: ____, ...rest } = state
  return rest
}

/** What is given counts, then where the first of the subnets is, then the one place that the snapshot holds. */
function placeOf(snapshot: Snapshot, { region, account, subnets = [] }: RunOptions) {
  const places = placesOf(snapshot).filter(
    (place) => (region ?? place.region) === place.region && (account ?? place.account) === place.account,
  )
  const found = places.find((place) => subnets.some((subnet) => hasSubnet(place.state, subnet)))
  const [only, other] = places
  const place = found ?? (other === undefined ? only : undefined)
  return {
    account: account ?? place?.account ?? placeholder('AWS::AccountId'),
    region: region ?? place?.region ?? placeholder('AWS::Region'),
  }
}

function placesOf({ accounts }: Snapshot) {
  return Object.entries(accounts).flatMap(([account, { regions }]) =>
    Object.entries(regions).map(([region, state]) => ({ account, region, state })),
  )
}

function hasSubnet({ vpcs }: RegionState, id: string): boolean {
  if (vpcs === undefined || isGap(vpcs)) return false
  return Object.values(vpcs).some((vpc) => {
    const subnets = vpc === null || vpc === undefined || isGap(vpc) ? undefined : vpc.subnets
    return subnets !== undefined && !isGap(subnets) && Object.hasOwn(subnets, id)
  })
}
