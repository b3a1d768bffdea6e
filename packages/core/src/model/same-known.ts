import type { Gap } from './gap.ts'
import { isGap, type Known } from './known.ts'
import { oneOf } from './one-of.ts'

/**
 * Whether two facts are one; a gap where that is open. What is not known is one with another only where both are one
 * parameter as it is: most gaps do not say what the value is made of.
 */
export function sameKnown<T extends string | number>(left: Known<T>, right: Known<T>): Known<boolean> {
  if (isGap(left)) return isGap(right) && isSameParameter(left, right) ? true : left
  if (isGap(right)) return right
  return typeof left === 'string' && typeof right === 'string' ? oneOf(left, [right]) : left === right
}

function isSameParameter(left: Gap, right: Gap): boolean {
  if (left.gap !== 'parameter' || right.gap !== 'parameter') return false
  return left.name === right.name && left.derived !== true && right.derived !== true
}
