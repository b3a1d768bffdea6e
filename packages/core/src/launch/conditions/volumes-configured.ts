import type { Gap } from '../../model/gap.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { VolumeConfiguration } from '../../model/launch-request.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import { hasPlaceholder, sameText } from '../../model/placeholder.ts'
import type { Volume } from '../../model/task-definition.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import data from '../data/ebs-volumes.json' with { type: 'json' }
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { judgeManagedVolume } from '../managed-volume.ts'
import { sizeOfSnapshot } from '../size-of-snapshot.ts'

/**
 * A volume that is configured at launch is an EBS volume, which the request must describe. A task has at most one. The
 * request may describe no other one.
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
    if (!isAccepted) {
      judgeCount(faults, volumes, base)
      judgeConfigured(faults, volumes, configured, launch)
    }
    for (const [position, volume] of volumes.entries()) {
      const { name, configuredAtLaunch = false } = volume
      if (configuredAtLaunch === false) continue
      const here = pointerTo(base, position)
      const hidden = firstGap(configuredAtLaunch, name, configured)
      if (hidden !== null) {
        faults.open({ gap: hidden, what: { kind: 'volume', id: isGap(name) ? launch.id : name }, at: here })
      } else if (!isGap(configured) && !isGap(name)) {
        const found = configured.findIndex((each) => isNamed(each.name, name) === true)
        const configuration = configured[found]
        if (configuration === undefined) judgeMissing(faults, name, configured, here, at)
        else if (!isAccepted) {
          const there = pointerTo(at, 'volumeConfigurations', found)
          judgeConfiguration(faults, name, configuration, there, launch, world)
        }
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

function isNamed(given: Known<string>, name: Known<string>): boolean | undefined {
  return isGap(given) || isGap(name) ? undefined : sameText(given, name)
}

function judgeCount(faults: Faults, volumes: readonly Volume[], at: Pointer): void {
  const names = volumes.flatMap(({ name, configuredAtLaunch }) =>
    configuredAtLaunch === true ? [isGap(name) ? '?' : name] : [],
  )
  const most = data.perTask
  if (names.length > most) faults.fail({ blocker: 'too-many-volumes', volumes: names, most, at })
}

/**
 * ECS refuses configurations of which none has its volume. What it says of one more beside that of a volume is not known.
 *
 * @see https://github.com/go-to-k/cdkd/pull/811 what ECS says of a configuration without its volume
 */
function judgeConfigured(
  faults: Faults,
  volumes: readonly Volume[],
  configured: Known<readonly VolumeConfiguration[]>,
  { id, at: base }: Launch,
): void {
  const left = volumes.filter(({ configuredAtLaunch = false }) => configuredAtLaunch !== false)
  const at = pointerTo(base, 'volumeConfigurations')
  if (isGap(configured)) {
    if (left.length === 0) faults.open({ gap: configured, what: { kind: 'volume', id }, at })
    return
  }
  const served = new Set<Volume>()
  const others = [...configured.entries()].filter(([, { name }]) => {
    const volume = left.find((each) => !served.has(each) && isOf(each, name) === true)
    if (volume !== undefined) served.add(volume)
    return volume === undefined
  })
  for (const [position, { name }] of others) {
    const volume = isGap(name) ? `#${position + 1}` : name
    const here = pointerTo(at, position)
    if (served.size > 0) {
      const gap = notModeled(`volumeConfigurations ${volume}`)
      faults.open({ gap, what: { kind: 'volume', id: volume }, at: here })
    } else if (left.every((each) => isOf(each, name) === false)) {
      faults.fail({ blocker: 'volume-configuration-unmatched', volume, at: here })
    }
    // Else it is not known whether the volume has a configuration, which is open already.
  }
}

/** Whether a configuration is of a volume. */
function isOf({ name, configuredAtLaunch }: Volume, given: Known<string>): boolean | undefined {
  const named = isNamed(given, name)
  return named === true && isGap(configuredAtLaunch) ? undefined : named
}

function judgeMissing(
  faults: Faults,
  volume: string,
  configured: readonly VolumeConfiguration[],
  here: Pointer,
  at: Pointer,
): void {
  const perhaps = configured.find((each) => isNamed(each.name, volume) === undefined)?.name
  if (perhaps === undefined) faults.fail({ blocker: 'volume-not-configured', volume, at })
  else {
    const gap: Gap = isGap(perhaps)
      ? perhaps
      : { gap: 'unresolved', expression: hasPlaceholder(perhaps) ? perhaps : volume }
    faults.open({ gap, what: { kind: 'volume', id: volume }, at: here })
  }
}

function judgeConfiguration(
  faults: Faults,
  volume: string,
  { managedEBSVolume: managed }: VolumeConfiguration,
  at: Pointer,
  { place }: Launch,
  world: World,
): void {
  const here = pointerTo(at, 'managedEBSVolume')
  const open = (gap: Gap) => faults.open({ gap, what: { kind: 'volume', id: volume }, at: here })
  if (managed === undefined) open(notModeled('volumeConfigurations without managedEBSVolume'))
  else if (isGap(managed)) open(managed)
  else judgeManagedVolume(faults, volume, managed, here, sizeOfSnapshot(managed, place, world))
}

function notModeled(of: string): Gap {
  return { gap: 'not-modeled', what: 'ebs-volume-options', of }
}
