import { each, filled, inside, map } from '../values.ts'
import { type Mapping, same } from './network.ts'

const zone: Mapping = (given) => {
  const { at } = given
  const vpcs = each(given.get('vpc'), (block) => map(at, { VPCId: inside(block, 'vpc_id') }))
  return [{ type: 'Terraform::HostedZone', properties: { Name: given.get('name'), VPCs: vpcs } }]
}

const namespace: Mapping = (given) => [
  {
    type: 'AWS::ServiceDiscovery::PrivateDnsNamespace',
    properties: { Name: given.get('name'), Vpc: given.get('vpc') },
  },
]

const resolverRule: Mapping = (given) => [
  {
    type: 'AWS::Route53Resolver::ResolverRule',
    properties: {
      DomainName: given.get('domain_name'),
      RuleType: given.get('rule_type'),
      TargetIps: each(given.get('target_ip'), (block) => map(given.at, { Ip: filled(inside(block, 'ip')) })),
    },
  },
]

const resolverRuleAssociation: Mapping = (given) => [
  {
    type: 'AWS::Route53Resolver::ResolverRuleAssociation',
    properties: { ResolverRuleId: given.get('resolver_rule_id'), VPCId: given.get('vpc_id') },
  },
]

/** What answers for names in a VPC, and what keeps its tasks from the internet. */
export const DNS: { readonly [type: string]: Mapping } = {
  aws_vpc_dhcp_options: same('AWS::EC2::DHCPOptions', 'domain_name_servers'),
  aws_vpc_dhcp_options_association: same('AWS::EC2::VPCDHCPOptionsAssociation', 'vpc_id', 'dhcp_options_id'),
  aws_route53_zone: zone,
  aws_route53_zone_association: same('Terraform::HostedZoneAssociation', 'zone_id', 'vpc_id'),
  aws_service_discovery_private_dns_namespace: namespace,
  aws_route53_resolver_rule: resolverRule,
  aws_route53_resolver_rule_association: resolverRuleAssociation,
  // Rules are resources of their own, which are not followed: the group stays open.
  aws_route53_resolver_firewall_rule_group_association: same(
    'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    'vpc_id',
    'firewall_rule_group_id',
    'priority',
  ),
  aws_vpc_block_public_access_options: same('AWS::EC2::VPCBlockPublicAccessOptions', 'internet_gateway_block_mode'),
  aws_vpc_block_public_access_exclusion: same(
    'AWS::EC2::VPCBlockPublicAccessExclusion',
    'internet_gateway_exclusion_mode',
    'vpc_id',
    'subnet_id',
  ),
}
