import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, intersect, overlaps, type RangeSet, rangeSet, sizeOf, subtract, union } from './range-set.ts'

const LAST = 40
const number = fc.integer({ min: 0, max: LAST })
const someSet: fc.Arbitrary<RangeSet> = fc
  .array(
    fc.tuple(number, number).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    { maxLength: 5 },
  )
  .map(rangeSet)

/** The same set, number by number. */
function numbersIn(set: RangeSet): ReadonlySet<number> {
  return new Set(
    set.flatMap(({ from, to }) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, offset) => Number(from) + offset),
    ),
  )
}

function setOf(holds: (number: number) => boolean): RangeSet {
  return rangeSet(
    Array.from({ length: LAST + 1 }, (_, value) => value)
      .filter(holds)
      .map((value) => ({ from: value, to: value })),
  )
}

describe('range sets do what sets do', () => {
  const both = (check: (left: RangeSet, right: RangeSet, a: ReadonlySet<number>, b: ReadonlySet<number>) => void) =>
    fc.assert(
      fc.property(someSet, someSet, (left, right) => {
        check(left, right, numbersIn(left), numbersIn(right))
      }),
      { seed: Number(process.env.FARSIGHT_SEED ?? 1) },
    )

  test('union', () => {
    both((left, right, a, b) => expect(union(left, right)).toEqual(setOf((value) => a.has(value) || b.has(value))))
  })

  test('intersection', () => {
    both((left, right, a, b) => expect(intersect(left, right)).toEqual(setOf((value) => a.has(value) && b.has(value))))
  })

  test('difference', () => {
    both((left, right, a, b) => expect(subtract(left, right)).toEqual(setOf((value) => a.has(value) && !b.has(value))))
  })

  test('one covers another when nothing of the other is left without it', () => {
    both((left, right) => expect(covers(left, right)).toBe(subtract(right, left).length === 0))
  })

  test('two overlap when they have a number in common', () => {
    both((left, right) => expect(overlaps(left, right)).toBe(intersect(left, right).length > 0))
  })

  test('the size is the number of numbers', () => {
    both((left, _, a) => expect(sizeOf(left)).toBe(a.size))
  })
})

test('equal sets are equal lists: neighbors are one range', () => {
  expect(
    rangeSet([
      { from: 5, to: 6 },
      { from: 1, to: 4 },
    ]),
  ).toEqual([{ from: 1, to: 6 }])
})

describe('one range among several', () => {
  const set = [
    { from: 1, to: 2 },
    { from: 5, to: 9 },
    { from: 12, to: 12 },
  ]

  test.each([
    [5, 6, true],
    [9, 9, true],
    [12, 12, true],
    [2, 2, true],
    [9, 10, false],
    [4, 5, false],
    [13, 14, false],
  ])('covers %i to %i: %s', (from, to, answer) => {
    expect(covers(set, [{ from, to }])).toBe(answer)
  })

  test.each([
    [9, 11, true],
    [0, 1, true],
    [10, 12, true],
    [10, 11, false],
    [3, 4, false],
  ])('overlaps %i to %i: %s', (from, to, answer) => {
    expect(overlaps(set, [{ from, to }])).toBe(answer)
    expect(overlaps([{ from, to }], set)).toBe(answer)
  })
})

// Sets of everything are known by what they are, and what was found for a set is kept with it
test('a set that nothing is added to stays the very same', () => {
  const set = [
    { from: 1, to: 2 },
    { from: 5, to: 9 },
  ]
  const one = set.slice(1)
  expect([union(set, []), union([], set), union(set, set)].every((each) => each === set)).toBe(true)
  expect(rangeSet(one)).toBe(one)
})
