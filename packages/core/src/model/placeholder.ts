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
  return couldOverlap(atomsOf(left.slice(shared)), atomsOf(right.slice(shared))) ? undefined : false
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

/** One character, or (null) a placeholder that stands for any text. */
type Atom = string | null

function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = []
  for (let i = 0; i < text.length; i++) {
    const end = text[i] === '«' ? text.indexOf('»', i) : -1
    if (end < 0) atoms.push(text[i] as string)
    else {
      atoms.push(null)
      i = end
    }
  }
  return atoms
}

/** Whether some filling of the placeholders makes both texts equal; each placeholder may stand for any text. */
function couldOverlap(left: readonly Atom[], right: readonly Atom[]): boolean {
  let current = new Array<boolean>(right.length + 1).fill(false)
  current[0] = true
  for (const atom of left) {
    const next = new Array<boolean>(right.length + 1).fill(false)
    for (let j = 0; j <= right.length; j++) {
      if (current[j] === true) advance(atom, right[j], j, current, next)
    }
    current = next
  }
  // What is left of the right side must be placeholders, which may stand for nothing.
  let tail = right.length
  while (tail > 0 && right[tail - 1] === null) tail--
  return current.slice(tail).includes(true)
}

/** From "both are used up to here": what one more atom on the left, the right or both sides can use up. */
function advance(left: Atom, right: Atom | undefined, j: number, current: boolean[], next: boolean[]): void {
  const open = left === null || right === null
  if (right !== undefined && open) current[j + 1] = true
  if (open) next[j] = true
  if (right !== undefined && left === right) next[j + 1] = true
}
