import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { ACCOUNT, ANYBODY, document } from './authorize.cases/case.ts'
import { type ResourcePolicies, resourcePoliciesOf } from './resource-policies.ts'

const OTHER = '999988887777'
const REGION = 'eu-west-1'
const NOT_READ = { gap: 'not-read' }
const DENIED = { gap: 'denied', permission: 'x:GetPolicy' }
const POLICY = document(ANYBODY)
const WITH = { policyDocument: POLICY }
const AT = `/accounts/${ACCOUNT}/regions/${REGION}`

function of(account: object, others: object = {}): ResourcePolicies {
  const accounts = { [ACCOUNT]: { regions: {}, ...account }, ...others }
  return resourcePoliciesOf(index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot))
}

function region(tables: object) {
  return { regions: { 'us-east-1': {}, [REGION]: tables } }
}

function arn(service: string, resource: string, place = `${REGION}:${ACCOUNT}`): string {
  return `arn:aws:${service}:${place}:${resource}`
}

const SECRET = arn('secretsmanager', 'secret:db-AbCdEf')
const THINGS = of({
  buckets: { config: WITH },
  ...region({
    repositories: { web: WITH, 'team/web': WITH },
    keys: { k: { ...WITH, grants: [] } },
    logGroups: { '/ecs/web': WITH },
    fileSystems: { 'fs-1': WITH },
    secrets: { [SECRET]: WITH },
  }),
})

describe('the policy of a thing', () => {
  test.each([
    ['a bucket', 'arn:aws:s3:::config', `/accounts/${ACCOUNT}/buckets/config`],
    ['an object in a bucket', 'arn:aws:s3:::config/a/b.env', `/accounts/${ACCOUNT}/buckets/config`],
    ['a repository', arn('ecr', 'repository/web'), `${AT}/repositories/web`],
    ['a repository with a path', arn('ecr', 'repository/team/web'), `${AT}/repositories/team~1web`],
    ['a key', arn('kms', 'key/k'), `${AT}/keys/k`],
    ['a log group', arn('logs', 'log-group:/ecs/web'), `${AT}/logGroups/~1ecs~1web`],
    ['a log stream', arn('logs', 'log-group:/ecs/web:log-stream:a'), `${AT}/logGroups/~1ecs~1web`],
    ['a file system', arn('elasticfilesystem', 'file-system/fs-1'), `${AT}/fileSystems/fs-1`],
    ['a secret', SECRET, `${AT}/secrets/${SECRET}`],
  ])('stands in the table of %s', (_, resource, at) => {
    expect(THINGS.of(resource)).toMatchObject({ account: ACCOUNT, document: POLICY, at: `${at}/policyDocument` })
  })

  test.each([
    ['what is no ARN', 'config'],
    ['what has no resource', '*'],
    ['another service', arn('sqs', 'web')],
    ['a service by the name of what every object inherits', arn('toString', 'web')],
    ['another kind of thing', arn('ecr', 'public/web')],
    ['another name', arn('ecr', 'repository/web2')],
    ['a part of a name', arn('elasticfilesystem', 'file-system/fs-1/x')],
    ['another Region', arn('ecr', 'repository/web', `us-east-1:${ACCOUNT}`)],
    ['a Region that nobody read', arn('ecr', 'repository/web', `eu-north-1:${ACCOUNT}`)],
    ['another account', arn('ecr', 'repository/web', `${REGION}:${OTHER}`)],
    ['another secret', SECRET.replace('db', 'api')],
    ['another bucket', 'arn:aws:s3:::con/config'],
  ])('is none of %s', (_, resource) => {
    expect(THINGS.of(resource)).toBeUndefined()
  })

  test.each<[name: string, table: unknown, document: unknown]>([
    ['that has none', { web: { policyDocument: null } }, null],
    ['that was denied to us', { web: { policyDocument: DENIED } }, DENIED],
    ['that nobody read', { web: { policyDocument: NOT_READ } }, undefined],
    ['that nobody asked for', { web: {} }, undefined],
    ['of a thing that is not there', { web: null }, undefined],
    ['of a thing that nobody read', { web: NOT_READ }, undefined],
    ['of a table that nobody read', NOT_READ, undefined],
    ['of a table that nobody asked for', undefined, undefined],
  ])('%s', (_, repositories, expected) => {
    expect(of(region({ repositories })).of(arn('ecr', 'repository/web'))?.document).toEqual(expected)
    expect(of({ buckets: repositories }).of('arn:aws:s3:::web/x')?.document).toEqual(expected)
  })

  test('of a bucket is in whatever account has it', () => {
    const both = of(
      { buckets: { config: { policyDocument: NOT_READ } } },
      { [OTHER]: { buckets: { config: WITH }, regions: {} } },
    )
    expect(both.of('arn:aws:s3:::config/x')).toMatchObject({
      account: OTHER,
      at: `/accounts/${OTHER}/buckets/config/policyDocument`,
    })
  })

  test('of a key comes with its grants', () => {
    expect(THINGS.of(arn('kms', 'key/k'))?.grants).toEqual([])
    expect(THINGS.of(arn('ecr', 'repository/web'))?.grants).toBeNull()
    expect(of(region({ keys: { k: { ...WITH, grants: DENIED } } })).of(arn('kms', 'key/k'))?.grants).toEqual(DENIED)
  })
})

