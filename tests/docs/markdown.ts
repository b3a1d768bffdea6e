import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Made by others, or copied from here by the build. */
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git'])
const COPIES = new Set(['packages/cli/README.md'])

/** A Markdown file of the repository, by its path from the root. */
export interface Page {
  readonly path: string
  readonly text: string
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

export function pagesBelow(folder = ''): readonly Page[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry): readonly Page[] => {
    if (NOT_OURS.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return pagesBelow(path)
    return path.endsWith('.md') && !COPIES.has(path) ? [readPage(path)] : []
  })
}

/** A fenced block with its language; `content` has no final line break. */
export interface Block {
  readonly language: string
  readonly content: string
}

const FENCED = /^```([\w-]*)\n([\s\S]*?)^```$/gm

export function blocksOf({ text }: Page): readonly Block[] {
  return [...text.matchAll(FENCED)].map(([, language = '', content = '']) => ({
    language,
    content: content.replace(/\n$/, ''),
  }))
}

/** The text without fenced blocks, in which nothing is a link or a heading. */
export function proseOf({ text }: Page): string {
  return text.replace(FENCED, '')
}

export function headingsOf(page: Page): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
}

/** The targets of links that stay in the repository. */
export function linksOf(page: Page): readonly string[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

/** As GitHub makes the anchor of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}

/** What stands under a heading, down to the next of the same or a higher level. */
export function sectionOf({ path, text }: Page, heading: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (start < 0) throw new Error(`${path} has no heading "${heading}"`)
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1
  const length = lines.slice(start + 1).findIndex((line) => new RegExp(`^#{1,${level}} `).test(line))
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n')
}

/** The cells of the rows of all tables, without the heads. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n')
  const isRow = (line: string | undefined) => line?.startsWith('|') === true
  const isRule = (line: string | undefined) => line !== undefined && /^\|[\s|:-]+$/.test(line)
  return lines
    .filter((line, position) => isRow(line) && !isRule(line) && !isRule(lines[position + 1]))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** What stands between backquotes. */
export function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}
