import { isGap, type RegionState, type Snapshot, type Vpc } from '@farsight/core'
import { readTemplates, type TemplateOptions, type TemplateText } from './read-templates.ts'
import type { TemplateReading } from './template-reading.ts'

type Account = Snapshot['accounts'][string]

export interface TestReading extends TemplateReading {
  readonly account: Account
  readonly region: RegionState
  readonly codes: readonly string[]
  vpc(id: string): Vpc
  /** `line:column path` of the origin at a pointer below the Region. */
  origin(pointer: string): string | undefined
}

export type TemplateInput = TemplateText & TemplateOptions

/** One template by itself. */
export function readTemplate({ file, text, ...options }: TemplateInput): TemplateReading {
  return readTemplates([{ file, text }], options)
}

/** Reads a template for a test; the account and the Region are placeholders unless given. */
export function read(text: string, options: Partial<TemplateInput> = {}): TestReading {
  const reading = readTemplate({ file: 'app.yaml', text, ...options })
  const { snapshot } = reading
  if (snapshot === null) throw new Error(JSON.stringify(reading.problems))
  const [accountId = '', account] = Object.entries(snapshot.accounts)[0] ?? []
  const [regionId = '', region] = Object.entries(account?.regions ?? {})[0] ?? []
  if (account === undefined || region === undefined) throw new Error('no Region in the snapshot')
  const base = `/accounts/${accountId}/regions/${regionId}`
  return {
    ...reading,
    account,
    region,
    codes: reading.problems.map(({ code, line }) => `${code}@${line}`),
    vpc: (id) => vpcIn(region, id),
    origin: (pointer) =>
      originAt(snapshot, pointer.startsWith('/roles') ? `/accounts/${accountId}${pointer}` : base + pointer),
  }
}

function vpcIn({ vpcs }: RegionState, id: string): Vpc {
  const found = vpcs === undefined || isGap(vpcs) ? undefined : vpcs[id]
  if (found === undefined || found === null || isGap(found)) throw new Error(`no VPC ${id}`)
  return found
}

function originAt({ origins }: Snapshot, pointer: string): string | undefined {
  const origin = origins?.[pointer]
  return origin !== undefined && 'line' in origin ? `${origin.line}:${origin.column} ${origin.path}` : undefined
}

/** Indents a fragment so that it can stand under a key of a template. */
export function indented(fragment: string, by: number): string {
  return fragment.replaceAll(/^/gm, ' '.repeat(by))
}
