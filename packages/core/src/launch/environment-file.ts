import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'
import type { EnvironmentFileInvalid } from './container-blocker.ts'
import { type LaunchContainer, pointerIn } from './containers.ts'

/** An object of S3 that holds environment variables. */
export interface EnvironmentFile {
  readonly arn: string
  readonly partition: string
  readonly bucket: string
  readonly key: string
}

/** A file as a container names it: read, not known, or wrong. */
export type WrittenFile =
  | { readonly is: 'file'; readonly file: EnvironmentFile; readonly at: Pointer }
  | { readonly is: 'open'; readonly gap: Gap; readonly at: Pointer }
  | { readonly is: 'invalid'; readonly text: string; readonly why: EnvironmentFileInvalid['why']; readonly at: Pointer }

const NONE: readonly WrittenFile[] = []

export function hasEnvironmentFiles({ environmentFiles: files }: ContainerDefinition): boolean {
  return files !== undefined && (isGap(files) || files.length > 0)
}

export function filesOf(container: LaunchContainer): readonly WrittenFile[] {
  const { environmentFiles: files } = container.definition
  if (files === undefined) return NONE
  const here = pointerIn(container, 'environmentFiles')
  if (isGap(files)) return [{ is: 'open', gap: files, at: here }]
  return files.map(({ type, value }, position) => read(type, value, `${here}/${position}`))
}

/**
 * The one type is `s3`, the value the ARN of an object whose name ends in `.env`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
function read(type: Known<string>, value: Known<string>, at: Pointer): WrittenFile {
  if (isGap(type)) return { is: 'open', gap: type, at }
  if (type !== 's3') return { is: 'invalid', text: type, why: 'type', at }
  if (isGap(value)) return { is: 'open', gap: value, at }
  const arn = parseArn(value)
  // A placeholder at the front may stand for the beginning of an ARN.
  if (arn === null && value.startsWith('«')) return { is: 'open', gap: { gap: 'unresolved', expression: value }, at }
  const slash = arn === null ? -1 : slashIn(arn.resource)
  if (arn === null || arn.service !== 's3' || slash < 1) return { is: 'invalid', text: value, why: 'arn', at }
  if (!value.endsWith('.env') && !value.endsWith('»')) return { is: 'invalid', text: value, why: 'suffix', at }
  const { partition, resource } = arn
  const file = { arn: value, partition, bucket: resource.slice(0, slash), key: resource.slice(slash + 1) }
  return { is: 'file', file, at }
}

/** The first that stands outside of placeholders, whose names may hold some. */
function slashIn(resource: string): number {
  let depth = 0
  for (let i = 0; i < resource.length; i++) {
    const char = resource[i]
    if (char === '«') depth++
    else if (char === '»') depth--
    else if (char === '/' && depth <= 0) return i
  }
  return -1
}
