import { isGap } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { type KeyTests, testKey, testKeyBeyond } from './condition/key-test.ts'
import { ABSENT, type Context, foldKey, type KeyValue, present } from './context.ts'
import { foldLetters } from './fold-text.ts'
import { compileGlob, type Glob, matchGlob } from './glob.ts'
import type { Syntax } from './glob-program.ts'
import { matchPatterns, type Patterns } from './patterns.ts'
import { hasVariable, resolveVariables, unescapeWildcards, variablesOf } from './variables.ts'

/** What a statement says of keys. */
export interface Linked {
  readonly resource: Patterns | undefined
  readonly conditions: readonly KeyTests[]
}

interface Asked {
  readonly resource: string
  readonly context: Context
}

/** The keys that stand as variables in a statement, which speaks of them more than once. */
export function linkedKeysOf({ resource, conditions }: Linked): readonly string[] {
  const globs = resource?.globs.filter((glob) => glob.hasVariable) ?? []
  const tests = conditions.flatMap(({ tests }) => tests)
  const texts = [...globs.map(({ pattern }) => pattern), ...tests.flatMap(textsWithVariables)]
  if (texts.length === 0) return NONE
  const variables = texts.flatMap(variablesOf).map(foldKey)
  const spoken = [...variables, ...conditions.flatMap(({ key, tests }) => tests.map(() => key))]
  return [...new Set(variables)].filter((key) => spoken.indexOf(key) !== spoken.lastIndexOf(key))
}

const NONE: readonly string[] = Object.freeze([])

function textsWithVariables({ texts, variables }: KeyTests['tests'][number]): readonly string[] {
  return variables ? texts.filter(hasVariable) : NONE
}

/**
 * Whether the elements that speak of a linked key hold together in no case, where nobody knows anything of the key. The
 * cases are those that they can tell apart: the key is absent, or has a value that a variable would have to stand for,
 * or one that a condition names, or none of these. Where there are too many, or no list of them, it stays open: a no.
 */
export function isRefuted(key: string, linked: Linked, asked: Asked): boolean {
  if (!isGap(asked.context(key))) return false
  const about = aboutKey(key, linked)
  const cases = casesOf(key, about, asked)
  if (cases === null) return false
  const { resource, own, others } = about
  const failsFor = (value: KeyValue, testOwn: typeof testKey, telling: readonly KeyTests[]): boolean => {
    const context: Context = (wanted) => (wanted === key ? value : asked.context(wanted))
    if (resource !== undefined && matchPatterns(resource, asked.resource, context) === false) return true
    if (own !== undefined && testOwn(own, context) === false) return true
    return telling.some((tests) => testKey(tests, context) === false)
  }
  const { values, other } = cases
  return (
    failsFor(other, testKeyBeyond, knownOf(others, asked.context)) &&
    [ABSENT, ...values].every((value) => failsFor(value, testKey, others))
  )
}

/** The elements that speak of a key. */
interface About {
  readonly resource: Patterns | undefined
  /** The tests of the key. */
  readonly own: KeyTests | undefined
  /** Those of other keys with the key as a variable. */
  readonly others: readonly KeyTests[]
}

function aboutKey(key: string, { resource, conditions }: Linked): About {
  const names = (texts: readonly string[]) => texts.flatMap(variablesOf).some((name) => foldKey(name) === key)
  return {
    resource: resource !== undefined && names(resource.globs.map(({ pattern }) => pattern)) ? resource : undefined,
    own: conditions.find((tests) => tests.key === key),
    others: conditions.filter((each) => each.key !== key && names(each.tests.flatMap(textsWithVariables))),
  }
}

function knownOf(tests: readonly KeyTests[], context: Context): readonly KeyTests[] {
  return tests.filter(({ key }) => !isGap(context(key)))
}

/** To try each case takes time. */
const MANY = 128

interface Cases {
  readonly values: readonly KeyValue[]
  /** A value of which no variable and no text makes anything. */
  readonly other: KeyValue
}

