import type { Condition } from './requirement.ts'

type Given = Pick<Condition, 'step' | 'id' | 'judge'> & Partial<Condition>

/** A condition: required, of the launch as a whole and about it, unless it is said otherwise. */
export function condition(given: Given): Condition {
  return {
    kind: 'condition',
    step: given.step,
    id: given.id,
    required: given.required ?? true,
    resource: given.resource ?? ((launch) => launch.id),
    scope: given.scope ?? 'launch',
    judge: given.judge,
  }
}
