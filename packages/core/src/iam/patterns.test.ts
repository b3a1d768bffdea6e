import { describe, expect, test } from 'vitest'
import { ABSENT, type Context, present } from './context.ts'
import { ACTION, compilePatterns, matchPatterns, resourceSyntax } from './patterns.ts'
import type { Truth } from './truth.ts'

const RESOURCE = resourceSyntax(false, true)
const GAP = { gap: 'unresolved', expression: '!Ref Bucket' } as const
const CONFIG = 'arn:aws:s3:::config'
const team = '\u0024{aws:team}'

function resources(positive: unknown, negative?: unknown) {
  return compilePatterns('Resource', positive, negative, RESOURCE)
}

describe('what is no action or resource is named', () => {
  test.each<[Parameters<typeof compilePatterns>, faults: readonly string[]]>([
    [['Action', undefined, undefined, ACTION], ['Action']],
    [['Action', 's3:*', 's3:*', ACTION], ['NotAction, Action']],
    [['Action', [], undefined, ACTION], ['Action []']],
    [['Resource', undefined, [], RESOURCE], ['NotResource []']],
    [['Action', ['s3:*', '*', '«Action»'], undefined, ACTION], []],
    [
      ['Action', ['GetObject', 's3:*', 5, null], undefined, ACTION],
      ['Action "GetObject"', 'Action 5', 'Action null'],
    ],
    [['Resource', ['*', 'arn:aws:s3:::x', '«Bucket»', GAP], undefined, RESOURCE], []],
    [['Resource', undefined, ['x', 's3:::x', `${team}:x`], RESOURCE], ['x', 's3:::x', `${team}:x`].map(notResource)],
  ])('%j', (written, faults) => {
    expect(compilePatterns(...written).faults).toEqual(faults)
  })

  test('and leaves open what a missing element says', () => {
    expect(matchPatterns(resources(undefined), CONFIG)).toBeUndefined()
    expect(matchPatterns(resources('*', '*'), CONFIG)).toBeUndefined()
    expect(matchPatterns(resources([]), CONFIG)).toBeUndefined()
  })
})

function notResource(text: string): string {
  return `NotResource ${JSON.stringify(text)}`
}

describe('one of the patterns must match, of those behind Not none', () => {
  test.each<[written: unknown, matches: Truth, not: Truth]>([
    [CONFIG, true, false],
    ['arn:aws:s3:::logs', false, true],
    [['arn:aws:s3:::logs', CONFIG], true, false],
    [[GAP, CONFIG], true, false],
    [[GAP, 'arn:aws:s3:::logs'], undefined, undefined],
    [['arn:aws:s3:::«Name»', 'arn:aws:s3:::logs'], undefined, undefined],
    [['arn:aws:s3:::«Name»', '*'], true, false],
  ])('%j', (written, matches, not) => {
    expect(matchPatterns(resources(written), CONFIG)).toBe(matches)
    expect(matchPatterns(resources(undefined, written), CONFIG)).toBe(not)
  })

  test('what is not known is told', () => {
    expect(resources([GAP, '*', { ...GAP, expression: '!Ref Logs' }]).gaps).toEqual([
      GAP,
      { ...GAP, expression: '!Ref Logs' },
    ])
  })
})

describe('a variable stands for what each request says', () => {
  const of =
    (value: string | null): Context =>
    (key) =>
      key === 'aws:team' && value !== null ? present(value) : ABSENT

  test('of one policy after another request', () => {
    const patterns = resources(`${CONFIG}/${team}/*`)
    const asked = (value: string | null) => matchPatterns(patterns, `${CONFIG}/red/x`, of(value))
    expect(['red', 'red', 'blue', null, 'red', '*'].map(asked)).toEqual([true, true, false, false, true, false])
  })

  test('behind Not, a variable without a value excepts nothing', () => {
    expect(matchPatterns(resources(undefined, `${CONFIG}/${team}/*`), `${CONFIG}/red/x`, of(null))).toBe(true)
  })
})

test('policies that name the same action share its pattern, and patterns are not kept for ever', () => {
  const patternOf = (action: string) => compilePatterns('Action', action, undefined, ACTION).globs[0]
  const first = patternOf('s3:GetObject')
  expect(patternOf('s3:GetObject')).toBe(first)
  for (let i = 0; i < 10_000; i++) patternOf(`s3:Get${i}`)
  expect(patternOf('s3:GetObject')).not.toBe(first)
})
