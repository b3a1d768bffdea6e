import * as fc from 'fast-check'
import { FORMATS } from '../../packages/cli/src/output-options.ts'
import { type Base, KINDS, type Kind } from './base.ts'
import { edit, edited } from './edit.ts'
import { editedLines } from './edit-lines.ts'
import { pick } from './odd.ts'

/** A question to the program: options, with a text on stdin. */
export interface Input {
  readonly kind: Kind
  /** Where the text comes from. */
  readonly file: string
  readonly args: readonly string[]
  readonly text: string
}

const MOST_EDITS = 4

/** Inputs of all kinds alike, each made of one that is sound. */
export function inputs(bases: ReadonlyMap<Kind, readonly Base[]>, kinds: readonly Kind[] = KINDS): fc.Arbitrary<Input> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      base: fc.nat(10_000),
      edits: fc.array(edit, { minLength: 1, maxLength: MOST_EDITS }),
      format: fc.constantFrom(...FORMATS),
      lang: fc.constantFrom('en', 'ja'),
      strict: fc.boolean(),
    })
    .map(({ kind, base, edits, format, lang, strict }) => {
      const { file, args, text, value } = pick(bases.get(kind) ?? [], base)
      const asked = kind === 'stop' && !['text', 'json', 'markdown'].includes(format) ? 'text' : format
      return {
        kind,
        file,
        args: [...args, '--format', asked, '--lang', lang, ...(strict ? ['--strict'] : [])],
        text: value === null ? editedLines(text, edits) : edited(value, edits),
      }
    })
}
