import { displayWidth, graphemesOf } from './display-width.ts'
import { visible } from './visible.ts'

/**
 * Breaks a text into lines of at most `width` columns: at spaces, and anywhere between wide characters but before
 * closing punctuation. A word that is longer than a line (an ARN) stays whole, so that it can be copied.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of piecesOf(visible(text))) {
    const size = displayWidth(piece)
    const visible = displayWidth(piece.trimEnd())
    if (used > 0 && used + visible > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += size
  }
  return [...lines, line.trimEnd()]
}

/** What may not begin a line: closing punctuation, small kana and the long-vowel mark (JIS X 4051). */
const NOT_FIRST = /^[、。，．・：；？！）」』】〉》’”)\]},.:;?!ぁぃぅぇぉっゃゅょァィゥェォッャュョー々]/u
/** What may not end a line. */
const NOT_LAST = /[（「『【〈《‘“([{]$/u
/** Words in katakana stay whole. */
const KATAKANA = /^[ァ-ヶー]/u

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let word = ''
  let previous = ''
  let previousWide = false
  for (const { segment, width } of graphemesOf(text)) {
    const wide = width === 2
    const inWord = KATAKANA.test(segment) && KATAKANA.test(previous)
    const breakable =
      word !== '' && (wide || previousWide) && !inWord && !NOT_FIRST.test(segment) && !NOT_LAST.test(previous)
    if (breakable) {
      pieces.push(word)
      word = ''
    }
    word += segment
    if (segment === ' ') {
      pieces.push(word)
      word = ''
    }
    previous = segment
    previousWide = wide
  }
  return word === '' ? pieces : [...pieces, word]
}
