import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the corpus and what its label says. */
export interface CorpusFile {
  readonly file: string
  readonly kind: string
  readonly expected: 'starts' | 'unknown'
  /** A snapshot of the account that it is laid over. */
  readonly over?: string
}

/** What the project ships so that a file of the corpus can be decided, or why nothing can decide it. */
export interface CorpusInput {
  /** Templates that are deployed beside it: it imports from them. */
  readonly with?: readonly string[]
  /** The template that nests it, in the corpus or beside `inputs.json`. */
  readonly through?: string
  readonly parameters?: Readonly<Record<string, string>>
  /** Why it stays open, whatever is given. */
  readonly open?: string
}

export const IAC_FOLDER = fileURLToPath(new URL('.', import.meta.url))

export function corpusFiles(corpus: string): readonly CorpusFile[] {
  const index = readFileSync(join(corpus, 'INDEX.jsonl'), 'utf8')
  return index
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusFile)
}

export function corpusInputs(): Readonly<Record<string, CorpusInput>> {
  return JSON.parse(readFileSync(join(IAC_FOLDER, 'inputs.json'), 'utf8')) as Record<string, CorpusInput>
}

/** The end of a short name in the corpus, where names hold the whole path: `…__files__vpc.yml`. */
const SEPARATOR = '__'

/**
 * Opens what a template of the corpus nests: by the short name beside it, or (from templates of ours) by its name in the
 * corpus.
 */
export function corpusNeighbours(corpus: string) {
  return {
    read: (path: string, from: string) => {
      const own = join(corpus, path)
      const prefix = basename(from).slice(0, basename(from).lastIndexOf(SEPARATOR) + SEPARATOR.length)
      const candidates = [
        join(dirname(from), path),
        own,
        ...['cfn', 'cfn-support'].map((kind) => join(corpus, kind, prefix + path)),
      ]
      const file = candidates.find((each) => existsSync(each))
      return file === undefined
        ? { file: path, failure: 'missing' as const }
        : { file, text: readFileSync(file, 'utf8') }
    },
  }
}
