export type Language = 'en' | 'ja'

/** A sentence in both languages, side by side; what varies comes in as `parameters`. */
export interface Phrase<Parameters = void> {
  readonly en: (parameters: Parameters) => string
  readonly ja: (parameters: Parameters) => string
}

type Text<Parameters> = string | ((parameters: Parameters) => string)

export function phrase<Parameters = void>({
  en,
  ja,
}: {
  en: Text<Parameters>
  ja: Text<Parameters>
}): Phrase<Parameters> {
  return { en: typeof en === 'string' ? () => en : en, ja: typeof ja === 'string' ? () => ja : ja }
}

/** `a, b and c`, `a、b、c`. */
export const listed = phrase<readonly string[]>({
  en: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  ja: (items) => items.join('、'),
})
