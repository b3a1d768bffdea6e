import { type Phrase, phrase } from '../phrase.ts'

/** What there is to say of a cause, without ids. */
export interface CauseWords {
  /** One line: what is wrong. No full stop. */
  readonly title: Phrase
  /** How that comes about. */
  readonly why: Phrase
  /** What to do about it. */
  readonly remedy: Phrase
}

interface Texts {
  readonly en: string
  readonly ja: string
}

export function causeWords({ title, why, remedy }: { title: Texts; why: Texts; remedy: Texts }): CauseWords {
  return { title: phrase(title), why: phrase(why), remedy: phrase(remedy) }
}
