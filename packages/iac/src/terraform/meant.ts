import type { Value } from '../cloudformation/value.ts'
import { fits } from './fits.ts'

/** What the references of an expression lead to. */
export interface Found {
  readonly values: readonly Value[]
  /** Whether it also names what is known and is no thing, such as `terraform.workspace`. */
  readonly hasMore: boolean
  /** Whether all of them name the same attribute, such as `arn`. */
  readonly isUniform: boolean
}

/**
 * What an expression stands for of which a plan tells nothing but what it refers to. Null where it may be one of several
 * things, or made of them: a condition, a text.
 */
export function meant(attribute: string, { values, hasMore, isUniform }: Found): Value | null {
  const [only, ...others] = values
  if (only === undefined) return null
  const takesAny = fits(attribute, only) === null
  if (others.length === 0) return hasMore && (takesAny || fits(attribute, only) !== true) ? null : only
  const fitting = values.filter((each) => fits(attribute, each) === true)
  const [candidate] = fitting
  // What is known does not make a value unknown, so that it is the one thing which is not
  if (fitting.length === 1 && values.every((each) => each === candidate || isKnown(each))) return candidate ?? null
  const isListed = attribute.endsWith('s') && !hasMore
  if (!isListed || (takesAny ? !isUniform || !values.every(isThing) : fitting.length < values.length)) return null
  return listOfAll(values)
}

/** One of several blocks that share their references: a plan does not tell which of them stands in which attribute. */
export function meantInBlocks(
  attribute: string,
  { values, hasMore }: Found,
  open: { readonly sameName: number; readonly all: number },
): Value | null {
  const fitting = values.filter((each) => fits(attribute, each) === true)
  const [candidate] = fitting
  if (candidate === undefined) return null
  const isListed = attribute.endsWith('s')
  const rest = values.filter((each) => !fitting.includes(each))
  const perhaps = rest.filter((each) => !isKnown(each) && !isThing(each))
  if (fitting.length === 1) {
    if (perhaps.length === 0) return candidate
    // It has to be somewhere, and there is nowhere else; a list may hold the others too
    if (open.all > 1) return null
    return isListed ? listOfAll([candidate, ...perhaps]) : candidate
  }
  return open.sameName > 1 || rest.length > 0 || hasMore || !isListed ? null : listOfAll(fitting)
}

function listOfAll(values: readonly Value[]): Value {
  const items = values.flatMap((each) => (each.kind === 'list' ? each.items : [each]))
  return { kind: 'list', items, at: values[0]?.at ?? 0 }
}

/** Known while planning. */
export function isKnown(value: Value): boolean {
  if (value.kind === 'list') return value.items.every(isKnown)
  return (value.kind === 'text' && value.open === null) || value.kind === 'map' || value.kind === 'absent'
}

/** An attribute of something in the plan. */
function isThing(value: Value): boolean {
  if (value.kind === 'list') return value.items.every(isThing)
  return value.kind === 'reference' || value.kind === 'text' || (value.kind === 'unknown' && value.type !== undefined)
}
