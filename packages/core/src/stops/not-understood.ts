import { FAULTS_OF_WORDS } from './formats/faults.ts'
import { STAGES } from './formats/stages.ts'
import { maskSecrets } from './mask-secrets.ts'
import { squeeze, type Wording } from './wording.ts'

const LONGEST = 300

/** The clauses of a text in which no phrase that is known stands, for a text whose fault was not recognized. */
export function notUnderstood({ text, says }: Wording): string | null {
  const known = [...STAGES.flatMap((stage) => stage.says), ...FAULTS_OF_WORDS.flatMap(([, phrases]) => phrases)]
    .filter(says)
    .map(squeeze)
  const clauses = text.split(/(?<=[:.,;]) /)
  const rest = clauses.filter((clause) => {
    const squeezed = squeeze(clause)
    return /[a-z]{3}/.test(squeezed) && !known.some((phrase) => squeezed.includes(phrase))
  })
  const joined = maskSecrets(rest.join(' ').slice(0, LONGEST)).trim()
  return joined === '' ? null : joined
}
