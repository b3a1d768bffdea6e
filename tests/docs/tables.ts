import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CAUSES, type CauseId } from '../../packages/core/src/causes/cause.ts'
import { causeTitles } from '../../packages/core/src/words/cause-titles.ts'
import { ROOT } from './markdown.ts'

/** The tables that pages can ask for. */
export const tables = { causes: causesTable }

function causesTable(): string {
  const ids = Object.keys(CAUSES) as CauseId[]
  const rows = ids.map((id) => [`\`${id}\``, CAUSES[id], causeTitles[id].en(), causeTitles[id].ja(), casesOf(id)])
  return table(['cause', 'kind', 'what is wrong', '日本語', 'cases'], rows)
}

function casesOf(cause: CauseId): string {
  return variantsOf(cause)
    .map((variant) => `[${variant}](../cases/${cause}/${variant}/origin.md)`)
    .join(', ')
}

function variantsOf(cause: CauseId): readonly string[] {
  const groups = readdirSync(join(ROOT, 'cases'))
  return groups.includes(cause) ? readdirSync(join(ROOT, 'cases', cause)).sort() : []
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
