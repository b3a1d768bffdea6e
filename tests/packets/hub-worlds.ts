import type { Route } from '@farsight/core'
import { type PacketWorld, PLACE } from './packet-world.ts'
import type { TransitGatewayRoute } from './transit-gateways.ts'

/** A task in a spoke and an endpoint in a hub, whose address it asks for; `by` is what connects the two. */
export function hubWorld(by: 'peering' | 'transit-gateway', changes: Partial<HubChanges> = {}): PacketWorld {
  const target = by === 'peering' ? 'pcx-1' : 'tgw-1'
  const { toHub = [{ destination: '10.1.0.0/16', target }], toSpoke = [{ destination: '10.0.0.0/16', target }] } =
    changes
  const { gatewayRoutes = GATEWAY_ROUTES } = changes
  const spoke = vpcOf('10.0', 'spoke', toHub, {})
  const hub = vpcOf('10.1', 'hub', toSpoke, {
    endpoints: {
      'vpce-hub': {
        vpcEndpointType: 'Interface',
        serviceName: `com.amazonaws.${PLACE.region}.ecr.api`,
        subnetIds: ['subnet-hub'],
        securityGroupIds: ['sg-hub'],
        privateIpAddresses: [HUB_ADDRESS],
        privateDnsEnabled: false,
      },
    },
  })
  const link = (peerVpcId: string) => (by === 'peering' ? { peeringConnections: { 'pcx-1': { peerVpcId } } } : {})
  const attach = (id: string) =>
    by === 'peering'
      ? {}
      : {
          transitGatewayAttachments: {
            [`tgw-attach-${id}`]: {
              transitGatewayId: 'tgw-1',
              subnetIds: [`subnet-${id}-attach`],
              transitGatewayRouteTableId: 'tgw-rtb-1',
            },
          },
        }
  const region = {
    vpcs: {
      'vpc-a': { ...spoke, ...link('vpc-b'), ...attach('spoke') },
      'vpc-b': { ...hub, ...link('vpc-a'), ...attach('hub') },
      '*': null,
    },
    prefixLists: { '*': null },
    transitGateways: { 'tgw-1': { routeTables: { 'tgw-rtb-1': { routes: gatewayRoutes } } } },
  }
  return {
    snapshot: { schema: 'farsight.snapshot/1', accounts: { [PLACE.account]: { regions: { [PLACE.region]: region } } } },
    hosts: {},
    probes: [
      { subnetId: 'subnet-spoke', securityGroupIds: ['sg-spoke'], publicIp: false, host: HUB_ADDRESS, port: 443 },
    ],
  }
}

interface HubChanges {
  readonly toHub: readonly Route[]
  readonly toSpoke: readonly Route[]
  readonly gatewayRoutes: readonly TransitGatewayRoute[]
}

const HUB_ADDRESS = '10.1.1.20'

const GATEWAY_ROUTES: readonly TransitGatewayRoute[] = [
  { destinationCidrBlock: '10.0.0.0/16', transitGatewayAttachmentId: 'tgw-attach-spoke' },
  { destinationCidrBlock: '10.1.0.0/16', transitGatewayAttachmentId: 'tgw-attach-hub' },
]

function vpcOf(prefix: string, id: string, routes: readonly Route[], more: object) {
  const everywhere = { protocol: '-1', cidr: '0.0.0.0/0' }
  return {
    cidrBlocks: [`${prefix}.0.0/16`],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    subnets: {
      [`subnet-${id}`]: { cidrBlock: `${prefix}.1.0/24`, availabilityZone: 'ap-northeast-1a', routeTableId: 'rtb-1' },
      [`subnet-${id}-attach`]: { cidrBlock: `${prefix}.2.0/28`, availabilityZone: 'ap-northeast-1a' },
    },
    routeTables: { 'rtb-1': { routes } },
    networkAcls: {},
    securityGroups: { [`sg-${id}`]: { ingress: [everywhere], egress: [everywhere] } },
    endpoints: {},
    natGateways: {},
    internetGateways: {},
    ...more,
  }
}
