import { describe, expect, test } from 'vitest'
import type { PrefixList } from '../model/prefix-list.ts'
import type { RegionState } from '../model/snapshot.ts'
import type { Vpc } from '../model/vpc.ts'
import { parseBlock } from './address-set.ts'
import { readPrefixList } from './prefix-list.ts'
import { reach } from './reach.ts'
import { DENIED, routes, TO_NAT, taskIn, to, WITH_NAT, worldOf } from './test-world.ts'

function readingOf(list: PrefixList | null, family: 4 | 6 = 4) {
  const world = worldOf({}, { prefixLists: { 'pl-1': list, '*': null } })
  const [vpc] = world.vpcs
  if (vpc === undefined) throw new Error('The world has no VPC')
  return readPrefixList(world, vpc, 'pl-1', family)
}

describe('a prefix list', () => {
  test.each([
    'com.amazonaws.ap-northeast-1.s3',
    'cn.com.amazonaws.cn-north-1.s3',
    'eu.amazonaws.eusc-de-east-1.s3',
    'com.amazonaws.global.cloudfront.origin-facing',
  ])('is of a service of AWS by its name: %s', (prefixListName) => {
    expect(readingOf({ prefixListName, cidrs: ['52.0.0.0/8'] })).toMatchObject({
      serviceName: prefixListName,
      blocks: [],
      addresses: [],
      open: null,
    })
  })

  test.each([undefined, 'office', 'copy of com.amazonaws.ap-northeast-1.s3'])(
    'of others holds its blocks, those of the family: %s',
    (prefixListName) => {
      const list = { cidrs: ['52.0.0.0/8', '2600::/16'], ...(prefixListName === undefined ? {} : { prefixListName }) }
      const of = (text: string) => ({ serviceName: null, blocks: [parseBlock(text)], open: null })
      expect(readingOf(list)).toMatchObject(of('52.0.0.0/8'))
      expect(readingOf(list, 6)).toMatchObject(of('2600::/16'))
    },
  )

  test('holds nothing where it is not there', () => {
    expect(readingOf(null)).toMatchObject({ serviceName: null, blocks: [], addresses: [], could: [], open: null })
  })

  test.each<[string, PrefixList, object]>([
    ['its blocks', { cidrs: DENIED }, { could: parseBlock('0.0.0.0/0')?.addresses }],
    ['its name', { cidrs: ['52.0.0.0/8'], prefixListName: DENIED }, { could: parseBlock('52.0.0.0/8')?.addresses }],
  ])('may hold what %s would tell', (_, list, could) => {
    expect(readingOf(list)).toMatchObject({ blocks: [], addresses: [], open: { gap: DENIED }, ...could })
  })
})

test('a list that is not there takes nothing from other routes, and lets nothing out', () => {
  const region: RegionState = { prefixLists: { '*': null } }
  const call = (vpc: Partial<Vpc>) => {
    const world = worldOf({ ...WITH_NAT, ...vpc }, region)
    return reach(world, taskIn(world), to('logs'))
  }
  expect(call(routes({ destination: 'pl-1', target: 'eni-1' }, TO_NAT)).verdict).toBe('works')
  const egress = [{ protocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-1' }]
  expect(call({ securityGroups: { 'sg-task': { ingress: [], egress } } })).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'security-group-egress' }],
    gaps: [],
  })
})

test('a route for a service takes that service alone, whichever host is asked for first', () => {
  const prefixLists = { 'pl-1': { prefixListName: 'com.amazonaws.ap-northeast-1.logs', cidrs: [] } }
  const world = worldOf({ ...WITH_NAT, ...routes({ destination: 'pl-1', target: 'igw-1' }, TO_NAT) }, { prefixLists })
  const call = (host: string) => reach(world, taskIn(world), { host, port: 443 })
  expect(call('registry.example.com').verdict).toBe('works')
  expect(call(to('ecr.api').host).verdict).toBe('works')
  expect(call(to('logs').host)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-public-ip' }] })
  expect(call(to('secretsmanager').host).verdict).toBe('works')
})
