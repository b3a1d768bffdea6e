import type { Gap } from './gap.ts'
import { hasPlaceholder, sameText } from './placeholder.ts'

/**
 * What holds for a key that a list lacks although it was read whole: `null` is the fact "not there"; with parts that
 * nobody knows, the key may mean an entry.
 */
export function openKey(list: object, key: string): Gap | null {
  if (!hasPlaceholder(key)) return null
  const { names, found } = wholeOf(list)
  const known = found.get(key)
  if (known !== undefined) return known
  const gap: Gap | null =
    names.length > MOST_COMPARED || names.some((name) => sameText(name, key) !== false)
      ? { gap: 'unresolved', expression: key }
      : null
  found.set(key, gap)
  return gap
}

const MOST_COMPARED = 500

interface Whole {
  /** Of the entries that are there; no more than decide. */
  readonly names: readonly string[]
  readonly found: Map<string, Gap | null>
}

/** INVARIANT: what a world holds never changes. */
const WHOLES = new WeakMap<object, Whole>()

function wholeOf(list: object): Whole {
  const known = WHOLES.get(list)
  if (known !== undefined) return known
  const whole: Whole = { names: namesOf(list), found: new Map() }
  WHOLES.set(list, whole)
  return whole
}

function namesOf(list: object): readonly string[] {
  const names: string[] = []
  for (const [name, entry] of list instanceof Map ? list : Object.entries(list)) {
    if (name !== '*' && entry !== null) names.push(name)
    if (names.length > MOST_COMPARED) break
  }
  return names
}
