import type {
  NatGateway,
  NetworkAcl,
  NetworkAclEntry,
  PrefixList,
  Route,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
  VpcEndpoint,
} from '@farsight/core'
import type { TransitGateway } from '../transit-gateways.ts'

/** The parts of a world while it is made: what is read-only in a snapshot can be changed here. */
export interface VpcBlueprint extends Omit<Vpc, 'subnets' | 'routeTables' | 'networkAcls'> {
  cidrBlocks: string[]
  enableDnsSupport: boolean
  enableDnsHostnames: boolean
  subnets: Record<string, { -readonly [key in keyof Subnet]: Subnet[key] }>
  routeTables: Record<string, { main?: boolean; routes: Route[] }>
  networkAcls: Record<string, { default?: boolean; entries: NetworkAclEntry[] } & NetworkAcl>
  securityGroups: Record<
    string,
    { groupName?: string; ingress: SecurityGroupRule[]; egress: SecurityGroupRule[] } & SecurityGroup
  >
  endpoints: Record<string, VpcEndpoint>
  natGateways: Record<string, { -readonly [key in keyof NatGateway]: NatGateway[key] }>
  internetGateways: Record<string, { state?: 'attached' | 'detached' }>
  egressOnlyInternetGateways: Record<string, { state?: 'attached' }>
  hostedZones?: NonNullable<Vpc['hostedZones']>
  peeringConnections?: NonNullable<Vpc['peeringConnections']>
  transitGatewayAttachments?: NonNullable<Vpc['transitGatewayAttachments']>
  blockPublicAccess?: NonNullable<Vpc['blockPublicAccess']>
}

export interface Blueprint {
  readonly vpcs: Record<string, VpcBlueprint>
  readonly prefixLists: Record<string, PrefixList>
  readonly transitGateways: Record<string, TransitGateway>
  readonly hosts: Record<string, readonly string[]>
}
