/** In lower case but for the names of placeholders, which are not text. */
export function foldText(text: string): string {
  let folded = ''
  let from = 0
  for (;;) {
    const open = text.indexOf('«', from)
    const close = open < 0 ? -1 : text.indexOf('»', open)
    if (close < 0) return folded + text.slice(from).toLowerCase()
    folded += text.slice(from, open).toLowerCase() + text.slice(open, close + 1)
    from = close + 1
  }
}
