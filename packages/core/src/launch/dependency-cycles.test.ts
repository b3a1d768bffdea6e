import { expect, test } from 'vitest'
import { cyclesIn } from './dependency-cycles.ts'

function cycles(...pairs: readonly string[]) {
  const dependencies = pairs.map((pair) => {
    const [container = '', on = ''] = pair.split('>')
    return { container, on, condition: 'START', at: '' }
  })
  return cyclesIn(dependencies).map(({ container, on }) => `${container}>${on}`)
}

test.each([
  ['none waits for another', [], []],
  ['a container waits for itself', ['a>a'], ['a>a']],
  ['two wait for each other', ['a>b', 'b>a'], ['b>a']],
  ['three wait in a circle, and one for them', ['x>a', 'a>b', 'b>c', 'c>a'], ['c>a']],
  ['there are two circles', ['a>b', 'b>a', 'c>d', 'd>c'], ['b>a', 'd>c']],
  ['two ways lead to the same container', ['a>b', 'a>c', 'b>d', 'c>d'], []],
  ['a container is not there', ['a>gone'], []],
])('%s', (_, pairs, expected) => {
  expect(cycles(...pairs)).toEqual(expected)
})

test('a hundred thousand containers in one circle are no trouble', () => {
  const count = 100_000
  const pairs = Array.from({ length: count }, (_, i) => `c${i}>c${(i + 1) % count}`)
  expect(cycles(...pairs)).toEqual([`c${count - 1}>c0`])
})
