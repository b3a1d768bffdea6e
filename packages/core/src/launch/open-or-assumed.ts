import { ASSUMPTIONS, type AssumptionId } from '../model/assumption.ts'
import type { Gap } from '../model/gap.ts'
import { assuming, type Judgement, type SubjectKind, undecided } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'

/** A gap as an open answer, or as the assumption that it stands for. */
export function openOrAssumed(gap: Gap, kind: SubjectKind, id: string, at: Pointer): Judgement<never> {
  if (gap.gap === 'assumed' && isAssumption(gap.assumption)) return assuming(gap.assumption)
  return undecided({ gap, what: { kind, id }, at })
}

function isAssumption(id: string): id is AssumptionId {
  return (ASSUMPTIONS as readonly string[]).includes(id)
}