function casesOf(key: string, { resource, own, others }: About, { resource: arn, context }: Asked): Cases | null {
  const pairs = [
    ...(resource?.globs ?? []).filter((glob) => glob.hasVariable).map((glob) => [wholePattern(glob), arn] as const),
    ...others.flatMap(({ key: subject, tests }) => pairsOf(tests.flatMap(textsWithVariables), context(subject))),
  ]
  const texts = own?.tests.flatMap((test) => test.texts) ?? []
  if (pairs.length + texts.length > MANY || texts.some(hasVariable)) return null
  if (own?.tests.some(({ operator }) => operator !== null && operator.quantifier !== null) === true) return null
  const values = new Set(texts)
  for (const [pattern, text] of pairs) {
    const found = whatStandsFor(key, pattern, text, context)
    if (found === null) return null
    for (const value of found) values.add(value)
  }
  const all = [own, ...others].some(ignoresCase) ? inAllCases(values) : values
  if (all.size > MANY) return null
  let other = 'other'
  while (all.has(other)) other += '-'
  return { values: [...all].map((value) => present(value)), other: present(other) }
}

function pairsOf(patterns: readonly string[], found: KeyValue): readonly (readonly [string, string])[] {
  const values = isGap(found) ? [] : found.flatMap((alternative) => alternative ?? [])
  return patterns.flatMap((pattern) => values.map((value) => [pattern, value] as const))
}

/** What AWS adds to an ARN with fewer than six fields may be any text. */
function wholePattern({ pattern, syntax }: Glob): string {
  const isWhole = !syntax.completes || pattern.replace(VARIABLES, '').split(':').length >= FIELDS
  return isWhole ? pattern : `${pattern}*`
}

const VARIABLES = /\$\{[^}]*\}/g
const FIELDS = 6

function ignoresCase(tests: KeyTests | undefined): boolean {
  return tests?.tests.some(({ operator }) => operator?.family.kind === 'string-ignore-case') === true
}

/** What the variable of a key would have to stand for if the text is to match; null: there is no list of it. */
function whatStandsFor(key: string, pattern: string, text: string, context: Context): readonly string[] | null {
  if (hasPlaceholder(pattern) || hasPlaceholder(text)) return null
  const resolved = resolveVariables(pattern, context)
  if (resolved === null) return []
  const before = plainStart(resolved)
  const at = resolved.indexOf('}', before.end) + 1
  if (before.end === resolved.length) return []
  const [name = ''] = variablesOf(resolved.slice(before.end, at))
  if (!resolved.startsWith('${', before.end) || foldKey(name) !== key) return null
  const start = before.text.length
  if (foldLetters(text.slice(0, start)) !== foldLetters(before.text)) return []
  if (text.length - start > MANY) return null
  const rest = compileGlob(resolved.slice(at), ANY_CASE)
  const found: string[] = []
  for (let end = start; end <= text.length; end++) {
    if (matchGlob(rest, foldLetters(text.slice(end))) !== false) found.push(text.slice(start, end))
  }
  return found
}

const ANY_CASE: Syntax = { fold: true, variables: true, arn: false, completes: false }

/** What comes before the first wildcard or variable, and where that is. */
function plainStart(pattern: string): { readonly text: string; readonly end: number } {
  const close = pattern.lastIndexOf('}')
  const specials = [...pattern.matchAll(SPECIAL)]
  const first = specials.find(({ 0: special, index }) => (special === '${' ? index < close : special.length === 1))
  const end = first?.index ?? pattern.length
  return { text: unescapeWildcards(pattern.slice(0, end)), end }
}

/** A wildcard that is a mere character, the start of a variable, or a wildcard. */
const SPECIAL = /\$\{[*?$]\}|\$\{|[*?]/g

/** Each text in all that differ from it in upper and lower case; those with many letters make too many. */
function inAllCases(texts: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const text of texts) {
    let written = ['']
    for (const char of foldLetters(text)) {
      const upper = /[a-z]/.test(char) ? [char, char.toUpperCase()] : [char]
      written = upper.flatMap((each) => written.map((start) => start + each))
      if (written.length > MANY) break
    }
    for (const each of written) all.add(each)
    if (all.size > MANY) break
  }
  return all
}
