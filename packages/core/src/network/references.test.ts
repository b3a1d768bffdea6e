import { describe, expect, test } from 'vitest'
import type { RegionState } from '../model/snapshot.ts'
import type { TransitGatewayAttachment, Vpc } from '../model/vpc.ts'
import { index, type World } from '../model/world.ts'
import { reach } from './reach.ts'
import { mayReferTo } from './references.ts'
import { attachment, HUB, type Parts, PEERED, peering, SPOKE, TRANSIT_GATEWAY, twoVpcs } from './test-two-vpcs.ts'
import { DENIED, HTTPS_OUT, PLACE, snapshotOf, taskIn, to } from './test-world.ts'

function mayRefer(world: World) {
  const [from, other] = world.vpcs
  if (from === undefined || other === undefined) throw new Error('The world has no two VPCs')
  return mayReferTo(world, from, other)
}

const SUPPORTED = { transitGateway: { securityGroupReferencingSupport: true } }
const APART = { transitGatewayAttachments: {}, peeringConnections: {} }

/** The attachment of the spoke, changed. */
const attached = (changes: Partial<TransitGatewayAttachment>): Parts => ({
  ...SUPPORTED,
  spoke: { transitGatewayAttachments: { 'tgw-attach-spoke': { ...attachment('subnet-tgw'), ...changes } } },
})

describe('rules of one VPC may name groups of another', () => {
  test.each<[string, Parts, boolean]>([
    ['across a peering connection', PEERED, true],
    ['across a transit gateway that supports it', SUPPORTED, true],
    [
      'across a peering connection, whatever the transit gateway does',
      { ...PEERED, spoke: { ...SPOKE, ...PEERED.spoke, transitGatewayAttachments: DENIED } },
      true,
    ],
    ['not across a transit gateway that was not asked to', {}, false],
    ['not where an attachment was asked not to', attached({ securityGroupReferencingSupport: false }), false],
    ['not where nothing is between them', { spoke: APART, hub: APART }, false],
    ['not where it is attached no more', attached({ state: 'deleted' }), false],
    ['not where the other one is not attached', { ...SUPPORTED, hub: APART }, false],
    [
      'not where the peer is a third one',
      { spoke: { ...APART, peeringConnections: { 'pcx-1': peering('vpc-1') } }, hub: APART },
      false,
    ],
  ])('%s', (_, parts, may) => {
    expect(mayRefer(twoVpcs(parts))).toBe(may)
  })

  test.each<[string, Parts, string]>([
    ['the peering connections', { spoke: { ...APART, peeringConnections: DENIED } }, 'vpc'],
    ['whether there are more', { spoke: { ...APART, peeringConnections: { '*': DENIED } } }, 'vpc'],
    ['a peering connection', { spoke: { ...APART, peeringConnections: { 'pcx-1': DENIED } } }, 'peering-connection'],
    ['the attachments', { spoke: { ...APART, transitGatewayAttachments: DENIED } }, 'transit-gateway-attachments'],
    [
      'an attachment',
      { spoke: { ...APART, transitGatewayAttachments: { 'tgw-attach-1': DENIED } } },
      'transit-gateway-attachment',
    ],
    ['to what it leads', attached({ transitGatewayId: DENIED }), 'transit-gateway-attachment'],
    ['whether it supports that', attached({ securityGroupReferencingSupport: DENIED }), 'transit-gateway-attachment'],
    ['whether the gateway does', { transitGateway: { securityGroupReferencingSupport: DENIED } }, 'transit-gateway'],
    ['the gateway', { region: { transitGateways: DENIED } }, 'transit-gateway'],
  ])('or nobody knows, who has not read %s', (_, parts, kind) => {
    expect(mayRefer(twoVpcs(parts))).toMatchObject({ gap: DENIED, what: { kind } })
  })

  test.each(['tgw-attach-0', 'tgw-attach-9'])(
    'which is open beside an attachment that surely does not help: %s',
    (id) => {
      const transitGatewayAttachments = {
        [id]: { ...attachment('subnet-tgw'), transitGatewayId: 'tgw-other' },
        'tgw-attach-5': { ...attachment('subnet-tgw'), securityGroupReferencingSupport: DENIED },
      }
      const inOrder = Object.fromEntries(Object.entries(transitGatewayAttachments).sort())
      const parts = { ...SUPPORTED, spoke: { transitGatewayAttachments: inOrder } }
      expect(mayRefer(twoVpcs(parts))).toMatchObject({ gap: DENIED })
    },
  )

  test('not from one Region to another', () => {
    const spoke: Vpc = {
      ...SPOKE,
      ...APART,
      peeringConnections: { 'pcx-1': peering('vpc-hub', { peerRegion: 'us-east-1' }) },
    }
    const region: RegionState = {
      vpcs: { 'vpc-hub': { ...HUB, ...APART } },
      transitGateways: { 'tgw-1': TRANSIT_GATEWAY },
    }
    const { accounts, ...rest } = snapshotOf(spoke)
    const regions = { ...accounts[PLACE.account]?.regions, 'us-east-1': region }
    expect(mayRefer(index({ ...rest, accounts: { [PLACE.account]: { regions } } }))).toBe(false)
  })
})

test('a group that names the group of the task is open where nobody read what attaches its VPC', () => {
  const byGroup = { ...HTTPS_OUT, cidr: undefined, groupId: 'sg-task' } as never
  const securityGroups = { 'sg-endpoint': { ingress: [byGroup], egress: [] } }
  const transitGatewayAttachments = { ...HUB.transitGatewayAttachments, '*': DENIED }
  const world = twoVpcs({ hub: { securityGroups, transitGatewayAttachments } })
  expect(reach(world, taskIn(world), to('secretsmanager'))).toMatchObject({
    verdict: 'undecided',
    blockers: [],
    gaps: [{ gap: DENIED }],
  })
})
