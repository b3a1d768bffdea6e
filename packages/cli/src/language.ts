import type { Language } from '@farsight/core'

/**
 * The language that the locale asks for. Variables count in the order in which POSIX has them.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
 */
export function localeLanguage(env: { readonly [name: string]: string | undefined }): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return locale?.startsWith('ja') === true ? 'ja' : 'en'
}

/** The language of an option list that may not be valid, for what must be said before it is read. */
export function languageAskedFor(args: readonly string[]): Language | null {
  for (const [position, arg] of args.entries()) {
    const value = arg === '--lang' ? args[position + 1] : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : null
    if (value === 'en' || value === 'ja') return value
  }
  return null
}
