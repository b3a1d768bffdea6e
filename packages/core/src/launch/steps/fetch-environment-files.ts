import { isGap } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { serviceHost } from '../../network/aws-host.ts'
import { findBucket, regionOfBucket } from '../buckets.ts'
import { call } from '../call.ts'
import { environmentFilesValid } from '../conditions/environment-files-valid.ts'
import { type EnvironmentFile, filesOf, hasEnvironmentFiles } from '../environment-file.ts'
import type { Launch } from '../launch.ts'
import type { Call, Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * Fargate reads the files of environment variables from S3 as the execution role, through the task's own interface:
 * where the bucket is, then the object.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-s3
 */
export const fetchEnvironmentFiles: Step = {
  id: 'fetch-environment-files',
  requires: (launch, world) => {
    const { containers } = launch
    if (containers === null || isGap(containers)) return NONE
    if (!containers.some(({ definition }) => hasEnvironmentFiles(definition))) return NONE
    const requirements: Requirement[] = [environmentFilesValid]
    const seen = new Set<string>()
    for (const container of containers) {
      for (const written of filesOf(container)) {
        if (written.is === 'file') fetchOne(requirements, seen, launch, world, written.file, written.at)
      }
    }
    return requirements
  },
}

const NONE: readonly Requirement[] = []

/** A file, or a bucket, of several containers is one requirement. */
function fetchOne(
  requirements: Requirement[],
  seen: Set<string>,
  launch: Launch,
  world: World,
  file: EnvironmentFile,
  at: Pointer,
): void {
  if (seen.has(file.arn)) return
  seen.add(file.arn)
  const { place } = launch
  const bucketArn = `arn:${file.partition}:s3:::${file.bucket}`
  const bucket = findBucket(world, place, file.bucket)
  // Of one that is not there, nothing else is open.
  const region = bucket === null ? place.region : regionOfBucket(bucket)
  // In another Region than the task's, the way there would be another one.
  const onlyIf = isGap(region) ? { gap: region, what: { kind: 'bucket', id: file.bucket } as const, at } : null
  const host = `${file.bucket}.${serviceHost('s3', isGap(region) ? place.region : region)}`
  const s3 = (action: string, resource: string, target: Call['target']): Call => {
    const principal = launch.executionRole
    const to = { host, port: 443 }
    const allowed = principal === null ? null : action
    return call({
      step: 'fetch-environment-files',
      at,
      service: 's3',
      principal,
      action: allowed,
      resource,
      to,
      target,
      onlyIf,
    })
  }
  if (!seen.has(bucketArn)) {
    seen.add(bucketArn)
    requirements.push(s3('s3:GetBucketLocation', bucketArn, null))
  }
  requirements.push(s3('s3:GetObject', file.arn, { target: 'environment-file', file, place }))
}
