import { type InternetGateway, isGap, type NatGateway } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId, byProperty } from '../names.ts'
import { record } from '../record-shape.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { marked, oneOf, text } from '../shape.ts'
import { add, findScoped, idOf, readingOf, vpcOf } from '../stack.ts'

/** It counts once it is attached to a VPC. */
export const internetGateway: ResourceKind = {
  type: 'AWS::EC2::InternetGateway',
  ref: byId,
  attribute: attributes({ InternetGatewayId: byId }),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const vpcGatewayAttachment: ResourceKind = {
  type: 'AWS::EC2::VPCGatewayAttachment',
  read: (resource, stack) => {
    const gateway = resource.get('InternetGatewayId')
    if (gateway.kind === 'absent') return
    const attached: InternetGateway = { state: 'available' }
    add(stack, vpcOf(stack, resource).internetGateways, idOf(gateway), resource, attached)
  },
}

export const egressOnlyInternetGateway: ResourceKind = {
  type: 'AWS::EC2::EgressOnlyInternetGateway',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: (resource, stack) => {
    const table = vpcOf(stack, resource).egressOnlyInternetGateways
    add(stack, table, resource.id, resource, { state: 'available' })
  },
}

const shape = record<NatGateway>({
  state: null,
  connectivityType: marked(oneOf('public', 'private')),
  availabilityMode: oneOf('zonal', 'regional'),
  subnetId: marked(text),
  routeTableId: null,
  publicIps: null,
  tags: null,
})

/**
 * Zonal unless it says otherwise; a regional one belongs to a VPC and to no subnet.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html
 */
export const natGateway: ResourceKind = {
  type: 'AWS::EC2::NatGateway',
  ref: byId,
  attribute: attributes({ NatGatewayId: byId, SubnetId: byProperty('SubnetId') }),
  read: (resource, stack) => {
    const subnet = findScoped(stack, 'subnets', resource.get('SubnetId')).find(({ isGuess }) => !isGuess)
    const vpc = subnet?.vpc ?? (resource.get('VpcId').kind === 'absent' ? null : vpcOf(stack, resource))
    if (vpc === null) return
    const at = pointerIn(vpc.natGateways, resource.id)
    const reading = readingOf(stack, resource)
    const draft = shape.read(resource.properties, at, reading)
    if (draft === undefined || isGap(draft)) return
    add(stack, vpc.natGateways, resource.id, resource, {
      state: 'available',
      connectivityType: 'public',
      ...draft,
    })
  },
}
