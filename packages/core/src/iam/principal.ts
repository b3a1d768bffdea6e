import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'

/** A compiled `Principal` or `NotPrincipal`. `entries` is in the order of the policy. */
export interface PrincipalElement {
  readonly negated: boolean
  readonly everyone: boolean
  readonly entries: readonly PrincipalEntry[]
  readonly gaps: readonly Gap[]
}

export interface PrincipalEntry {
  readonly type: string
  readonly text: string
}

const TYPES = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser'])

/**
 * Null where the element is not one that AWS takes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function compilePrincipal(element: unknown, negated: boolean): PrincipalElement | null {
  if (element === '*') return { negated, everyone: true, entries: [], gaps: [] }
  if (isGap(element)) return { negated, everyone: false, entries: [], gaps: [element] }
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return null
  const entries: PrincipalEntry[] = []
  const gaps: Gap[] = []
  for (const [type, text] of Object.entries(element).flatMap(listed)) {
    if (TYPES.has(type) && isGap(text)) gaps.push(text)
    else if (TYPES.has(type) && typeof text === 'string' && isName(type, text)) entries.push({ type, text })
    else return null
  }
  return entries.length + gaps.length === 0 ? null : { negated, everyone: false, entries, gaps }
}

function listed([type, texts]: [type: string, texts: unknown]): readonly (readonly [string, unknown])[] {
  return (Array.isArray(texts) ? texts : [texts]).map((text: unknown) => [type, text] as const)
}

/** A star stands for everybody, never for a part of a name, nor for all services. */
function isName(type: string, text: string): boolean {
  return !text.includes('*') || (type === 'AWS' && text === '*')
}
