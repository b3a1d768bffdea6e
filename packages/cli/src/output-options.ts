import type { Language } from '@farsight/core'
import type { Io } from './io/io.ts'
import { localeLanguage } from './language.ts'

/** The options of every verb that prints an answer. */
export interface OutputOptions {
  readonly lang?: Language
  readonly format: 'text' | 'json'
  readonly failOn: 'fails' | 'undecided'
  readonly strict?: boolean
  readonly output?: string
  readonly quiet?: boolean
}

/** Text speaks the language of the locale, JSON English, unless one is asked for. */
export function languageOf({ lang, format }: Pick<OutputOptions, 'lang' | 'format'>, io: Pick<Io, 'env'>): Language {
  return lang ?? (format === 'json' ? 'en' : localeLanguage(io.env))
}
