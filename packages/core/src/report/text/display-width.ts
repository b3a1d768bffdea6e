/**
 * How many columns a terminal gives a text: East Asian wide and full-width characters and emoji take two, combining
 * marks none.
 *
 * @see https://www.unicode.org/reports/tr11/
 */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  if (SIMPLE.test(text)) {
    for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < FIRST_WIDE ? 1 : 2
    return width
  }
  for (const { width: one } of graphemesOf(text)) width += one
  return width
}

interface Grapheme {
  readonly segment: string
  readonly width: number
}

/** Printable ASCII and the few signs that the report itself uses: one character, one column. */
const NARROW = /^[\x20-\x7e✓✗·–«»…]*$/

/**
 * With them, what Japanese sentences consist of: punctuation, kana without combining marks, ideographs and full-width
 * forms, one character and two columns each.
 */
const SIMPLE =
  /^[\x20-\x7e✓✗·–«»…\u3000-\u3002\u3005\u3008-\u3011\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uff01-\uff5e]*$/
const FIRST_WIDE = 0x3000

/** The graphemes of a text with their widths. */
export function graphemesOf(text: string): readonly Grapheme[] {
  if (SIMPLE.test(text)) {
    return Array.from(text, (segment) => ({ segment, width: segment.charCodeAt(0) < FIRST_WIDE ? 1 : 2 }))
  }
  const graphemes: Grapheme[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + STRETCH - (isHighSurrogate(text.charCodeAt(at + STRETCH - 1)) ? 1 : 0)
    const segments = Array.from(segmenter().segment(text.slice(at, end)), ({ segment }) => segment)
    // What follows may belong to the last one
    if (end < text.length && segments.length > 1) segments.pop()
    for (const segment of segments) {
      graphemes.push({ segment, width: graphemeWidth(segment) })
      at += segment.length
    }
  }
  return graphemes
}

/** In UTF-16 units: V8 takes time for each grapheme that grows with the length of the whole text. */
const STRETCH = 256

/** The first half of a character, which would be taken for one. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

let madeSegmenter: Intl.Segmenter | null = null

/** Made when it is first needed: loading its data takes longer than a whole report in English. */
function segmenter(): Intl.Segmenter {
  madeSegmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return madeSegmenter
}

/** First and last code points of the wide and full-width ranges (EastAsianWidth.txt, W and F, as blocks). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function graphemeWidth(grapheme: string): number {
  const point = grapheme.codePointAt(0) ?? 0
  if (point < 0x20 || (point >= 0x7f && point < 0xa0) || /^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0
  return WIDE.some(([first, last]) => point >= first && point <= last) ? 2 : 1
}
