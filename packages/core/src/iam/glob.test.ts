import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileGlob, matchGlob } from './glob.ts'
import type { Syntax } from './glob-program.ts'
import { ACTION, resourceSyntax } from './patterns.ts'
import type { Truth } from './truth.ts'

const RESOURCE = resourceSyntax(false, true)
const IDENTITY = resourceSyntax(true, true)
const PLAIN: Syntax = { fold: false, variables: false, arn: false, completes: false }

function match(pattern: string, text: string, syntax: Syntax = PLAIN): Truth {
  return matchGlob(compileGlob(pattern, syntax), text)
}

describe('a pattern', () => {
  test.each<[pattern: string, text: string, expected: Truth]>([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'aa', false],
    ['', '', true],
    ['*', '', true],
    ['?', '', false],
    ['?', '😀', true],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*c', 'abbc', true],
    ['**', 'x', true],
    ['*ab*ab', 'abab', true],
    ['*ab*ab', 'ab', false],
    ['a.c', 'abc', false],
    ['«a', '«a', true],
  ])('%s against %s: %s', (pattern, text, expected) => {
    expect(match(pattern, text)).toBe(expected)
  })
})

describe('placeholders', () => {
  test.each<[pattern: string, text: string, expected: Truth]>([
    ['«a»', '«a»', true],
    ['«a»', '«b»', undefined],
    ['«a»', 'x', undefined],
    ['x', '«a»', undefined],
    ['x«a»', 'y«a»', false],
    ['*', '«a»', true],
    ['x*', 'x«a»', true],
    ['*x', '«a»x', true],
    ['*«a»*', 'x«a»y', true],
    ['?', '«a»', undefined],
    ['«a»x', 'x«a»', undefined],
    ['«a»1', '«a»2', false],
    ['x-«AWS::Region»-one/*', 'x-«AWS::Region»-two/y', false],
    ['x-«AWS::Region»-one/*', 'x-«AWS::AccountId»-two/y', undefined],
    ['x-«AWS::Region»-*', 'x-«AWS::Region»-two/y', true],
    ['x-«AWS::Region»-o*', 'x-«AWS::Region»-«b»', undefined],
    ['x-«a»-one/*', 'x-«a»-two/y', undefined],
    ['a«x»*', 'a«x»', true],
    ['*a', '«x»b', false],
    ['*a*', '«x»b', undefined],
    ['«AWS::Region»*y', '«AWS::Region»*x«w»', undefined],
    ['«AWS::Region»?y', '«AWS::Region»?x«w»', false],
    ['«AWS::Region»\u0024{a}', '«AWS::Region»\u0024{b}«w»', false],
    ['«AWS::Region»-one', 'x-«AWS::Region»-two', false],
    ['«AWS::Region', '«AWS::Region', true],
    ['«AWS::Region', '«AWS::Region»', undefined],
    ['«AWS::Region»«x»a', '«AWS::Region»«y»b', false],
    ['a?b*', 'a«x»', undefined],
    ['a*b?', 'axbc', true],
    ['ab?', 'abcd', false],
  ])('%s against %s: %s', (pattern, text, expected) => {
    expect(match(pattern, text)).toBe(expected)
  })

  test('keep their case in actions', () => {
    expect(match('S3:«A»', 's3:«A»', ACTION)).toBe(true)
    expect(match('S3:«a»', 's3:«A»', ACTION)).toBeUndefined()
    expect(match('s3:«AWS::Region»Get*', 's3:«AWS::Region»put«x»', ACTION)).toBe(false)
    expect(match('s3:«AWS::Region»Get*', 's3:«AWS::Region»get«x»', ACTION)).toBe(true)
  })

  test('that are the same at the start leave the variable and the fields behind them', () => {
    const variables = { ...PLAIN, variables: true }
    expect(match('«AWS::Region»\u0024{a}y', '«AWS::Region»\u0024{a}x«w»', variables)).toBeUndefined()
    const task = 'arn:aws:ecs:«AWS::Region»:1:a:b:c/d'
    expect(match('arn:aws:ecs:«AWS::Region»:1:a*c/«x»', task, RESOURCE)).toBeUndefined()
    expect(match('arn:aws:ecs:«AWS::Region»', task, IDENTITY)).toBeUndefined()
    expect(match('arn:aws:ecs:«AWS::Region»:1:b/«x»', task, IDENTITY)).toBe(false)
  })
})

