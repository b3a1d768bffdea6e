import type { Gap } from '../model/gap.ts'
import { foldLetters } from './fold-text.ts'

/**
 * What a request says of a condition key: all that may be the case, each with the values of the key, or null where the
 * key is absent. A gap: anything may be the case.
 */
export type KeyValue = readonly Alternative[] | Gap

type Alternative = readonly string[] | null

/** The condition keys of a request. @param key folded (`foldKey`) */
export type Context = (key: string) => KeyValue

/** No key of AWS: said of a request for which references in policies are taken to stand alone. */
export const REFERENCES_ALONE = 'farsight:references-alone'

export const ABSENT: KeyValue = Object.freeze([null])

export function present(...values: readonly string[]): KeyValue {
  return [values]
}

/**
 * Key names count without regard to case, those of tags included.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function foldKey(key: string): string {
  const known = folded.get(key)
  if (known !== undefined) return known
  if (folded.size >= 1000) folded.clear()
  const found = foldLetters(key)
  folded.set(key, found)
  return found
}

// INVARIANT: a memo of a pure function, dropped when it outgrows the keys that policies and requests have.
const folded = new Map<string, string>()
