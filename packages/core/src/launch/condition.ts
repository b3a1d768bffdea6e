import type { Judgement } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import type { Blocker } from './blocker.ts'
import type { Condition, ConditionId } from './requirement.ts'
import type { StepId } from './step-id.ts'

type Judge = () => Judgement<Blocker>

/** A required condition that holds, or does not, for the launch as a whole. */
export function condition(step: StepId, id: ConditionId, resource: string, at: Pointer, judge: Judge): Condition {
  return { kind: 'condition', step, id, required: true, resource, at, judge: { scope: 'launch', judge } }
}
