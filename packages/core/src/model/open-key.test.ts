import { expect, test } from 'vitest'
import { openKey } from './open-key.ts'
import { index } from './world.ts'

const HERE = { account: '111122223333', region: 'ap-northeast-1' }
const open = (expression: string) => ({ gap: 'unresolved', expression })

test.each([
  ['may mean an entry', { '/ecs/prod': {} }, '/ecs/«Env»', open('/ecs/«Env»')],
  ['may mean an entry that is not wholly known either', { '/«Name»': {} }, '/ecs/«Env»', open('/ecs/«Env»')],
  ['means none that differs in what is known', { '/app/prod': {} }, '/ecs/«Env»', null],
  ['means nothing that was asked for and is not there', { '/ecs/prod': null, '*': null }, '/ecs/«Env»', null],
  ['is not there where nothing is', {}, '/ecs/«Env»', null],
])('a key with parts that nobody knows %s', (_, entries, key, expected) => {
  expect(openKey(entries, key)).toEqual(expected)
})

test('a key that is known means what is written under it', () => {
  expect(openKey({ '/ecs/«Env»': {} }, '/ecs/prod')).toBeNull()
})

test('entries in hostile number leave it open', () => {
  const entries = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`/app/${i}`, {}]))
  expect(openKey(entries, '/ecs/«Env»')).toEqual(open('/ecs/«Env»'))
})

test('all look-ups of a world know it', () => {
  const vpc = { cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true }
  const vpcs = { 'vpc-1': { ...vpc, subnets: { 'subnet-a': {} }, securityGroups: {} }, '*': null }
  const role = { assumeRolePolicyDocument: { Statement: [] } }
  const region = { vpcs, logGroups: { '/ecs/prod': {}, '*': null } }
  const world = index({
    schema: 'farsight.snapshot/1',
    accounts: { [HERE.account]: { roles: { web: role, '*': null }, regions: { [HERE.region]: region } } },
  })
  expect(world.find('logGroups', HERE, '/ecs/«Env»')).toEqual(open('/ecs/«Env»'))
  expect(world.find('logGroups', HERE, '/app/«Env»')).toBeNull()
  expect(world.subnet('subnet-«X»', HERE)).toEqual(open('subnet-«X»'))
  expect(world.securityGroup('sg-«X»', HERE)).toBeNull()
  expect(world.role(`arn:aws:iam::${HERE.account}:role/w«X»`)).toEqual(open('w«X»'))
  expect(world.role(`arn:aws:iam::${HERE.account}:role/db-«X»`)).toBeNull()
})
