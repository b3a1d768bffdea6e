import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anywhere, blockOf, blocksOf, parseAddress, parseBlock, publicSpace, toCidrs } from './address-set.ts'
import { covers, overlaps, rangeSet, sizeOf } from './range-set.ts'
import { DENIED } from './test-world.ts'

describe('a block', () => {
  test.each([
    ['10.0.0.0/8', 167_772_160, 184_549_375],
    ['0.0.0.0/0', 0, 4_294_967_295],
    ['255.255.255.255/32', 4_294_967_295, 4_294_967_295],
    ['192.168.1.0/31', 3_232_235_776, 3_232_235_777],
  ])('%s reaches from its first to its last address', (text, from, to) => {
    expect(parseBlock(text)?.addresses).toEqual([{ from, to }])
  })

  test('bits right of the prefix are dropped, as AWS does', () => {
    expect(toCidrs(parseBlock('100.68.0.18/18')?.addresses ?? [])).toEqual(['100.68.0.0/18'])
  })

  test.each([
    ['0.0.0.0/0', 4],
    ['10.1.2.3/0', 4],
    ['::/0', 6],
    ['2600:1f14::1/0', 6],
  ] as const)('%s is all there is, the very same set', (text, family) => {
    expect(parseBlock(text)).toMatchObject({ family, length: 0 })
    expect(parseBlock(text)?.addresses).toBe(anywhere(family))
  })

  test.each([
    '10.0.0.0',
    '10.1/16',
    '010.0.0.0/8',
    '10.0.0.0/08',
    '10.0.0.0/33',
    '10.0.0.256/24',
    '10.0.0.0/',
    '10.0.0.0/-1',
    ' 10.0.0.0/8',
    '10.0.0.0/8 ',
    '1e1.0.0.0/8',
    '10.0.0.0.0/8',
    '',
  ])('"%s" is none', (text) => {
    expect(parseBlock(text)).toBeNull()
  })

  test('of IPv6 is nothing to IPv4', () => {
    expect(['::/0', '2001:db8::/32', '64:ff9b::10.0.0.1/128'].map((text) => blockOf(text, 4))).toEqual([
      null,
      null,
      null,
    ])
  })

  test('that is not fully known is a gap', () => {
    expect(blockOf('«Vpc.CidrBlock»', 4)).toEqual({ gap: 'unresolved', expression: '«Vpc.CidrBlock»' })
    expect(blockOf(DENIED, 6)).toBe(DENIED)
    expect(blocksOf(['10.0.0.0/8', '«Block»'], 4)).toEqual({ gap: 'unresolved', expression: '«Block»' })
  })
})

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('addresses survive being written and read', () => {
  fc.assert(
    fc.property(address, (value) => {
      expect(toCidrs([{ from: value, to: value }]).map((cidr) => parseAddress(cidr.replace('/32', '')))).toEqual([
        value,
      ])
    }),
  )
})

test('sets survive being written as blocks and read', () => {
  const ranges = fc.array(
    fc
      .tuple(address, fc.integer({ min: 0, max: 70_000 }))
      .map(([from, more]) => ({ from, to: Math.min(from + more, 2 ** 32 - 1) })),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(ranges, (parts) => {
      expect(blocksOf(toCidrs(rangeSet(parts)), 4)).toEqual(rangeSet(parts))
    }),
  )
})

test('the fewest blocks are written', () => {
  expect(toCidrs([{ from: 1, to: 8 }])).toEqual(['0.0.0.1/32', '0.0.0.2/31', '0.0.0.4/30', '0.0.0.8/32'])
  expect(toCidrs([{ from: 0, to: 2 ** 32 - 1 }])).toEqual(['0.0.0.0/0'])
  expect(toCidrs([])).toEqual([])
})

test('the public space holds no private address', () => {
  const PUBLIC = publicSpace(4)
  const blocks = (...texts: string[]) => texts.flatMap((text) => parseBlock(text)?.addresses ?? [])
  expect(covers(PUBLIC, blocks('52.94.0.0/16', '172.32.0.0/16'))).toBe(true)
  for (const text of [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '100.64.0.0/10',
    '169.254.0.0/16',
    '224.0.0.0/3',
  ]) {
    expect(overlaps(PUBLIC, blocks(text)), text).toBe(false)
  }
  expect(sizeOf(PUBLIC)).toBeGreaterThan(2 ** 31)
})
