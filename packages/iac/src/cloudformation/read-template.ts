import type { Snapshot } from '@farsight/core'
import type { Files } from '../files.ts'
import type { Problem } from '../problem.ts'
import { readStacks } from './read-stacks.ts'

export interface TemplateInput {
  /** What origins and problems call it. */
  readonly file: string
  readonly text: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly region?: string
  readonly account?: string
  /** Opens the templates of nested stacks; without it they are not read. */
  readonly files?: Files
}

export interface TemplateReading {
  /** Null where the file is no template at all. */
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

/** What the stack of a CloudFormation template will be once it is deployed, as far as the template tells. */
export function readTemplate({ file, text, ...options }: TemplateInput): TemplateReading {
  return readTemplates([{ file, text }], options)
}

/** The same for templates that are deployed together: what one exports, another imports. */
export function readTemplates(
  templates: readonly Pick<TemplateInput, 'file' | 'text'>[],
  { files, parameters = {}, region, account }: Omit<TemplateInput, 'file' | 'text'>,
): TemplateReading {
  const stacks = templates.map(({ file, text }) => ({ file, text, region, account }))
  return readStacks(stacks, { parameters, files: files ?? null })
}
