import { evaluate } from '../../packages/core/src/iam/evaluate.ts'
import type { Decision, Policies, Request } from './policy-case.ts'

/** What the engine answers, in the words of the cases. */
export function explain(policies: Policies, request: Request) {
  return evaluate(policies, request)
}

export function decide(policies: Policies, request: Request): Decision {
  return explain(policies, request).decision
}
