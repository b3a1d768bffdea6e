import type { Ignored, Language } from '@farsight/core'
import type { Io } from './io/io.ts'
import { localeLanguage } from './language.ts'

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

/** The options of every verb that prints an answer. */
export interface OutputOptions {
  readonly lang?: Language
  readonly format: Format
  readonly failOn: 'fails' | 'undecided'
  readonly ignore?: readonly Ignored[]
  /** The file of an earlier report. */
  readonly baseline?: string
  readonly strict?: boolean
  readonly output?: string
  readonly quiet?: boolean
}

/** What people read speaks the language of the locale, what programs read English, unless one is asked for. */
export function languageOf({ lang, format }: Pick<OutputOptions, 'lang' | 'format'>, io: Pick<Io, 'env'>): Language {
  return lang ?? (format === 'text' || format === 'markdown' ? localeLanguage(io.env) : 'en')
}
