import { covers, intersect, type RangeSet, subtract, union } from './range-set.ts'

/** A route and what it takes. */
export interface Candidate<Route> {
  readonly route: Route
  /** Null: all that the packets are bound for. */
  readonly addresses: RangeSet | null
  readonly length: number
  /** Where prefixes are equally long, the lowest goes first. */
  readonly rank: number
}

/** Part of the destination and the route that takes it; null: none does. */
export interface Taken<Route> {
  readonly within: RangeSet
  readonly route: Route | null
}

export function inOrder<Route>(candidates: readonly Candidate<Route>[]): readonly Candidate<Route>[] {
  return [...candidates].sort((left, right) => right.length - left.length || left.rank - right.rank)
}

/** The first candidate that has an address takes it. */
export function shareOut<Route>(within: RangeSet, candidates: readonly Candidate<Route>[]): readonly Taken<Route>[] {
  if (within.length === 0) return []
  const portions: Taken<Route>[] = []
  let rest = within
  for (const { route, addresses } of candidates) {
    if (addresses === null || covers(addresses, rest)) {
      addPortion(portions, { within: rest, route })
      return portions
    }
    const taken = intersect(rest, addresses)
    if (taken.length === 0) continue
    addPortion(portions, { within: taken, route })
    rest = subtract(rest, addresses)
  }
  addPortion(portions, { within: rest, route: null })
  return portions
}

function addPortion<Route>(portions: Taken<Route>[], { within, route }: Taken<Route>): void {
  const same = portions.findIndex((portion) => portion.route === route)
  const before = portions[same]
  if (before === undefined) portions.push({ within, route })
  else portions[same] = { route, within: union(before.within, within) }
}
