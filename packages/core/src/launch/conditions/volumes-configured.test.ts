import { expect, test } from 'vitest'
import example from '../../../../../cases/volume-misconfigured/volume-not-described/snapshot.json' with { type: 'json' }
import type { Known } from '../../model/known.ts'
import type { VolumeConfiguration } from '../../model/launch-request.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { Volume } from '../../model/task-definition.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { mountVolumes } from '../steps/mount-volumes.ts'

const UNREAD = { gap: 'not-read' } as const
const managedEBSVolume = { roleArn: 'arn:aws:iam::111122223333:role/ecs-infrastructure', sizeInGiB: 20 }

/** The verdict, then what is wrong, or why it is not known. */
function judged(volumes: readonly Volume[] | undefined, configured: Known<readonly VolumeConfiguration[]>): string {
  // biome-ignore lint/suspicious/noExplicitAny: a snapshot that a test changes at will
  const snapshot = structuredClone(example) as any
  const region = snapshot.accounts['111122223333'].regions['eu-west-1']
  region.taskDefinitions['cms:4'].volumes = volumes
  region.runTasks.cms.volumeConfigurations = configured
  const world = index(snapshot as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  const required = mountVolumes
    .requires(launch, world)
    .find((each) => each.kind === 'condition' && each.id === 'volumes-configured')
  if (required?.kind !== 'condition') return 'not required'
  const { verdict, blockers, gaps } = required.judge(launch, world, UNREAD)
  return [verdict, ...blockers.map(({ blocker }) => blocker), ...gaps.map(({ gap }) => gap.gap)].join(' ')
}

const left = (name: Known<string>): Volume => ({ name, configuredAtLaunch: true })
const of = (name: Known<string>): VolumeConfiguration => ({ name, managedEBSVolume })

test.each<[expected: string, volumes: Volume[] | undefined, configured: Known<VolumeConfiguration[]>]>([
  ['works', [left('data')], [of('data')]],
  ['not required', undefined, []],
  ['not required', [{ name: 'data' }], []],
  ['fails volume-configuration-unmatched', undefined, [of('data')]],
  ['fails volume-configuration-unmatched', undefined, [of(UNREAD)]],
  ['fails volume-configuration-unmatched', [{ name: 'data' }], [of('data')]],
  ['fails volume-configuration-unmatched volume-not-configured', [left('data')], [of('date')]],
  ['undecided not-read', [{ name: 'data' }], UNREAD],
  ['undecided not-read', [{ name: 'data', configuredAtLaunch: UNREAD }], [of('data')]],
  ['undecided not-read', [left(UNREAD)], [of('data')]],
  ['undecided not-read', [left('data')], [of(UNREAD)]],
  ['works', [left('«Name»')], [of('«Name»')]],
  ['undecided unresolved', [left('data')], [of('«Name»')]],
  ['undecided unresolved', [left('«Stack»data')], [of('data')]],
  ['fails volume-configuration-unmatched volume-not-configured', [left('«Stack»-data')], [of('cache')]],
  ['undecided not-modeled', [left('data')], [of('data'), of('cache')]],
  ['undecided not-modeled', [left('data')], [of('data'), of('data')]],
  ['undecided not-modeled', [left('data')], [of(UNREAD), of('data')]],
  ['undecided not-modeled', [left('data')], [{ name: 'data' }]],
])('%s: %j %j', (expected, volumes, configured) => {
  expect(judged(volumes, configured)).toBe(expected)
})
