import type { Definition } from './definition.ts'
import { networkDefinitions } from './network.ts'
import { snapshotDefinitions } from './snapshot.ts'

/** The parts of a snapshot as Markdown, for docs/snapshot.md. */
export function partTables(): string {
  const { Snapshot, Account, Region } = snapshotDefinitions
  return [
    partTable('The snapshot', '', Snapshot),
    partTable('An account', '/accounts/111122223333', Account),
    partTable('A Region', '/accounts/111122223333/regions/ap-northeast-1', Region),
    partTable('A VPC', '/accounts/111122223333/regions/ap-northeast-1/vpcs/vpc-1', networkDefinitions.Vpc),
  ].join('\n')
}

function partTable(title: string, pointer: string, { fields }: Definition): string {
  const where = pointer === '' ? '' : ` (\`${pointer}\`)`
  const rows = Object.entries(fields).map(([field, text]) => `| \`${field}\` | ${text.replaceAll('|', '\\|')} |`)
  return [`### ${title}${where}`, '', '| key | what it holds |', '|---|---|', ...rows, ''].join('\n')
}
