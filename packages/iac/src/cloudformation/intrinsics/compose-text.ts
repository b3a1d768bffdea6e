import type { Gap } from '@farsight/core'
import { withDynamicReferences } from '../dynamic-references.ts'
import type { Resolver } from '../resolver.ts'
import { embed, openOf, unresolved, type Value } from '../value.ts'

/** Far above what any property takes; a template that doubles its texts again and again stops here. */
const MAX_TEXT = 65_536

/** One text out of texts and values. */
export function composeText(parts: Iterable<string | Value>, at: number, resolver: Resolver): Value {
  const texts: string[] = []
  let length = 0
  let open: Gap | null = null
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : (embed(part) ?? '')
    if (typeof part !== 'string') open ??= openOf(part)
    length += piece.length
    if (length > MAX_TEXT) return unresolved('too long a text', at)
    texts.push(piece)
  }
  if (!resolver.makesRoomFor(length)) return unresolved('too many texts', at)
  return withDynamicReferences(texts.join(''), at, open)
}
