import type { Family } from './family.ts'

/**
 * What is found once for each thing of a world: its things are placed once, by `index`. INVARIANT: worlds never change,
 * so nothing found grows stale; it goes with the thing.
 */
export function oncePer<Thing extends object, Found>(find: (thing: Thing) => Found): (thing: Thing) => Found {
  const all = new WeakMap<Thing, Found>()
  return (thing) => {
    const known = all.get(thing)
    if (known !== undefined) return known
    const found = find(thing)
    all.set(thing, found)
    return found
  }
}

/** The same for what a thing holds by a key. */
export function oncePerKey<Thing extends object, Found>(
  find: (thing: Thing, key: string) => Found,
): (thing: Thing, key: string) => Found {
  const all = oncePer((_: Thing) => new Map<string, Found>())
  return (thing, key) => inMap(all(thing), key, () => find(thing, key))
}

/** The same for each of both address families. */
export function oncePerFamily<Thing extends object, Found>(
  find: (thing: Thing, family: Family) => Found,
): (thing: Thing, family: Family) => Found {
  const ipv4 = oncePer((thing: Thing) => find(thing, 4))
  const ipv6 = oncePer((thing: Thing) => find(thing, 6))
  return (thing, family) => (family === 4 ? ipv4(thing) : ipv6(thing))
}

/** What is found once for each text. Inputs may make texts up, so only so many are kept. */
export function oncePerText<Found>(find: (text: string) => Found): (text: string) => Found {
  const all = new Map<string, Found>()
  return (text) => {
    const known = all.get(text)
    if (known !== undefined) return known
    const found = find(text)
    if (all.size < MOST_TEXTS) all.set(text, found)
    return found
  }
}

const MOST_TEXTS = 10_000

export function inMap<Key, Found>(map: Map<Key, Found>, key: Key, find: () => Found): Found {
  const known = map.get(key)
  if (known !== undefined) return known
  const found = find()
  map.set(key, found)
  return found
}
