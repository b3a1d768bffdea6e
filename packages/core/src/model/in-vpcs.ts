import { type Gap, NOT_READ } from './gap.ts'
import { isGap, type Known } from './known.ts'
import { openKey } from './open-key.ts'
import { pointerTo } from './origin.ts'
import type { Place, Placed } from './placed.ts'
import type { SecurityGroup } from './security-group.ts'
import { asRead } from './shared-vpc.ts'
import type { Snapshot } from './snapshot.ts'
import type { Subnet } from './subnet.ts'
import { entriesOf, type Listing, lookUpListed, type Table } from './table.ts'
import type { Vpc } from './vpc.ts'

interface InVpc<T> extends Placed<T> {
  readonly vpc: Placed<Vpc>
}

export type PlacedSubnet = InVpc<Subnet>

type PlacedSecurityGroup = InVpc<SecurityGroup>

/** What VPCs hold, which requests name by its id alone. */
export interface InVpcs {
  readonly places: readonly Place[]
  readonly vpcs: readonly Placed<Vpc>[]
  subnet(id: string, from: Place): Known<PlacedSubnet> | null
  securityGroup(id: string, from: Place): Known<PlacedSecurityGroup> | null
}

export function inVpcs({ accounts }: Snapshot): InVpcs {
  const places: Place[] = []
  const vpcs: Placed<Vpc>[] = []
  const subnets = new Contents<Subnet>('subnets')
  const groups = new Contents<SecurityGroup>('securityGroups')
  for (const [account, { regions }] of Object.entries(accounts)) {
    for (const [region, { vpcs: table }] of Object.entries(regions)) {
      const place = { account, region }
      places.push(place)
      for (const contents of [subnets, groups]) contents.addPlace(place, table)
      const base = pointerTo('/accounts', account, 'regions', region, 'vpcs')
      for (const [id, value] of entriesOf(table).entries) {
        if (isGap(value)) continue
        const vpc = { id, value: asRead(value, account), at: pointerTo(base, id), place }
        vpcs.push(vpc)
        for (const contents of [subnets, groups]) contents.addVpc(vpc)
      }
    }
  }
  return {
    places,
    vpcs,
    subnet: (id, from) => subnets.find(id, from),
    securityGroup: (id, from) => groups.find(id, from),
  }
}

type Kind = 'subnets' | 'securityGroups'

interface Entry<T> {
  readonly vpc: Placed<Vpc>
  readonly found: Known<InVpc<T>>
}

/** What the VPCs of an account in a Region hold. */
interface Here<T> {
  readonly vpcs: Map<string, Placed<Vpc>>
  readonly entries: Map<string, Known<InVpc<T>>>
  /** What holds for what is in none of them. */
  rest: Gap | null
  /** What other accounts, or nobody, told of what was asked for. */
  readonly elsewhere: Map<string, Known<InVpc<T>> | null>
}

class Contents<T> {
  readonly #kind: Kind
  readonly #byPlace = new Map<string, Here<T>>()
  /** Of a Region, by id: most are of one account. */
  readonly #byId = new Map<string, Map<string, Entry<T>[]>>()
  // Most questions are about the place of the one before.
  #lastPlace: Place | null = null
  #last: Here<T> | undefined

  constructor(kind: Kind) {
    this.#kind = kind
  }

  addPlace(place: Place, table: Known<Table<Vpc>> | undefined): void {
    const rest = restOf(table)
    this.#byPlace.set(keyOf(place), { vpcs: new Map(), entries: new Map(), rest, elsewhere: new Map() })
  }

  addVpc(vpc: Placed<Vpc>): void {
    const { id: vpcId, value, at, place } = vpc
    const here = this.#byPlace.get(keyOf(place)) as Here<T>
    here.vpcs.set(vpcId, vpc)
    const { entries, more } = entriesOf(listingOf<T>(value, this.#kind))
    // Where some VPC's list was not read, what is not found may still be there.
    if (more !== null) here.rest ??= NOT_READ
    const byId = this.#byId.get(place.region) ?? new Map<string, Entry<T>[]>()
    this.#byId.set(place.region, byId)
    for (const [id, entry] of entries) {
      const found = isGap(entry) ? entry : { id, value: entry as T, at: pointerTo(at, this.#kind, id), place, vpc }
      const before = here.entries.get(id)
      if (before === undefined || isGap(before)) here.entries.set(id, found)
      const others = byId.get(id)
      if (others === undefined) byId.set(id, [{ vpc, found }])
      else others.push({ vpc, found })
    }
  }

  find(id: string, from: Place): Known<InVpc<T>> | null {
    const here = this.#at(from)
    if (here === undefined) return NOT_READ
    const own = here.entries.get(id)
    if (own !== undefined && !isGap(own)) return own
    const known = here.elsewhere.get(id)
    if (known !== undefined) return known
    const found = this.#shared(id, from, here) ?? own ?? here.rest ?? openKey(here.entries, id)
    here.elsewhere.set(id, found)
    return found
  }

  #at(place: Place): Here<T> | undefined {
    if (place === this.#lastPlace) return this.#last
    this.#lastPlace = place
    this.#last = this.#byPlace.get(keyOf(place))
    return this.#last
  }

  /**
   * As another account tells it of a VPC that both see: its owner before those with which it is shared.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
   */
  #shared(id: string, { account, region }: Place, here: Here<T>): InVpc<T> | null {
    let best: InVpc<T> | null = null
    for (const { vpc, found } of this.#byId.get(region)?.get(id) ?? []) {
      if (isGap(found) || vpc.place.account === account) continue
      const own = here.vpcs.get(vpc.id)
      if (own === undefined || ownerOf(own) !== ownerOf(vpc) || !this.#mayHold(own, id)) continue
      if (best === null || isBefore(vpc.place.account, best.place.account, ownerOf(own))) best = found
    }
    return best
  }

  /** What is shared with an account is in its own lists, as far as they were read. */
  #mayHold(own: Placed<Vpc>, id: string): boolean {
    return ownerOf(own) === own.place.account || lookUpListed(listingOf<T>(own.value, this.#kind), id) !== null
  }
}

/** As if no VPC were written: each that hides what it holds says so itself. */
function restOf(table: Known<Table<Vpc>> | undefined): Gap | null {
  if (table === undefined || isGap(table)) return table ?? NOT_READ
  if (entriesOf(table).entries.some(([, vpc]) => isGap(vpc))) return NOT_READ
  if (!Object.hasOwn(table, '*')) return NOT_READ
  const rest = table['*'] ?? null
  return rest === null || isGap(rest) ? rest : NOT_READ
}

function listingOf<T>(vpc: Vpc, kind: Kind): Known<Listing<T>> | undefined {
  return vpc[kind] as Known<Listing<T>> | undefined
}

function ownerOf({ value, place }: Placed<Vpc>): string {
  return value.ownerAccount ?? place.account
}

/** Whatever the order in which the accounts are written. */
function isBefore(account: string, other: string, owner: string): boolean {
  return account === owner || (other !== owner && account < other)
}

function keyOf({ account, region }: Place): string {
  return `${account}/${region}`
}
