import { describe, expect, test } from 'vitest'
import type { HostedZone } from '../model/dns.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index, type World } from '../model/world.ts'
import { locate } from './locate-host.ts'
import { HUB, SPOKE } from './test-two-vpcs.ts'
import { DENIED, interfaceEndpoint, PLACE, snapshotOf } from './test-world.ts'

const NAME = 'secretsmanager.ap-northeast-1.amazonaws.com'
const OWN_NAME = 'vpce-1-abcd.secretsmanager.ap-northeast-1.vpce.amazonaws.com'

const zone = (...values: readonly string[]): HostedZone => ({
  name: NAME,
  records: [{ name: NAME, type: 'A', values }],
})

const endpointAt = (address: string, changes: Partial<VpcEndpoint> = {}): VpcEndpoint =>
  interfaceEndpoint('secretsmanager', {
    subnetIds: ['hub-a'],
    privateIpAddresses: [address],
    privateDnsEnabled: false,
    ...changes,
  })

/** VPCs that one account lists, or each of several. */
function worldWith(...accounts: readonly { readonly [id: string]: Vpc }[]): World {
  const { accounts: _, ...rest } = snapshotOf(SPOKE)
  const regions = (vpcs: { readonly [id: string]: Vpc }) => ({ regions: { [PLACE.region]: { vpcs } } })
  const all = accounts.map((vpcs, position) => [`${111122223333 + position}`, regions(vpcs)])
  return index({ ...rest, accounts: Object.fromEntries(all) })
}

/** What a name is for the first VPC of the world. */
function ask(world: World, host = NAME, position = 0) {
  const vpc = world.vpcs[position]
  if (vpc === undefined) throw new Error('The world has no such VPC')
  return locate(world, vpc, host)
}

const spoke = (...values: readonly string[]): Vpc => ({ ...SPOKE, hostedZones: { Z1: zone(...values) } })
const hub = (endpoints: Vpc['endpoints'], changes: Partial<Vpc> = {}): Vpc => ({
  ...HUB,
  ...changes,
  ...(endpoints === undefined ? {} : { endpoints }),
})

describe('an endpoint is found by a name of its own', () => {
  const listed = hub({ 'vpce-1': endpointAt('10.1.1.10') })
  const denied = hub({ 'vpce-1': DENIED })

  test.each([
    ['first', denied, listed],
    ['last', listed, denied],
  ])('whoever may not read it %s', (_, one, other) => {
    expect(ask(worldWith({ 'vpc-1': spoke(OWN_NAME), 'vpc-hub': one }, { 'vpc-hub': other }))).toMatchObject({
      kind: 'endpoint',
      endpoint: { id: 'vpce-1' },
    })
  })

  test('and is open where nobody may read it', () => {
    expect(ask(worldWith({ 'vpc-1': spoke(OWN_NAME), 'vpc-hub': denied }))).toMatchObject({
      kind: 'unknown',
      names: { verdict: 'undecided', gaps: [{ what: { kind: 'endpoint', id: OWN_NAME }, gap: DENIED }] },
    })
  })

  test('as the account lists it that asks', () => {
    const world = worldWith({ 'vpc-hub': listed }, { 'vpc-hub': hub({ 'vpce-1': endpointAt('10.1.1.10') }) })
    const [owner, guest] = world.vpcs
    expect(ask(world, OWN_NAME, 0)).toMatchObject({ kind: 'endpoint', vpc: { at: owner?.at } })
    expect(ask(world, OWN_NAME, 1)).toMatchObject({ kind: 'endpoint', vpc: { at: guest?.at } })
  })

  test.each(['vpce-registry.example.com', 'registry.vpce.example.com'])('which %s is not', (host) => {
    expect(ask(worldWith({ 'vpc-1': SPOKE }), host)).toMatchObject({ kind: 'public', host, service: null })
  })
})

describe('an endpoint is found by its addresses', () => {
  const one = endpointAt('10.1.1.10')

  test('once, though two accounts list it', () => {
    const world = worldWith({ 'vpc-1': spoke('10.1.1.10'), 'vpc-hub': hub({ 'vpce-1': one }) }, { 'vpc-hub': HUB })
    expect(ask(world)).toMatchObject({ kind: 'endpoint', endpoint: { id: 'vpce-1' }, byAddress: true })
  })

  test.each<[string, readonly string[], { readonly [id: string]: Vpc }]>([
    [
      'another VPC has one with the address',
      ['10.1.1.10'],
      { 'vpc-hub': hub({ 'vpce-1': one }), 'vpc-other': hub({ 'vpce-2': one }) },
    ],
    [
      'the addresses are of two endpoints',
      ['10.1.1.10', '10.1.1.11'],
      { 'vpc-hub': hub({ 'vpce-1': one, 'vpce-2': endpointAt('10.1.1.11') }) },
    ],
    ['one of the addresses is of none', ['10.1.1.10', '10.1.1.11'], { 'vpc-hub': hub({ 'vpce-1': one }) }],
  ])('but not where %s', (_, addresses, others) => {
    expect(ask(worldWith({ 'vpc-1': spoke(...addresses), ...others }))).toMatchObject({ kind: 'public' })
  })

  test('but not while nobody knows whether they are the VPC’s own', () => {
    const asking = { ...spoke('10.1.1.10'), cidrBlocks: DENIED }
    expect(ask(worldWith({ 'vpc-1': asking, 'vpc-hub': hub({ 'vpce-1': one }) }))).toMatchObject({ kind: 'public' })
  })
})

describe('of the interfaces of an endpoint', () => {
  const both = { subnetIds: ['hub-a', 'hub-b'], privateIpAddresses: ['10.1.1.10', '10.1.2.10'] }
  const subnets = { ...HUB.subnets, 'hub-b': { cidrBlock: '10.1.2.0/24' } }
  const found = (endpoint: Partial<VpcEndpoint>, changes: Partial<Vpc>, ...addresses: readonly string[]) => {
    const asked = ask(
      worldWith({ 'vpc-1': spoke(...addresses), 'vpc-hub': hub({ 'vpce-1': endpointAt('', endpoint) }, changes) }),
    )
    return asked.kind === 'endpoint' ? asked.endpoint.value : null
  }

  test.each<[string, Partial<Vpc>]>([
    ['all subnets are known', { subnets }],
    ['the block of another subnet is not', { subnets: { ...HUB.subnets, 'hub-b': { cidrBlock: DENIED } } }],
    ['another subnet is not', { subnets: { ...HUB.subnets, 'hub-b': DENIED } }],
    ['another subnet is not there', {}],
  ])('those alone are asked that have the addresses, where %s', (_, changes) => {
    const [subnetIds, privateIpAddresses] = [['hub-a'], ['10.1.1.10']]
    expect(found(both, changes, '10.1.1.10')).toMatchObject({ subnetIds, privateIpAddresses })
  })

  test.each<[string, Partial<VpcEndpoint>, Partial<Vpc>]>([
    ['its subnets are not known', { ...both, subnetIds: DENIED }, { subnets }],
    ['the block of the subnet is not', both, { subnets: { ...subnets, 'hub-a': { cidrBlock: DENIED } } }],
  ])('all are asked where %s', (_, endpoint, changes) => {
    const { subnetIds, privateIpAddresses } = endpoint
    expect(found(endpoint, changes, '10.1.1.10')).toMatchObject({ subnetIds, privateIpAddresses })
  })
})
