import type { RegionState } from '../model/snapshot.ts'
import type { TransitGateway } from '../model/transit-gateway.ts'
import type { PeeringConnection, TransitGatewayAttachment, Vpc } from '../model/vpc.ts'
import { index, type World } from '../model/world.ts'
import { ENDPOINT_GROUP, HTTPS_OUT, interfaceEndpoint, PLACE, routes, snapshotOf, TASK_GROUP } from './test-world.ts'

/** Worlds for tests: a task in `vpc-1` (10.0.0.0/16), and endpoints in a hub, `vpc-hub` (10.1.0.0/16). */
export const TO_HUB = { destination: '10.1.0.0/16', target: 'tgw-1' } as const
export const TO_SPOKE = { destination: '10.0.0.0/16', target: 'tgw-1' } as const

const HOST = `secretsmanager.${PLACE.region}.amazonaws.com`

export const SPOKE = {
  cidrBlocks: ['10.0.0.0/16'],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  subnets: {
    'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', availabilityZone: 'ap-northeast-1a' },
    'subnet-c': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-private', availabilityZone: 'ap-northeast-1c' },
    'subnet-tgw': { cidrBlock: '10.0.9.0/28', availabilityZone: 'ap-northeast-1a' },
  },
  ...routes(TO_HUB),
  networkAcls: {},
  securityGroups: { 'sg-task': TASK_GROUP },
  endpoints: {},
  natGateways: {},
  internetGateways: {},
  hostedZones: { Z1: { name: HOST, records: [{ name: HOST, type: 'A', values: ['10.1.1.10'] }] } },
  transitGatewayAttachments: { 'tgw-attach-spoke': attachment('subnet-tgw') },
  peeringConnections: {},
} satisfies Vpc

export const HUB = {
  cidrBlocks: ['10.1.0.0/16'],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  subnets: {
    'hub-a': { cidrBlock: '10.1.1.0/24', routeTableId: 'rtb-hub', availabilityZone: 'ap-northeast-1a' },
    'hub-tgw': { cidrBlock: '10.1.9.0/28', routeTableId: 'rtb-hub-tgw', availabilityZone: 'ap-northeast-1a' },
    'hub-public': { cidrBlock: '10.1.8.0/28', routeTableId: 'rtb-hub-public', availabilityZone: 'ap-northeast-1a' },
  },
  routeTables: {
    'rtb-hub': { routes: [TO_SPOKE] },
    'rtb-hub-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'nat-hub' }] },
    'rtb-hub-public': { routes: [TO_SPOKE, { destination: '0.0.0.0/0', target: 'igw-hub' }] },
  },
  networkAcls: {},
  securityGroups: { 'sg-endpoint': { ...ENDPOINT_GROUP, ingress: [{ ...HTTPS_OUT, cidr: '10.0.0.0/8' }] } },
  endpoints: {
    'vpce-1': interfaceEndpoint('secretsmanager', {
      subnetIds: ['hub-a'],
      privateIpAddresses: ['10.1.1.10'],
      privateDnsEnabled: false,
    }),
  },
  natGateways: { 'nat-hub': { subnetId: 'hub-public' } },
  internetGateways: { 'igw-hub': {} },
  transitGatewayAttachments: { 'tgw-attach-hub': attachment('hub-tgw') },
  peeringConnections: {},
} satisfies Vpc

export function attachment(...subnetIds: readonly string[]): TransitGatewayAttachment {
  return { transitGatewayId: 'tgw-1', subnetIds, transitGatewayRouteTableId: 'tgw-rtb-1' }
}

export const TRANSIT_GATEWAY: TransitGateway = {
  routeTables: {
    'tgw-rtb-1': {
      routes: [
        { destinationCidrBlock: '10.0.0.0/16', transitGatewayAttachmentId: 'tgw-attach-spoke' },
        { destinationCidrBlock: '10.1.0.0/16', transitGatewayAttachmentId: 'tgw-attach-hub' },
        { destinationCidrBlock: '0.0.0.0/0', transitGatewayAttachmentId: 'tgw-attach-hub' },
      ],
    },
  },
}

export function peering(peerVpcId: string, changes: Partial<PeeringConnection> = {}): PeeringConnection {
  return { peerVpcId, ...changes }
}

/** With a peering connection between both in place of the transit gateway. */
export const PEERED = {
  spoke: {
    ...routes({ destination: '10.1.0.0/16', target: 'pcx-1' }),
    peeringConnections: { 'pcx-1': peering('vpc-hub') },
    transitGatewayAttachments: {},
  },
  hub: {
    routeTables: { 'rtb-hub': { routes: [{ destination: '10.0.0.0/16', target: 'pcx-1' }] } },
    peeringConnections: { 'pcx-1': peering('vpc-1') },
    transitGatewayAttachments: {},
  },
} satisfies { readonly spoke: Partial<Vpc>; readonly hub: Partial<Vpc> }

export interface Parts {
  readonly spoke?: Partial<Vpc>
  readonly hub?: Partial<Vpc>
  readonly transitGateway?: Partial<TransitGateway>
  readonly region?: RegionState
  /** Other VPCs of the Region. */
  readonly others?: Readonly<Record<string, Vpc>>
}

export function twoVpcs({ spoke = {}, hub = {}, transitGateway = {}, region = {}, others = {} }: Parts = {}): World {
  const transitGateways = { 'tgw-1': { ...TRANSIT_GATEWAY, ...transitGateway } }
  const { accounts, ...rest } = snapshotOf({ ...SPOKE, ...spoke }, { transitGateways, ...region })
  const { account, region: name } = PLACE
  const there = accounts[account]?.regions[name] ?? {}
  const vpcs = { 'vpc-1': { ...SPOKE, ...spoke }, 'vpc-hub': { ...HUB, ...hub }, ...others, '*': null }
  return index({ ...rest, accounts: { [account]: { regions: { [name]: { ...there, vpcs } } } } })
}
