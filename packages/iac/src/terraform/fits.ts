import type { Value } from '../cloudformation/value.ts'

interface Sort {
  readonly attributes: RegExp
  readonly types: RegExp
  /** Of what is there already. */
  readonly ids: RegExp
}

const SORTS: readonly Sort[] = [
  {
    attributes: /^(?:vpc_)?security_groups?$|security_group_ids?$/,
    types: /SecurityGroup$|^aws_(?:default_)?security_group$/,
    ids: /^sg-/,
  },
  { attributes: /^subnets$|^subnet_ids?$/, types: /::Subnet$|^aws_(?:default_)?subnet$/, ids: /^subnet-/ },
  {
    attributes: /^gateway_id$/,
    types: /::(?:InternetGateway|VPCEndpoint)$|^aws_(?:internet_gateway|vpn_gateway|vpc_endpoint)$/,
    ids: /^(?:igw|vgw|vpce)-/,
  },
  { attributes: /^nat_gateway_id$/, types: /::NatGateway$|^aws_nat_gateway$/, ids: /^nat-/ },
  { attributes: /^vpc_endpoint_id$/, types: /::VPCEndpoint$|^aws_vpc_endpoint$/, ids: /^vpce-/ },
  { attributes: /^transit_gateway_id$/, types: /::TransitGateway$|^aws_ec2_transit_gateway$/, ids: /^tgw-/ },
  {
    attributes: /^vpc_peering_connection_id$/,
    types: /::VPCPeeringConnection$|^aws_vpc_peering_connection(?:_accepter)?$/,
    ids: /^pcx-/,
  },
  {
    attributes: /^egress_only_gateway_id$/,
    types: /::EgressOnlyInternetGateway$|^aws_egress_only_internet_gateway$/,
    ids: /^eigw-/,
  },
  { attributes: /^network_interface_id$/, types: /^aws_network_interface$/, ids: /^eni-/ },
  { attributes: /^prefix_list_ids?$/, types: /::PrefixList$|^aws_ec2_managed_prefix_list$/, ids: /^pl-/ },
  { attributes: /^vpc_id$/, types: /::VPC$|^aws_(?:default_)?vpc$/, ids: /^vpc-/ },
]

/** Whether it is a thing of the sort that the attribute names; null where attributes of that name take any sort. */
export function fits(attribute: string, value: Value): boolean | null {
  const sort = SORTS.find(({ attributes }) => attributes.test(attribute))
  if (sort === undefined) return null
  switch (value.kind) {
    case 'reference':
      return sort.types.test(value.type)
    case 'text':
      return value.open === null && sort.ids.test(value.text)
    case 'unknown':
      // Of other attributes, such as names, nobody makes an id
      return value.type !== undefined && sort.types.test(value.type) && value.name.endsWith('.id')
    case 'list':
      return value.items.length > 0 && value.items.every((each) => fits(attribute, each) === true)
    default:
      return false
  }
}
