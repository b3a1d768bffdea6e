import type { Value } from '../../cloudformation/value.ts'
import { filled, inside, itemsOf, map, word } from '../values.ts'
import type { Given, Virtual } from '../virtual.ts'

export type Mapping = (given: Given) => readonly Virtual[]

/** Attributes that have, in Pascal case, the names of CloudFormation's properties. */
export function same(type: string, ...attributes: readonly string[]): Mapping {
  return (given) => [
    { type, properties: Object.fromEntries(attributes.map((name) => [pascal(name), filled(given.get(name))])) },
  ]
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const TARGETS: readonly (readonly [string, string])[] = [
  ['gateway_id', 'GatewayId'],
  ['nat_gateway_id', 'NatGatewayId'],
  ['vpc_endpoint_id', 'VpcEndpointId'],
  ['transit_gateway_id', 'TransitGatewayId'],
  ['vpc_peering_connection_id', 'VpcPeeringConnectionId'],
  ['egress_only_gateway_id', 'EgressOnlyInternetGatewayId'],
  ['network_interface_id', 'NetworkInterfaceId'],
  ['carrier_gateway_id', 'CarrierGatewayId'],
  ['local_gateway_id', 'LocalGatewayId'],
  ['core_network_arn', 'CoreNetworkArn'],
]

function routeFrom(table: Value, read: (attribute: string) => Value, suffix?: string): Virtual {
  const first = (...names: readonly string[]) =>
    names.map(read).find(({ kind }) => kind !== 'absent') ?? read(names[0] ?? '')
  return {
    type: 'AWS::EC2::Route',
    ...(suffix === undefined ? {} : { suffix }),
    properties: {
      RouteTableId: table,
      // The blocks of a table spell it without `destination_`
      DestinationCidrBlock: first('destination_cidr_block', 'cidr_block'),
      DestinationIpv6CidrBlock: first('destination_ipv6_cidr_block', 'ipv6_cidr_block'),
      DestinationPrefixListId: read('destination_prefix_list_id'),
      ...Object.fromEntries(TARGETS.map(([name, property]) => [property, read(name)])),
    },
  }
}

const routeTable: Mapping = (given) => [
  { type: 'AWS::EC2::RouteTable', properties: { VpcId: given.get('vpc_id') } },
  ...routesIn(given, given.self),
  ...learnedBy(given, given.self),
]

/** Routes that virtual private gateways write. */
function learnedBy(given: Given, table: Value): readonly Virtual[] {
  const gateways = given.get('propagating_vgws')
  const isNone = gateways.kind === 'absent' || (gateways.kind === 'list' && gateways.items.length === 0)
  return isNone ? [] : [propagation(table, '.propagating_vgws')]
}

function propagation(table: Value, suffix?: string): Virtual {
  const properties = { RouteTableIds: { kind: 'list', items: itemsOf(table), at: table.at } } as const
  return { type: 'AWS::EC2::VPNGatewayRoutePropagation', ...(suffix === undefined ? {} : { suffix }), properties }
}

function routesIn(given: Given, table: Value): readonly Virtual[] {
  return given.items('route').map((block, i) => routeFrom(table, (name) => filled(inside(block, name)), `.route[${i}]`))
}

const internetGateway: Mapping = (given) => [
  { type: 'AWS::EC2::InternetGateway', properties: {} },
  ...(given.get('vpc_id').kind === 'absent' ? [] : [attachment(given.get('vpc_id'), given.self)]),
]

function attachment(vpc: Value, gateway: Value): Virtual {
  const properties = { VpcId: vpc, InternetGatewayId: gateway }
  return { type: 'AWS::EC2::VPCGatewayAttachment', suffix: '.attachment', properties }
}

const endpoint: Mapping = (given) => [
  {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: given.get('vpc_id'),
      VpcEndpointType: given.get('vpc_endpoint_type'),
      ServiceName: given.get('service_name'),
      ServiceRegion: given.get('service_region'),
      SubnetIds: given.get('subnet_ids'),
      SecurityGroupIds: given.get('security_group_ids'),
      RouteTableIds: given.get('route_table_ids'),
      PrivateDnsEnabled: given.get('private_dns_enabled'),
      IpAddressType: filled(given.get('ip_address_type')),
      DnsOptions: dnsOptions(given.block('dns_options'), given.at),
      PolicyDocument: filled(given.get('policy')),
    },
  },
]

function dnsOptions(block: Value, at: number): Value {
  if (block.kind !== 'map') return block
  return map(at, {
    DnsRecordIpType: filled(inside(block, 'dns_record_ip_type')),
    PrivateDnsOnlyForInboundResolverEndpoint: word(
      inside(block, 'private_dns_only_for_inbound_resolver_endpoint'),
      'OnlyInboundResolver',
      'AllResolvers',
    ),
  })
}

const associations: Mapping = (given) => {
  const GatewayId = filled(given.get('gateway_id'))
  const RouteTableId = given.get('route_table_id')
  if (GatewayId.kind !== 'absent') {
    return [{ type: 'AWS::EC2::GatewayRouteTableAssociation', properties: { GatewayId, RouteTableId } }]
  }
  const properties = { SubnetId: given.get('subnet_id'), RouteTableId }
  return [{ type: 'AWS::EC2::SubnetRouteTableAssociation', properties }]
}

