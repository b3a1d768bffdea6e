import { unwrapped } from './unwrapped.ts'
import { withoutNames } from './without-names.ts'

/** A text prepared for reading. */
export interface Wording {
  /** On one line, typographic quotes and dashes made plain, case kept. */
  readonly text: string
  /**
   * Whether the text has these words. Case, quotes, hyphens and white space do not count, so that it does not matter how a
   * terminal broke the lines or a console wrote the words; at the end of the text most of the phrase is enough.
   */
  readonly says: (phrase: string) => boolean
  /** Whether these words are all of the text. */
  readonly is: (phrase: string) => boolean
  /** Whether the text ends before the sentence does. */
  readonly isCut: boolean
}

export function wordingOf(raw: string): Wording {
  const text = plain(unwrapped(raw))
  const squeezed = squeeze(withoutNames(text))
  const end = isSentence(text) || text.length < SHORTEST_CUT ? '' : withoutDots(squeezed)
  return {
    text,
    says: (phrase) => {
      const wanted = squeezedPhrase(phrase)
      return squeezed.includes(wanted) || endsWithin(end, wanted)
    },
    is: (phrase) => squeezed === squeezedPhrase(phrase),
    isCut: /(?:\.\.\.|…)\W{0,3}$/.test(text.slice(-8)),
  }
}

// INVARIANT: a memo of a pure function of the phrases that rules hold, not of what is read.
const phrases = new Map<string, string>()

function squeezedPhrase(phrase: string): string {
  const known = phrases.get(phrase)
  if (known !== undefined) return known
  const squeezed = squeeze(phrase)
  if (phrases.size < 10_000) phrases.set(phrase, squeezed)
  return squeezed
}

/** Platform 1.4 cuts long reasons without a sign; a short text is whole. */
const SHORTEST_CUT = 80

/** A text that ends with a full stop or a closing bracket, and not with an ellipsis, is whole. */
function isSentence(text: string): boolean {
  return /[.!?)}\]]$/.test(text.slice(-1)) && !text.endsWith('...')
}

/** From the end, step by step: a pattern that looks for dots before the end would look again from every dot. */
function withoutDots(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === '…')) end--
  return text.slice(0, end)
}

/** Terminal colors, typographic signs and runs of white space. */
function plain(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colors of a terminal begin with one
      .replace(/\u001b\[[\d;]{0,20}[A-Za-z]/g, '')
      .replace(/[‘’‚‛′]/g, "'")
      .replace(/[“”„‟″]/g, '"')
      .replace(/[‐‑‒–—―]/g, '-')
      .replace(/[\s\u200b\ufeff]+/g, ' ')
      .trim()
  )
}

/**
 * One sentence of the agent names a family and no fault: it is one sign, so that the words in it do not count as said.
 */
const FAMILY = 'unabletopullsecretsorregistryauth'
const FAMILY_SIGN = '§'

export function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s'"`\\-]+/g, '')
    .replaceAll(FAMILY, FAMILY_SIGN)
}

/** Whether a cut text ends within the phrase: with at least two thirds of it, and not less than ten characters. */
function endsWithin(text: string, phrase: string): boolean {
  const least = Math.max(10, Math.ceil((phrase.length * 2) / 3))
  for (let length = phrase.length - 1; length >= least; length--) {
    if (text.endsWith(phrase.slice(0, length))) return true
  }
  return false
}
