import type { Known } from './known.ts'
import { hasPlaceholder, sameText } from './placeholder.ts'

/** Whether a text is one of some; a gap where placeholders leave that open. */
export function oneOf(text: string, values: readonly string[]): Known<boolean> {
  if (values.includes(text)) return true
  const isPartly = hasPlaceholder(text)
  const others = isPartly ? values : values.filter(hasPlaceholder)
  const other = others.length > MOST_COMPARED ? others[0] : others.find((each) => sameText(each, text) !== false)
  return other === undefined ? false : { gap: 'unresolved', expression: isPartly ? text : other }
}

/** Of more values nobody wants to wait for all to be compared. */
const MOST_COMPARED = 100
