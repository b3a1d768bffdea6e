import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CorpusFile } from './corpus.ts'
import { judgeTemplates } from './judge.ts'
import { templateJson } from './template-json.ts'
import { WAYS } from './ways.ts'

/** Breaks templates that start, in one way each, and asks again. */
export function mutate(
  files: readonly CorpusFile[],
  corpus: string,
  say: (text: string) => void,
): { readonly mutants: number; readonly found: number } {
  let mutants = 0
  let found = 0
  for (const { file, over } of files) {
    const text = readFileSync(join(corpus, file), 'utf8')
    const path = join(corpus, file)
    const judge = (template: object, account = over) =>
      judgeTemplates([{ file: path, text: JSON.stringify(template) }], corpus, { over: account })
    if (judge(templateJson(text)).answer !== 'starts') continue
    for (const { name, causes, apply, over: account } of WAYS) {
      const template = templateJson(text)
      if (!apply(template.Resources)) continue
      mutants++
      const { answer, report } = judge(template, account)
      const told = (report?.launches ?? []).flatMap(({ findings }) => findings.map(({ cause }) => cause))
      if (answer === 'fails' && told.some((cause) => causes.test(cause))) found++
      else say(`not found: ${name} in ${file}: ${answer} ${told.join(' ')}`)
    }
  }
  return { mutants, found }
}
