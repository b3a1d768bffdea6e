import { describe, expect, test } from 'vitest'
import { ABSENT, type Context, type KeyValue, present } from './context.ts'
import { resolveVariables, unknownVariables, variablesOf, withoutVariables } from './variables.ts'

const GAP = { gap: 'not-modeled', what: 'condition-keys' } as const
const VALUES: { readonly [key: string]: KeyValue } = {
  'aws:team': present('red'),
  'aws:wild': present('a*b?c$'),
  'aws:both': present('red', 'blue'),
  'aws:either': [['red'], ['blue']],
  'aws:nothing': [],
  'aws:empty': present(''),
  'aws:gap': GAP,
}
const context: Context = (key) => VALUES[key] ?? ABSENT

/** A dollar before each brace. */
function pattern(written: string): string {
  return written.replaceAll('{', '\u0024{')
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
describe('a pattern with what the request says in the place of its variables', () => {
  test.each<[written: string, resolved: string | null, text: string | null | undefined]>([
    ['plain*', 'plain*', 'plain*'],
    ['a/{aws:team}/b', 'a/red/b', 'a/red/b'],
    ['{aws:team}{AWS:Team}', 'redred', 'redred'],
    ['{ aws:team }', 'red', 'red'],
    ['{aws:team', '{aws:team', '{aws:team'],
    ['x}{aws:team}', 'x}red', 'x}red'],
    ['{*}{?}{$}', '{*}{?}{$}', '*?$'],
    ['{aws:wild}', 'a{*}b{?}c{$}', 'a*b?c$'],
    ['{aws:empty}', '', ''],
    ['a{aws:none}', null, null],
    ['{aws:team}{aws:none}', null, null],
    ["{aws:none, 'public'}", 'public', 'public'],
    ["{aws:none,'a*'}", 'a{*}', 'a*'],
    ["{aws:none , ''}", '', ''],
    ["{aws:team, 'public'}", 'red', 'red'],
    ["{ aws:team , 'public'}", 'red', 'red'],
    ["{aws:both, 'public'}", 'public', 'public'],
    ['{aws:none, public}', null, null],
    ["{aws:none, 'public}", null, null],
    ["{aws:none, public'}", null, null],
    ["{aws:none, '}", null, null],
    ['{aws:both}', null, null],
    ['{aws:either}', '{aws:either}', undefined],
    ['{aws:gap}-{aws:team}', '{aws:gap}-red', undefined],
    ["{aws:gap, 'public'}", "{aws:gap, 'public'}", undefined],
  ])('%s is %s; as a text %s', (written, resolved, text) => {
    expect(resolveVariables(pattern(written), context)).toBe(resolved === null ? null : pattern(resolved))
    expect(withoutVariables(pattern(written), context)).toBe(typeof text === 'string' ? pattern(text) : text)
  })

  test('a key of which the request says nothing at all stays', () => {
    expect(resolveVariables(pattern('{aws:nothing}'), context)).toBe(pattern('{aws:nothing}'))
  })
})

test('the keys that stand as variables, as they are written', () => {
  expect(variablesOf(pattern("a{aws:Team}/{ aws:none , 'x'}{*}{aws:gap"))).toEqual(['aws:Team', 'aws:none', '*'])
  expect(variablesOf('a')).toEqual([])
  expect(variablesOf(pattern('}{aws:team'))).toEqual([])
})

test('the variables of which nobody knows the value, each with why', () => {
  expect(unknownVariables(pattern('{aws:Gap}{aws:team}{aws:none}{aws:either}{aws:both}'), context)).toEqual([
    ['aws:Gap', GAP],
    ['aws:either', { gap: 'unresolved', expression: 'aws:either' }],
  ])
})
