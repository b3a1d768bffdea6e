import { type Language, problemSentence, severityWords, visible } from '@farsight/core'
import type { Problem } from '@farsight/iac'
import { CliError } from './cli-error.ts'
import type { Io } from './io/io.ts'
import { languageOf, type OutputOptions } from './output-options.ts'

/** Says the warnings of a reader on stderr, and throws its errors. */
export function sayProblems(
  problems: readonly Problem[],
  options: Pick<OutputOptions, 'lang' | 'format' | 'quiet'>,
  io: Io,
): void {
  const language = languageOf(options, io)
  for (const problem of problems) {
    if (problem.severity === 'warning' && options.quiet !== true) io.stderr.write(`${warningLine(problem, language)}\n`)
  }
  const [first, ...others] = problems.filter(({ severity }) => severity === 'error')
  if (first !== undefined)
    throw errorOf(
      first,
      others.map((other) => errorOf(other)),
    )
}

function errorOf(problem: Problem, others: readonly CliError[] = []): CliError {
  const { code, file, line, column, path } = problem
  const sentence = (language: Language) => problemSentence(problem, language)
  return new CliError({ code, exitCode: 2, sentence, at: { file, line, column, path }, others })
}

function warningLine(problem: Problem, language: Language): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':')
  return `${severityWords.warning[language]()}: ${visible(`${place}: ${problemSentence(problem, language)}`)} [${problem.code}]`
}
