import { cliErrors, type Language, type Phrase } from '@farsight/core'

export type CliErrorCode = keyof typeof cliErrors
export type ParametersOf<Code extends CliErrorCode> = (typeof cliErrors)[Code] extends Phrase<infer P> ? P : never

/** Where an error is: in a file, at a line and column, or at a path in it. */
export interface ErrorPlace {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly path: string | null
}

interface CliErrorParts {
  readonly code: string
  readonly exitCode: 2 | 3
  readonly sentence: (language: Language) => string
  readonly at?: ErrorPlace | null
  readonly others?: readonly CliError[]
  readonly cause?: unknown
}

/** Bad usage or input (exit 2), or a failure of our own (exit 3). */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: string
  readonly exitCode: 2 | 3
  readonly at: ErrorPlace | null
  /** What else is wrong with the same input. */
  readonly others: readonly CliError[]
  readonly #sentence: (language: Language) => string

  constructor({ code, exitCode, sentence, at = null, others = [], cause }: CliErrorParts) {
    super(sentence('en'), cause === undefined ? {} : { cause })
    this.code = code
    this.exitCode = exitCode
    this.at = at
    this.others = others
    this.#sentence = sentence
  }

  sentence(language: Language): string {
    return this.#sentence(language)
  }
}

/** An error of use or input. */
export function usageError<Code extends CliErrorCode>(code: Code, parameters: ParametersOf<Code>): CliError {
  const phrase = cliErrors[code] as unknown as Phrase<ParametersOf<Code>>
  return new CliError({ code, exitCode: 2, sentence: (language) => phrase[language](parameters) })
}

export function ownFailure(cause: unknown): CliError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const sentence = (language: Language) => cliErrors.E_INTERNAL[language]({ message })
  return new CliError({ code: 'E_INTERNAL', exitCode: 3, sentence, cause })
}
