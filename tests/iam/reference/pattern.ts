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
  if (facts !== null && text.includes('${')) return readText(text, facts, wildcards)
  const memo = wildcards ? patterns : plainTexts
  const known = memo.get(text) ?? readText(text, null, wildcards)
  if (known !== null) memo.set(text, known)
  return known
}

/** The same few texts come again and again. */
const patterns = new Map<string, Pattern>()
const plainTexts = new Map<string, Pattern>()

function readText(text: string, facts: Facts | null, wildcards: boolean): Pattern | null {
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
  return expression(pattern, 'text').test(text)
}

export function matchesIgnoringCase(pattern: Pattern, text: string): boolean {
  return expression(pattern, 'anyCase').test(text)
}

/**
 * A wildcard stays within its segment, but for a `*` that ends one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(pattern: Pattern, arn: string): boolean {
  return expression(pattern, 'resource').test(arn)
}

type Style = 'text' | 'anyCase' | 'resource'

const expressions = { text: new WeakMap(), anyCase: new WeakMap(), resource: new WeakMap() } satisfies {
  readonly [style in Style]: WeakMap<Pattern, RegExp>
}

function expression(pattern: Pattern, style: Style): RegExp {
  const known = expressions[style].get(pattern) ?? compile(pattern, style)
  expressions[style].set(pattern, known)
  return known
}

function compile(pattern: Pattern, style: Style): RegExp {
  const parts = pattern.map((token, i) => {
    if ('character' in token) return /\w/.test(token.character) ? token.character : `\\u{${codeOf(token.character)}}`
    if (token.wildcard === '?') return '.'
    const next = pattern[i + 1]
    const endsSegment = next === undefined || ('character' in next && next.character === ':')
    return style !== 'resource' || endsSegment ? '.*' : '[^:]*'
  })
  return new RegExp(`^${parts.join('')}$`, style === 'anyCase' ? 'isu' : 'su')
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16)
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
