import { CAUSES, type CauseId } from './cause.ts'

/** Below it, an id is no guess at what was meant; found by trying misspellings and made-up words. */
const LEAST_LIKENESS = 0.6
/** A guess that is so much worse than the best one is none. */
const FURTHEST_BEHIND = 0.15
const MOST = 3

/** The ids that share most pairs of letters with a misspelled one, best first; none where none is near. */
export function nearestCauses(text: string): readonly CauseId[] {
  const pairs = pairsOf(text)
  const rated = (Object.keys(CAUSES) as CauseId[])
    .map((id) => ({ id, likeness: likenessOf(pairs, pairsOf(id)) }))
    .toSorted((one, other) => other.likeness - one.likeness)
  const best = rated[0]?.likeness ?? 0
  return rated
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS && likeness >= best - FURTHEST_BEHIND)
    .slice(0, MOST)
    .map(({ id }) => id)
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
