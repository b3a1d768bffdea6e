import type { Facts } from './facts.ts'
import { isInRange } from './ip-range.ts'
import { matches, matchesArn, matchesIgnoringCase, readPattern } from './pattern.ts'
import { instantOf, numberOf } from './quantity.ts'

/** One operator with one key and the values that a policy asks of it. */
export interface Test {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

export function testsOf(condition: unknown): readonly Test[] {
  return Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat().map(String) })),
  )
}

/**
 * All tests of a condition must hold.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function holds({ operator, key, values: wanted }: Test, facts: Facts, hasVariables: boolean): boolean {
  const values = facts.get(key.toLowerCase())
  if (operator === 'Null') return wanted.some((text) => (text === 'true') === (values === undefined))
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? []
  const comparison = COMPARISONS[name]
  if (comparison === undefined) throw new Error(`no operator ${operator}`)
  if (values === undefined) {
    if (ifExists !== undefined || set === 'ForAllValues:') return true
    return set === undefined && comparison.negated
  }
  const isWanted = (value: string) =>
    wanted.some((text) => comparison.compare(value, text, hasVariables ? facts : null)) !== comparison.negated
  if (set === 'ForAllValues:') return values.every(isWanted)
  if (set === undefined && values.length > 1)
    throw new Error(`${key} is multivalued: ${operator} is not documented for it`)
  return values.some(isWanted)
}

/** @param facts null: a policy of a version without variables */
type Compare = (value: string, wanted: string, facts: Facts | null) => boolean

const equal: Compare = (value, wanted, facts) => {
  const pattern = readPattern(wanted, { facts, wildcards: false })
  return pattern !== null && matches(pattern, value)
}
const equalIgnoringCase: Compare = (value, wanted, facts) => {
  const pattern = readPattern(wanted, { facts, wildcards: false })
  return pattern !== null && matchesIgnoringCase(pattern, value)
}
const like: Compare = (value, wanted, facts) => {
  const pattern = readPattern(wanted, { facts, wildcards: true })
  return pattern !== null && matches(pattern, value)
}
const likeArn: Compare = (value, wanted, facts) => {
  const pattern = readPattern(wanted, { facts, wildcards: true })
  return pattern !== null && matchesArn(pattern, value)
}
const same: Compare = (value, wanted) => value === wanted
const inRange: Compare = (value, wanted) => isInRange(value, wanted)

function ordered(read: (text: string) => number | null, order: (value: number, wanted: number) => boolean): Compare {
  return (value, wanted) => {
    const [left, right] = [read(value), read(wanted)]
    return left !== null && right !== null && order(left, right)
  }
}

interface Comparison {
  readonly compare: Compare
  readonly negated: boolean
}

const is = (compare: Compare): Comparison => ({ compare, negated: false })
const isNot = (compare: Compare): Comparison => ({ compare, negated: true })

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalIgnoringCase),
  StringNotEqualsIgnoreCase: isNot(equalIgnoringCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  NumericEquals: is(ordered(numberOf, (value, wanted) => value === wanted)),
  NumericNotEquals: isNot(ordered(numberOf, (value, wanted) => value === wanted)),
  NumericLessThan: is(ordered(numberOf, (value, wanted) => value < wanted)),
  NumericLessThanEquals: is(ordered(numberOf, (value, wanted) => value <= wanted)),
  NumericGreaterThan: is(ordered(numberOf, (value, wanted) => value > wanted)),
  NumericGreaterThanEquals: is(ordered(numberOf, (value, wanted) => value >= wanted)),
  DateEquals: is(ordered(instantOf, (value, wanted) => value === wanted)),
  DateNotEquals: isNot(ordered(instantOf, (value, wanted) => value === wanted)),
  DateLessThan: is(ordered(instantOf, (value, wanted) => value < wanted)),
  DateLessThanEquals: is(ordered(instantOf, (value, wanted) => value <= wanted)),
  DateGreaterThan: is(ordered(instantOf, (value, wanted) => value > wanted)),
  DateGreaterThanEquals: is(ordered(instantOf, (value, wanted) => value >= wanted)),
  Bool: is(same),
  BinaryEquals: is(same),
  IpAddress: is(inRange),
  NotIpAddress: isNot(inRange),
  ArnEquals: is(likeArn),
  ArnLike: is(likeArn),
  ArnNotEquals: isNot(likeArn),
  ArnNotLike: isNot(likeArn),
}
