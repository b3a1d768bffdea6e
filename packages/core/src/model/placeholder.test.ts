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
  ['a-«A»-b-«B»-c', 'a-x-b-y-c', undefined],
  ['a-«A»-b-«B»-c', 'a-x-d-y-c', false],
  ['a«A»b«B»', 'a«C»c', undefined],
  ['a«A»b', 'a«C»c', false],
])('%s and %s: %s', (left, right, expected) => {
  expect(sameText(left, right)).toBe(expected)
  expect(sameText(right, left)).toBe(expected)
})

test('long texts are no trouble', () => {
  const long = 'x'.repeat(200_000)
  expect(sameText(`«A»${long}`, `${long}y`)).toBe(false)
  expect(sameText(`«A»${long}«B»`, `y${long}y`)).toBeUndefined()
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
