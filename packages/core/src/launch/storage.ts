import { isGap } from '../model/known.ts'
import limits from './data/container-limits.json' with { type: 'json' }
import type { Launch } from './launch.ts'

/**
 * GiB of the task's ephemeral storage, which images fill too; null where it is not known.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */
export function storageOf({ taskDefinition }: Launch): number | null {
  if (taskDefinition === null || isGap(taskDefinition)) return null
  const { ephemeralStorage } = taskDefinition.value
  if (ephemeralStorage === undefined) return limits.ephemeralStorageGiB
  const size = isGap(ephemeralStorage) ? ephemeralStorage : ephemeralStorage.sizeInGiB
  return isGap(size) ? null : size
}
