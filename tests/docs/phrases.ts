import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import type { Phrase } from '../../packages/core/src/words/phrase.ts'
import { ROOT } from './markdown.ts'

const WORDS = 'packages/core/src/words'
const FILES = readdirSync(join(ROOT, WORDS)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

export interface NamedPhrase {
  /** `cause-titles.ts causeTitles no-route-to-s3`. */
  readonly name: string
  readonly phrase: Phrase<unknown>
}

/** Every phrase that the modules of `words/` export. */
export async function allPhrases(): Promise<readonly NamedPhrase[]> {
  const modules = await Promise.all(FILES.map((file) => import(pathToFileURL(join(ROOT, WORDS, file)).href)))
  return modules.flatMap((module, position) => phrasesIn(module, FILES[position] ?? ''))
}

function phrasesIn(value: unknown, name: string): readonly NamedPhrase[] {
  if (typeof value !== 'object' || value === null) return []
  if (isPhrase(value)) return [{ name, phrase: value }]
  return Object.entries(value).flatMap(([key, part]) => phrasesIn(part, `${name} ${key}`))
}

function isPhrase(value: object): value is Phrase<unknown> {
  return 'en' in value && 'ja' in value && typeof value.en === 'function' && typeof value.ja === 'function'
}

/** What `words/` writes between quotes with `${` in it, where nothing fills it in: backquotes are missing. */
export function unfilledTexts(): readonly string[] {
  return FILES.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, WORDS, file), 'utf8'), ts.ScriptTarget.ES2023)
    return plainTextsIn(source).filter((text) => text.includes('${'))
  })
}

function plainTextsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  const texts: string[] = []
  ts.forEachChild(node, (child) => {
    texts.push(...plainTextsIn(child))
  })
  return texts
}
