import type { Cluster } from './cluster.ts'
import type { DiscoveryService, Namespace } from './discovery.ts'
import type { EbsSnapshot } from './ebs-snapshot.ts'
import type { FileSystem } from './file-system.ts'
import type { Gap } from './gap.ts'
import { isGap, isGapOfMany, type Known } from './known.ts'
import type { LoadBalancer, TargetGroup } from './load-balancer.ts'
import type { LogGroup } from './log-group.ts'
import { openKey } from './open-key.ts'
import { type Pointer, pointerTo } from './origin.ts'
import type { Place, Placed } from './placed.ts'
import type { PrefixList } from './prefix-list.ts'
import type { Repository } from './repository.ts'
import type { RunTask } from './run-task.ts'
import type { Key, Parameter, Secret } from './secret.ts'
import type { Service } from './service.ts'
import type { RegionState } from './snapshot.ts'
import { lookUp, type Table } from './table.ts'
import type { TaskDefinition } from './task-definition.ts'
import type { TransitGateway } from './transit-gateway.ts'
import type { Vpc } from './vpc.ts'

/** What the tables of a Region hold, by the table's name. */
export interface Regional {
  readonly vpcs: Vpc
  readonly prefixLists: PrefixList
  readonly transitGateways: TransitGateway
  readonly clusters: Cluster
  readonly namespaces: Namespace
  readonly discoveryServices: DiscoveryService
  readonly keys: Key
  readonly services: Service
  readonly runTasks: RunTask
  readonly taskDefinitions: TaskDefinition
  readonly repositories: Repository
  readonly secrets: Secret
  readonly parameters: Parameter
  readonly logGroups: LogGroup
  readonly fileSystems: FileSystem
  readonly ebsSnapshots: EbsSnapshot
  readonly loadBalancers: LoadBalancer
  readonly targetGroups: TargetGroup
}

/** A thing of a Region by its key: `null` is the fact "not there"; a gap means that nobody knows. */
export type TableLookUp = <Name extends keyof Regional>(
  table: Name,
  place: Place,
  key: string,
) => Known<Placed<Regional[Name]>> | null

type RegionOf = (place: Place) => RegionState | undefined

/** Looks up in the tables of all Regions. */
export function tableLookUp(region: RegionOf): TableLookUp {
  const contents: Contents = new Map()
  return <Name extends keyof Regional>(name: Name, from: Place, key: string) => {
    const content = contentOf(contents, region, from, name)
    const { last } = content
    // A thing is often asked for several times in a row.
    if (last !== null && last.id === key) return last as Found<Regional[Name]>
    const found = content.things[key]
    // Things are objects; what every object inherits are functions, and by `__proto__` its prototype.
    if (typeof found !== 'object' || found === Object.prototype) return content.rest ?? openKey(content.things, key)
    if (found === null || isGapOfMany(found)) return found as Gap | null
    const placed = new Found(key, found as Regional[Name], content)
    content.last = placed
    return placed
  }
}

/** A table as it is looked up in. */
interface Content {
  readonly place: Place
  readonly things: Table<unknown>
  readonly at: Pointer
  /** What holds for a key that is not written. */
  readonly rest: Gap | null
  /** What was found last. */
  last: Found<unknown> | null
}

/** What was looked up in a table. Few are asked where they stand. */
class Found<T> implements Placed<T> {
  readonly id: string
  readonly value: T
  readonly #content: Content

  constructor(id: string, value: T, content: Content) {
    this.id = id
    this.value = value
    this.#content = content
  }

  get at(): Pointer {
    return pointerTo(this.#content.at, this.id)
  }

  get place(): Place {
    return this.#content.place
  }
}

/** By table, account and Region; look-ups of one table mostly go to the place of the one before. */
type Contents = Map<keyof Regional, { last: Content; readonly byPlace: Map<string, Content> }>

function contentOf(contents: Contents, region: RegionOf, place: Place, table: keyof Regional): Content {
  const known = contents.get(table)
  if (known !== undefined && isSamePlace(known.last.place, place)) return known.last
  const key = `${place.account}/${place.region}`
  const content = known?.byPlace.get(key) ?? readContent(region, place, table)
  if (known === undefined) contents.set(table, { last: content, byPlace: new Map([[key, content]]) })
  else {
    known.last = content
    known.byPlace.set(key, content)
  }
  return content
}

function isSamePlace(left: Place, right: Place): boolean {
  return left === right || (left.account === right.account && left.region === right.region)
}

function readContent(regionOf: RegionOf, place: Place, table: keyof Regional): Content {
  const { account, region } = place
  const of: Known<Table<unknown>> | undefined = regionOf(place)?.[table]
  const at = pointerTo('/accounts', account, 'regions', region, table)
  return { place, things: of === undefined || isGap(of) ? {} : of, at, rest: lookUp(of, '*') as Gap | null, last: null }
}
