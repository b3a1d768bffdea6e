import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './engine.ts'
import type { Decision, Policies, Request } from './policy-case.ts'
import { add, additionOf } from './random/changes.ts'
import { type Completion, completionOf, KEYS, testOf } from './random/conditions.ts'
import { policies, request, statementOf } from './random/policies.ts'
import { completionsFor } from './reference/completions.ts'

// The seed is fixed, so that a failure is the same everywhere. FARSIGHT_SEED tries other policies.
fc.configureGlobal({ seed: Number(process.env.FARSIGHT_SEED ?? 20_261_121) })

const RANKS = { denied: 0, undecided: 1, allowed: 2 } satisfies Record<Decision, number>
const rank = (set: Policies, asked: Request) => RANKS[decide(set, asked)]

test('one more Deny never makes a request more allowed', () => {
  fc.assert(
    fc.property(policies, request, additionOf('Deny'), (set, asked, deny) => {
      expect(rank(add(set, deny), asked)).toBeLessThanOrEqual(rank(set, asked))
    }),
    { numRuns: 400 },
  )
})

test('one Allow less never makes a request more allowed', () => {
  fc.assert(
    fc.property(policies, request, additionOf('Allow'), (set, asked, allow) => {
      expect(rank(set, asked)).toBeLessThanOrEqual(rank(add(set, allow), asked))
    }),
    { numRuns: 400 },
  )
})

test('the order of policies and statements does not count', () => {
  fc.assert(
    fc.property(policies, request, (set, asked) => {
      expect(decide(reversed(set), asked)).toBe(decide(set, asked))
    }),
    { numRuns: 200 },
  )
})

test('what is decided stays as it is, whatever unknown keys turn out to be, absent included', () => {
  fc.assert(
    fc.property(
      policies,
      request,
      fc.array(completionOf, { minLength: 5, maxLength: 5 }),
      (set, asked, completions) => {
        const decision = decide(set, asked)
        if (decision === 'undecided') return
        for (const completion of completions) expect(decide(set, complete(asked, completion))).toBe(decision)
      },
    ),
    { numRuns: 1000 },
  )
})

test('what is undecided for one unknown key that one condition asks for may turn out either way', () => {
  const asking = fc.constantFrom(...KEYS).chain((key) => fc.tuple(fc.constant(key.name), testOf(key)))
  const statement = statementOf({ denies: 0, principal: false }).map(({ Condition, ...others }) => others)
  fc.assert(
    fc.property(statement, asking, request, (written, [name, Condition], asked) => {
      const only = { ...written, Condition }
      const set: Policies = { identity: [{ Version: '2012-10-17', Statement: [only] }] }
      const { [name]: _, ...context } = asked.context ?? {}
      if (decide(set, { ...asked, context, unknownKeys: [name] }) !== 'undecided') return
      const outcomes = new Set<Decision>()
      for (const facts of completionsFor(only, asked.resource, knowledgeOf(context, name))) {
        outcomes.add(decide(set, { ...asked, context: Object.fromEntries(facts), unknownKeys: [] }))
      }
      expect(outcomes).toEqual(new Set(['allowed', 'denied']))
    }),
    { numRuns: 1000 },
  )
})

function knowledgeOf(context: NonNullable<Request['context']>, unknown: string) {
  const facts = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]))
  return { facts, unknown: new Set([unknown.toLowerCase()]) }
}

function complete(asked: Request, completion: Completion): Request {
  const keys = asked.unknownKeys ?? []
  const found = keys.flatMap((key) => {
    const value = completion[key]
    return value === null || value === undefined ? [] : [[key, value] as const]
  })
  return { ...asked, context: { ...asked.context, ...Object.fromEntries(found) }, unknownKeys: [] }
}

function reversed(set: Policies): Policies {
  const turned = JSON.parse(JSON.stringify(set), (key, value) =>
    key === 'Statement' || key === 'identity' || key === 'sessionPolicies' ? [...value].reverse() : value,
  )
  return turned as Policies
}
