import { type Facts, singleValue } from './facts.ts'

/** A text of a policy, character by character: wildcards are apart from characters that look like them. */
export type Pattern = readonly Token[]

type Token = { readonly character: string } | { readonly wildcard: '*' | '?' }

interface Reading {
  /** Null: the language version has no variables. */
  readonly facts: Facts | null
  readonly wildcards: boolean
}

/**
 * Null: a variable has no value, so the text is like nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPattern(text: string, { facts, wildcards }: Reading): Pattern | null {
  const pattern: Token[] = []
  for (let rest = text; rest !== ''; ) {
    const variable = facts === null ? null : /^\$\{([^}]*)\}/.exec(rest)
    if (facts !== null && variable !== null) {
      const value = valueOfVariable(variable[1] ?? '', facts)
      if (value === null) return null
      pattern.push(...[...value].map((character) => ({ character })))
      rest = rest.slice(variable[0].length)
      continue
    }
    const [character = ''] = rest
    const isWildcard = wildcards && (character === '*' || character === '?')
    pattern.push(isWildcard ? { wildcard: character } : { character })
    rest = rest.slice(character.length)
  }
  return pattern
}

function valueOfVariable(variable: string, facts: Facts): string | null {
  if (variable === '*' || variable === '?' || variable === '$') return variable
  const withDefault = /^(.*), '(.*)'$/.exec(variable)
  const value = singleValue(facts, withDefault?.[1] ?? variable)
  return value ?? withDefault?.[2] ?? null
}

/** The names of the keys that stand as variables in a text. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)]
    .map(([, inner = '']) => inner.replace(/, '.*'$/, ''))
    .filter((key) => !['*', '?', '$'].includes(key))
}

export function matches(pattern: Pattern, text: string): boolean {
  return expressionOf(pattern, () => '.*').test(text)
}

export function matchesIgnoringCase(pattern: Pattern, text: string): boolean {
  return new RegExp(expressionOf(pattern, () => '.*').source, 'isu').test(text)
}

/**
 * A wildcard stays within its segment, but for a `*` that ends one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(pattern: Pattern, arn: string): boolean {
  return expressionOf(pattern, (next) => (next === undefined || next === ':' ? '.*' : '[^:]*')).test(arn)
}

function expressionOf(pattern: Pattern, star: (next: string | undefined) => string): RegExp {
  const parts = pattern.map((token, i) => {
    if ('character' in token) return token.character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')
    if (token.wildcard === '?') return '.'
    const next = pattern[i + 1]
    return star(next === undefined ? undefined : 'character' in next ? next.character : next.wildcard)
  })
  return new RegExp(`^${parts.join('')}$`, 'su')
}

/**
 * The six parts of an ARN, each compared by itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: Pattern, arn: string): boolean {
  const [first, ...more] = pattern
  if (first !== undefined && 'wildcard' in first && first.wildcard === '*' && more.length === 0) return true
  const wanted = sixParts(pattern, (token) => 'character' in token && token.character === ':')
  const found = sixParts([...arn], (character) => character === ':')
  if (wanted === null || found === null) return false
  return wanted.every((part, i) => matches(part, (found[i] ?? []).join('')))
}

function sixParts<T>(list: readonly T[], isColon: (item: T) => boolean): readonly (readonly T[])[] | null {
  const parts: T[][] = [[]]
  for (const item of list) {
    if (isColon(item) && parts.length < 6) parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts.length === 6 ? parts : null
}
