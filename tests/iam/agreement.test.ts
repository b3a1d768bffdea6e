import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './engine.ts'
import type { Policies, Request } from './policy-case.ts'
import { questionsOf } from './random/policies.ts'
import { evaluate } from './reference/evaluate.ts'

const EACH = 20

// The seed is fixed, so that a failure is the same everywhere. FARSIGHT_SEED asks other questions, FARSIGHT_RUNS more or fewer.
const REQUESTS = EACH * Number(process.env.FARSIGHT_RUNS ?? 1000)
const seed = Number(process.env.FARSIGHT_SEED ?? 20_261_121)
const PATIENCE = 300_000

test(`the engine and the reference evaluator agree on ${REQUESTS} random requests`, { timeout: PATIENCE }, () => {
  const asked = fc.sample(questionsOf(EACH), { numRuns: REQUESTS / EACH, seed }).flat()
  expect(asked.length).toBeGreaterThanOrEqual(REQUESTS)
  const counts = { allowed: 0, denied: 0, undecided: 0 }
  const differences: string[] = []
  for (const [policies, request] of asked) {
    const expected = evaluate(policies, request)
    const decision = decide(policies, request)
    counts[expected]++
    if (decision !== expected) differences.push(difference(expected, decision, policies, request))
  }
  expect(differences.slice(0, 3)).toEqual([])
  // Questions that all have the same answer would prove little.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(REQUESTS / 20)
})

function difference(expected: string, decision: string, policies: Policies, request: Request): string {
  return `should be ${expected}, is ${decision}: ${JSON.stringify({ policies, request })}`
}
