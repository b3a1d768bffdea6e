import { describe, expect, test } from 'vitest'
import { explain } from './engine.ts'
import type { Request } from './policy-case.ts'
import { readCases } from './read-cases.ts'
import { evaluate } from './reference/evaluate.ts'
import { problemsOf } from './reference/problems.ts'

const topics = readCases()
const valid = topics.filter(({ topic }) => topic !== 'invalid')
const all = topics.flatMap(({ cases }) => cases)

describe('the engine decides as AWS documents it', () => {
  describe.each(valid)('$topic', ({ cases }) => {
    test.each(cases)('$name', ({ policies, request, expected, by, missing, reason }) => {
      const answer = explain(policies, request)
      expect(answer.decision, reason).toBe(expected)
      expect(answer.problems).toEqual([])
      if (by !== undefined) expect(answer.by, reason).toContain(by)
      if (missing !== undefined) expect(answer.missingKeys, reason).toEqual([...missing].sort())
    })
  })
})

describe('the reference evaluator decides as AWS documents it', () => {
  describe.each(valid)('$topic', ({ cases }) => {
    test.each(cases)('$name', ({ policies, request, expected, reason }) => {
      expect(evaluate(policies, request), reason).toBe(expected)
    })
  })
})

describe('the engine allows nothing by a policy that AWS refuses', () => {
  const refused = topics.find(({ topic }) => topic === 'invalid')?.cases ?? []
  test.each(refused)('$name', ({ policies, request, expected, reason, at }) => {
    expect(expected).toBe('invalid')
    const { decision, problems } = explain(policies, request)
    expect(decision, reason).not.toBe('allowed')
    expect(
      problems.map((problem) => problem.at).filter((found) => at?.startsWith(found)),
      reason,
    ).not.toEqual([])
  })
})

describe('the cases', () => {
  test('have no faults but those that they are about', () => {
    const found = all.map(({ name, policies, request }) => [name, problemsOf(policies, isTrust(request))])
    expect(found).toEqual(all.map(({ name, at }) => [name, at === undefined ? [] : [at]]))
  })

  test('are at least 300', () => {
    expect(all.length).toBeGreaterThanOrEqual(300)
  })

  test('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  test('rest on pages of the documentation', () => {
    const pages = new Set(all.map(({ page }) => page))
    expect([...pages].filter((page) => !/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/.test(page))).toEqual([])
  })

  test('say why, in a sentence', () => {
    expect(all.filter(({ reason }) => !/^[A-Z].*\.$/.test(reason)).map(({ name }) => name)).toEqual([])
  })

  test('have sentences for names', () => {
    expect(all.filter(({ name }) => !/^[A-Z].*\s.*[^.]$/.test(name)).map(({ name }) => name)).toEqual([])
  })
})

function isTrust({ action }: Request): boolean {
  return action === 'sts:AssumeRole'
}
