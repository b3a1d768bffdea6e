import type { DhcpOptions, DnsFirewall, HostedZone, ResolverRule, Route53Profile } from './dns.ts'
import type { Known } from './known.ts'
import type { NetworkAcl } from './network-acl.ts'
import type { RouteTable } from './route-table.ts'
import type { SecurityGroup } from './security-group.ts'
import type { Subnet } from './subnet.ts'
import type { Listing } from './table.ts'
import type { Tags } from './tags.ts'
import type { VpcEndpoint } from './vpc-endpoint.ts'

/**
 * A VPC with everything in it. What AWS makes with every VPC (main route table, default network ACL, default security
 * group) counts as AWS makes it where a listing does not hold it.
 */
export interface Vpc {
  /** The account that owns it, where it is not the one that the snapshot files it under. */
  readonly ownerAccount?: string
  /** IPv4 and IPv6 blocks, in any order. */
  readonly cidrBlocks: Known<readonly string[]>
  readonly enableDnsSupport: Known<boolean>
  readonly enableDnsHostnames: Known<boolean>
  readonly subnets?: Known<Listing<Subnet>>
  readonly routeTables?: Known<Listing<RouteTable>>
  readonly networkAcls?: Known<Listing<NetworkAcl>>
  readonly securityGroups?: Known<Listing<SecurityGroup>>
  readonly endpoints?: Known<Listing<VpcEndpoint>>
  readonly natGateways?: Known<Listing<NatGateway>>
  /** Those attached to this VPC. */
  readonly internetGateways?: Known<Listing<InternetGateway>>
  readonly egressOnlyInternetGateways?: Known<Listing<InternetGateway>>
  /** Absent, as with the five below: AWS's default, none. */
  readonly dhcpOptions?: Known<DhcpOptions>
  /** Private hosted zones associated with the VPC, by zone id. */
  readonly hostedZones?: Known<Listing<HostedZone>>
  readonly resolverRules?: Known<Listing<ResolverRule>>
  readonly dnsFirewall?: Known<DnsFirewall>
  /** Route 53 Profiles associated with the VPC. */
  readonly route53Profiles?: Known<Listing<Route53Profile>>
  readonly blockPublicAccess?: Known<BlockPublicAccess>
  readonly peeringConnections?: Known<Listing<PeeringConnection>>
  readonly transitGatewayAttachments?: Known<Listing<TransitGatewayAttachment>>
  readonly tags?: Known<Tags>
}

export interface NatGateway {
  readonly state?: Known<'pending' | 'failed' | 'available' | 'deleting' | 'deleted'>
  readonly connectivityType?: Known<'public' | 'private'>
  readonly availabilityMode?: Known<'zonal' | 'regional'>
  /** Of a zonal gateway. */
  readonly subnetId?: Known<string>
  /** Of a regional gateway, which has a table of its own. */
  readonly routeTableId?: Known<string>
  readonly publicIps?: Known<readonly string[]>
  readonly tags?: Known<Tags>
}

export interface InternetGateway {
  readonly state?: Known<'attaching' | 'attached' | 'available' | 'detaching' | 'detached'>
  readonly tags?: Known<Tags>
}

export interface BlockPublicAccess {
  readonly mode: Known<'off' | 'block-bidirectional' | 'block-ingress'>
  readonly exclusions?: Known<
    readonly { readonly resourceId: string; readonly mode: 'allow-bidirectional' | 'allow-egress' }[]
  >
}

export interface PeeringConnection {
  readonly state?: Known<string>
  readonly peerVpcId: Known<string>
  readonly peerAccount?: Known<string>
  readonly peerRegion?: Known<string>
  readonly peerCidrBlocks?: Known<readonly string[]>
}

export interface TransitGatewayAttachment {
  readonly transitGatewayId: Known<string>
  readonly state?: Known<string>
  readonly subnetIds: Known<readonly string[]>
  /** The route table of the transit gateway that the attachment is associated with. */
  readonly transitGatewayRouteTableId?: Known<string>
  /** Whether it carries IPv6. Absent: not read. */
  readonly ipv6Support?: Known<boolean>
  /** Absent: true; it counts where the gateway supports it too. */
  readonly securityGroupReferencingSupport?: Known<boolean>
}