const acl =
  (type: string): Mapping =>
  (given) => {
    // Of the default ACL, the VPC's own id is what others call it by
    const taken = given.get('default_network_acl_id')
    const self = taken.kind === 'absent' ? given.self : taken
    const subnets = given.items('subnet_ids').map((subnet, i): Virtual => {
      const properties = { SubnetId: subnet, NetworkAclId: self }
      return { type: 'AWS::EC2::SubnetNetworkAclAssociation', suffix: `.subnet_ids[${i}]`, properties }
    })
    const entries = (['ingress', 'egress'] as const).flatMap((direction) =>
      given
        .items(direction)
        .map((block, i) =>
          aclEntry(self, direction === 'egress', (name) => inside(block, name), `.${direction}[${i}]`),
        ),
    )
    const vpc = { VpcId: given.get('vpc_id'), DefaultNetworkAclId: taken }
    return [{ type, properties: vpc }, ...subnets, ...entries]
  }

function aclEntry(network: Value, isEgress: boolean | Value, read: (name: string) => Value, suffix?: string): Virtual {
  const at = network.at
  const first = (a: string, b: string) => (read(a).kind === 'absent' ? read(b) : read(a))
  return {
    type: 'AWS::EC2::NetworkAclEntry',
    ...(suffix === undefined ? {} : { suffix }),
    properties: {
      NetworkAclId: network,
      Egress: typeof isEgress === 'boolean' ? { kind: 'text', text: String(isEgress), open: null, at } : isEgress,
      RuleNumber: first('rule_no', 'rule_number'),
      RuleAction: first('action', 'rule_action'),
      Protocol: read('protocol'),
      CidrBlock: filled(read('cidr_block')),
      Ipv6CidrBlock: filled(read('ipv6_cidr_block')),
      PortRange: {
        kind: 'map',
        entries: new Map([
          ['From', { keyAt: at, value: read('from_port') }],
          ['To', { keyAt: at, value: read('to_port') }],
        ]),
        at,
      },
    },
  }
}

/** Tables and ACLs that AWS makes with a VPC, taken over. */
const defaultRouteTable: Mapping = (given) => [
  { type: 'Terraform::MainRouteTable', properties: { DefaultRouteTableId: given.get('default_route_table_id') } },
  ...routesIn(given, given.get('default_route_table_id')),
  ...learnedBy(given, given.get('default_route_table_id')),
]

export const NETWORK: { readonly [type: string]: Mapping } = {
  aws_vpc: same('AWS::EC2::VPC', 'cidr_block', 'enable_dns_support', 'enable_dns_hostnames'),
  aws_vpc_ipv4_cidr_block_association: same('AWS::EC2::VPCCidrBlock', 'vpc_id', 'cidr_block'),
  aws_subnet: same(
    'AWS::EC2::Subnet',
    'vpc_id',
    'cidr_block',
    'ipv6_cidr_block',
    'ipv6_native',
    'availability_zone',
    'availability_zone_id',
    'assign_ipv6_address_on_creation',
    'enable_dns64',
  ),
  aws_route_table: routeTable,
  aws_default_route_table: defaultRouteTable,
  aws_main_route_table_association: (given) => [
    {
      type: 'Terraform::MainRouteTableAssociation',
      properties: { VpcId: given.get('vpc_id'), RouteTableId: given.get('route_table_id') },
    },
  ],
  aws_route: (given) => [routeFrom(given.get('route_table_id'), (name) => filled(given.get(name)))],
  aws_route_table_association: associations,
  aws_internet_gateway: internetGateway,
  aws_internet_gateway_attachment: (given) => [attachment(given.get('vpc_id'), given.get('internet_gateway_id'))],
  aws_egress_only_internet_gateway: same('AWS::EC2::EgressOnlyInternetGateway', 'vpc_id'),
  aws_nat_gateway: same('AWS::EC2::NatGateway', 'subnet_id', 'connectivity_type', 'vpc_id', 'availability_mode'),
  aws_vpc_endpoint: endpoint,
  aws_vpc_endpoint_route_table_association: same('Terraform::EndpointAddition', 'vpc_endpoint_id', 'route_table_id'),
  aws_vpc_endpoint_subnet_association: same('Terraform::EndpointAddition', 'vpc_endpoint_id', 'subnet_id'),
  aws_vpc_endpoint_security_group_association: same(
    'Terraform::EndpointAddition',
    'vpc_endpoint_id',
    'security_group_id',
  ),
  aws_vpc_endpoint_private_dns: same('Terraform::EndpointAddition', 'vpc_endpoint_id', 'private_dns_enabled'),
  aws_vpc_endpoint_policy: same('Terraform::EndpointAddition', 'vpc_endpoint_id', 'policy'),
  aws_network_acl: acl('AWS::EC2::NetworkAcl'),
  aws_default_network_acl: acl('Terraform::DefaultNetworkAcl'),
  aws_network_acl_rule: (given) => [
    aclEntry(given.get('network_acl_id'), given.get('egress'), (name) => given.get(name)),
  ],
  aws_network_acl_association: same('AWS::EC2::SubnetNetworkAclAssociation', 'subnet_id', 'network_acl_id'),
  aws_vpc_peering_connection: same(
    'AWS::EC2::VPCPeeringConnection',
    'vpc_id',
    'peer_vpc_id',
    'peer_owner_id',
    'peer_region',
  ),
  aws_ec2_transit_gateway_vpc_attachment: same(
    'AWS::EC2::TransitGatewayAttachment',
    'vpc_id',
    'transit_gateway_id',
    'subnet_ids',
  ),
  aws_ec2_transit_gateway: same('AWS::EC2::TransitGateway'),
  aws_vpn_gateway_route_propagation: (given) => [propagation(given.get('route_table_id'))],
  aws_vpc_route_server_propagation: same('AWS::EC2::RouteServerPropagation', 'route_table_id'),
}
