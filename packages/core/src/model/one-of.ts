import type { Known } from './known.ts'
import { hasPlaceholder, sameText } from './placeholder.ts'

/** Whether a text is one of some; a gap where placeholders leave that open. */
export function oneOf(text: string, values: readonly string[]): Known<boolean> {
  if (values.includes(text)) return true
  const open = values.find((value) => sameText(text, value) === undefined)
  if (open === undefined) return false
  return { gap: 'unresolved', expression: hasPlaceholder(text) ? text : open }
}
