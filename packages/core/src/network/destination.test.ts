import { describe, expect, test } from 'vitest'
import type { Known } from '../model/known.ts'
import type { PrefixList } from '../model/prefix-list.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { HUB, twoVpcs } from './test-two-vpcs.ts'
import {
  DENIED,
  interfaceEndpoint,
  PLACE,
  routes,
  S3_GATEWAY,
  TASK_GROUP,
  TO_NAT,
  taskIn,
  to,
  WITH_NAT,
  worldOf,
} from './test-world.ts'
import { trace } from './trace.ts'

describe('the interfaces of an endpoint', () => {
  test('are each asked at their own address', () => {
    const endpoint = interfaceEndpoint('ecr.api', {
      subnetIds: ['subnet-b', 'subnet-public'],
      // The last is no address of IPv4, whatever it counts.
      privateIpAddresses: ['10.0.2.5', '10.0.3.5', '::a00:207'],
    })
    const world = worldOf({ endpoints: { 'vpce-1': endpoint } })
    const addresses = trace(world, taskIn(world), to('ecr.api')).map((each) => each.addresses)
    expect(addresses).toEqual([['10.0.2.5/32'], ['10.0.3.5/32']])
  })

  test('are open where their subnet has no block of the family', () => {
    const world = worldOf({
      endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { subnetIds: ['subnet-6'] }) },
      subnets: {
        'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
        'subnet-6': { ipv6CidrBlock: '2600:1f14::/64', ipv6Native: true },
      },
    })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'subnet', id: 'subnet-6' } }],
    })
  })

  test('may have groups that rules of another VPC name, as long as nobody read whether they may', () => {
    const egress = [{ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-endpoint' }]
    const securityGroups = { 'sg-task': { ...TASK_GROUP, egress } }
    const call = (supported: Known<boolean>) => {
      const transitGateway = { securityGroupReferencingSupport: supported }
      const world = twoVpcs({ spoke: { securityGroups }, hub: HUB, transitGateway })
      return reach(world, taskIn(world), to('secretsmanager'))
    }
    expect(call(true).verdict).toBe('works')
    expect(call(DENIED)).toMatchObject({ verdict: 'undecided', blockers: [], gaps: [{ gap: DENIED }] })
  })
})

