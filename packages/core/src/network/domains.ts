import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { entriesOf, type Listing } from '../model/table.ts'
import { domainsAbove, isUnder, nameOf } from './dns-name.ts'
import { unresolved } from './open-fact.ts'

/** A thing that answers for a domain. */
export interface OfDomain<T> {
  readonly id: string
  readonly domain: string
  readonly value: T
}

/** Things that each answer for one domain, found by a name below it. */
export interface Domains<T> {
  readonly byDomain: ReadonlyMap<string, readonly OfDomain<T>[]>
  /** Those of which the domain is not fully known. */
  readonly loose: readonly (OfDomain<T> | { readonly id: string; readonly gap: Gap })[]
  /** Why there may be more. */
  readonly more: Gap | null
}

/** What hides whether something answers for a name: null is the list itself. */
export interface Doubt {
  readonly id: string | null
  readonly gap: Gap
}

interface Covering<T> {
  /** Those of the longest domain that surely holds the name; none where no domain does. */
  readonly longest: readonly OfDomain<T>[]
  readonly doubts: readonly Doubt[]
}

export function domainsIn<T>(things: Known<Listing<T>>, domainOf: (thing: T) => Known<string>): Domains<T> {
  const { entries, more } = entriesOf(things)
  const byDomain = new Map<string, OfDomain<T>[]>()
  const loose: (OfDomain<T> | { readonly id: string; readonly gap: Gap })[] = []
  for (const [id, value] of entries) {
    const text = isGap(value) ? value : domainOf(value)
    if (isGap(value) || isGap(text)) {
      loose.push({ id, gap: isGap(text) ? text : (value as Gap) })
      continue
    }
    const found = { id, domain: nameOf(text), value }
    const same = byDomain.get(found.domain)
    if (hasPlaceholder(text)) loose.push(found)
    if (same !== undefined) same.push(found)
    else byDomain.set(found.domain, [found])
  }
  return { byDomain, loose, more }
}

export function covering<T>({ byDomain, loose, more }: Domains<T>, name: string): Covering<T> {
  const doubts: Doubt[] = more === null ? [] : [{ id: null, gap: more }]
  for (const each of loose) {
    if ('gap' in each) doubts.push(each)
    else if (isUnder(name, each.domain) === undefined) doubts.push({ id: each.id, gap: unresolved(each.domain) })
  }
  if (!hasPlaceholder(name)) return { longest: longestIn(byDomain, name), doubts }
  let longest: readonly OfDomain<T>[] = []
  for (const [domain, things] of byDomain) {
    const under = isUnder(name, domain)
    if (under === undefined) {
      if (!hasPlaceholder(domain)) doubts.push(...things.map(({ id }) => ({ id, gap: unresolved(name) })))
    } else if (under && (longest[0]?.domain.length ?? -1) < domain.length) {
      longest = things
    }
  }
  return { longest, doubts }
}

function longestIn<T>(byDomain: Domains<T>['byDomain'], name: string): readonly OfDomain<T>[] {
  if (byDomain.size === 0) return []
  for (const domain of domainsAbove(name)) {
    const found = byDomain.get(domain)
    if (found !== undefined) return found
  }
  return []
}
