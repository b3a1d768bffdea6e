import type { Gap } from '../../model/gap.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { VolumeConfiguration } from '../../model/service.ts'
import type { Volume } from '../../model/task-definition.ts'
import { condition } from '../condition.ts'
import data from '../data/ebs-volumes.json' with { type: 'json' }
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { judgeManagedVolume } from '../managed-volume.ts'

/**
 * A volume that is configured at launch is an EBS volume, which the request must describe. A task has at most one.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html#ebs-volume-considerations
 */
export const volumesConfigured = condition({
  step: 'mount-volumes',
  id: 'volumes-configured',
  judge: (launch, world) => {
    const { request, at } = launch
    const faults = new Faults()
    const isAccepted = isExistingService(launch, world)
    // ECS took a service that is there with its volumes, and shows them in its deployments alone.
    const { volumeConfigurations: configured = isAccepted ? NOT_SHOWN : [] } = request
    const { volumes, at: base } = volumesOf(launch)
    if (!isAccepted) judgeCount(faults, volumes, base)
    for (const [position, volume] of volumes.entries()) {
      const { name, configuredAtLaunch = false } = volume
      if (configuredAtLaunch === false) continue
      const here = pointerTo(base, position)
      const hidden = firstGap(configuredAtLaunch, name, configured)
      if (hidden !== null) {
        faults.open({ gap: hidden, what: { kind: 'volume', id: isGap(name) ? launch.id : name }, at: here })
      } else if (!isGap(configured) && !isGap(name)) {
        const found = configured.findIndex((each) => each.name === name)
        const configuration = configured[found]
        if (configuration === undefined) judgeMissing(faults, name, configured, here, at)
        else if (!isAccepted)
          judgeConfiguration(faults, name, configuration, pointerTo(at, 'volumeConfigurations', found))
      }
    }
    return faults.judgement()
  },
})

const NOT_SHOWN: Gap = { gap: 'not-read', permission: 'ecs:DescribeServices' }

function volumesOf({ taskDefinition, at }: Launch): { readonly volumes: readonly Volume[]; readonly at: Pointer } {
  if (taskDefinition === null || isGap(taskDefinition)) return { volumes: [], at }
  const { volumes = [] } = taskDefinition.value
  return { volumes: isGap(volumes) ? [] : volumes, at: pointerTo(taskDefinition.at, 'volumes') }
}

function firstGap(...facts: readonly Known<unknown>[]): Gap | null {
  return facts.find(isGap) ?? null
}

function judgeCount(faults: Faults, volumes: readonly Volume[], at: Pointer): void {
  const names = volumes.flatMap(({ name, configuredAtLaunch }) =>
    configuredAtLaunch === true ? [isGap(name) ? '?' : name] : [],
  )
  const most = data.perTask
  if (names.length > most) faults.fail({ blocker: 'too-many-volumes', volumes: names, most, at })
}

function judgeMissing(
  faults: Faults,
  volume: string,
  configured: readonly VolumeConfiguration[],
  here: Pointer,
  at: Pointer,
): void {
  const open = configured.find((each) => isGap(each.name))?.name
  if (isGap(open)) faults.open({ gap: open, what: { kind: 'volume', id: volume }, at: here })
  else faults.fail({ blocker: 'volume-not-configured', volume, at })
}

function judgeConfiguration(
  faults: Faults,
  volume: string,
  { managedEBSVolume: managed }: VolumeConfiguration,
  at: Pointer,
): void {
  if (managed === undefined) return
  const here = pointerTo(at, 'managedEBSVolume')
  if (isGap(managed)) faults.open({ gap: managed, what: { kind: 'volume', id: volume }, at: here })
  else judgeManagedVolume(faults, volume, managed, here)
}