describe('a prefix list of AWS in a rule lets out', () => {
  const BUCKET = 'bucket.s3.ap-northeast-1.amazonaws.com'
  const DUAL = 'bucket.s3.dualstack.ap-northeast-1.amazonaws.com'
  const S3 = `com.amazonaws.${PLACE.region}.s3`
  const BY_LIST = {
    'sg-task': { ingress: [], egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-1' }] },
  }

  const call = (list: PrefixList, host: string, vpc: Partial<Vpc> = WITH_NAT) => {
    const world = worldOf({ securityGroups: BY_LIST, ...vpc }, { prefixLists: { 'pl-1': list } })
    return reach(world, taskIn(world), { host, port: 443 })
  }
  const listOf = (cidrs: PrefixList['cidrs'], prefixListName = S3): PrefixList => ({ prefixListName, cidrs })
  const FOUR = ['52.219.0.0/16']
  const SIX = ['2600:1fa0::/32']

  test.each<[string, PrefixList, string, string]>([
    ['its service', listOf(FOUR), BUCKET, 'works'],
    ['its service, whatever blocks it has', listOf([]), BUCKET, 'works'],
    ['its service, though nobody read its blocks', listOf(DENIED), BUCKET, 'works'],
    ['no IPv4 where it is for IPv6', listOf(SIX), BUCKET, 'fails'],
    ['no other service', listOf(FOUR, `com.amazonaws.${PLACE.region}.dynamodb`), BUCKET, 'fails'],
    ['no other host', listOf(FOUR), 'registry.example.com', 'fails'],
    ['no host that is given by its address', listOf(FOUR), '52.219.0.1', 'fails'],
    ['perhaps a service that is not fully known', listOf(FOUR, 'com.amazonaws.«Region».s3'), BUCKET, 'undecided'],
  ])('%s', (_, list, host, verdict) => {
    expect(call(list, host).verdict).toBe(verdict)
  })

  const IPV6: Partial<Vpc> = {
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    subnets: {
      'subnet-a': {
        ipv6CidrBlock: '2600:1f14::/64',
        ipv6Native: true,
        enableDns64: true,
        routeTableId: 'rtb-private',
      },
      'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
    },
    natGateways: { 'nat-1': { subnetId: 'subnet-public' } },
    ...routes({ destination: '::/0', target: 'eigw-1' }, { ...TO_NAT, destination: '64:ff9b::/96' }),
    egressOnlyInternetGateways: { 'eigw-1': {} },
  }

  test.each<[string, PrefixList, string, string]>([
    ['its service', listOf(SIX), DUAL, 'works'],
    ['no IPv6 where it is for IPv4', listOf(FOUR), DUAL, 'fails'],
    ['no IPv6 where it has no blocks', listOf([]), DUAL, 'fails'],
    ['perhaps IPv6, where nobody read its blocks', listOf(DENIED), DUAL, 'undecided'],
    ['no other service', listOf(DENIED, `com.amazonaws.${PLACE.region}.dynamodb`), DUAL, 'fails'],
    ['nothing by the addresses of DNS64', listOf(FOUR), BUCKET, 'fails'],
  ])('by IPv6: %s', (_, list, host, verdict) => {
    expect(call(list, host, IPV6).verdict).toBe(verdict)
  })

  test('by IPv6 has to be one for IPv6, which the answer names', () => {
    const prefixLists = { 'pl-4': listOf(FOUR), 'pl-6': listOf(SIX) }
    const securityGroups = { 'sg-task': { ingress: [], egress: [] } }
    const world = worldOf({ ...IPV6, securityGroups }, { prefixLists })
    expect(reach(world, taskIn(world), { host: DUAL, port: 443 }).blockers).toMatchObject([
      { blocker: 'security-group-egress', destination: ['pl-6'] },
    ])
  })

  test.each([
    ['is not there', { '*': null }],
    ['was not read', {}],
  ])('what its gateway endpoint carries, though the list %s', (_, prefixLists) => {
    const byGateway = (vpc: Partial<Vpc>, ipAddressType: 'ipv4' | 'dualstack') => {
      const endpoints = { 'vpce-s3': { ...S3_GATEWAY, ipAddressType } }
      const world = worldOf({ ...vpc, endpoints, securityGroups: BY_LIST }, { prefixLists })
      return reach(world, taskIn(world), { host: ipAddressType === 'ipv4' ? BUCKET : DUAL, port: 443 })
    }
    const toGateway = routes({ destination: 'pl-1', target: 'vpce-s3' })
    expect(byGateway(toGateway, 'ipv4')).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-s3' }] })
    expect(byGateway({ ...IPV6, ...toGateway }, 'dualstack').verdict).toBe('undecided')
  })
})

describe('a host that is given by its addresses', () => {
  const HTTPS = { protocol: 'tcp', fromPort: 443, toPort: 443 }

  test.each([
    ['52.1.2.3', false],
    ['2606:4700::1', false],
    ['10.0.2.7', true],
    ['52.0.1.7', true],
    ['2600:1f14:0:1::7', true],
  ])('may have groups that rules name where it is in the VPC, or may be: %s', (host, may) => {
    const world = worldOf({
      cidrBlocks: ['10.0.0.0/16', '52.0.0.0/16', '2600:1f14::/56'],
      subnets: {
        'subnet-a': { cidrBlock: '10.0.1.0/24', ipv6CidrBlock: '2600:1f14::/64', routeTableId: 'rtb-private' },
      },
      securityGroups: {
        'sg-task': { ingress: [], egress: [{ ...HTTPS, groupId: 'sg-other' }] },
        'sg-other': { ingress: [], egress: [] },
      },
    })
    const { blockers, gaps } = reach(world, taskIn(world), { host, port: 443 })
    expect(blockers.some(({ blocker }) => blocker === 'security-group-egress')).toBe(!may)
    expect(gaps.some(({ what }) => what.kind === 'security-groups')).toBe(may)
  })

  test('has to be let out to each of them', () => {
    const records = [{ name: 'x.corp', type: 'A', values: ['52.1.2.3', '53.1.2.3'] }]
    const securityGroups = { 'sg-task': { ingress: [], egress: [{ ...HTTPS, cidr: '52.0.0.0/8' }] } }
    const world = worldOf({ ...WITH_NAT, securityGroups, hostedZones: { Z1: { name: 'corp', records } } })
    expect(reach(world, taskIn(world), { host: 'x.corp', port: 443 })).toMatchObject({
      verdict: 'undecided',
      blockers: [{ blocker: 'security-group-egress' }],
      partial: { works: 1, of: 2 },
    })
  })
})
