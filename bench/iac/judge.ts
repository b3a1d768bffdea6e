import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildReport, index, preflight, type Report, type Snapshot } from '@farsight/core'
import { readTemplates } from '@farsight/iac/cloudformation'
import { type CorpusInput, corpusNeighbours, IAC_FOLDER } from './corpus.ts'

export type Answer = 'starts' | 'fails' | 'undecided' | 'nothing' | 'refused'

export interface Judged {
  readonly answer: Answer
  readonly report: Report | null
  readonly errors: readonly string[]
}

/** Judges templates that are deployed together, the nested ones of the corpus with them. */
export function judgeTemplates(
  templates: readonly { readonly file: string; readonly text: string }[],
  corpus: string,
  {
    parameters = {},
    region,
    account,
    over,
  }: { parameters?: Readonly<Record<string, string>>; region?: string; account?: string; over?: string | undefined },
): Judged {
  const { snapshot, problems } = readTemplates(templates, {
    files: corpusNeighbours(corpus),
    parameters,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(over === undefined ? {} : { over: JSON.parse(readFileSync(join(corpus, over), 'utf8')) as Snapshot }),
  })
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code, file }) => `${code} ${file}`)
  if (snapshot === null || errors.length > 0) return { answer: 'refused', report: null, errors }
  const world = index(snapshot)
  const source = { type: 'template', files: templates.map(({ file }) => file) } as const
  const report = buildReport(world, preflight(world, { strict: false }), { source, language: 'en' })
  return { answer: answerOf(report), report, errors }
}

function answerOf({ summary }: Report): Answer {
  if (summary.fails > 0) return 'fails'
  if (summary.undecided > 0) return 'undecided'
  return summary.starts > 0 ? 'starts' : 'nothing'
}

/** Judges a file of the corpus with what the project ships for it. */
export function judgeWithInputs(file: string, corpus: string, input: CorpusInput): Judged {
  const { through = file, with: companions = [], parameters = {} } = input
  const read = (each: string) => {
    const path = each.startsWith('parents/') ? join(IAC_FOLDER, each) : join(corpus, each)
    return { file: path, text: readFileSync(path, 'utf8') }
  }
  const place = input.open === undefined ? { region: 'us-east-1', account: '111122223333' } : {}
  return judgeTemplates([through, ...companions].map(read), corpus, { parameters, ...place })
}
