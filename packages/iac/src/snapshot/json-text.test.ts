import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineAndColumn, measureJson, visitJson } from './json-text.ts'

function faultOf(text: string) {
  return visitJson(text, null, () => null)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('visitJson', () => {
  test.each([
    ['', 0, ['value'], null],
    ['  ', 2, ['value'], null],
    ['{', 1, ['"key"', '}'], null],
    ['{"a": 1', 7, [',', '}'], null],
    ['{"a": 1,}', 8, ['"key"'], '}'],
    ["{'a': 1}", 1, ['"key"', '}'], "'"],
    ['{a: 1}', 1, ['"key"', '}'], 'a'],
    ['{"a" 1}', 5, [':'], '1'],
    ['{"a": }', 6, ['value'], '}'],
    ['{"a": 1 "b": 2}', 8, [',', '}'], '"'],
    ['[1, 2', 5, [',', ']'], null],
    ['[1,]', 3, ['value'], ']'],
    ['[1 2]', 3, [',', ']'], '2'],
    ['{} {}', 3, ['end of file'], '{'],
    ['// no', 0, ['value'], '/'],
    ['[undefined]', 1, ['value'], 'undefined'],
    ['[tru]', 1, ['value'], 'tru'],
    ['[01]', 2, [',', ']'], '1'],
    ['"a', 2, ['"'], null],
    ['"a\nb"', 2, ['"'], '"\\n"'],
    ['"\\x"', 1, ['\\\\', '\\"', '\\n', '\\u0000'], '\\'],
    ['[\u{1F600}]', 1, ['value'], '\u{1F600}'],
  ])('%j fails at %i', (text, offset, expected, found) => {
    expect(faultOf(text)).toEqual({ offset, expected, found })
  })

  test('takes what JSON.parse takes', () => {
    fc.assert(fc.property(fc.json(), (text) => faultOf(text) === null))
    fc.assert(fc.property(fc.jsonValue(), (value) => faultOf(JSON.stringify(value, null, '\t')) === null))
  })

  test('refuses what JSON.parse refuses', () => {
    const edit = fc.record({ at: fc.nat(200), drop: fc.nat(3), put: fc.string({ unit: 'grapheme', maxLength: 3 }) })
    const symbols = fc.constantFrom(...'{}[]",:\\ \n-+.eE0u\'tn\u0001')
    fc.assert(
      fc.property(fc.json(), edit, fc.array(symbols, { maxLength: 3 }), (text, { at, drop, put }, more) => {
        const start = at % (text.length + 1)
        const changed = text.slice(0, start) + put + more.join('') + text.slice(start + drop)
        expect(faultOf(changed) === null).toBe(isJson(changed))
      }),
      { numRuns: 2000 },
    )
  })

  test('tells where every value and its key starts', () => {
    const seen: unknown[] = []
    const text = '{ "a": [1, {"b\\n": true}] }'
    visitJson<string>(text, '', (parent, key, start, keyStart) => {
      seen.push([`${parent}/${key}`, text.slice(start, start + 4), text.slice(keyStart, keyStart + 2)])
      return `${parent}/${key}`
    })
    expect(seen).toEqual([
      ['/a', '[1, ', '"a'],
      ['/a/0', '1, {', '1,'],
      ['/a/1', '{"b\\', '{"'],
      ['/a/1/b\n', 'true', '"b'],
    ])
  })
})

describe('measureJson', () => {
  test.each([
    ['{"a": {"b": [":", "\\":", "\\\\"]}}', 2],
    ['[]', 0],
    ['"{:"', 0],
  ])('%s has %i members', (text, members) => {
    expect(measureJson(text, 64)).toEqual({ members, tooDeepAt: null })
  })

  test('counts as JSON.parse does', () => {
    const count = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.values(value).reduce<number>(
            (sum, part) => sum + count(part),
            Array.isArray(value) ? 0 : Object.keys(value).length,
          )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(measureJson(JSON.stringify(value), 1000).members).toBe(count(JSON.parse(JSON.stringify(value))))
      }),
    )
  })

  test('stops where a text is deeper than the limit', () => {
    expect(measureJson('[[{"a": []}]]', 3)).toEqual({ members: 1, tooDeepAt: 8 })
    expect(measureJson('['.repeat(10_000_000), 64).tooDeepAt).toBe(64)
    expect(measureJson('[["[[[["]]', 2).tooDeepAt).toBe(null)
  })
})

describe('lineAndColumn', () => {
  test.each([
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['a\nbc', 2, 2, 1],
    ['a\r\nbc\n', 4, 2, 2],
    ['a\nb\n', 4, 3, 1],
  ])('%j at %i is line %i, column %i', (text, offset, line, column) => {
    expect(lineAndColumn(text, offset)).toEqual({ line, column })
  })
})
