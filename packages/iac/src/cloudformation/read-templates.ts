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
  { files, parameters = {}, region, account, over }: TemplateOptions,
): TemplateReading {
  const place = onlyPlaceOf(over)
  const stacks = templates.map(({ file, text }) => {
    return { file, text, region: region ?? place.region, account: account ?? place.account }
  })
  return readStacks(stacks, { parameters, files: files ?? null, ...(over === undefined ? {} : { over }) })
}
