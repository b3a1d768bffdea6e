import type { Snapshot } from '@farsight/core'
import type { Files } from '../files.ts'
import { onlyPlaceOf } from './environment.ts'
import { readStacks } from './read-stacks.ts'
import type { TemplateReading } from './template-reading.ts'

export interface TemplateText {
  /** What origins and problems call it. */
  readonly file: string
  readonly text: string
}

export interface TemplateOptions {
  readonly parameters?: Readonly<Record<string, string>>
  readonly region?: string
  readonly account?: string
  /** How the stacks are called, in the order of the templates. */
  readonly stacks?: readonly string[]
  /** Opens the templates of nested stacks; without it they are not read. */
  readonly files?: Files
  /** The account that the stacks are deployed to. */
  readonly over?: Snapshot
}

/**
 * What the stacks of CloudFormation templates will be once they are deployed together, as far as the
 * templates tell: what one exports, another imports.
 */
export function readTemplates(
  templates: readonly TemplateText[],
  { files, parameters = {}, region, account, stacks: names = [], over }: TemplateOptions,
): TemplateReading {
  const place = onlyPlaceOf(over)
  const stacks = templates.map(({ file, text }, i) => {
    return { file, text, region: region ?? place.region, account: account ?? place.account, stackName: names[i] }
  })
  const read = readStacks(stacks, { parameters, files: files ?? null, ...(over === undefined ? {} : { over }) })
  const [file, tooMany] = [templates[0]?.file, names[templates.length]]
  if (file === undefined || tooMany === undefined) return read
  const known = names.slice(0, templates.length).join(', ')
  const params = { name: tooMany, known }
  const problem = {
    code: 'E_NO_SUCH_STACK',
    severity: 'error',
    file,
    line: null,
    column: null,
    path: null,
    params,
  } as const
  return { snapshot: null, problems: [...read.problems, problem] }
}
