import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { EfsVolumeConfiguration, S3FilesVolumeConfiguration } from '../../model/task-definition.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { s3FileSystemOf } from '../s3-file-system.ts'

/**
 * Of EFS, IAM and access points want encryption in transit; S3 Files is named by a full ARN. An access point has its own root
 * directory.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html
 */
export const volumeOptionsValid = condition({
  step: 'mount-volumes',
  id: 'volume-options-valid',
  resource: nameOfDefinition,
  judge: ({ taskDefinition }) => {
    const faults = new Faults()
    if (taskDefinition === null || isGap(taskDefinition)) return faults.judgement()
    const { volumes = [] } = taskDefinition.value
    for (const [position, volume] of isGap(volumes) ? [] : volumes.entries()) {
      const { name, efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3Files } = volume
      const id = isGap(name) ? `#${position + 1}` : name
      const at = pointerTo(taskDefinition.at, 'volumes', position)
      if (efs !== undefined && !isGap(efs)) judgeEfs(faults, id, efs, pointerTo(at, 'efsVolumeConfiguration'))
      if (s3Files !== undefined && !isGap(s3Files)) {
        judgeS3Files(faults, id, s3Files, pointerTo(at, 's3filesVolumeConfiguration'))
      }
    }
    return faults.judgement()
  },
})

function judgeEfs(faults: Faults, volume: string, efs: EfsVolumeConfiguration, at: Pointer): void {
  const { authorizationConfig: authorization, transitEncryption = 'DISABLED', rootDirectory = '/' } = efs
  if (authorization === undefined || isGap(authorization)) return
  const { iam = 'DISABLED', accessPointId } = authorization
  const asking = iam === 'ENABLED' ? 'iam' : accessPointId === undefined ? null : 'accessPointId'
  const what = { kind: 'volume', id: volume } as const
  if (asking !== null && transitEncryption !== 'ENABLED') {
    const here = pointerTo(at, 'transitEncryption')
    if (isGap(transitEncryption)) faults.open({ gap: transitEncryption, what, at: here })
    else {
      const option = { option: 'transitEncryption', value: transitEncryption, wanted: ['ENABLED'] }
      faults.fail({ blocker: 'volume-option-invalid', volume, ...option, beside: asking, at: here })
    }
  }
  if (accessPointId !== undefined) judgeRoot(faults, volume, rootDirectory, 'accessPointId', at)
}

function judgeS3Files(faults: Faults, volume: string, s3Files: S3FilesVolumeConfiguration, at: Pointer): void {
  const { fileSystemArn: value, accessPointArn, rootDirectory = '/' } = s3Files
  // One that is not known is a gap of the mount.
  if (!isGap(value) && s3FileSystemOf(value) === null) {
    const option = {
      option: 'fileSystemArn',
      value,
      wanted: ['arn:<partition>:s3files:<region>:<account>:file-system/fs-…'],
    }
    const here = pointerTo(at, 'fileSystemArn')
    faults.fail({ blocker: 'volume-option-invalid', volume, ...option, beside: 's3filesVolumeConfiguration', at: here })
  }
  if (accessPointArn !== undefined) judgeRoot(faults, volume, rootDirectory, 'accessPointArn', at)
}

/** @param beside the option that brings the access point */
function judgeRoot(faults: Faults, volume: string, value: Known<string>, beside: string, at: Pointer): void {
  const here = pointerTo(at, 'rootDirectory')
  if (isGap(value)) faults.open({ gap: value, what: { kind: 'volume', id: volume }, at: here })
  else if (value !== '/' && value !== '') {
    faults.fail({
      blocker: 'volume-option-invalid',
      volume,
      option: 'rootDirectory',
      value,
      wanted: ['/'],
      beside,
      at: here,
    })
  }
}
