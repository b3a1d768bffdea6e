import type { HostPort } from '../model/host-port.ts'
import { undecided } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import type { Path } from '../network/reach.ts'
import type { Launch } from './launch.ts'
import { type Departure, departureFrom, type Spot } from './task-interface.ts'

/** From each subnet of a launch; null: no packet is ever sent there. */
export type Paths = readonly (Path | null)[]

/** The paths of a launch to the hosts that it calls, of which many calls share a few. */
export interface Ways {
  readonly to: (host: HostPort) => Paths
}

export function waysOf(world: World, launch: Launch, spots: readonly Spot[]): Ways {
  const departures = spots.map((spot) => departureFrom(world, launch, spot))
  const known = new Map<string, Paths>()
  return {
    to: (to) => {
      const { host, port } = to
      const key = port === HTTPS ? host : `${host}:${port}`
      const before = known.get(key)
      if (before !== undefined) return before
      const paths = departures.map((departure) => pathFrom(departure, to))
      known.set(key, paths)
      return paths
    },
  }
}

const HTTPS = 443

function pathFrom(departure: Departure, to: HostPort): Path | null {
  switch (departure.kind) {
    case 'interface':
      return departure.reach(to)
    case 'open':
      return { ...undecided(departure.fact), endpoints: [] }
    case 'none':
      return null
  }
}
