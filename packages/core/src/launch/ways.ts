import { undecided } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import { reachTogether, type TaskInterface } from '../network/reach.ts'
import type { CallPath } from './call-path.ts'
import type { Launch } from './launch.ts'
import { mountPathFrom } from './mount-path.ts'
import type { Call } from './requirement.ts'
import { type Departure, departuresFrom, type Spot } from './task-interface.ts'

/** From each subnet of a launch; null: no packet is ever sent there. */
export type Paths = readonly (CallPath | null)[]

/** The paths of a launch to the hosts that it calls, of which many calls share a few. */
export interface Ways {
  readonly of: (call: Pick<Call, 'to' | 'target'>) => Paths
}

export function waysOf(world: World, launch: Launch, spots: readonly Spot[]): Ways {
  const departures = departuresFrom(world, launch, spots)
  const interfaces: TaskInterface[] = []
  for (const departure of departures) if (departure.kind === 'interface') interfaces.push(departure.from)
  const reach = reachTogether(world, interfaces)
  const areAll = interfaces.length === departures.length
  return {
    of: ({ to, target }) => {
      if (target !== null && target.target === 'file-system') {
        return departures.map((departure) =>
          departure.kind === 'interface' ? mountPathFrom(world, departure.from, target, to) : elsewhere(departure),
        )
      }
      const reached = reach(to)
      if (areAll) return reached
      let next = 0
      return departures.map((departure) =>
        departure.kind === 'interface' ? (reached[next++] ?? null) : elsewhere(departure),
      )
    },
  }
}

function elsewhere(departure: Exclude<Departure, { readonly kind: 'interface' }>): CallPath | null {
  return departure.kind === 'open' ? { ...undecided(departure.fact), endpoints: [] } : null
}
