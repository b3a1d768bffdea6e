import { displayWidth } from './display-width.ts'
import type { TextOptions } from './text-report.ts'
import { wrap } from './wrap.ts'

/** A text behind a lead, its further lines below its first one. */
export function hung(
  lead: string,
  text: string,
  { width, palette }: Pick<TextOptions, 'width' | 'palette'>,
): readonly string[] {
  const indent = ' '.repeat(displayWidth(lead))
  return wrap(text, width - displayWidth(lead)).map((line, at) => (at === 0 ? palette.dim(lead) : indent) + line)
}
