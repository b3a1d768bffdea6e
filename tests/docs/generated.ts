import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFarsight } from '../cases/run-farsight.ts'
import { type Page, ROOT } from './markdown.ts'
import { tables } from './tables.ts'

/**
 * Parts of a page that Farsight writes itself. Above the block or table that it fills stands a comment:
 *
 * `<!-- run: farsight demo -->`, or `<!-- run: LANG=ja_JP.UTF-8 farsight preflight app.yaml # exits 1 -->`, for what a
 * command prints in a terminal of 80 columns; it runs in the root of the repository.
 *
 * `<!-- table: causes -->` for one of the tables of `tables.ts`.
 */
const RUN = /^<!-- run: (.+) -->\n```(\w*)\n[\s\S]*?^```$/gm
const TABLE = /^<!-- table: ([\w-]+) -->\n(?:\|.*\n)*/gm

/** The same page with every generated part as it is today. */
export async function regenerated({ path, text }: Page): Promise<Page> {
  const runs = await Promise.all([...text.matchAll(RUN)].map(([, line = '']) => outputOf(line, path)))
  let position = 0
  const withRuns = text.replace(RUN, (_, line: string, language: string) => {
    return `<!-- run: ${line} -->\n\`\`\`${language}\n${runs[position++]}\`\`\``
  })
  const withTables = withRuns.replace(TABLE, (_, name: string) => `<!-- table: ${name} -->\n${tableNamed(name, path)}`)
  return { path, text: withTables }
}

export function save({ path, text }: Page): void {
  writeFileSync(join(ROOT, path), text)
}

/** The commands of a page, without the variables set for them and without how they end. */
export function commandsOf({ text }: Page): readonly string[] {
  return [...text.matchAll(RUN)].map(([, line = '']) => line.replace(/^(\w+=\S* )+/, '').replace(/ # exits \d+$/, ''))
}

/** The page without its generated parts. */
export function handwritten({ path, text }: Page): Page {
  return { path, text: text.replace(RUN, '').replace(TABLE, '') }
}

async function outputOf(line: string, path: string): Promise<string> {
  const [, variables = '', words = '', exits = '0'] =
    /^((?:\w+=\S* )*)farsight (.+?)(?: # exits (\d+))?$/.exec(line) ?? []
  if (words === '') throw new Error(`${path}: \`${line}\` does not run farsight`)
  const env = Object.fromEntries([...variables.matchAll(/(\w+)=(\S*) /g)].map(([, name, value]) => [name, value]))
  const { exitCode, stdout, stderr } = await runFarsight(words.split(' '), ROOT, '', env)
  if (exitCode !== Number(exits)) throw new Error(`${path}: \`${line}\` exits ${exitCode}\n${stdout}${stderr}`)
  return stdout + stderr
}

function tableNamed(name: string, path: string): string {
  const table = Object.hasOwn(tables, name) ? tables[name as keyof typeof tables] : undefined
  if (table === undefined) throw new Error(`${path}: there is no table ${name}`)
  return table()
}
