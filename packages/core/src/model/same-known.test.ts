import { expect, test } from 'vitest'
import type { Known } from './known.ts'
import { sameKnown } from './same-known.ts'

const P = { gap: 'parameter', name: 'P' } as const
const Q = { gap: 'parameter', name: 'Q' } as const
const PART = { ...P, derived: true } as const
const CHOICE = { gap: 'unresolved', expression: 'Condition C' } as const
const LATER = { gap: 'after-deploy' } as const

test.each<[left: Known<string | number>, right: Known<string | number>, expected: Known<boolean>]>([
  ['web', 'web', true],
  ['web', 'app', false],
  [80, 80, true],
  [80, 81, false],
  ['«P»', '«P»', true],
  ['«P»', 'web', { gap: 'unresolved', expression: '«P»' }],
  ['web', P, P],
  [P, 'web', P],
  [P, P, true],
  [P, Q, P],
  [PART, PART, PART],
  [P, PART, P],
  [CHOICE, CHOICE, CHOICE],
  [LATER, LATER, LATER],
])('%j and %j', (left, right, expected) => {
  expect(sameKnown(left, right)).toEqual(expected)
})
