import type { OpenFact } from '../model/judgement.ts'
import type { Known } from '../model/known.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, PlacedSubnet, World } from '../model/world.ts'
import type { AwsHost } from './aws-host.ts'
import type { UnusedEndpoint } from './blocker.ts'
import { type Column, type Hop, openHop, type Whereabouts } from './hop.ts'
import type { SubnetAcl } from './network-acl.ts'
import type { Range } from './range-set.ts'
import type { SubnetTable } from './route-table.ts'

/** From where a call is made, as far as the groups of the task play no part in it. */
export interface Departure {
  readonly subnet: PlacedSubnet
  readonly publicIp: Known<boolean>
  readonly clientPorts: Range
}

/** Where calls to one port leave: what they have in common, whichever host they go to. */
export interface Outlet extends Departure {
  readonly world: World
  readonly vpc: Placed<Vpc>
  /** Where the task is. */
  readonly client: Whereabouts
  readonly acl: SubnetAcl | OpenFact
  readonly port: number
}

/** One question to the network, without the groups of the task: from a subnet to a host outside of the VPC. */
export interface Trip extends Outlet {
  readonly host: string
  /** Null: not a service of AWS. */
  readonly service: AwsHost | null
  readonly unused: UnusedEndpoint | null
}

/** The hops of a trip in the order of the path, each with what it does to every member of the destination. */
export interface Course {
  /** From the edge of the task's subnet to the interface that receives. */
  readonly out: readonly Column[]
  readonly back: readonly Column[]
  /** Those that the packets go to. */
  readonly endpoints: readonly Placed<VpcEndpoint>[]
}

/** The hops from the edge of the subnet on. */
export interface Leg {
  readonly hops: readonly Hop[]
  /** A hop is not known or not modeled, so nothing beyond it is judged. */
  readonly ends: boolean
}

export interface RoutedTrip extends Trip {
  readonly table: SubnetTable
  /** The part of the destination that the route takes. */
  readonly where: Whereabouts
}

export function unknownHop(...facts: readonly OpenFact[]): Leg {
  return { hops: [openHop(facts)], ends: true }
}