describe('a secret is found by its ARN where the partition is open', () => {
  const open = (text: string) => text.replace('arn:aws:', 'arn:«AWS::Partition»:')
  const inOther = SECRET.replace(ACCOUNT, OTHER)
  const HIDDEN = { [OTHER]: { regions: { 'us-east-1': { secrets: NOT_READ }, 'eu-north-1': {} } } }

  test.each<[name: string, written: string, asked: string, at: string | undefined]>([
    ['on both sides', open(SECRET), open(SECRET), open(SECRET)],
    ['in the request', SECRET, open(SECRET), SECRET],
    ['in the snapshot', open(SECRET), SECRET, open(SECRET)],
    ['by another name', SECRET, SECRET.replace('arn:aws:', 'arn:«P»:'), SECRET],
    ['not another secret', SECRET, open(SECRET.replace('db', 'api')), undefined],
    ['not another secret in the snapshot', open(SECRET.replace('db', 'api')), SECRET, undefined],
    ['not a secret of another account', inOther, open(SECRET), undefined],
    ['not one of a partition that is another', SECRET, SECRET.replace(':aws:', ':aws-cn:'), undefined],
  ])('%s', (_, written, asked, at) => {
    const secrets = { '*': NOT_READ, gone: null, [written]: WITH }
    const found = of(region({ secrets }), HIDDEN).of(asked)
    expect(found?.at).toBe(at === undefined ? undefined : `${AT}/secrets/${at.replaceAll('/', '~1')}/policyDocument`)
    if (at !== undefined) expect(found).toMatchObject({ account: ACCOUNT, document: POLICY })
  })
})

test('a secret that is there in one partition is not hidden by one that is not in another', () => {
  const asked = SECRET.replace(':aws:', ':«P»:')
  const secrets = { [asked.replace('«P»', '«Q»')]: WITH, [SECRET]: null }
  expect(of(region({ secrets })).of(asked)).toMatchObject({ document: POLICY })
})

describe('the policy of a registry', () => {
  const place = { account: ACCOUNT, region: REGION }

  test('stands in its Region', () => {
    const { ofRegistry } = of(region({ registry: WITH }))
    expect(ofRegistry(place)).toMatchObject({ account: ACCOUNT, document: POLICY, at: `${AT}/registry/policyDocument` })
    expect(ofRegistry({ account: ACCOUNT, region: 'us-east-1' })).toBeUndefined()
    expect(ofRegistry({ account: OTHER, region: REGION })).toBeUndefined()
  })

  test.each<[name: string, registry: unknown, document: unknown, has: boolean]>([
    ['is there', WITH, POLICY, true],
    ['is none', { policyDocument: null }, null, false],
    ['was denied to us', { policyDocument: DENIED }, DENIED, true],
    ['was not read', { policyDocument: NOT_READ }, undefined, false],
    ['is of a registry that nobody read', NOT_READ, undefined, false],
    ['is of no registry that anybody asked for', undefined, undefined, false],
  ])('%s', (_, registry, expected, has) => {
    const { ofRegistry, hasRegistries } = of(region({ registry }))
    expect(ofRegistry(place)?.document).toEqual(expected)
    expect(hasRegistries).toBe(has)
  })

  test('counts whatever other Regions have', () => {
    expect(of({ regions: { a: { registry: WITH }, b: {} } }).hasRegistries).toBe(true)
    expect(of({ regions: { a: {}, b: { registry: WITH } } }).hasRegistries).toBe(true)
  })
})

describe('the services whose things may have a policy', () => {
  test.each<[name: string, account: object, services: readonly string[]]>([
    ['none where nothing was read', {}, []],
    ['none where nothing is there', region({ keys: { k: null }, secrets: NOT_READ, logGroups: { g: NOT_READ } }), []],
    ['none where nothing has one', region({ keys: { k: { policyDocument: null }, l: {} } }), []],
    ['where one of several has one', region({ keys: { k: null, l: { policyDocument: null }, m: WITH } }), ['kms']],
    ['where one was denied to us', region({ keys: { k: { policyDocument: DENIED } } }), ['kms']],
    ['each by its table', region({ repositories: { a: WITH }, logGroups: { a: WITH } }), ['ecr', 'logs']],
    [
      'the others, too',
      region({ fileSystems: { a: WITH }, secrets: { a: WITH } }),
      ['elasticfilesystem', 's3files', 'secretsmanager'],
    ],
    ['of buckets also where they have none', { buckets: { a: { policyDocument: null } } }, ['s3']],
    ['of buckets not where nobody read it', { buckets: { a: { policyDocument: NOT_READ }, b: {}, c: null } }, []],
  ])('%s', (_, account, services) => {
    expect([...of(account).services].sort()).toEqual(services)
  })
})
