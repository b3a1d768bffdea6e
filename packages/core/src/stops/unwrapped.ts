/** Shorter lines are a list or sentences, not the columns of a terminal. */
const FEWEST_COLUMNS = 40

/**
 * A text that a terminal broke at its last column, put together again: all lines but the last are equally long. Other
 * texts stay as they are.
 */
export function unwrapped(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n')
  const [first = ''] = lines
  const isWrapped =
    lines.length > 1 &&
    first.length >= FEWEST_COLUMNS &&
    lines.slice(0, -1).every((line) => line.length === first.length) &&
    (lines.at(-1)?.length ?? 0) <= first.length
  return isWrapped ? lines.join('') : text
}
