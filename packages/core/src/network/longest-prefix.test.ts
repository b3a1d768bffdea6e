import { describe, expect, test } from 'vitest'
import { parseBlock } from './address-set.ts'
import { type Candidate, inOrder, shareOut } from './longest-prefix.ts'
import { NOTHING, type RangeSet, union } from './range-set.ts'

function block(text: string): RangeSet {
  return parseBlock(text)?.addresses ?? NOTHING
}

function to(route: string, text: string, rank = 0): Candidate<string> {
  return { route, addresses: block(text), length: Number(text.split('/')[1]), rank }
}

describe('routes are asked', () => {
  test.each([
    ['the longer prefix first', [to('short', '0.0.0.0/0'), to('long', '52.0.0.0/8')], ['long', 'short']],
    ['of the same length by rank', [to('list', '52.0.0.0/8', 1), to('block', '52.0.0.0/8')], ['block', 'list']],
    [
      'the longer prefix first whatever its rank',
      [to('block', '0.0.0.0/0'), to('local', '10.0.0.0/16', 3)],
      ['local', 'block'],
    ],
  ])('%s', (_, candidates, order) => {
    expect(inOrder(candidates).map(({ route }) => route)).toEqual(order)
  })
})

describe('the addresses are shared out', () => {
  test.each([
    ['to the one route that takes them all', '52.1.0.0/16', [to('all', '0.0.0.0/0')], [['all', '52.1.0.0/16']]],
    [
      'to the longer prefix first, and the rest to the next',
      '52.0.0.0/7',
      [to('long', '52.0.0.0/8'), to('all', '0.0.0.0/0')],
      [
        ['long', '52.0.0.0/8'],
        ['all', '53.0.0.0/8'],
      ],
    ],
    [
      'past routes to other addresses',
      '52.1.0.0/16',
      [to('other', '10.0.0.0/8'), to('all', '0.0.0.0/0')],
      [['all', '52.1.0.0/16']],
    ],
    ['to no route where none takes them', '52.1.0.0/16', [to('other', '10.0.0.0/8')], [[null, '52.1.0.0/16']]],
    [
      'to no route as far as none takes them',
      '52.0.0.0/7',
      [to('long', '52.0.0.0/8')],
      [
        ['long', '52.0.0.0/8'],
        [null, '53.0.0.0/8'],
      ],
    ],
  ] as const)('%s', (_, within, candidates, portions) => {
    expect(shareOut(block(within), candidates)).toEqual(
      portions.map(([route, text]) => ({ route, within: block(text) })),
    )
  })

  test('to a route that takes several parts of them as one portion', () => {
    const within = union(block('52.0.0.0/24'), block('54.0.0.0/24'))
    const routes = [to('list', '52.0.0.0/24'), to('other', '53.0.0.0/24'), to('list', '54.0.0.0/24')]
    expect(shareOut(within, routes)).toContainEqual({ route: 'list', within })
    expect(shareOut(within, routes).filter(({ route }) => route === 'list')).toHaveLength(1)
  })

  test('to a route without a block of its own as a whole', () => {
    const service = { route: 'service', addresses: null, length: 32, rank: 1 }
    expect(shareOut(block('52.0.0.0/8'), [service, to('all', '0.0.0.0/0')])).toEqual([
      { route: 'service', within: block('52.0.0.0/8') },
    ])
  })

  test('where there are none, to nobody', () => {
    expect(shareOut(NOTHING, [to('all', '0.0.0.0/0')])).toEqual([])
  })
})
