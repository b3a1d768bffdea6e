import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import type { Family } from './family.ts'
import type { Column, Whereabouts } from './hop.ts'
import type { PortRange } from './range-set.ts'
import type { Step } from './step.ts'

/** From where a call is made, as far as the groups of the task play no part in it. */
export interface Departure {
  readonly subnet: PlacedSubnet
  /** Whether the interface has a public IPv4 address. */
  readonly publicIp: Known<boolean>
  readonly clientPorts: PortRange
}

/** Where calls to one port leave in one family: what they have in common, whichever host they go to. */
export interface Outlet extends Departure {
  readonly world: World
  readonly vpc: Placed<Vpc>
  readonly family: Family
  /** Where the task is. */
  readonly client: Whereabouts
  readonly port: number
}

/** The hops of a trip in the order of the path, each with what it does to every member of the destination. */
export interface Course {
  /** From the edge of the task's subnet to the interface that receives. */
  readonly out: readonly Column[]
  readonly back: readonly Column[]
  /** Those that the packets go to. */
  readonly endpoints: readonly Placed<VpcEndpoint>[]
  /** As whom the receiver sees the task, where something on the way translates its address. */
  readonly seenAs: Whereabouts | null
  /** All that the packets meet, by member, also what lets them pass. */
  readonly steps: readonly { readonly out: readonly Step[]; readonly back: readonly Step[] }[]
}

/** The steps from some point on. */
export interface Leg {
  readonly out: readonly Step[]
  readonly back: readonly Step[]
  /** A hop is not known or not modeled, so nothing beyond it is judged. */
  readonly ends: boolean
  readonly endpoints: readonly Placed<VpcEndpoint>[]
  readonly seenAs: Whereabouts | null
}
