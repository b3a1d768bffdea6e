import { expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { decryptOf } from './decrypt.ts'

const [OWN, OTHER] = ['111122223333', '444455556666']
const UNREAD = { gap: 'not-read' } as const
const AWS_KEY = { keyManager: 'AWS', keyState: 'Enabled' }

/** What reading a secret needs beside the right to read it: blockers, actions, or why it is not known. */
function needs(account: string, secret: unknown, keys: object = {}, role = `arn:aws:iam::${OWN}:role/x`) {
  const arn = `arn:aws:secretsmanager:eu-west-1:${account}:secret:db-AbCdEf`
  const here = {
    runTasks: { once: { launchType: 'FARGATE', taskDefinition: 'app:1' } },
    taskDefinitions: { 'app:1': { executionRoleArn: role, containerDefinitions: [] } },
  }
  const stores = { secrets: { [arn]: secret }, keys }
  const accounts =
    account === OWN
      ? { [OWN]: { regions: { 'eu-west-1': { ...here, ...stores } } } }
      : { [OWN]: { regions: { 'eu-west-1': here } }, [account]: { regions: { 'eu-west-1': stores } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  const place = { account, region: 'eu-west-1' }
  const [requirement] = decryptOf(launch, world, { source: 'secret', arn, place, readsPart: false }, '/at')
  if (requirement === undefined) return 'nothing'
  if (requirement.kind === 'call') return requirement.action
  const { blockers, gaps } = requirement.judge(launch, world, UNREAD)
  return blockers[0]?.blocker ?? gaps[0]?.gap.gap
}

test.each<[expected: string, account: string, secret: unknown, keys?: object]>([
  ['nothing', OWN, {}],
  ['nothing', OWN, { kmsKeyId: 'alias/aws/secretsmanager' }],
  ['nothing', OWN, { kmsKeyId: 'k-1' }, { 'k-1': AWS_KEY }],
  ['kms:Decrypt', OWN, { kmsKeyId: 'k-1' }],
  ['key-of-another-account', OTHER, {}],
  ['key-of-another-account', OTHER, { kmsKeyId: 'alias/aws/secretsmanager' }],
  ['key-of-another-account', OTHER, { kmsKeyId: 'k-1' }, { 'k-1': AWS_KEY }],
  ['kms:Decrypt', OTHER, { kmsKeyId: 'k-1' }],
  ['not-read', OTHER, { kmsKeyId: UNREAD }],
  ['nothing', OTHER, UNREAD],
  ['nothing', OTHER, null],
])('%s, for a secret of %s that is %j', (expected, account, secret, keys) => {
  expect(needs(account, secret, keys)).toBe(expected)
})

test('where the account of the role is not known, nothing is said of the account of the key', () => {
  expect(needs(OTHER, {}, {}, 'arn:aws:iam::«AWS::AccountId»:role/x')).toBe('nothing')
})
