import { expect, test } from 'vitest'
import { sameText, splitText } from './placeholder.ts'

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  ['role/«Web»', 'role/«Web»', true],
  ['role/«Web»', 'role/web-1', undefined],
  ['role/«Web»', 'user/web-1', false],
  ['«A»-x', 'y-«B»', undefined],
  ['«A»x', 'y', false],
  ['«A»', '', undefined],
  ['a«A»a', 'a', false],
  ['a-«A»-b', 'a-«A»-c', false],
  ['«A»«B»b', '«A»«C»b', undefined],
])('%s and %s: %s', (left, right, expected) => {
  expect(sameText(left, right)).toBe(expected)
  expect(sameText(right, left)).toBe(expected)
})

test('a separator in the name of a placeholder does not separate', () => {
  expect(splitText('arn:aws:iam::«AWS::AccountId»:role/x', ':')).toEqual([
    'arn',
    'aws',
    'iam',
    '',
    '«AWS::AccountId»',
    'role/x',
  ])
})
