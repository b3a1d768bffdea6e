import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, graphemesOf } from './display-width.ts'
import { wrap } from './wrap.ts'

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['タスク', 6],
    ['ｶﾅ', 2],
    ['ＡＢ', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['が', 2],
    ['か\u3099', 2],
    ['👍🏽', 2],
    ['✓ a', 3],
    ['«x»', 3],
  ])('%s: %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('the graphemes of a long text', () => {
  const pieces = fc.constantFrom(
    'a',
    ' ',
    '\r',
    '\n',
    'か',
    '\u3099',
    'e',
    '\u0301',
    '👍',
    '🏽',
    '\u200d',
    '👩',
    '🇯',
    '🇵',
    '각',
  )

  test('are those that it has as a whole, unless one of them is longer than a page', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 150, maxLength: 400 }), (parts) => {
        const text = `経${parts.join('')}`
        const whole = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
        expect(graphemesOf(text).map(({ segment }) => segment)).toEqual(whole)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('of Japanese without marks are its characters, as wide as those of any text', () => {
    const points = [0x20, 0x7e, 0x2713, 0xb7, 0x3001, 0x3005, 0x3008, 0x3011, 0x3041, 0x3096, 0x30a1, 0x30fb, 0x30fc]
    for (const point of [...points, 0x4e00, 0x9fff, 0xff01, 0xff5e]) {
      const char = String.fromCodePoint(point)
      // With a mark somewhere, the text is taken apart by the rules of Unicode
      const [{ segment, width } = { segment: '', width: 0 }] = graphemesOf(`${char} e\u0301`)
      expect(graphemesOf(char), char).toEqual([{ segment, width }])
      expect(displayWidth(`${char}${char}`), char).toBe(2 * width)
    }
  })

  // INVARIANT: not measured. In time that grows with the square of the length it would not come to its end.
  test('are found in time that grows with its length', () => {
    expect(displayWidth(`か${'a'.repeat(200_000)}`)).toBe(200_002)
    expect(wrap(`か ${'経'.repeat(20_000)}`, 80)).toHaveLength(501)
  })
})

describe('a text breaks', () => {
  test('at spaces', () => {
    expect(wrap('no route leads to the host', 10)).toEqual(['no route', 'leads to', 'the host'])
  })

  test('between wide characters, and not before closing punctuation', () => {
    expect(wrap('経路がありません。', 8)).toEqual(['経路があ', 'りませ', 'ん。'])
  })

  test('never inside an ARN, so that it can be copied', () => {
    const arn = 'arn:aws:iam::111122223333:role/very-long-name'
    expect(wrap(`allow ${arn} now`, 20)).toEqual(['allow', arn, 'now'])
  })

  test('into nothing where there is nothing', () => {
    expect(wrap('', 10)).toEqual([''])
  })
})
