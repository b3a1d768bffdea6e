import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import type { TransitGateway } from '../model/transit-gateway.ts'
import { index } from '../model/world.ts'
import { reach } from './reach.ts'
import { TRANSIT_GATEWAY, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, PLACE, taskIn, to } from './test-world.ts'

const OWNER = '444455556666'
const EMPTY: TransitGateway = { routeTables: { 'tgw-rtb-1': { routes: [] } } }

type Gateways = NonNullable<Snapshot['accounts'][string]['regions'][string]['transitGateways']>

/** The gateway as the account of the VPCs lists it, and as another account does. */
function call(own: Gateways, theirs: Gateways = {}, region = PLACE.region) {
  const { snapshot } = twoVpcs({ region: { transitGateways: own } })
  const accounts = { [OWNER]: { regions: { [region]: { transitGateways: theirs } } }, ...snapshot.accounts }
  const world = index({ ...snapshot, accounts })
  return reach(world, taskIn(world), to('secretsmanager'))
}

describe('a transit gateway', () => {
  test.each<[string, Gateways]>([
    ['does not', {}],
    ['has no other', { '*': null }],
    ['may not', DENIED],
    ['could not', { 'tgw-1': DENIED }],
  ])('may be listed by its owner alone, where the account of the VPC %s', (_, own) => {
    expect(call(own, { 'tgw-1': TRANSIT_GATEWAY }).verdict).toBe('works')
  })

  test('is what the account of the VPC says of it first', () => {
    expect(call({ 'tgw-1': EMPTY }, { 'tgw-1': TRANSIT_GATEWAY }).verdict).toBe('fails')
    expect(call({ 'tgw-1': TRANSIT_GATEWAY }, { 'tgw-1': EMPTY }).verdict).toBe('works')
  })

  test.each<[string, Gateways, Gateways, string, object]>([
    ['of another Region', {}, { 'tgw-1': TRANSIT_GATEWAY }, 'us-east-1', { gap: 'not-read' }],
    ['that nobody lists', {}, {}, PLACE.region, { gap: 'not-read' }],
    ['that is not among all there are', { '*': null }, {}, PLACE.region, { gap: 'not-read' }],
    ['that could not be read', { 'tgw-1': DENIED }, { 'tgw-1': DENIED }, PLACE.region, DENIED],
  ])('is open, one %s', (_, own, theirs, region, gap) => {
    expect(call(own, theirs, region)).toMatchObject({
      verdict: 'undecided',
      gaps: [
        {
          gap,
          what: { kind: 'transit-gateway', id: 'tgw-1' },
          at: `/accounts/${PLACE.account}/regions/${PLACE.region}/transitGateways/tgw-1`,
        },
      ],
    })
  })
})

describe('its table', () => {
  test.each<[string, TransitGateway['routeTables'], object]>([
    ['is not among those that were read', {}, { gap: 'not-read' }],
    ['could not be read', { 'tgw-rtb-1': DENIED }, DENIED],
  ])('is open where it %s', (_, routeTables, gap) => {
    expect(call({ 'tgw-1': { routeTables } })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap, what: { kind: 'transit-gateway-route-table', id: 'tgw-rtb-1' } }],
    })
  })

  test('may have routes for IPv6, which IPv4 does not take', () => {
    const routes = [
      { destinationCidrBlock: '::/0', state: 'blackhole' } as const,
      { destinationCidrBlock: '0.0.0.0/0', transitGatewayAttachmentId: 'tgw-attach-hub' },
      { destinationCidrBlock: '10.0.0.0/16', transitGatewayAttachmentId: 'tgw-attach-spoke' },
    ]
    expect(call({ 'tgw-1': { routeTables: { 'tgw-rtb-1': { routes } } } }).verdict).toBe('works')
  })
})
