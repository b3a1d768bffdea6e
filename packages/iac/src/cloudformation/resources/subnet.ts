import { isGap, type Known, type Subnet } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId, byProperty } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { boolean, literal, marked, text } from '../shape.ts'
import { add, findScoped, idOf, mark, readingOf, type Stack, vpcOf } from '../stack.ts'
import { AFTER_DEPLOY, type Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html */
export const subnet: ResourceKind = {
  type: 'AWS::EC2::Subnet',
  ref: byId,
  attribute: attributes({
    SubnetId: byId,
    VpcId: byProperty('VpcId'),
    AvailabilityZone: byProperty('AvailabilityZone'),
    CidrBlock: byProperty('CidrBlock'),
  }),
  read: (resource, stack) => {
    const { subnets } = vpcOf(stack, resource)
    const at = pointerIn(subnets, resource.id)
    const draft = shape.read(resource.properties, at, readingOf(stack, resource))
    if (draft === undefined || isGap(draft)) return
    if (draft.cidrBlock === undefined && draft.ipv6Native !== true) draft.cidrBlock = AFTER_DEPLOY
    const count = subnets.drafts.get(resource.id)?.availableIpAddressCount
    if (count !== undefined) draft.availableIpAddressCount = count
    else if (draft.cidrBlock !== undefined) draft.availableIpAddressCount = freeAddresses(draft.cidrBlock)
    add(stack, subnets, resource.id, resource, draft)
  },
}

const shape = record<Draft<Subnet>>({
  cidrBlock: marked(literal),
  ipv6CidrBlock: marked(literal),
  ipv6Native: marked(boolean),
  availabilityZone: marked(text),
  availabilityZoneId: marked(text),
  availableIpAddressCount: null,
  routeTableId: null,
  networkAclId: null,
  assignIpv6AddressOnCreation: marked(boolean),
  enableDns64: marked(boolean),
  tags: null,
})

/**
 * AWS keeps the first four addresses of a subnet and the last one.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
function freeAddresses(block: Known<string>): Known<number> {
  if (isGap(block)) return block
  const [, mask] = /\/(\d{1,2})$/.exec(block) ?? []
  return mask === undefined ? { gap: 'unresolved', expression: block } : Math.max(2 ** (32 - Number(mask)) - 5, 0)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html */
export const subnetRouteTableAssociation: ResourceKind = {
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  read: (resource, stack) => associate(resource, stack, 'routeTableId', 'RouteTableId'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetnetworkaclassociation.html */
export const subnetNetworkAclAssociation: ResourceKind = {
  type: 'AWS::EC2::SubnetNetworkAclAssociation',
  read: (resource, stack) => associate(resource, stack, 'networkAclId', 'NetworkAclId'),
}

function associate(resource: Resource, stack: Stack, field: 'routeTableId' | 'networkAclId', property: string): void {
  for (const { vpc, key, draft, at, doubt, isGuess } of findScoped(stack, 'subnets', resource.get('SubnetId'))) {
    // A subnet has one of each: what the code gives it by name stays
    if (isGuess && draft[field] !== undefined && !vpc.subnets.laid.has(key)) continue
    draft[field] = resource.doubt ?? doubt ?? associated(resource.get(property))
    mark(stack, `${at}/${field}`, resource, property)
  }
}

function associated(value: Value): Known<string> {
  return value.kind === 'unknown' ? value.gap : idOf(value)
}

/**
 * The IPv6 block of a subnet, given to it afterwards.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetcidrblock.html
 */
export const subnetCidrBlock: ResourceKind = {
  type: 'AWS::EC2::SubnetCidrBlock',
  read: (resource, stack) => {
    for (const { draft, at, doubt } of findScoped(stack, 'subnets', resource.get('SubnetId'))) {
      const block = literal.read(resource.get('Ipv6CidrBlock'), at, readingOf(stack, resource))
      draft.ipv6CidrBlock = resource.doubt ?? doubt ?? block ?? AFTER_DEPLOY
      mark(stack, `${at}/ipv6CidrBlock`, resource, 'Ipv6CidrBlock')
    }
  },
}
