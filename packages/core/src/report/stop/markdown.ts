import { visible } from '../text/visible.ts'

/** A title with a list; nothing where there are no entries. */
export function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`**${title}**`, entries.map((entry) => `- ${escaped(entry)}`).join('\n')]
}

/** Our own sentences put commands between backquotes; what stands there needs no escape. */
export function withCode(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? escaped(part) : `\`${visible(part)}\``))
    .join('')
}

/** What people named must not become markup, a mention or HTML. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|#~!]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '@\u200b')
}

/** A fence that is longer than any in the text. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
