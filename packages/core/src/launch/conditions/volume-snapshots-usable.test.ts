import { expect, test } from 'vitest'
import example from '../../../../../cases/ebs-volume-failed/snapshot-larger-than-volume/snapshot.json' with {
  type: 'json',
}
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { volumeSnapshotsUsable } from './volume-snapshots-usable.ts'

const UNREAD = { gap: 'not-read' } as const

/** The verdict, then what is wrong, why it is open, and what is taken as good. */
function judged(volume: object, table: object): string {
  // biome-ignore lint/suspicious/noExplicitAny: a snapshot that a test changes at will
  const snapshot = structuredClone(example) as any
  const region = snapshot.accounts['111122223333'].regions['eu-west-1']
  Object.assign(region.runTasks.cms.volumeConfigurations[0].managedEBSVolume, { snapshotId: 'snap-1', ...volume })
  region.ebsSnapshots = table
  const world = index(snapshot as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  const { verdict, blockers, gaps, assumptions } = volumeSnapshotsUsable.judge(launch, world, UNREAD)
  const whys = blockers.map((blocker) =>
    blocker.blocker === 'ebs-snapshot-unusable' ? `${blocker.why} ${blocker.value}` : '?',
  )
  return [verdict, ...whys, ...gaps.map(({ gap }) => gap.gap), ...assumptions].join(' ')
}

const made = (more: object) => ({ 'snap-1': { state: 'completed', volumeSize: 40, ...more } })

test.each<[expected: string, volume: object, table: object]>([
  ['works', { sizeInGiB: 40 }, made({})],
  ['works', { sizeInGiB: 41 }, made({})],
  ['fails size 40 GiB', { sizeInGiB: 39 }, made({})],
  ['works', { sizeInGiB: undefined }, made({ volumeSize: UNREAD })],
  ['undecided not-read', { sizeInGiB: 40 }, made({ volumeSize: UNREAD })],
  ['fails state error', { sizeInGiB: 40 }, made({ state: 'error', volumeSize: UNREAD })],
  ['undecided not-read', { sizeInGiB: 40 }, made({ state: UNREAD })],
  ['fails missing snap-1', { sizeInGiB: 40 }, { '*': null }],
  ['works ebs-snapshots-usable', { sizeInGiB: 40 }, {}],
  ['works ebs-snapshots-usable', { sizeInGiB: 40 }, { 'snap-1': UNREAD }],
  ['works ebs-snapshots-usable', { snapshotId: UNREAD }, { '*': null }],
])('%s: %j %j', (expected, volume, table) => {
  expect(judged(volume, table)).toBe(expected)
})
