import type { Pointer } from '../model/origin.ts'

/** What stops a packet, or its answer, as data. `at` points at the deciding part of the snapshot. */
export type NetworkBlocker =
  | SecurityGroupEgress
  | EndpointSecurityGroup
  | NetworkAclBlock
  | NoRoute
  | BlackholeRoute
  | NoPublicIp
  | NatGatewayState
  | NatGatewayWithoutInternet
  | PrivateNatGateway
  | PublicAccessBlocked
  | NoCommonFamily
  | PeeringNotTransitive
  | TransitGatewayZone
  | TransitGatewayRoute
  | NoReturnRoute
  | VpcDnsOff
  | ZoneWithoutRecord
  | DnsFirewallBlock
  | EndpointState

/** None of the task's groups lets the traffic out. */
export interface SecurityGroupEgress {
  readonly blocker: 'security-group-egress'
  readonly groupIds: readonly string[]
  readonly port: number
  /** What the rules would have to allow: blocks, or the id or name of a prefix list. */
  readonly destination: readonly string[]
  readonly at: Pointer
}

/** None of the endpoint's groups lets the task in. */
export interface EndpointSecurityGroup {
  readonly blocker: 'endpoint-security-group'
  readonly endpointId: string
  readonly serviceName: string
  readonly groupIds: readonly string[]
  readonly port: number
  /** The task's subnet and its block: what the rules would have to admit. */
  readonly subnetId: string
  readonly source: string
  /** Whether the task is in another VPC than the endpoint. */
  readonly acrossVpcs: boolean
  readonly at: Pointer
}

export interface NetworkAclBlock {
  readonly blocker: 'network-acl'
  readonly networkAclId: string
  /** The subnet at whose edge it stands. */
  readonly subnetId: string
  readonly side: Side
  readonly direction: 'egress' | 'ingress'
  /** Whether it drops the answers (ACLs are stateless) and not the request. */
  readonly reply: boolean
  readonly fromPort: number
  readonly toPort: number
  /** The entry that denied first; `*` is the last one, which denies what nothing matched. */
  readonly ruleNumber: number | '*'
  readonly at: Pointer
}

/** What a subnet on the way is there for. */
export type Side = 'task' | 'endpoint' | 'nat-gateway' | 'transit-gateway'

/** No route of the subnet's table leads to the destination. */
export interface NoRoute {
  readonly blocker: 'no-route'
  readonly vpcId: string
  readonly subnetId: string
  /** Null: the main table as AWS makes it. */
  readonly routeTableId: string | null
  readonly host: string
  /** Where the name leads, in blocks, if that is in another VPC or beyond; null: a host of the internet. */
  readonly addresses: readonly string[] | null
  /** An endpoint of the service that is there and does not serve the subnet. */
  readonly unusedEndpoint: UnusedEndpoint | null
  readonly at: Pointer
}

/**
 * `not-associated`: a gateway endpoint that the subnet's route table does not lead to. `inbound-resolver-only`: its
 * private name is for networks outside of the VPC. `vpc-dns-off`: the VPC has DNS hostnames off, and with that no
 * private name.
 */
export interface UnusedEndpoint {
  readonly endpointId: string
  readonly why: 'private-dns-off' | 'inbound-resolver-only' | 'not-available' | 'vpc-dns-off' | 'not-associated'
  readonly state: string
  readonly at: Pointer
}

/** The route that wins leads to a thing that is gone. */
export interface BlackholeRoute {
  readonly blocker: 'blackhole-route'
  readonly subnetId: string
  readonly routeTableId: string
  readonly destination: string
  readonly targetId: string
  readonly at: Pointer
}

/** The route leads to an internet gateway, which carries only interfaces with a public address. */
export interface NoPublicIp {
  readonly blocker: 'no-public-ip'
  readonly subnetId: string
  readonly routeTableId: string
  readonly internetGatewayId: string
  readonly at: Pointer
}

export interface NatGatewayState {
  readonly blocker: 'nat-gateway-state'
  readonly natGatewayId: string
  /** `missing`: the route names a gateway that is not there. */
  readonly state: string
  readonly subnetId: string
  readonly routeTableId: string
  readonly at: Pointer
}

