import { type PeeringConnection, pointerTo, type TransitGatewayAttachment } from '@farsight/core'
import { attributes, byId } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, text } from '../shape.ts'
import { add, readingOf, type Stack, vpcOf } from '../stack.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html */
export const vpcPeeringConnection: ResourceKind = {
  type: 'AWS::EC2::VPCPeeringConnection',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: (resource, stack) => {
    const reading = readingOf(stack, resource)
    const read = (property: string) => text.read(resource.get(property), '', reading)
    const account = read('PeerOwnerId')
    const region = read('PeerRegion')
    const connection: PeeringConnection = {
      // CloudFormation accepts it within an account; elsewhere the peer's owner does
      state: account === undefined ? 'active' : { gap: 'after-deploy' },
      peerVpcId: read('PeerVpcId') ?? { gap: 'unresolved', expression: 'PeerVpcId' },
      ...(account === undefined ? {} : { peerAccount: account }),
      ...(region === undefined ? {} : { peerRegion: region }),
    }
    add(stack, vpcOf(stack, resource).peeringConnections, resource.id, resource, connection)
  },
}

export const transitGateway: ResourceKind = {
  type: 'AWS::EC2::TransitGateway',
  ref: byId,
  attribute: attributes({ Id: byId }),
}

export const transitGatewayAttachment: ResourceKind = {
  type: 'AWS::EC2::TransitGatewayAttachment',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: readAttachment,
}

export const transitGatewayVpcAttachment: ResourceKind = {
  ...transitGatewayAttachment,
  type: 'AWS::EC2::TransitGatewayVpcAttachment',
}

function readAttachment(resource: Resource, stack: Stack): void {
  const table = vpcOf(stack, resource).transitGatewayAttachments
  const reading = readingOf(stack, resource)
  const at = pointerTo(table.at, resource.id)
  const attachment: TransitGatewayAttachment = {
    transitGatewayId: text.read(resource.get('TransitGatewayId'), at, reading) ?? {
      gap: 'unresolved',
      expression: 'TransitGatewayId',
    },
    state: 'available',
    subnetIds: fullList(text).read(resource.get('SubnetIds'), pointerTo(at, 'subnetIds'), reading) ?? [],
  }
  add(stack, table, resource.id, resource, attachment)
}
