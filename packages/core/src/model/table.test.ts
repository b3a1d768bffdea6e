import { expect, test } from 'vitest'
import { entriesOf, lookUp, lookUpListed } from './table.ts'

const DENIED = { gap: 'denied', permission: 'iam:GetRole' } as const

test('what a table does not name was never asked for, unless it says that it is complete', () => {
  expect(lookUp({ web: 1 }, 'web')).toBe(1)
  expect(lookUp({ web: null }, 'web')).toBeNull()
  expect(lookUp({ web: 1 }, 'db')).toEqual({ gap: 'not-read' })
  expect(lookUp({ web: 1, '*': null }, 'db')).toBeNull()
  expect(lookUp({ web: 1, '*': DENIED }, 'db')).toEqual(DENIED)
  expect(lookUp<number>(DENIED, 'db')).toEqual(DENIED)
  expect(lookUp(undefined, 'db')).toEqual({ gap: 'not-read' })
})

test('what a listing does not name is not there, unless it says that there may be more', () => {
  expect(lookUpListed({ a: 1 }, 'b')).toBeNull()
  expect(lookUpListed({ a: 1, '*': DENIED }, 'b')).toEqual(DENIED)
  expect(lookUpListed(undefined, 'b')).toEqual({ gap: 'not-read' })
})

test('a name of JavaScript objects is a name like any other', () => {
  expect(lookUp({}, 'constructor')).toEqual({ gap: 'not-read' })
  expect(lookUpListed({}, '__proto__')).toBeNull()
})

test('the entries of a listing come with the reason why there may be more', () => {
  expect(entriesOf({ a: 1, b: null, '*': DENIED })).toEqual({ entries: [['a', 1]], more: DENIED })
  expect(entriesOf(undefined)).toEqual({ entries: [], more: { gap: 'not-read' } })
})
