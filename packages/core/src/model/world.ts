import { parseArn, roleNameOf } from './arn.ts'
import { type Gap, NOT_READ } from './gap.ts'
import { type InVpcs, inVpcs } from './in-vpcs.ts'
import { isGap, type Known } from './known.ts'
import { lazy } from './lazy.ts'
import { type Pointer, pointerTo } from './origin.ts'
import type { Place, Placed } from './placed.ts'
import type { ManagedPolicy, Role } from './role.ts'
import type { Account, RegionState, Snapshot } from './snapshot.ts'
import { entriesOf, lookUp, ownIn } from './table.ts'
import { type TableLookUp, tableLookUp } from './table-look-up.ts'

export type { PlacedSubnet } from './in-vpcs.ts'
export type { Place, Placed } from './placed.ts'

/** The Region of things that belong to an account as a whole, such as roles. */
const GLOBAL = 'aws-global'

/** The snapshot with its look-ups. `null` is the fact "not there"; a gap means that nobody knows. */
export interface World extends InVpcs {
  readonly snapshot: Snapshot
  account(account: string): Account | undefined
  region(place: Place): RegionState | undefined
  role(arn: string): Known<Placed<Role>> | null
  /** Of the snapshot alone; what AWS manages and the snapshot does not hold is found in `iam/`. */
  managedPolicy(arn: string): Known<Placed<ManagedPolicy>> | null
  readonly find: TableLookUp
}

export function index(snapshot: Snapshot): World {
  let lastPlace: Place | null = null
  let lastState: RegionState | undefined
  // Most questions are about the place of the one before.
  const region = (place: Place): RegionState | undefined => {
    if (place === lastPlace) return lastState
    lastPlace = place
    lastState = regionIn(snapshot, place)
    return lastState
  }

  const roles = new Map<string, Known<Placed<Role>> | null>()
  const policies = lazy(() => managedPoliciesOf(snapshot))

  return {
    snapshot,
    ...inVpcs(snapshot),
    region,
    account: (account) => accountIn(snapshot, account),
    role: (arn) => {
      const known = roles.get(arn)
      if (known !== undefined) return known
      const found = findRole(snapshot, arn)
      roles.set(arn, found)
      return found
    },
    managedPolicy: (arn) => policies().get(arn) ?? policyOfOwn(snapshot, arn),
    find: tableLookUp(region),
  }
}

/** Names come out of ARNs that anybody wrote: what every object inherits is no account. */
function accountIn({ accounts }: Snapshot, account: string): Account | undefined {
  return (ownIn<Account>(accounts, account) ?? undefined) as Account | undefined
}

function regionIn(snapshot: Snapshot, { account, region }: Place): RegionState | undefined {
  const regions = accountIn(snapshot, account)?.regions
  if (regions === undefined) return undefined
  return (ownIn<RegionState>(regions, region) ?? undefined) as RegionState | undefined
}

function findRole(snapshot: Snapshot, arn: string): Known<Placed<Role>> | null {
  const parsed = parseArn(arn)
  if (parsed === null) return NOT_READ
  const { account } = parsed
  const name = roleNameOf(parsed)
  const at = pointerTo('/accounts', account, 'roles', name)
  return place(lookUp(accountIn(snapshot, account)?.roles, name), name, at, { account, region: GLOBAL })
}

/** In whichever account they are written. */
function managedPoliciesOf({ accounts }: Snapshot): ReadonlyMap<string, Placed<ManagedPolicy>> {
  const policies = new Map<string, Placed<ManagedPolicy>>()
  for (const [account, { policies: table }] of Object.entries(accounts)) {
    for (const [arn, value] of entriesOf(table).entries) {
      if (isGap(value) || policies.has(arn)) continue
      const at = pointerTo('/accounts', account, 'policies', arn)
      policies.set(arn, { id: arn, value, at, place: { account, region: GLOBAL } })
    }
  }
  return policies
}

/** Why one is not known: what the account of its ARN says of it. */
function policyOfOwn(snapshot: Snapshot, arn: string): Gap | null {
  const account = accountIn(snapshot, parseArn(arn)?.account ?? '')
  return account === undefined ? NOT_READ : (lookUp(account.policies, arn) as Gap | null)
}

function place<T>(found: Known<T> | null, id: string, at: Pointer, where: Place): Known<Placed<T>> | null {
  if (found === null || isGap(found)) return found as Gap | null
  return { id, value: found, at, place: where }
}
