/**
 * How many columns a terminal gives a text: East Asian wide and full-width characters and emoji take two, combining
 * marks none.
 *
 * @see https://www.unicode.org/reports/tr11/
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment)
  return width
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The graphemes of a text with their widths. */
export function graphemesOf(text: string): readonly { readonly segment: string; readonly width: number }[] {
  return [...segmenter.segment(text)].map(({ segment }) => ({ segment, width: graphemeWidth(segment) }))
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
