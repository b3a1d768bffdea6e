import { expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { kindOfTarget, unfollowed } from './route-target.ts'
import { attachment } from './test-two-vpcs.ts'
import { DENIED, interfaceEndpoint } from './test-world.ts'

const VPC: Vpc = {
  cidrBlocks: [],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  internetGateways: { Internet: {}, Gone: null },
  natGateways: { Nat: {} },
  egressOnlyInternetGateways: { EgressOnly: {} },
  peeringConnections: { Peering: { peerVpcId: 'vpc-2' } },
  transitGatewayAttachments: { Unknown: DENIED, Attachment: { ...attachment(), transitGatewayId: 'Transit' } },
  endpoints: { Endpoint: interfaceEndpoint('logs') },
}

test.each([
  ['Internet', 'igw-1', 'internet-gateway'],
  ['Nat', 'nat-1', 'nat-gateway'],
  ['EgressOnly', 'eigw-1', 'egress-only-internet-gateway'],
  ['Peering', 'pcx-1', 'peering-connection'],
  ['Transit', 'tgw-1', 'transit-gateway'],
  ['Endpoint', 'vpce-1', 'endpoint'],
  ['Gone', 'eni-1', 'other'],
])('%s, as code names it, and %s, as AWS does, are of the kind %s', (logical, id, kind) => {
  expect([kindOfTarget(VPC, logical), kindOfTarget(VPC, id)]).toEqual([kind, kind])
})

test.each([
  ['vgw-1', 'virtual-private-gateway'],
  ['eni-1', 'network-interface-as-route-target'],
  ['i-1', 'instance-as-route-target'],
  ['lgw-1', 'local-gateway'],
  ['cagw-1', 'carrier-gateway'],
  ['arn:aws:networkmanager::1:core-network/core-network-1', 'core-network'],
  ['SomeLogicalId', 'route-target'],
])('what is not followed is named: %s', (target, name) => {
  expect(unfollowed(target)).toBe(name)
})
