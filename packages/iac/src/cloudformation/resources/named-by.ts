import type { Gap } from '@farsight/core'
import { candidatesOf, type Value } from '../value.ts'

/** What of a value matches. */
export interface Named {
  readonly match: RegExpExecArray
  /** Why it may be another one; null: it is this one. */
  readonly doubt: Gap | null
}

/** Null: the value names nothing that matches, and none of those that it may be does. */
export function namedBy(value: Value | undefined, pattern: RegExp): Named | null {
  if (value === undefined) return null
  for (const { value: each, doubt } of candidatesOf(value)) {
    const match = each.kind === 'text' ? pattern.exec(each.text) : null
    if (match !== null) return { match, doubt }
  }
  return null
}
