import { isGap, type VpcEndpoint } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import { record } from '../record-shape.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { boolean, fullList, marked, oneOf, text } from '../shape.ts'
import { add, readingOf, vpcOf } from '../stack.ts'
import type { Draft } from '../vpc-draft.ts'

const shape = record<Draft<VpcEndpoint>>({
  vpcEndpointType: marked(oneOf('Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork')),
  serviceName: marked(text),
  serviceRegion: text,
  state: null,
  subnetIds: marked(fullList(text)),
  securityGroupIds: marked(fullList(text)),
  privateIpAddresses: null,
  privateDnsEnabled: marked(boolean),
  privateDnsOnlyForInboundResolverEndpoint: null,
  ipAddressType: oneOf('ipv4', 'ipv6', 'dualstack'),
  dnsRecordIpType: null,
  routeTableIds: marked(fullList(text)),
  policyDocument: marked(policyDocument),
})

/**
 * `VpcEndpointType` defaults to a gateway. `PrivateDnsEnabled` defaults to false in CloudFormation, unlike in the API.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
 * @see https://github.com/awsdocs/aws-cloudformation-user-guide/pull/391
 */
export const vpcEndpoint: ResourceKind = {
  type: 'AWS::EC2::VPCEndpoint',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: (resource, stack) => {
    const { endpoints } = vpcOf(stack, resource)
    const at = pointerIn(endpoints, resource.id)
    const draft = shape.read(resource.properties, at, readingOf(stack, resource))
    if (draft === undefined || isGap(draft)) return
    draft.vpcEndpointType ??= 'Gateway'
    draft.serviceName ??= { gap: 'unresolved', expression: 'ServiceName' }
    if (draft.vpcEndpointType === 'Interface') draft.privateDnsEnabled ??= false
    add(stack, endpoints, resource.id, resource, draft)
  },
}
