import type { AssumptionId } from '../model/assumption.ts'
import { type Judgement, type OpenFact, type Verdict, WORKS } from '../model/judgement.ts'
import type { NetworkBlocker } from './blocker.ts'
import { covers, intersect, overlaps, type RangeSet, sizeOf, union } from './range-set.ts'

/** What one thing on the path does to the packet. */
export type Hop = Judgement<NetworkBlocker>

/** What one thing does to the packets to each member of the destination, in the order of the members. */
export type Column = readonly Hop[]

/**
 * Where an address is: somewhere in `within`. `open` says what would tell more; null means that each of them may be
 * used, as each address of a subnet may be the task's.
 */
export interface Whereabouts {
  readonly within: RangeSet
  readonly open: OpenFact | null
}

/** A filter that surely passes `allowed`, may pass what is `loose`, and drops the rest. */
export interface Filter {
  readonly allowed: RangeSet
  readonly loose: readonly { readonly addresses: RangeSet; readonly fact: OpenFact }[]
}

export function filtered(
  { within, open }: Whereabouts,
  { allowed, loose }: Filter,
  blocker: () => NetworkBlocker,
): Hop {
  if (covers(allowed, within)) return WORKS
  const possible = loose.filter(({ addresses }) => overlaps(addresses, within))
  const passing = intersect(allowed, within)
  if (passing.length === 0 && possible.length === 0) return blocked(blocker())
  if (possible.length === 0) {
    return open === null ? inPart(sizeOf(passing), sizeOf(within), [blocker()]) : openHop([open])
  }
  const gaps = possible.map(({ fact }) => fact)
  const all = possible.reduce((set, { addresses }) => union(set, addresses), allowed)
  return openHop(open === null || covers(all, within) ? gaps : [...gaps, open])
}

const NO_ANSWER: Hop = Object.freeze({ verdict: 'undecided', blockers: [], gaps: [], assumptions: [] })

export function blocked(...blockers: readonly NetworkBlocker[]): Hop {
  return { verdict: 'fails', blockers, gaps: [], assumptions: [] }
}

export function openHop(gaps: readonly OpenFact[]): Hop {
  return gaps.length === 0 ? WORKS : { ...NO_ANSWER, gaps }
}

/** Works for some and fails for others. */
export function inPart(works: number, of: number, blockers: readonly NetworkBlocker[]): Hop {
  return { ...NO_ANSWER, blockers, partial: { works, of } }
}

/** The path that consists of these hops, for a destination of so many members. */
export function alongColumns(columns: readonly Column[], members: number): Hop {
  const telling = columns.filter(tells)
  if (telling.every(isUniform)) return along(telling.map(([hop]) => hop ?? WORKS))
  const verdicts = Array.from({ length: members }, (_, member) =>
    worst(telling.map((column) => column[member]?.verdict ?? 'works')),
  )
  const verdict = verdicts.every((each) => each === verdicts[0]) ? (verdicts[0] ?? 'works') : 'undecided'
  return together(verdict, verdicts, telling.flat())
}

/** Whether something may be dropped there, or is not known. */
export function tells(column: Column): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] !== WORKS) return true
  return false
}

function isUniform(column: Column): boolean {
  return column.every((hop) => hop === column[0])
}

export function along(hops: readonly Hop[]): Hop {
  const telling = hops.filter((hop) => hop !== WORKS)
  if (telling.length < 2) return telling[0] ?? WORKS
  const verdict = worst(telling.map((hop) => hop.verdict))
  return together(verdict, [verdict], telling)
}

function together(verdict: Verdict, verdicts: readonly Verdict[], hops: readonly Hop[]): Hop {
  const partial = verdict === 'undecided' ? shareOf(verdicts, hops) : null
  return {
    verdict,
    blockers: distinct(hops.flatMap(({ blockers }) => blockers)),
    gaps: distinct(hops.flatMap(({ gaps }) => gaps)),
    assumptions: [...new Set(hops.flatMap(({ assumptions }): readonly AssumptionId[] => assumptions))],
    ...(partial === null ? {} : { partial }),
  }
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails'
  return verdicts.includes('undecided') ? 'undecided' : 'works'
}

function shareOf(verdicts: readonly Verdict[], hops: readonly Hop[]) {
  const works = verdicts.filter((verdict) => verdict === 'works').length
  if (works > 0 && verdicts.includes('fails')) return { works, of: verdicts.length }
  let least = null
  for (const { partial } of hops) {
    if (partial !== undefined && (least === null || partial.works / partial.of < least.works / least.of)) {
      least = partial
    }
  }
  return least
}

/** Several members may meet the same thing: it is told once. */
function distinct<T extends object>(things: readonly T[]): readonly T[] {
  return things.length < 2 ? things : [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()]
}
