import { describe, expect, it } from 'vitest'
import { sameJson } from './same-json.ts'

const same: readonly (readonly [string, string])[] = [
  ['{"a":1,"b":[true,null,"x"]}', '{"b":[true,null,"x"],"a":1}'],
  ['[]', '[]'],
  ['{}', '{}'],
  ['{"a":{"b":{"c":"d"}}}', '{"a":{"b":{"c":"d"}}}'],
]

const different: readonly (readonly [string, string])[] = [
  ['{"a":1}', '{"a":2}'],
  ['{"a":1}', '{"b":1}'],
  ['{"a":1}', '{"a":1,"b":1}'],
  ['{"a":1,"b":1}', '{"a":1}'],
  ['[1,2]', '[2,1]'],
  ['[1]', '[1,2]'],
  ['[]', '{}'],
  ['{}', '[]'],
  ['{}', 'null'],
  ['1', '"1"'],
  ['{"toString":{}}', '{"a":{}}'],
  ['{"__proto__":{}}', '{"a":{}}'],
]

describe('values of JSON are the same', () => {
  it.each(same)('%s and %s', (left, right) => {
    expect(sameJson(JSON.parse(left), JSON.parse(right))).toBe(true)
  })
})

describe('values of JSON differ', () => {
  it.each(different)('%s and %s', (left, right) => {
    expect(sameJson(JSON.parse(left), JSON.parse(right))).toBe(false)
    expect(sameJson(JSON.parse(right), JSON.parse(left))).toBe(false)
  })
})
