import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { actionName } from './action-name.ts'
import { ABSENT } from './context.ts'
import { principalFactsOf } from './principal-facts.ts'
import { mayHavePolicy, ownerOf, resourceLayerOf } from './resource-layer.ts'

const ACCOUNT = '111122223333'
const OTHER = '999988887777'
const ARN = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`
const POLICY = { policyDocument: { Version: '2012-10-17', Statement: [] } }

function factsOf(account: object, others: object = {}) {
  const accounts = { [ACCOUNT]: { roles: { '*': null }, regions: {}, ...account }, ...others }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  return principalFactsOf(world, `arn:aws:iam::${ACCOUNT}:role/web`)
}

function inRegion(tables: object) {
  return { regions: { 'eu-west-1': tables } }
}

const NOTHING = factsOf({})
const REGISTRY = factsOf(inRegion({ registry: POLICY }))
const SECRET = factsOf(inRegion({ secrets: { [ARN]: POLICY } }))
const ALL_READ = factsOf({
  ...inRegion({ secrets: { [ARN]: { policyDocument: null } }, registry: { policyDocument: null }, keys: {} }),
  buckets: { config: { policyDocument: { gap: 'not-read' } } },
})
const BUCKET = factsOf({}, { [OTHER]: { regions: {}, buckets: { shared: { policyDocument: null } } } })

function of(service: string, resource: string, account = ACCOUNT) {
  return `arn:aws:${service}:eu-west-1:${account}:${resource}`
}

/** Of most calls that is so, and then the policies of the role alone decide, which takes little time. */
describe('no policy of a thing bears on the role', () => {
  test.each([
    ['what has no resource', NOTHING, '*'],
    ['a secret where nothing has a policy', NOTHING, ARN],
    ['a secret that has none', ALL_READ, ARN],
    ['a secret beside one with a policy', SECRET, ARN.replace('db', 'api')],
    ['a log group beside a secret with a policy', SECRET, of('logs', 'log-group:web')],
    ['a repository where the registry has none', ALL_READ, of('ecr', 'repository/web')],
    ['a secret where the registry has one', REGISTRY, ARN],
    ['a bucket of which nobody read the policy', ALL_READ, 'arn:aws:s3:::config/x'],
    ['a bucket beside one of another account', BUCKET, 'arn:aws:s3:::config/x'],
    ['a thing of another partition', NOTHING, ARN.replace('arn:aws:', 'arn:aws-cn:')],
  ])('%s', (_, facts, resource) => {
    expect(mayHavePolicy(facts, resource)).toBe(false)
  })
})

describe('a policy of a thing may bear on the role', () => {
  test.each([
    ['a key', NOTHING, of('kms', 'key/k')],
    ['a thing of another account', NOTHING, ARN.replace(ACCOUNT, OTHER)],
    ['a thing of another account whose id begins alike', NOTHING, ARN.replace(ACCOUNT, `${ACCOUNT}4`)],
    ['a thing of an account that is not known', NOTHING, ARN.replace(ACCOUNT, '«AWS::AccountId»')],
    ['a thing of a partition that is not known', NOTHING, ARN.replace(':aws:', ':«AWS::Partition»:')],
    ['what is no ARN', NOTHING, '«Secret»'],
    ['an ARN without fields', NOTHING, 'arn:aws'],
    ['an ARN with few fields', NOTHING, 'arn:aws:logs'],
    ['a secret with a policy', SECRET, ARN],
    ['a repository where the registry has a policy', REGISTRY, of('ecr', 'repository/web')],
    ['a bucket of another account without a policy', BUCKET, 'arn:aws:s3:::shared/x'],
  ])('%s', (_, facts, resource) => {
    expect(mayHavePolicy(facts, resource)).toBe(true)
  })
})

describe('the account that a thing is of', () => {
  test.each([
    ['the one in its ARN', ARN, ACCOUNT],
    ['another one in its ARN', ARN.replace(ACCOUNT, OTHER), OTHER],
    ['one that is not known', ARN.replace(ACCOUNT, '«AWS::AccountId»'), '«AWS::AccountId»'],
    ['the one in its ARN, in a Region that is not known', ARN.replace('eu-west-1', '«AWS::Region»'), ACCOUNT],
    ['the one in its ARN, under a name that is not known', ARN.replace('db', '«Name»'), ACCOUNT],
    ['the account that has the bucket', 'arn:aws:s3:::shared/x', OTHER],
    ['nobody knows whose bucket', 'arn:aws:s3:::config/x', null],
    ['nobody knows whose bucket with a name that is not known', 'arn:aws:s3:::«Bucket»', null],
    ['none, of what has no resource', '*', null],
    ['the own one, of what the template names without an ARN', '«Secret»', ACCOUNT],
  ])('%s', (_, resource, owner) => {
    expect(ownerOf(BUCKET, resource)).toBe(owner)
  })
})

describe('no policy of a resource is asked for', () => {
  test.each([
    ['an action of keys that has no key', NOTHING, 'kms:ListKeys', '*'],
    [
      'a repository of code, where the registry of images has a policy',
      REGISTRY,
      'x:Get',
      of('codecommit', 'repository/web'),
    ],
    [
      'what the template names without an ARN, where the registry has a policy',
      REGISTRY,
      'x:Get',
      '«Web»:repository/web',
    ],
  ])('%s', (_, facts, action, resource) => {
    expect(resourceLayerOf(facts, { action: actionName(action), resource, context: () => ABSENT })).toBeNull()
  })
})
