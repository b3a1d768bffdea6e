import type { AssumptionId } from '../model/assumption.ts'
import { type Judgement, type OpenFact, type Verdict, WORKS } from '../model/judgement.ts'
import type { Blocker } from './blocker.ts'

/** The answer for one requirement in one subnet. A condition has no reach, authorization or target. */
export interface Outcome extends Judgement<Blocker> {
  readonly reach: Verdict
  readonly authorize: Verdict
  readonly target: Verdict
}

const ALL_WORKS: Outcome = Object.freeze({ ...WORKS, reach: 'works', authorize: 'works', target: 'works' })

export function outcomeOfCondition(judgement: Judgement<Blocker>): Outcome {
  if (judgement === WORKS) return ALL_WORKS
  if (judgement.verdict === 'works' && judgement.partial === undefined) {
    return working(judgement.assumptions, NO_ASSUMPTIONS, NO_ASSUMPTIONS)
  }
  const { verdict, blockers, gaps, assumptions, partial } = judgement
  const outcome = { verdict, blockers, gaps, assumptions, reach: 'works', authorize: 'works', target: verdict } as const
  return partial === undefined ? outcome : { ...outcome, partial }
}

/** The path, the policies and the thing asked for must all hold; a call that may not be made fails nothing. */
export function outcomeOfCall(
  path: Judgement<Blocker>,
  allowed: Judgement<Blocker>,
  target: Judgement<Blocker>,
  onlyIf: OpenFact | null,
): Outcome {
  if (path.verdict === 'works' && allowed.verdict === 'works' && target.verdict === 'works') {
    return working(path.assumptions, allowed.assumptions, target.assumptions)
  }
  const parts = [path, allowed, target]
  const verdict = worst(parts)
  const open = onlyIf !== null && verdict === 'fails'
  return {
    verdict: open ? 'undecided' : verdict,
    blockers: parts.flatMap(({ blockers }) => blockers),
    gaps: [...parts.flatMap(({ gaps }) => gaps), ...(open ? [onlyIf] : [])],
    assumptions: [...new Set(parts.flatMap(({ assumptions }) => assumptions))],
    ...(path.partial === undefined ? {} : { partial: path.partial }),
    reach: path.verdict,
    authorize: allowed.verdict,
    target: target.verdict,
  }
}

/** Fails if one fails, else is undecided if one is. */
export function worst(judged: readonly { readonly verdict: Verdict }[]): Verdict {
  let undecided = false
  for (const { verdict } of judged) {
    if (verdict === 'fails') return 'fails'
    if (verdict === 'undecided') undecided = true
  }
  return undecided ? 'undecided' : 'works'
}

type Assumptions = readonly AssumptionId[]

const NO_ASSUMPTIONS: Assumptions = []

/** Launches by the thousand work on the same few assumptions: one outcome serves them all. */
const WORKING = new Map<string, Outcome>()

function working(path: Assumptions, allowed: Assumptions, target: Assumptions): Outcome {
  const count = path.length + allowed.length + target.length
  if (count === 0) return ALL_WORKS
  const [only = ''] = path.length > 0 ? path : allowed.length > 0 ? allowed : target
  const key = count === 1 ? only : [...path, ...allowed, ...target].join(' ')
  const known = WORKING.get(key)
  if (known !== undefined) return known
  const assumptions = Object.freeze([...new Set([...path, ...allowed, ...target])])
  const outcome: Outcome = Object.freeze({ ...ALL_WORKS, assumptions })
  WORKING.set(key, outcome)
  return outcome
}

/** `--strict`: what would be taken as good is an open fact. */
export function withoutAssumptions(outcome: Outcome): Outcome {
  if (outcome.assumptions.length === 0) return outcome
  const gaps = outcome.assumptions.map(
    (assumption): OpenFact => ({
      gap: { gap: 'assumed', assumption },
      what: { kind: 'assumption', id: assumption },
      at: '',
    }),
  )
  const verdict = outcome.verdict === 'fails' ? 'fails' : 'undecided'
  return { ...outcome, verdict, gaps: [...outcome.gaps, ...gaps] }
}

/** By the number of subnets: most requirements hold in all. */
const WORKING_EVERYWHERE: readonly (readonly Outcome[])[] = Array.from({ length: 17 }, (_, subnets) =>
  Object.freeze(new Array<Outcome>(subnets).fill(ALL_WORKS)),
)

/** The same outcome in each of the subnets, as one list that launches share. */
const EVERYWHERE = new WeakMap<Outcome, (readonly Outcome[])[]>()

export function everywhere(outcome: Outcome, subnets: number): readonly Outcome[] {
  if (outcome === ALL_WORKS && subnets < WORKING_EVERYWHERE.length) return WORKING_EVERYWHERE[subnets] ?? []
  const lists = EVERYWHERE.get(outcome) ?? []
  EVERYWHERE.set(outcome, lists)
  const known = lists[subnets]
  if (known !== undefined) return known
  const list = Object.freeze(Array.from({ length: subnets }, () => outcome))
  lists[subnets] = list
  return list
}
