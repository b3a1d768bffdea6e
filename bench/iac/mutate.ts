import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeTemplates } from './judge.ts'
import { WAYS } from './ways.ts'

/** Breaks templates that start, in one way each, and asks again. YAML is left as it is: only JSON is written back. */
export function mutate(
  files: readonly string[],
  corpus: string,
  say: (text: string) => void,
): { readonly mutants: number; readonly found: number } {
  let mutants = 0
  let found = 0
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(join(corpus, file), 'utf8')
    const path = join(corpus, file)
    const sound = judgeTemplates([{ file: path, text }], corpus, {})
    if (sound.answer !== 'starts') continue
    for (const { name, causes, apply } of WAYS) {
      const template = JSON.parse(text)
      if (!apply(template.Resources)) continue
      mutants++
      const { answer, report } = judgeTemplates([{ file: path, text: JSON.stringify(template) }], corpus, {})
      const told = (report?.launches ?? []).flatMap(({ findings }) => findings.map(({ cause }) => cause))
      if (answer === 'fails' && told.some((cause) => causes.test(cause))) found++
      else say(`not found: ${name} in ${file}: ${answer} ${told.join(' ')}`)
    }
  }
  return { mutants, found }
}
