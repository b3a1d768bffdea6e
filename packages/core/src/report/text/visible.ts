/**
 * A text without characters that a terminal obeys instead of showing: names and messages come from inputs that nobody
 * vouches for. Control characters and those that turn the direction of text are written as escapes.
 */
export function visible(text: string): string {
  return text.replace(OBEYED, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
