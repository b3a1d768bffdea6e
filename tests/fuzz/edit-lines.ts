import type { Edit, How } from './edit.ts'
import { odd, oddLike, pick } from './odd.ts'

/** How often a line is repeated, and how deep one is put, at most. */
const MOST = 300
const DEEPEST = 40

/** The changes of `edit.ts` for a text that is no JSON: whole lines, and pieces of one. */
export function editedLines(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n')
  for (const { how, at, which } of edits) {
    const line = at % lines.length
    lines.splice(line, 1, ...inPlaceOf(lines[line] ?? '', how, which, lines))
    if (lines.length === 0) lines.push('')
  }
  return lines.join('\n')
}

function inPlaceOf(line: string, how: How, which: number, lines: readonly string[]): readonly string[] {
  switch (how) {
    case 'drop':
      return []
    case 'twice':
      return [line, line]
    case 'same type':
      return [pick(lines, which)]
    case 'many':
      return Array<string>(1 + (which % MOST)).fill(line)
    case 'deep':
      return [' '.repeat(which % DEEPEST) + line.trimStart()]
    case 'empty':
      return [line.replace(/:.*/, ':')]
    case 'key':
    case 'alike':
    case 'gap':
    case 'odd':
      return [withValue(line, how, which)]
  }
}

/** The line with another key or value, or another line where it has none. */
function withValue(line: string, how: 'key' | 'alike' | 'gap' | 'odd', which: number): string {
  const [, before = '', key = '', value = ''] = /^(\s*(?:- )?([\w:]+):\s*)(.*)$/.exec(line) ?? []
  if (how === 'key') return line.replace(key, () => pick(odd.key, which))
  if (how === 'alike') return before + asYaml(oddLike(key, before === '' ? line : value, which))
  return (before === '' ? line : before) + asYaml(pick(how === 'gap' ? ODD_YAML : odd.value, which))
}

const ODD_YAML = [
  '!Ref Nothing',
  '!Ref AWS::NoValue',
  '!GetAtt Vpc',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as CloudFormation writes it
  '!Sub "${Vpc.}${"',
  '!Select [9, !GetAZs ""]',
  '!Split [",", 1]',
  '!Cidr [!Ref Vpc, 300, 2]',
  '!If [None, 1, 2]',
  '!FindInMap [A, B]',
  '!ImportValue x',
  '&a [*a]',
  '*nothing',
  '!!binary x',
  '!Join ["", [!Ref A, {}]]',
  '>-',
]

function asYaml(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
