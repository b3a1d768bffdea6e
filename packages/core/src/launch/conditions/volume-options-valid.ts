import { isGap } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { EfsVolumeConfiguration } from '../../model/task-definition.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'

/**
 * IAM and access points want encryption in transit, and an access point has its own root directory.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 */
export const volumeOptionsValid = condition({
  step: 'mount-volumes',
  id: 'volume-options-valid',
  resource: nameOfDefinition,
  judge: ({ taskDefinition }) => {
    const faults = new Faults()
    if (taskDefinition === null || isGap(taskDefinition)) return faults.judgement()
    const { volumes = [] } = taskDefinition.value
    for (const [position, { name, efsVolumeConfiguration: efs }] of isGap(volumes) ? [] : volumes.entries()) {
      if (efs === undefined || isGap(efs)) continue
      const at = pointerTo(taskDefinition.at, 'volumes', position, 'efsVolumeConfiguration')
      judgeEfs(faults, isGap(name) ? `#${position + 1}` : name, efs, at)
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
      const option = { option: 'transitEncryption', value: transitEncryption, wanted: 'ENABLED' }
      faults.fail({ blocker: 'volume-option-invalid', volume, ...option, beside: asking, at: here })
    }
  }
  if (accessPointId === undefined || rootDirectory === '/' || rootDirectory === '') return
  const here = pointerTo(at, 'rootDirectory')
  if (isGap(rootDirectory)) faults.open({ gap: rootDirectory, what, at: here })
  else {
    const option = { option: 'rootDirectory', value: rootDirectory, wanted: '/' }
    faults.fail({ blocker: 'volume-option-invalid', volume, ...option, beside: 'accessPointId', at: here })
  }
}
