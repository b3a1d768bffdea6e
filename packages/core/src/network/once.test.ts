import { describe, expect, test } from 'vitest'
import { inMap, oncePer, oncePerFamily, oncePerKey, oncePerText } from './once.ts'

const [ONE, OTHER] = [{ id: 'subnet-a' }, { id: 'subnet-b' }]

describe('what is found once', () => {
  test('for a thing is one object for that thing, and never that of another', () => {
    const found = oncePer(({ id }: typeof ONE) => ({ id }))
    expect(found(ONE)).toBe(found(ONE))
    expect([found(ONE).id, found(OTHER).id]).toEqual(['subnet-a', 'subnet-b'])
  })

  test('for a key of a thing is one object for both, and never that of another', () => {
    const found = oncePerKey(({ id }: typeof ONE, key) => ({ text: `${id} ${key}` }))
    expect(found(ONE, 'x')).toBe(found(ONE, 'x'))
    expect([found(ONE, 'x').text, found(ONE, 'y').text, found(OTHER, 'x').text]).toEqual([
      'subnet-a x',
      'subnet-a y',
      'subnet-b x',
    ])
  })

  test('for a family is one object for each of both', () => {
    const found = oncePerFamily(({ id }: typeof ONE, family) => ({ text: `${id} ${family}` }))
    expect(found(ONE, 4)).toBe(found(ONE, 4))
    expect(found(ONE, 6)).toBe(found(ONE, 6))
    expect([found(ONE, 4).text, found(ONE, 6).text]).toEqual(['subnet-a 4', 'subnet-a 6'])
  })

  test('for a text is kept for so many texts, and right for all', () => {
    const found = oncePerText((text) => ({ text }))
    expect(found('first')).toBe(found('first'))
    for (let number = 0; number < 9_999; number++) found(String(number))
    expect(found('first')).toBe(found('first'))
    expect(found('one more')).not.toBe(found('one more'))
    expect(found('one more')).toEqual({ text: 'one more' })
  })

  test('in a map is what the map holds', () => {
    const map = new Map([['known', 1]])
    expect([inMap(map, 'known', () => 2), inMap(map, 'new', () => 3), inMap(map, 'new', () => 4)]).toEqual([1, 3, 3])
  })
})
