import type { HostPort } from '../model/host-port.ts'
import { undecided } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import type { CallPath } from './call-path.ts'
import type { FileSystemTarget } from './call-target.ts'
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
  const known = new Map<string, Paths>()
  return {
    of: ({ to, target }) => {
      const { host, port } = to
      const key = port === HTTPS ? host : `${host}:${port}`
      const before = known.get(key)
      if (before !== undefined) return before
      const fileSystem = target !== null && target.target === 'file-system' ? target : null
      const paths = departures.map((departure) => pathFrom(world, departure, to, fileSystem))
      known.set(key, paths)
      return paths
    },
  }
}

const HTTPS = 443

function pathFrom(
  world: World,
  departure: Departure,
  to: HostPort,
  fileSystem: FileSystemTarget | null,
): CallPath | null {
  switch (departure.kind) {
    case 'interface':
      return fileSystem === null ? departure.reach(to) : mountPathFrom(world, departure.from, fileSystem, to)
    case 'open':
      return { ...undecided(departure.fact), endpoints: [] }
    case 'none':
      return null
  }
}
