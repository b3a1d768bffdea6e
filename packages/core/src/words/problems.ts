import { type Language, type Phrase, phrase } from './phrase.ts'
import type { ProblemParameters } from './problem-parameters.ts'
import { snapshotProblems } from './snapshot-problems.ts'
import { templateProblems } from './template-problems.ts'

/** What is wrong with an input, as data; readers outside of core make them. */
interface Problem {
  readonly code: string
  readonly params: ProblemParameters
}

/** By code. Codes are public. */
const problemSentences: { readonly [code: string]: Phrase<ProblemParameters> } = {
  ...snapshotProblems,
  ...templateProblems,
}

const unknownProblem = phrase<Problem>({
  en: ({ code }) => `something is wrong here (${code})`,
  ja: ({ code }) => `ここに誤りがあります (${code})`,
})

export function problemSentence(problem: Problem, language: Language): string {
  const { code, params } = problem
  const sentence = Object.hasOwn(problemSentences, code) ? problemSentences[code] : undefined
  return sentence === undefined ? unknownProblem[language](problem) : sentence[language](params)
}
