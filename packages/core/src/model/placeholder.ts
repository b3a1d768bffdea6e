/**
 * A text may hold parts that nobody knows yet: `arn:aws:iam::«AWS::AccountId»:role/«WebRole»`. The name between the
 * guillemets identifies the part, so equal placeholders are equal text and everything else about them is open.
 * Guillemets occur in no AWS name, ARN, host or policy element.
 */
export function placeholder(name: string): string {
  return `«${name.replace(/[«»]/g, '')}»`
}

/** What may follow a reference, where code tells the reference and not the text around it: `"${x.arn}/*"` as `x.arn`. */
export const REST = '«…»'

export function hasPlaceholder(text: string): boolean {
  return text.includes('«')
}

/** Splits at a character that stands outside of placeholders, whose names may hold it (`«AWS::Region»`). */
export function splitText(text: string, separator: string): readonly string[] {
  if (!hasPlaceholder(text)) return text.split(separator)
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '«') depth++
    else if (char === '»') depth--
    else if (char === separator && depth <= 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** Whether two texts are equal: `undefined` where placeholders leave both answers open. */
export function sameText(left: string, right: string): boolean | undefined {
  if (left === right) return true
  if (!hasPlaceholder(left) && !hasPlaceholder(right)) return false
  // Equal beginnings are equal whatever their placeholders stand for: what is behind them decides
  const shared = sharedHead(left, right)
  return couldOverlap(piecesOf(left.slice(shared)), piecesOf(right.slice(shared))) ? undefined : false
}

function sharedHead(left: string, right: string): number {
  let shared = 0
  for (let i = 0; i < left.length && left[i] === right[i]; i++) {
    const end = left[i] === '«' ? left.indexOf('»', i) : i
    if (end < 0 || !right.startsWith(left.slice(i, end + 1), i)) break
    i = end
    shared = i + 1
  }
  return shared
}

/** What is written between the placeholders: of a text with one, what is before it and what is behind it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (let start = text.indexOf('«'); start >= 0; start = text.indexOf('«', from)) {
    const end = text.indexOf('»', start)
    if (end < 0) break
    pieces.push(text.slice(from, start))
    from = end + 1
  }
  pieces.push(text.slice(from))
  return pieces
}

/**
 * Whether some filling of the placeholders makes both texts equal; each may stand for any text. Where both have one, only
 * what is before the first and behind the last can contradict: the first of one side can stand for the middle of the other.
 */
function couldOverlap(left: readonly string[], right: readonly string[]): boolean {
  const [leftHead, rightHead] = [left[0] as string, right[0] as string]
  if (left.length === 1) return right.length === 1 ? leftHead === rightHead : couldBe(right, leftHead)
  if (right.length === 1) return couldBe(left, rightHead)
  const [leftTail, rightTail] = [left[left.length - 1] as string, right[right.length - 1] as string]
  return (
    (leftHead.startsWith(rightHead) || rightHead.startsWith(leftHead)) &&
    (leftTail.endsWith(rightTail) || rightTail.endsWith(leftTail))
  )
}

/** Whether a text without placeholders has the pieces, one behind the other, from its beginning to its end. */
function couldBe(pieces: readonly string[], text: string): boolean {
  const head = pieces[0] as string
  const tail = pieces[pieces.length - 1] as string
  const end = text.length - tail.length
  if (head.length > end || !text.startsWith(head) || !text.endsWith(tail)) return false
  let from = head.length
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return from <= end
}
