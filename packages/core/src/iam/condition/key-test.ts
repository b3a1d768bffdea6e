import { isGap } from '../../model/known.ts'
import type { Context } from '../context.ts'
import { both, either, not, type Truth } from '../truth.ts'
import { withoutVariables } from '../variables.ts'
import type { Operator } from './operator.ts'
import type { Wanted } from './wanted.ts'

/** One operator with the values that it asks of a key. */
export interface KeyTest {
  /** Null: the `Null` operator. */
  readonly operator: Operator | null
  readonly texts: readonly string[]
  readonly wanted: readonly Wanted[]
  /** Whether some of the values are not known. */
  readonly open: boolean
  /** Whether `${…}` is a variable. */
  readonly variables: boolean
}

/** All that a statement asks of one key. */
export interface KeyTests {
  /** Folded. */
  readonly key: string
  readonly written: string
  readonly tests: readonly KeyTest[]
}

/** All tests must hold, for what the request says of the key. */
export function testKey({ key, tests }: KeyTests, context: Context): Truth {
  const found = context(key)
  if (isGap(found)) return same(holdAll(tests, null, context), holdForAny(tests, context))
  let answer: Truth | null = null
  for (const values of found) {
    const held = holdAll(tests, values, context)
    answer = answer === null ? held : same(answer, held)
  }
  return answer ?? undefined
}

/**
 * The same for a value that stands for all but those that the request's resource, other keys and the texts of the tests
 * tell apart: what a wildcard makes of them is open.
 */
export function testKeyBeyond({ key, tests }: KeyTests, context: Context): Truth {
  const found = context(key)
  const [values] = isGap(found) ? [] : found
  let truth: Truth = true
  for (const test of tests) {
    truth = both(truth, isPlain(test) ? holds(test, values ?? null, context) : holdsForAny(test, context))
  }
  return truth
}

/** Whether the test tells apart nothing but its texts. */
function isPlain({ operator, texts }: KeyTest): boolean {
  if (operator === null) return true
  const { kind } = operator.family
  return kind.startsWith('string') && !(kind === 'string-like' && texts.some((text) => /[*?]/.test(text)))
}

function same(left: Truth, right: Truth): Truth {
  return left === right ? left : undefined
}

function holdAll(tests: readonly KeyTest[], values: readonly string[] | null, context: Context): Truth {
  let truth: Truth = true
  for (const test of tests) truth = both(truth, holds(test, values, context))
  return truth
}

/** @param values null: the key is absent; no value counts as absent, too */
function holds(test: KeyTest, values: readonly string[] | null, context: Context): Truth {
  const { operator } = test
  const isAbsent = values === null || values.length === 0
  if (operator === null) return isNull(test, isAbsent)
  const { quantifier, negated, ifExists } = operator
  if (isAbsent) return ifExists || quantifier === 'all' || (negated && quantifier === null)
  if (quantifier === 'all' && values.length === 1 && values[0] === '') return true
  let all: Truth = true
  let any: Truth = false
  for (const value of values) {
    const matched = matches(test, value, context)
    const held = negated ? not(matched) : matched
    all = both(all, held)
    any = either(any, held)
  }
  // Without a set operator, what several values say is not documented where they do not agree.
  return quantifier === 'all' ? all : quantifier === 'any' ? any : same(all, any)
}

function isNull({ texts, open }: KeyTest, isAbsent: boolean): Truth {
  if (texts.includes(isAbsent ? 'true' : 'false')) return true
  return open ? undefined : false
}

function matches({ wanted, open }: KeyTest, value: string, context: Context): Truth {
  let truth: Truth = open ? undefined : false
  for (const each of wanted) truth = either(truth, each(value, context))
  return truth
}

/** For a key that is there with nobody knows which value. */
function holdForAny(tests: readonly KeyTest[], context: Context): Truth {
  let truth: Truth = true
  for (const test of tests) truth = both(truth, holdsForAny(test, context))
  const telling = tests.filter((test) => holdsForAny(test, context) === undefined)
  if (truth !== undefined || telling.length < 2) return truth
  const samples = samplesOf(telling, context)
  if (samples === null) return undefined
  const answers = samples.map((value) => holdAll(telling, [value], context))
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined
}

function holdsForAny(test: KeyTest, context: Context): Truth {
  const { operator, texts, open, variables } = test
  if (operator === null) return isNull(test, false)
  const { family, negated } = operator
  if (texts.some((text) => family.isAny?.(text) === true)) return !negated
  // What has no value is what no value can be.
  const isNone = !open && variables && texts.every((text) => withoutVariables(text, context) === null)
  return isNone ? negated : undefined
}

/** To try each value against all others takes time that grows with their square. */
const MANY = 64

/** Values that stand for all that a key with one value could be; null: there is no such list. */
function samplesOf(tests: readonly KeyTest[], context: Context): readonly string[] | null {
  const family = tests[0]?.operator?.family
  const alike = tests.every(
    ({ operator }) => operator !== null && operator.quantifier === null && operator.family.kind === family?.kind,
  )
  if (!alike) return null
  const texts: string[] = []
  for (const { texts: written, variables } of tests) {
    for (const text of written) {
      const plain = variables ? withoutVariables(text, context) : text
      if (plain === undefined || texts.length >= MANY) return null
      if (plain !== null) texts.push(plain)
    }
  }
  return family?.samples?.(texts) ?? null
}
