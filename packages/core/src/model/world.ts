import { parseArn, roleNameOf } from './arn.ts'
import { type Gap, NOT_READ } from './gap.ts'
import { isGap, type Known } from './known.ts'
import { type Pointer, pointerTo } from './origin.ts'
import type { Place, Placed } from './placed.ts'
import type { ManagedPolicy, Role } from './role.ts'
import type { SecurityGroup } from './security-group.ts'
import { asRead } from './shared-vpc.ts'
import type { Account, RegionState, Snapshot } from './snapshot.ts'
import type { Subnet } from './subnet.ts'
import { entriesOf, lookUp, ownIn } from './table.ts'
import { type TableLookUp, tableLookUp } from './table-look-up.ts'
import type { Vpc } from './vpc.ts'

export type { Place, Placed } from './placed.ts'

/** The Region of things that belong to an account as a whole, such as roles. */
const GLOBAL = 'aws-global'

export interface PlacedSubnet extends Placed<Subnet> {
  readonly vpc: Placed<Vpc>
}

export interface PlacedSecurityGroup extends Placed<SecurityGroup> {
  readonly vpc: Placed<Vpc>
}

/** The snapshot with its look-ups. `null` is the fact "not there"; a gap means that nobody knows. */
export interface World {
  readonly snapshot: Snapshot
  readonly places: readonly Place[]
  readonly vpcs: readonly Placed<Vpc>[]
  account(account: string): Account | undefined
  region(place: Place): RegionState | undefined
  subnet(id: string, from: Place): Known<PlacedSubnet> | null
  securityGroup(id: string, from: Place): Known<PlacedSecurityGroup> | null
  role(arn: string): Known<Placed<Role>> | null
  /** Of the snapshot alone; what AWS manages and the snapshot does not hold is found in `iam/`. */
  managedPolicy(arn: string): Known<Placed<ManagedPolicy>> | null
  readonly find: TableLookUp
}

export function index(snapshot: Snapshot): World {
  const { places, vpcs, subnets, groups, unread } = gather(snapshot)
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

  const missingOrUnread = (kind: Contained, from: Place): Known<never> | null => {
    const tables = region(from)?.vpcs
    if (tables === undefined || isGap(tables)) return tables ?? NOT_READ
    if (unread.has(`${from.account}/${from.region}/${kind}`)) return NOT_READ
    const rest = tables['*']
    return rest === null ? null : rest !== undefined && isGap(rest) ? rest : NOT_READ
  }

  return {
    snapshot,
    places,
    vpcs,
    region,
    account: (account) => accountIn(snapshot, account),
    subnet: (id, from) => subnets.get(id) ?? missingOrUnread('subnets', from),
    securityGroup: (id, from) => groups.get(id) ?? missingOrUnread('securityGroups', from),
    role: (arn) => {
      const known = roles.get(arn)
      if (known !== undefined) return known
      const found = findRole(snapshot, arn)
      roles.set(arn, found)
      return found
    },
    managedPolicy: (arn) => findManagedPolicy(snapshot, arn),
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

const CONTAINED = ['subnets', 'securityGroups'] as const

type Contained = (typeof CONTAINED)[number]

interface Gathered {
  readonly places: Place[]
  readonly vpcs: Placed<Vpc>[]
  readonly subnets: Map<string, Known<PlacedSubnet>>
  readonly groups: Map<string, Known<PlacedSecurityGroup>>
  /** Where some VPC's list was not read, what is not found may still be there. */
  readonly unread: Set<string>
}

function gather({ accounts }: Snapshot): Gathered {
  const gathered: Gathered = { places: [], vpcs: [], subnets: new Map(), groups: new Map(), unread: new Set() }
  for (const [account, { regions }] of Object.entries(accounts)) {
    for (const [region, { vpcs }] of Object.entries(regions)) {
      const place = { account, region }
      gathered.places.push(place)
      const base = pointerTo('/accounts', account, 'regions', region, 'vpcs')
      for (const [id, value] of entriesOf(vpcs).entries) {
        if (!isGap(value)) gatherVpc(gathered, { id, value: asRead(value, account), at: pointerTo(base, id), place })
        else for (const kind of CONTAINED) gathered.unread.add(`${account}/${region}/${kind}`)
      }
    }
  }
  return gathered
}

function gatherVpc({ vpcs, subnets, groups, unread }: Gathered, vpc: Placed<Vpc>): void {
  const { value, at, place } = vpc
  vpcs.push(vpc)
  const listed = { subnets: entriesOf(value.subnets), securityGroups: entriesOf(value.securityGroups) }
  for (const [id, subnet] of listed.subnets.entries) {
    const here = pointerTo(at, 'subnets', id)
    subnets.set(id, isGap(subnet) ? subnet : { id, value: subnet, at: here, place, vpc })
  }
  for (const [id, group] of listed.securityGroups.entries) {
    const here = pointerTo(at, 'securityGroups', id)
    groups.set(id, isGap(group) ? group : { id, value: group, at: here, place, vpc })
  }
  for (const kind of CONTAINED) {
    if (listed[kind].more !== null) unread.add(`${place.account}/${place.region}/${kind}`)
  }
}

function findRole(snapshot: Snapshot, arn: string): Known<Placed<Role>> | null {
  const parsed = parseArn(arn)
  if (parsed === null) return NOT_READ
  const { account } = parsed
  const name = roleNameOf(parsed)
  const at = pointerTo('/accounts', account, 'roles', name)
  return place(lookUp(accountIn(snapshot, account)?.roles, name), name, at, { account, region: GLOBAL })
}

function findManagedPolicy({ accounts }: Snapshot, arn: string): Known<Placed<ManagedPolicy>> | null {
  for (const [account, { policies }] of Object.entries(accounts)) {
    const found = lookUp(policies, arn)
    const at = pointerTo('/accounts', account, 'policies', arn)
    if (found !== null && !isGap(found)) return { id: arn, value: found, at, place: { account, region: GLOBAL } }
    if (parseArn(arn)?.account === account) return found
  }
  return NOT_READ
}

function place<T>(found: Known<T> | null, id: string, at: Pointer, where: Place): Known<Placed<T>> | null {
  if (found === null || isGap(found)) return found as Gap | null
  return { id, value: found, at, place: where }
}
