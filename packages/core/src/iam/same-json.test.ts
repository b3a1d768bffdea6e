import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameJson } from './same-json.ts'

test('what is the same JSON text is the same, and nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      expect(sameJson(left, structuredClone(left))).toBe(true)
      // JSON knows no minus zero.
      const [one, other] = [JSON.stringify(left), JSON.stringify(right)]
      expect(sameJson(JSON.parse(one), JSON.parse(other))).toBe(one === other)
    }),
  )
})

test('deep documents are never the same, and do no harm', () => {
  const deep = () => {
    let value: unknown = {}
    for (let level = 0; level < 100_000; level++) value = [value]
    return value
  }
  expect(sameJson(deep(), deep())).toBe(false)
})
