import { parseArn } from '../model/arn.ts'
import type { Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { Place } from '../model/world.ts'

/** A file system of S3 Files, as a volume names it. */
export interface S3FileSystem {
  readonly id: string
  readonly place: Place
}

const TYPE = 'file-system/'

/**
 * Null: the text is no ARN of such a file system, and ECS wants the full one.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html
 */
export function s3FileSystemOf(written: string): Known<S3FileSystem> | null {
  const arn = parseArn(written)
  if (arn !== null && arn.service === 's3files' && arn.resource.startsWith(TYPE)) {
    const { account, region } = arn
    return { id: arn.resource.slice(TYPE.length), place: { account, region } }
  }
  return hasPlaceholder(written) ? { gap: 'unresolved', expression: written } : null
}