describe('variables of which nobody knows the value, and characters that are written as variables', () => {
  test.each<[pattern: string, text: string, expected: Truth]>([
    ['x{a}y', 'xy', undefined],
    ['x{a}y', 'x-y', undefined],
    ['x{a}y', 'xz', false],
    ['x{a}', 'y', false],
    ['{a}', '«a»', undefined],
    ['{a}«b»', '«b»', undefined],
    ['x{*}', 'x*', true],
    ['x{*}', 'xy', false],
    ['x{?}', 'x?', true],
    ['x{?}y', 'xzy', false],
    ['{$}x*', '$xy', true],
    ['{$}x', 'yx', false],
    ['x{a', 'x{a', true],
    ['}x{*}', '}x*', true],
  ])('%s against %s: %s', (pattern, text, expected) => {
    const written = (brace: string) => brace.replaceAll('{', '\u0024{')
    expect(match(written(pattern), written(text), { ...PLAIN, variables: true })).toBe(expected)
  })

  test('may hold colons', () => {
    expect(match('arn:\u0024{a}?z', 'arn:p:s:r:1:a:z', RESOURCE)).toBeUndefined()
    expect(match('arn:aws:s3:\u0024{a}', 'arn:aws:s3:::x', IDENTITY)).toBeUndefined()
  })
})