/** The NAT gateway stands in a subnet that itself has no route to an internet gateway. */
export interface NatGatewayWithoutInternet {
  readonly blocker: 'nat-gateway-without-internet'
  readonly natGatewayId: string
  /** Null: of a regional NAT gateway, which is in none. */
  readonly natSubnetId: string | null
  readonly natRouteTableId: string | null
  readonly at: Pointer
}

/** A private NAT gateway has no public address: an internet gateway drops what it sends. */
export interface PrivateNatGateway {
  readonly blocker: 'private-nat-gateway'
  readonly natGatewayId: string
  readonly internetGatewayId: string
  readonly at: Pointer
}

/** VPC Block Public Access stops what goes through an internet gateway. */
export interface PublicAccessBlocked {
  readonly blocker: 'public-access-blocked'
  readonly vpcId: string
  /** The subnet that no exclusion names; null: of a regional NAT gateway, which is in none. */
  readonly subnetId: string | null
  readonly mode: 'block-bidirectional' | 'block-ingress'
  readonly gatewayId: string
  readonly at: Pointer
}

/** The task has addresses of one family and the host of the other. */
export interface NoCommonFamily {
  readonly blocker: 'no-common-family'
  readonly subnetId: string
  readonly host: string
  /** That of the task. */
  readonly family: 4 | 6
  readonly at: Pointer
}

/** A peering connection leads to the addresses of the peer and no further. */
export interface PeeringNotTransitive {
  readonly blocker: 'peering-not-transitive'
  readonly peeringConnectionId: string
  readonly peerVpcId: string
  readonly host: string
  readonly at: Pointer
}

/** The attachment has no subnet in the zone that the packets come from. */
export interface TransitGatewayZone {
  readonly blocker: 'transit-gateway-zone'
  readonly transitGatewayId: string
  readonly attachmentId: string
  readonly subnetId: string
  readonly zone: string
  readonly zones: readonly string[]
  readonly reply: boolean
  readonly at: Pointer
}

/** The route table of the transit gateway drops the packets. */
export interface TransitGatewayRoute {
  readonly blocker: 'transit-gateway-route'
  readonly transitGatewayId: string
  readonly routeTableId: string
  /** The black hole; null: no route leads there. */
  readonly destination: string | null
  readonly addresses: readonly string[]
  readonly reply: boolean
  readonly at: Pointer
}

/** No route of the table leads the answers back to the task. */
export interface NoReturnRoute {
  readonly blocker: 'no-return-route'
  readonly subnetId: string
  readonly routeTableId: string | null
  /** Where the task is. */
  readonly addresses: readonly string[]
  readonly host: string
  readonly at: Pointer
}

/** No name resolves without `enableDnsSupport`, and no name of EFS without `enableDnsHostnames`. */
export interface VpcDnsOff {
  readonly blocker: 'vpc-dns-off'
  readonly vpcId: string
  readonly attribute: 'enableDnsSupport' | 'enableDnsHostnames'
  readonly at: Pointer
}

/** A private hosted zone answers for the name, and says that there is none; nobody else is asked. */
export interface ZoneWithoutRecord {
  readonly blocker: 'zone-without-record'
  readonly zoneId: string
  readonly domain: string
  /** The name that the zone lacks: the host, or what it redirects to. */
  readonly name: string
  readonly host: string
  /** `addresses`: the name is there, with other records than those that lead to addresses. */
  readonly missing: 'name' | 'addresses'
  readonly at: Pointer
}

/** A rule of DNS Firewall refuses the name. */
export interface DnsFirewallBlock {
  readonly blocker: 'dns-firewall'
  readonly vpcId: string
  readonly name: string
  /** The entry of the rule's list that holds the name. */
  readonly domain: string
  readonly ruleGroupId: string | null
  readonly at: Pointer
}

export interface EndpointState {
  readonly blocker: 'endpoint-state'
  readonly endpointId: string
  readonly serviceName: string
  readonly state: string
  readonly at: Pointer
}
