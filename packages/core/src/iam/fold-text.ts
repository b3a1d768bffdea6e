/** In lower case but for the names of placeholders, which are not text. */
export function foldText(text: string): string {
  let folded = ''
  let from = 0
  for (;;) {
    const open = text.indexOf('«', from)
    const close = open < 0 ? -1 : text.indexOf('»', open)
    if (close < 0) return folded + foldLetters(text.slice(from))
    folded += foldLetters(text.slice(from, open)) + text.slice(open, close + 1)
    from = close + 1
  }
}

const OTHER_THAN_ASCII = /[^\0-\x7f]/
const CAPITALS = /[A-Z]+/g

/**
 * Only the letters A to Z have another case. INVARIANT: no other character becomes one of them, as the Kelvin sign does
 * in Unicode, or it would match what it is not.
 */
export function foldLetters(text: string): string {
  return OTHER_THAN_ASCII.test(text) ? text.replace(CAPITALS, (capitals) => capitals.toLowerCase()) : text.toLowerCase()
}