describe('an ARN', () => {
  const queue = 'arn:aws:sqs:us-east-1:111122223333:a:b'
  test.each<[pattern: string, expected: Truth]>([
    ['arn:aws:sqs:*:*:a:b', true],
    ['arn:aws:sqs:*', true],
    ['arn:aws:s*', true],
    ['arn:*', true],
    ['arn:aws:sqs:*:a:b', true],
    ['arn:aws:sqs:us-*-1:111122223333:a:b', true],
    ['arn:aws:sqs:us-*3:a:b', false],
    ['arn:aws:sqs?us-east-1:111122223333:a:b', false],
    ['arn:aws:sqs:us-east-1:111122223333:a?b', true],
    ['arn:aws:sqs:us-east-1:111122223333:*b', true],
    ['arn:aws:sqs:«R»:*:a:b', undefined],
    ['arn:aws:sqs:«R»*3:a:b', undefined],
    ['arn:aws:sqs:*«R»', undefined],
    ['«X»?111122223333:a:b', undefined],
    ['arn:aws:sqs:us-east-1:111122223333', false],
    ['arn:aws:*:us-*3:a:b', false],
    ['arn:aws:*:us-east?1:111122223333:a?b', true],
    ['arn:aws:s?s:us-east-1?111122223333:a:b', false],
    ['arn:aws:«S»*3:a:b', undefined],
  ])('of a queue is matched by %s: %s', (pattern, expected) => {
    expect(match(pattern, queue, RESOURCE)).toBe(expected)
  })

  test('of an identity policy is completed', () => {
    expect(match('arn:aws:sqs', queue, IDENTITY)).toBe(true)
    expect(match('arn:aws:sqs:us-east-1:111122223333', queue, IDENTITY)).toBe(true)
    expect(match('arn:aws:sns', queue, IDENTITY)).toBe(false)
    expect(match('arn:aws:sqs:«R»', queue, IDENTITY)).toBeUndefined()
  })

  test('of an identity policy with colons of its own is complete', () => {
    expect(match('arn:aws:sqs:us-east-1:111122223333:a', queue, IDENTITY)).toBe(false)
    expect(match('arn:aws:s?s:us-east-1:111122223333:a', queue, IDENTITY)).toBe(false)
    expect(match('arn:aws:s?s', queue, IDENTITY)).toBe(true)
    expect(match('arn:aws:s?s:*', queue, IDENTITY)).toBe(true)
    expect(match('arn:aws:s?', queue, IDENTITY)).toBe(false)
    expect(match(queue, queue, IDENTITY)).toBe(true)
    expect(match(queue, `${queue}:c`, IDENTITY)).toBe(false)
    expect(match(`${queue}:c?`, `${queue}:cd`, IDENTITY)).toBe(true)
    expect(match(`${queue}:c?`, `${queue}:cd:e`, IDENTITY)).toBe(false)
  })

  test.each<[pattern: string, text: string, expected: Truth]>([
    ['arn:aws:sqs:«R»*3:1:a', 'arn:aws:sqs:«R»x3:1:a', true],
    ['arn:aws:sqs:«R»*3:1:a', 'arn:aws:sqs:«R»:3:1:a', undefined],
    ['arn:aws:sqs:«R»?3:1:a', 'arn:aws:sqs:«R»x3:1:a', true],
    ['arn:aws:sqs:«R»?3:1:a', 'arn:aws:sqs:«R»:3:1:a', undefined],
    ['arn:aws:sqs:«R»?3:1:a', 'arn:aws:sqs:eu-west-13:1:a', undefined],
    ['arn:aws:sqs:«R»?3:1:a', 'arn:aws:sqs:eu-west-14:1:a', false],
    ['arn:aws:sqs:«R»*:1:a', 'arn:aws:sqs:«R»:x:1:a', true],
    ['arn:aws:sqs:u*«R»:1:a', 'arn:aws:sqs:ux«R»:1:a', true],
  ])('with a placeholder in a field, as a wildcard may go on: %s against %s: %s', (pattern, text, expected) => {
    expect(match(pattern, text, RESOURCE)).toBe(expected)
  })

  test('of a policy without variables has the same fields', () => {
    expect(match('arn:aws:sqs', queue, resourceSyntax(true, false))).toBe(true)
    expect(match('arn:aws:sqs', queue, resourceSyntax(false, false))).toBe(false)
    expect(match('arn:aws:s*s:us-*-1:111122223333:a', queue, resourceSyntax(false, false))).toBe(false)
    expect(match('arn:aws:sqs:us*3:a:b', queue, resourceSyntax(false, false))).toBe(false)
    expect(match('ARN:aws:sqs:*', queue, resourceSyntax(false, false))).toBe(false)
    expect(match('arn:aws:sqs:*:\u0024{b}', 'arn:aws:sqs:::\u0024{b}', resourceSyntax(false, false))).toBe(true)
  })

  test.each<[text: string, expected: Truth]>([
    ['x-AbCdEf', true],
    ['x-a:b:cd', true],
    ['x-AbCdE', false],
    ['x-AbCdEfg', false],
    ['y-AbCdEf', false],
    ['x-😀😀😀', false],
    ['x-😀bCdEf', true],
    ['x-😀😀😀😀😀😀', true],
    ['x-«Id»', undefined],
    ['x-«Ids»f', undefined],
  ])('with a character for each of the last marks: %s: %s', (text, expected) => {
    const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:'
    for (const syntax of [RESOURCE, IDENTITY]) {
      expect(match(`${secret}x-??????`, `${secret}${text}`, syntax)).toBe(expected)
    }
  })

  test('does not match what is no ARN', () => {
    expect(match('arn:*', '*', RESOURCE)).toBe(false)
    expect(match('arn:aws:ecr:*', '*', IDENTITY)).toBe(false)
  })
})

/** The rules as they are told, slowly: whether `pattern` from `i`, in its field `colons`, matches `text` from `j`. */
function slow(pattern: readonly string[], text: readonly string[], arn: boolean, i = 0, j = 0, colons = 0): boolean {
  const [code, next] = [pattern[i], pattern[i + 1]]
  if (code === undefined) return j === text.length
  const bounded = arn && colons < 5 && !(code === '*' && (next === undefined || next === ':' || next === '*'))
  const stands = j < text.length && !(bounded && text[j] === ':')
  if (code === '*') {
    return slow(pattern, text, arn, i + 1, j, colons) || (stands && slow(pattern, text, arn, i, j + 1, colons))
  }
  const passes = code === '?' ? stands : code === text[j]
  return passes && slow(pattern, text, arn, i + 1, j + 1, colons + (code === ':' ? 1 : 0))
}

