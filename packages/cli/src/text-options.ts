import type { Language, Palette } from '@farsight/core'
import type { Io } from './io/io.ts'
import { paletteFor } from './palette.ts'

/** How text is laid out: at the width of the terminal, in colors where it goes to one. */
export function textOptionsOf(language: Language, { output }: { readonly output?: string }, io: Io) {
  const width = Math.max(40, Math.min(io.columns ?? 80, 100))
  const palette: Palette = paletteFor(io, output === undefined)
  return { language, width, palette }
}
