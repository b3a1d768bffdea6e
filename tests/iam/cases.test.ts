import { describe, expect, test } from 'vitest'
import { readCases } from './read-cases.ts'
import { evaluate } from './reference/evaluate.ts'

const topics = readCases()
const all = topics.flatMap(({ cases }) => cases)

describe('the reference evaluator decides as AWS documents it', () => {
  describe.each(topics.filter(({ topic }) => topic !== 'invalid'))('$topic', ({ cases }) => {
    test.each(cases)('$name', ({ policies, request, expected, reason }) => {
      expect(evaluate(policies, request), reason).toBe(expected)
    })
  })
})

describe('the cases', () => {
  test('are at least 300', () => {
    expect(all.length).toBeGreaterThanOrEqual(300)
  })
  test('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})