/** `FARSIGHT_RUNS` asks more or fewer. */
const RUNS = Number(process.env.FARSIGHT_RUNS ?? 1000)

const patternText = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 9 })
const plainText = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 9 })

test('a glob agrees with the slow reading of the rules', () => {
  fc.assert(
    fc.property(patternText, plainText, fc.boolean(), (written, text, arn) => {
      const pattern = written.replace(/\*+/g, '*')
      expect(match(pattern, text, { ...PLAIN, arn })).toBe(slow([...pattern], [...text], arn))
    }),
    { numRuns: 2 * RUNS },
  )
})

const HOLES = ['«x»', '«y»']
const openPattern = fc.array(fc.constantFrom('a', ':', '*', '?', ...HOLES), { maxLength: 8 })
const openText = fc.array(fc.constantFrom('a', 'b', ':', ...HOLES), { maxLength: 8 })
const FILLINGS = ['', 'a', ':', 'b', 'ab', ':a', 'a:', '*', '?', 'a:b:a:b:a:']

test('what is said of placeholders holds for each of their contents', () => {
  fc.assert(
    fc.property(openPattern, openText, fc.boolean(), fc.boolean(), (pattern, text, arn, completes) => {
      const syntax = { ...PLAIN, arn, completes }
      const said = match(pattern.join(''), text.join(''), syntax)
      if (said === undefined) return
      const contradictions = FILLINGS.flatMap((x) => FILLINGS.map((y) => [x, y] as const)).filter(([x, y]) => {
        const fill = (parts: readonly string[]) => parts.join('').replaceAll('«x»', x).replaceAll('«y»', y)
        return match(fill(pattern), fill(text), syntax) !== said
      })
      expect(contradictions).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('each of many patterns may be longer than the one before', () => {
  const lengths = Array.from({ length: 9 }, (_, i) => 2000 + i)
  expect(lengths.map((length) => match(`?${'a'.repeat(length)}`, 'a'.repeat(length + 1)))).toEqual(
    lengths.map(() => true),
  )
})

describe('a hostile input costs no more than the product of its lengths:', () => {
  const many = 400
  test.each<[what: string, pattern: string, text: string]>([
    ['stars that all fail at the end', '*a'.repeat(many), `${'a'.repeat(many)}b`],
    ['stars and question marks', '*?'.repeat(many), 'a'.repeat(many)],
    ['one long run after a star', `*${'a'.repeat(many)}b`, 'a'.repeat(many)],
    ['stars within fields', `arn:aws:s*${'a*'.repeat(many)}b:r:1:x`, `arn:aws:s${'a'.repeat(many)}:r:1:x`],
    ['placeholders on both sides', '«x»a'.repeat(many / 4), '«y»b'.repeat(many / 4)],
    ['variables', `arn:aws:s3:::${'a\u0024{b}'.repeat(many / 4)}`, `arn:aws:s3:::${'ab'.repeat(many)}`],
    ['placeholders that are not closed', '«'.repeat(many), '«'.repeat(many)],
  ])('%s', (_, pattern, text) => {
    const meter = { steps: 0 }
    matchGlob(compileGlob(pattern, RESOURCE), text, meter)
    expect(meter.steps).toBeGreaterThan(0)
    expect(meter.steps).toBeLessThanOrEqual(2 * (pattern.length + 1) * (text.length + 1))
  })

  test('stars make it cheap, not dear', () => {
    const meter = { steps: 0 }
    expect(matchGlob(compileGlob('*ab'.repeat(many), PLAIN), 'ab'.repeat(many), meter)).toBe(true)
    expect(meter.steps).toBeLessThan(20 * many)
  })
})
