import { expect, test } from 'vitest'
import type { Known } from '../model/known.ts'
import type { ManagedEbsVolume } from '../model/launch-request.ts'
import { Faults } from './faults.ts'
import { judgeManagedVolume } from './managed-volume.ts'

const UNREAD = { gap: 'not-read' } as const

/** The verdict, then the options that are wrong, or why they are not known. */
function judged(options: Partial<ManagedEbsVolume>, sizeOfSnapshot: Known<number> | null = null): string {
  const faults = new Faults()
  const managed = { roleArn: 'arn:aws:iam::111122223333:role/x', ...options }
  judgeManagedVolume(faults, 'data', managed, '/at', sizeOfSnapshot)
  const { verdict, blockers, gaps } = faults.judgement()
  const wrong = blockers.map((blocker) => {
    if (blocker.blocker === 'volume-option-missing') return `without ${blocker.options.join(' or ')}`
    return blocker.blocker === 'volume-option-invalid' ? blocker.option : '?'
  })
  return [verdict, ...wrong, ...gaps.map(({ gap }) => gap.gap)].join(' ')
}

test.each<[expected: string, options: Partial<ManagedEbsVolume>]>([
  ['works', { sizeInGiB: 20 }],
  ['works', { snapshotId: 'snap-1' }],
  ['works', { snapshotId: 'snap-1', sizeInGiB: 20, volumeInitializationRate: 200 }],
  ['fails without sizeInGiB or snapshotId', {}],
  ['fails without snapshotId', { sizeInGiB: 20, volumeInitializationRate: 200 }],
  ['undecided not-read', { sizeInGiB: 20, volumeInitializationRate: UNREAD }],
  ['undecided not-read', { sizeInGiB: UNREAD }],
  ['works', { snapshotId: UNREAD }],
  ['fails sizeInGiB', { sizeInGiB: 0 }],
  ['works', { sizeInGiB: 20, filesystemType: 'ext4' }],
  ['fails filesystemType', { sizeInGiB: 20, filesystemType: 'ntfs' }],
  ['undecided unresolved', { sizeInGiB: 20, filesystemType: '«Type»' }],
  ['undecided unresolved', { sizeInGiB: 20, filesystemType: 'ext«Version»' }],
  ['fails filesystemType', { sizeInGiB: 20, filesystemType: 'ntfs«Version»' }],
  ['undecided unresolved', { sizeInGiB: 20, volumeType: 'gp«Version»' }],
  ['fails volumeType', { sizeInGiB: 20, volumeType: 'standard' }],
  ['undecided not-modeled', { sizeInGiB: 20, volumeType: 'gp4' }],
  ['undecided not-read', { sizeInGiB: 20, volumeType: UNREAD }],
  ['works', { sizeInGiB: 100, volumeType: 'gp3', iops: 3000, throughput: 125 }],
  ['fails iops', { sizeInGiB: 100, volumeType: 'gp3', iops: 2999 }],
  ['undecided not-modeled', { sizeInGiB: 100, volumeType: 'gp3', iops: 20000 }],
  ['fails iops', { sizeInGiB: 1000, volumeType: 'gp3', iops: 80001 }],
  ['works', { sizeInGiB: 30, volumeType: 'gp3', iops: 15000 }],
  ['fails iops', { sizeInGiB: 20, volumeType: 'gp3', iops: 15000 }],
  ['fails iops', { sizeInGiB: 20, volumeType: 'gp3', iops: 20000 }],
  ['works', { sizeInGiB: 1, volumeType: 'gp3', iops: 3000 }],
  ['works', { sizeInGiB: 20, volumeType: 'io1', iops: 1000 }],
  ['fails iops', { sizeInGiB: 20, volumeType: 'io1', iops: 1001 }],
  ['works', { sizeInGiB: 20, volumeType: 'io2', iops: 20000 }],
  ['fails iops', { sizeInGiB: 20, volumeType: 'io2', iops: 20001 }],
  ['undecided not-read', { sizeInGiB: UNREAD, volumeType: 'gp3', iops: 15000 }],
  ['works', { sizeInGiB: 100, volumeType: 'gp3', throughput: 750 }],
  ['fails throughput', { sizeInGiB: 100, volumeType: 'gp3', throughput: 1000 }],
  ['works', { sizeInGiB: 100, volumeType: 'gp3', iops: 4000, throughput: 1000 }],
  ['undecided not-read', { sizeInGiB: 100, volumeType: 'gp3', iops: UNREAD, throughput: 1000 }],
  ['fails iops throughput', { sizeInGiB: 20, iops: 5, throughput: 99999 }],
  ['undecided not-modeled', { sizeInGiB: 20, throughput: 200 }],
  ['fails throughput', { sizeInGiB: 20, throughput: 99999 }],
  ['fails throughput', { sizeInGiB: 100, volumeType: 'gp3', throughput: 100 }],
  ['fails throughput', { sizeInGiB: 100, volumeType: 'gp2', throughput: 125 }],
  ['fails iops', { sizeInGiB: 100, volumeType: 'gp2', iops: 300 }],
  ['fails without iops', { sizeInGiB: 100, volumeType: 'io2' }],
  ['works', { sizeInGiB: 100, volumeType: 'io2', iops: 1000 }],
  ['fails sizeInGiB', { sizeInGiB: 3, volumeType: 'io1', iops: 100 }],
  ['fails sizeInGiB', { sizeInGiB: 100, volumeType: 'st1' }],
  ['fails iops', { sizeInGiB: 125, volumeType: 'sc1', iops: 100 }],
  ['undecided not-read', { sizeInGiB: 125, volumeType: 'sc1', iops: UNREAD }],
])('%s: %j', (expected, options) => {
  expect(judged(options)).toBe(expected)
})

test.each<[expected: string, sizeOfSnapshot: Known<number> | null, options: Partial<ManagedEbsVolume>]>([
  ['works', 30, { iops: 15000 }],
  ['fails iops', 20, { iops: 15000 }],
  ['works', 20, { sizeInGiB: 30, iops: 15000 }],
  ['works', null, { iops: 15000 }],
  ['undecided not-read', UNREAD, { iops: 15000 }],
  ['works', UNREAD, { iops: 3000 }],
])('%s: made of a snapshot of %j GiB, %j', (expected, sizeOfSnapshot, options) => {
  expect(judged({ volumeType: 'gp3', snapshotId: 'snap-1', ...options }, sizeOfSnapshot)).toBe(expected)
})
