import { isGap, type Known } from '../model/known.ts'
import type { Volume } from '../model/task-definition.ts'
import type { Platform } from './platform.ts'
import type { Suit } from './suit.ts'
import { osFamilyOf } from './task-size.ts'

/**
 * Docker volumes, FSx for Windows and paths of the host are for instances; EFS, S3 Files and EBS are for Linux. A volume
 * is configured in one way.
 *
 * @param isAccepted ECS has accepted a service with them: what is not known of them is right
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 * @see https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/185 what ECS says of two ways
 */
export function judgeVolumes(suit: Suit, { family }: Platform, isAccepted: boolean): void {
  const { volumes } = suit.definition
  if (volumes === undefined) return
  if (isGap(volumes)) {
    suit.open('volumes', volumes)
    return
  }
  for (const volume of volumes) {
    for (const kind of OF_INSTANCES) judgeOfInstances(suit, kind, volume[kind], isAccepted)
    const { host } = volume
    judgeOfInstances(suit, 'host.sourcePath', host === undefined || isGap(host) ? host : host.sourcePath, isAccepted)
    const kinds = LINUX_ALONE.filter((kind) => isOfKind(volume, kind))
    if (kinds.length > 1) suit.unsuitable('volumes', kinds.join(' + '), ...kinds)
    const ofLinux = osFamilyOf(family) === 'WINDOWS' ? kinds : []
    for (const kind of ofLinux) suit.refused(`volumes.${kind}`, null, family)
  }
}

const OF_INSTANCES = ['dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'] as const

function judgeOfInstances(
  suit: Suit,
  kind: string,
  value: Known<object | string> | undefined,
  isAccepted: boolean,
): void {
  if (value === undefined || (isGap(value) && isAccepted)) return
  if (isGap(value)) suit.open('volumes', value)
  else suit.unsuitable('volumes', kind, ...STORAGE)
}

const LINUX_ALONE = ['efsVolumeConfiguration', 's3filesVolumeConfiguration', 'configuredAtLaunch'] as const

function isOfKind(volume: Volume, kind: (typeof LINUX_ALONE)[number]): boolean {
  const value = volume[kind]
  return value !== undefined && value !== false && !isGap(value)
}

const STORAGE = [...LINUX_ALONE, 'host {}']
