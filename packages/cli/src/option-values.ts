import { expectedValues, type Ignored, isCauseId, type Language, nearestCauses, usageWords } from '@farsight/core'
import { CliError, usageError } from './cli-error.ts'

/** What the values of options are read into, one function for each kind. */
export function repeated(text: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, text]
}

/** The AWS CLI takes lists; here each id stands for itself. */
export function ids(option: string): (text: string, previous?: readonly string[]) => readonly string[] {
  return (text, previous = []) => {
    if (!/^[^\s,]+$/.test(text))
      throw usageError('E_INVALID_VALUE', { option, value: text, expected: expectedValues.oneId })
    return [...previous, text]
  }
}

export function parameter(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const equals = text.indexOf('=')
  if (equals < 1) throw usageError('E_INVALID_VALUE', { option: '--parameter', value: text, expected: 'KEY=VALUE' })
  return { ...previous, [text.slice(0, equals)]: text.slice(equals + 1) }
}

export function ignored(text: string, previous: readonly Ignored[] = []): readonly Ignored[] {
  const at = text.indexOf('@')
  const cause = at < 0 ? text : text.slice(0, at)
  if (!isCauseId(cause)) throw noSuchCause(cause)
  return [...previous, { cause, resource: at < 0 ? null : text.slice(at + 1) }]
}

function noSuchCause(name: string): CliError {
  const nearest = nearestCauses(name)
  const sentence = (language: Language) => usageWords.noSuchCause[language]({ name, nearest })
  return new CliError({ code: 'E_INVALID_VALUE', exitCode: 2, sentence })
}

export function region(text: string): string {
  if (!/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(text))
    throw usageError('E_INVALID_VALUE', { option: '--region', value: text, expected: expectedValues.region })
  return text
}

export function account(text: string): string {
  if (!/^\d{12}$/.test(text))
    throw usageError('E_INVALID_VALUE', { option: '--account', value: text, expected: expectedValues.account })
  return text
}
