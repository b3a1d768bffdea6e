import { describe, expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
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
