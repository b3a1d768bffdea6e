import type { Gap } from '../model/gap.ts'
import { type SubjectKind, undecided } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import { condition } from './condition.ts'
import type { Requirement } from './requirement.ts'
import type { StepId } from './step-id.ts'

interface UnknownReference {
  readonly step: StepId
  readonly kind: SubjectKind
  /** What is named there, or what names it. */
  readonly id: string
  readonly gap: Gap
  readonly at: Pointer
  /** Absent: true. */
  readonly required?: boolean
}

/** Stands for all that a launch requires of a thing that nobody can name. */
export function unknownReference({ step, kind, id, gap, at, required = true }: UnknownReference): Requirement {
  const judge = () => undecided({ gap, what: { kind, id }, at })
  return condition({ step, id: 'reference-known', required, resource: () => id, judge })
}
