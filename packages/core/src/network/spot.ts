import type { Flow, Place } from './flow.ts'
import type { SubnetTable } from './route-table.ts'
import type { Leg } from './trip.ts'

/** Where a table has just routed packets. */
export interface Spot extends Place {
  readonly table: SubnetTable
}

/** What lies beyond a table. */
export interface Beyond extends Leg {
  /** Whether the packets leave the subnet for it, past the ACL: not for what stands in the same subnet. */
  readonly crosses: boolean
}

export function across({ out, back, ends, endpoints, seenAs }: Leg, crosses = true): Beyond {
  return { out, back, ends, endpoints, seenAs, crosses }
}

/** Goes on from a place. INVARIANT: it ends, since packets are routed only so many times. */
export type Walk = (flow: Flow, place: Place) => Leg
