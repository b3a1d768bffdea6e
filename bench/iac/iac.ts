import { fileURLToPath } from 'node:url'
import { main } from '../../packages/cli/src/main.ts'
import { type CorpusFile, corpusFiles, corpusInputs } from './corpus.ts'
import { judgeWithInputs } from './judge.ts'
import { mutate } from './mutate.ts'

/** What the readers make of code by others: docs/performance.md says what each figure means. */
export interface IacFigures {
  /** Files of the corpus. */
  readonly files: number
  /** Those that end in a failure of our own. */
  readonly crashed: number
  /** Those that are known to start. */
  readonly starts: number
  /** Of these, said to fail. */
  readonly falseFails: number
  /** Of these, the share said to start. */
  readonly startsDecided: number
  /** Of the others that yield a launch, the share that is decided with what `inputs.json` gives. */
  readonly unknownDecided: number
  /** Templates that start, broken in one way each. */
  readonly mutants: number
  /** Of these, said to fail for the cause that they were broken by. */
  readonly mutantsFound: number
}

/** The templates by others that stand in this repository, with their licenses. */
export const CORPUS = fileURLToPath(new URL('../../tests/corpus', import.meta.url))

export async function iac(corpus: string, say: (text: string) => void): Promise<IacFigures> {
  const files = corpusFiles(corpus)
  const codes = new Map<string, number>()
  for (const each of files) codes.set(each.file, await exitCodeOf(each, corpus))
  for (const [file, code] of codes) if (code === 3) say(`crashed: ${file}`)
  const starting = files.filter(({ expected }) => expected === 'starts')
  for (const { file } of starting)
    if (codes.get(file) !== 0) say(`not said to start (exit ${codes.get(file)}): ${file}`)
  const mutated = [mutate(starting, corpus, say)]
  // Those of ours bring what the templates of others lack
  if (corpus !== CORPUS) mutated.push(mutate(corpusFiles(CORPUS).filter(isOwn), CORPUS, say))
  const mutants = mutated.reduce((sum, each) => sum + each.mutants, 0)
  const found = mutated.reduce((sum, each) => sum + each.found, 0)
  return {
    files: files.length,
    crashed: [...codes.values()].filter((code) => code === 3).length,
    starts: starting.length,
    falseFails: starting.filter(({ file }) => codes.get(file) === 1).length,
    startsDecided: share(starting.filter(({ file }) => codes.get(file) === 0).length, starting.length),
    unknownDecided: unknownDecided(files, corpus, say),
    mutants,
    mutantsFound: share(found, mutants),
  }
}

function unknownDecided(files: readonly CorpusFile[], corpus: string, say: (text: string) => void): number {
  const inputs = corpusInputs()
  let launching = 0
  let decided = 0
  for (const { file, kind } of files.filter(({ expected, kind: of }) => expected === 'unknown' && of === 'cfn')) {
    const { answer, report } = judgeWithInputs(file, corpus, inputs[file] ?? {})
    if (answer === 'nothing' || answer === 'refused') continue
    launching++
    if (answer !== 'undecided') decided++
    else say(`${kind} undecided: ${file}: ${report?.launches[0]?.gaps[0]?.why ?? ''}`)
  }
  return share(decided, launching)
}

function isOwn({ file }: CorpusFile): boolean {
  return file.startsWith('own/')
}

async function exitCodeOf({ file, over }: CorpusFile, corpus: string): Promise<number> {
  const nothing = { write: () => true }
  const stdin = (async function* () {})()
  return main(['preflight', file, '--format', 'json', '--quiet', ...(over === undefined ? [] : ['--over', over])], {
    stdin,
    stdout: nothing,
    stderr: nothing,
    env: {},
    cwd: corpus,
    isTTY: false,
    columns: undefined,
    inputs: new Set(),
  })
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((part / of) * 1000) / 1000
}
