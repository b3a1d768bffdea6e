import type { Edit, How } from './edit.ts'
import { odd, oddLike, pick } from './odd.ts'

/** The changes of `edit.ts` for a text that is no JSON: whole lines, and pieces of one. */
export function editedLines(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n')
  for (const { how, at, which } of edits) {
    const line = at % lines.length
    const old = lines[line] ?? ''
    const other = pick(lines, which)
    if (how === 'drop') lines.splice(line, 1)
    else if (how === 'twice') lines.splice(line, 0, old)
    else if (how === 'same type') lines[line] = other
    else if (how === 'many') lines.splice(line, 0, ...Array<string>(1 + (which % 300)).fill(old))
    else if (how === 'deep') lines[line] = ' '.repeat(which % 40) + old.trimStart()
    else if (how === 'empty') lines[line] = old.replace(/:.*/, ':')
    else lines[line] = withValue(old, how, which)
    if (lines.length === 0) lines.push('')
  }
  return lines.join('\n')
}

function withValue(line: string, how: How, which: number): string {
  const [, before = '', key = '', value = ''] = /^(\s*(?:- )?([\w:]+):\s*)(.*)$/.exec(line) ?? []
  if (how === 'key') return line.replace(key === '' ? /^/ : key, pick(odd.key, which).replaceAll('$', '$$$$'))
  if (how === 'alike')
    return before === '' ? String(oddLike('', line, which)) : before + asYaml(oddLike(key, value, which))
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
