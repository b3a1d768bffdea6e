import type { HostPort } from '../model/host-port.ts'
import { undecided } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import { reachTogether } from '../network/reach.ts'
import type { CallPath } from './call-path.ts'
import type { Launch } from './launch.ts'
import { mountPathFrom } from './mount-path.ts'
import type { Call } from './requirement.ts'
import { type Departure, departureFrom, type Spot } from './task-interface.ts'

/** From each subnet of a launch; null: no packet is ever sent there. */
export type Paths = readonly (CallPath | null)[]

/** The paths of a launch to the hosts that it calls, of which many calls share a few. */
export interface Ways {
  readonly of: (call: Pick<Call, 'to' | 'target'>) => Paths
}

export function waysOf(world: World, launch: Launch, spots: readonly Spot[]): Ways {
  const departures = spots.map((spot) => departureFrom(world, launch, spot))
  const interfaces = departures.flatMap((departure) => (departure.kind === 'interface' ? [departure.from] : []))
  const reach = reachTogether(world, interfaces)
  const ofInterfaces = (to: HostPort): Paths => {
    const reached = reach(to)
    if (reached.length === departures.length) return reached
    let next = 0
    return departures.map((departure) =>
      departure.kind === 'interface' ? (reached[next++] ?? null) : elsewhere(departure),
    )
  }
  const known = new Map<string, Paths>()
  return {
    of: ({ to, target }) => {
      if (target !== null && target.target === 'file-system') {
        return departures.map((departure) =>
          departure.kind === 'interface' ? mountPathFrom(world, departure.from, target, to) : elsewhere(departure),
        )
      }
      const { host, port } = to
      const key = port === HTTPS ? host : `${host}:${port}`
      const before = known.get(key)
      if (before !== undefined) return before
      const paths = ofInterfaces(to)
      known.set(key, paths)
      return paths
    },
  }
}

const HTTPS = 443

function elsewhere(departure: Exclude<Departure, { readonly kind: 'interface' }>): CallPath | null {
  return departure.kind === 'open' ? { ...undecided(departure.fact), endpoints: [] } : null
}
