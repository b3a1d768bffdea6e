import { ARN } from './arn-family.ts'
import { IP } from './ip-family.ts'
import { date, numeric, type Order } from './ordered-family.ts'
import { BINARY, BOOL } from './plain-families.ts'
import { STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE } from './string-family.ts'
import type { Family } from './wanted.ts'

/** How a condition tests a key. */
export interface Operator {
  readonly family: Family
  /** Whether it holds where no value is what is asked for: then it holds for a key that is absent, too. */
  readonly negated: boolean
  readonly quantifier: 'all' | 'any' | null
  readonly ifExists: boolean
}

interface Named {
  readonly family: Family
  readonly negated: boolean
}

const equals: Order = (value, wanted) => value === wanted
const ORDERS = {
  LessThan: (value, wanted) => value < wanted,
  LessThanEquals: (value, wanted) => value <= wanted,
  GreaterThan: (value, wanted) => value > wanted,
  GreaterThanEquals: (value, wanted) => value >= wanted,
} satisfies { readonly [name: string]: Order }

function ordered(prefix: string, family: (order: Order) => Family): readonly (readonly [string, Named])[] {
  const same = family(equals)
  return [
    [`${prefix}Equals`, { family: same, negated: false }],
    [`${prefix}NotEquals`, { family: same, negated: true }],
    ...Object.entries(ORDERS).map(
      ([name, order]) => [`${prefix}${name}`, { family: family(order), negated: false }] as const,
    ),
  ]
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: ReadonlyMap<string, Named> = new Map<string, Named>([
  ['StringEquals', { family: STRING_EQUALS, negated: false }],
  ['StringNotEquals', { family: STRING_EQUALS, negated: true }],
  ['StringEqualsIgnoreCase', { family: STRING_EQUALS_IGNORE_CASE, negated: false }],
  ['StringNotEqualsIgnoreCase', { family: STRING_EQUALS_IGNORE_CASE, negated: true }],
  ['StringLike', { family: STRING_LIKE, negated: false }],
  ['StringNotLike', { family: STRING_LIKE, negated: true }],
  ...ordered('Numeric', numeric),
  ...ordered('Date', date),
  ['Bool', { family: BOOL, negated: false }],
  ['BinaryEquals', { family: BINARY, negated: false }],
  ['IpAddress', { family: IP, negated: false }],
  ['NotIpAddress', { family: IP, negated: true }],
  ['ArnEquals', { family: ARN, negated: false }],
  ['ArnLike', { family: ARN, negated: false }],
  ['ArnNotEquals', { family: ARN, negated: true }],
  ['ArnNotLike', { family: ARN, negated: true }],
])

const QUANTIFIERS = { 'ForAllValues:': 'all', 'ForAnyValue:': 'any' } as const
const IF_EXISTS = 'IfExists'

/** Null: AWS has no such operator. `Null` is none of these: it asks for the key, not for its values. */
export function operatorOf(written: string): Operator | null {
  const prefix = written.slice(0, written.indexOf(':') + 1)
  if (prefix !== '' && !Object.hasOwn(QUANTIFIERS, prefix)) return null
  const ifExists = written.endsWith(IF_EXISTS)
  const named = OPERATORS.get(written.slice(prefix.length, ifExists ? -IF_EXISTS.length : undefined))
  if (named === undefined) return null
  const quantifier = prefix === '' ? null : QUANTIFIERS[prefix as keyof typeof QUANTIFIERS]
  return { family: named.family, negated: named.negated, quantifier, ifExists }
}
