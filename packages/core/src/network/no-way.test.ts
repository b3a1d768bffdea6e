import { describe, expect, test } from 'vitest'
import { reach } from './reach.ts'
import { HUB, type Parts, SPOKE, TO_HUB, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, interfaceEndpoint, PLACE, routes, taskIn, to, VPC_AT, worldOf } from './test-world.ts'

function call(parts: Parts) {
  const world = twoVpcs(parts)
  return reach(world, taskIn(world), to('secretsmanager'))
}

describe('an answer without a way back is told', () => {
  const at = `/accounts/${PLACE.account}/regions/${PLACE.region}/vpcs/vpc-hub/routeTables/rtb-hub`

  test.each([
    ['at the table, where it has no route', [], at],
    ['at the route that leads elsewhere', [{ destination: '0.0.0.0/0', target: 'igw-hub' }], `${at}/routes/0`],
  ])('%s', (_, entries, where) => {
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: entries } } }
    expect(call({ hub }).blockers).toMatchObject([{ blocker: 'no-return-route', at: where }])
  })
})

test('behind a private NAT gateway, a transit gateway that is gone is a dead route, not a missing internet', () => {
  const spoke = {
    subnets: { ...SPOKE.subnets, 'subnet-nat': { cidrBlock: '10.0.8.0/28', routeTableId: 'rtb-nat' } },
    routeTables: {
      'rtb-private': { routes: [{ destination: '10.1.0.0/16', target: 'nat-1' }] },
      'rtb-nat': { routes: [TO_HUB] },
    },
    natGateways: { 'nat-1': { subnetId: 'subnet-nat', connectivityType: 'private' } },
    transitGatewayAttachments: {},
  } as const
  expect(call({ spoke }).blockers).toMatchObject([
    { blocker: 'blackhole-route', subnetId: 'subnet-nat', routeTableId: 'rtb-nat', targetId: 'tgw-1' },
  ])
})

describe('a missing route names the addresses that it lacks', () => {
  test('where they are private and known', () => {
    expect(call({ spoke: routes() }).blockers).toMatchObject([{ blocker: 'no-route', addresses: ['10.1.1.10/32'] }])
  })

  test('and none where nobody knows which the endpoint has', () => {
    const hub = {
      subnets: { ...HUB.subnets, 'hub-a': { ...HUB.subnets['hub-a'], cidrBlock: DENIED } },
      endpoints: { 'vpce-1': interfaceEndpoint('secretsmanager', { subnetIds: ['hub-a'], privateDnsEnabled: false }) },
    }
    const { host } = to('secretsmanager')
    const name = 'vpce-1-abcd.secretsmanager.ap-northeast-1.vpce.amazonaws.com'
    const hostedZones = { Z1: { name: host, records: [{ name: host, type: 'A', values: [name] }] } }
    expect(call({ spoke: { ...routes(), hostedZones }, hub }).blockers).toMatchObject([
      { blocker: 'no-route', addresses: null },
    ])
  })

  test('and none of the internet, which a default route leads to', () => {
    const world = worldOf()
    expect(reach(world, taskIn(world), { host: '52.1.2.3', port: 443 }).blockers).toMatchObject([
      { blocker: 'no-route', addresses: null, at: `${VPC_AT}/routeTables/rtb-private` },
    ])
  })
})
