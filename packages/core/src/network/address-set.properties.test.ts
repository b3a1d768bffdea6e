import { containsCidr, excludeCidr, mergeCidr, overlapCidr, parseCidr } from 'cidr-tools'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, parseBlock, toCidrs } from './address-set.ts'
import type { Family } from './family.ts'
import { formatIpv6Address } from './ipv6-address.ts'
import { covers, intersect, overlaps, type RangeSet, sizeOf, subtract, union } from './range-set.ts'

/** cidr-tools, which we did not write, judges. `FARSIGHT_RUNS` makes more sets, `FARSIGHT_SEED` others. */
const RUNS = { numRuns: Number(process.env.FARSIGHT_RUNS ?? 150), seed: Number(process.env.FARSIGHT_SEED ?? 1) }

/** Blocks that often meet: their first bits come from a few networks, and their length from the whole range. */
const blocks: Record<Family, fc.Arbitrary<string>> = {
  4: fc
    .tuple(fc.constantFrom('10.0', '10.1', '52.219', '0.0', '255.255'), fc.nat(255), fc.nat(255), fc.nat(32))
    .map(([network, third, fourth, length]) => `${network}.${third}.${fourth}/${length}`),
  6: fc
    .tuple(
      fc.constantFrom(0n, 0x2600n << 112n, 0x2600_1f14n << 96n, (1n << 128n) - (1n << 16n)),
      fc.bigInt({ min: 0n, max: (1n << 16n) - 1n }),
      fc.constantFrom(0n, 32n, 64n, 96n),
      fc.nat(128),
    )
    .map(([network, part, shift, length]) => {
      const address = (network + (part << shift)) % (1n << 128n)
      return `${formatIpv6Address(address)}/${length}`
    }),
}

/** Half of the sets hold long prefixes alone: a short one swallows all others. */
function listsOf(family: Family): fc.Arbitrary<readonly string[]> {
  const bits = family === 4 ? 32 : 128
  const long = blocks[family].map((block) => block.replace(/\d+$/, (length) => `${bits - (Number(length) % 12)}`))
  return fc.oneof(fc.array(blocks[family], { maxLength: 6 }), fc.array(long, { maxLength: 6 }))
}

function setOf(list: readonly string[], family: Family): RangeSet {
  return blocksOf(list, family) as RangeSet
}

/** Whether our set and the blocks of the judge hold the same addresses. */
function expectSame(set: RangeSet, judged: readonly string[]): void {
  const theirs = judged.map((block) => parseCidr(block)).map(({ start, end }) => [start, end])
  const ours = toCidrs(set)
    .map((block) => parseCidr(block))
    .map(({ start, end }) => [start, end])
  expect(ours).toEqual(theirs.sort(([left = 0n], [right = 0n]) => (left < right ? -1 : 1)))
}

const merge = (list: readonly string[]) => (list.length === 0 ? [] : mergeCidr([...list]))
const exclude = (list: readonly string[], others: readonly string[]) =>
  list.length === 0 ? [] : others.length === 0 ? merge(list) : excludeCidr([...list], [...others])

describe.each([4, 6] as const)('sets of IPv%i addresses, as cidr-tools has them:', (family) => {
  const pairs = fc.tuple(listsOf(family), listsOf(family))

  function holds(
    judge: (left: readonly string[], right: readonly string[], sets: readonly [RangeSet, RangeSet]) => void,
  ) {
    fc.assert(
      fc.property(pairs, ([left, right]) => judge(left, right, [setOf(left, family), setOf(right, family)])),
      RUNS,
    )
  }

  test('union', () => {
    holds((left, right, [a, b]) => expectSame(union(a, b), merge([...left, ...right])))
  })

  test('subtraction', () => {
    holds((left, right, [a, b]) => expectSame(subtract(a, b), exclude(left, right)))
  })

  test('intersection: what is left without what the other has not', () => {
    holds((left, right, [a, b]) => expectSame(intersect(a, b), exclude(left, exclude(left, right))))
  })

  test('containment and overlap', () => {
    holds((left, right, [a, b]) => {
      if (left.length === 0 || right.length === 0) return
      expect(covers(a, b)).toBe(containsCidr([...left], [...right]))
      expect(overlaps(a, b)).toBe(overlapCidr([...left], [...right]))
    })
  })

  test('the blocks of a set are as few as can be, and make the same set', () => {
    holds((left, _, [a]) => {
      expectSame(a, merge(left))
      expect(toCidrs(a)).toHaveLength(merge(left).length)
      expect(setOf(toCidrs(a), family)).toEqual(a)
    })
  })

  test('the first and the last address of a block, and how many it has', () => {
    fc.assert(
      fc.property(blocks[family], (text) => {
        const { start, end } = parseCidr(text)
        const [range] = parseBlock(text)?.addresses ?? []
        expect([range?.from, range?.to].map((bound) => BigInt(bound ?? -1))).toEqual([start, end])
        expect(sizeOf(setOf([text], family))).toBe(Number(end - start) + 1)
      }),
      RUNS,
    )
  })

  test('an empty set', () => {
    const some = setOf([family === 4 ? '10.0.0.0/8' : '2600::/16'], family)
    expect([union([], some), subtract(some, []), covers(some, [])]).toEqual([some, some, true])
    expect([intersect(some, []), subtract([], some), toCidrs([])]).toEqual([[], [], []])
    expect([overlaps(some, []), covers([], some)]).toEqual([false, false])
  })
})
