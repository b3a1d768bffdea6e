import { type Phrase, phrase } from '../phrase.ts'

/** What there is to say of a cause beside its title, without ids. */
export interface CauseWords {
  /** How that comes about. */
  readonly why: Phrase
  /** What to do about it. */
  readonly remedy: Phrase
}

interface Texts {
  readonly en: string
  readonly ja: string
}

export function causeWords({ why, remedy }: { why: Texts; remedy: Texts }): CauseWords {
  return { why: phrase(why), remedy: phrase(remedy) }
}
