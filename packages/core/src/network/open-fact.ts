import { type Gap, NOT_READ } from '../model/gap.ts'
import type { OpenFact, SubjectKind } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'

export function openFact(kind: SubjectKind, id: string, at: Pointer, gap: Gap): OpenFact {
  return { gap, what: { kind, id }, at }
}

/** What a complete listing lacks although something names it: a text that is not fully known may still name what is there. */
export function notThere(id: string): Gap {
  return hasPlaceholder(id) ? unresolved(id) : NOT_READ
}

export function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

/** A fact of the network that decides and that Farsight does not model yet. */
export function notModeled(kind: SubjectKind, id: string, at: Pointer, what: string, of?: string): OpenFact {
  return openFact(kind, id, at, of === undefined ? { gap: 'not-modeled', what } : { gap: 'not-modeled', what, of })
}

export function isOpen(value: unknown): value is OpenFact {
  return isGap((value as { readonly gap?: unknown } | null | undefined)?.gap)
}
