import { isGap, type VpcEndpoint } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import { record } from '../record-shape.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { boolean, fullList, marked, oneOf, type Shape, text } from '../shape.ts'
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
  tags: null,
})

/** CloudFormation has words for it where the API has a flag. */
const inboundOnly: Shape<boolean> = {
  read: (value, at, reading) => {
    const found = oneOf('OnlyInboundResolver', 'AllResolvers', 'NotSpecified').read(value, at, reading)
    if (found === 'NotSpecified') return undefined
    return found === undefined || isGap(found) ? found : found === 'OnlyInboundResolver'
  },
}

const recordType: Shape<'ipv4' | 'ipv6' | 'dualstack' | 'service-defined'> = {
  read: (value, at, reading) => {
    const found = oneOf('ipv4', 'ipv6', 'dualstack', 'service-defined', 'not-specified').read(value, at, reading)
    return found === 'not-specified' ? undefined : found
  },
}

const dnsOptions = record<Pick<Draft<VpcEndpoint>, 'dnsRecordIpType' | 'privateDnsOnlyForInboundResolverEndpoint'>>({
  dnsRecordIpType: marked(recordType),
  privateDnsOnlyForInboundResolverEndpoint: marked(inboundOnly),
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
    const options = dnsOptions.read(resource.get('DnsOptions'), at, readingOf(stack, resource))
    Object.assign(draft, isGap(options) ? { dnsRecordIpType: options } : options)
    draft.vpcEndpointType ??= 'Gateway'
    draft.serviceName ??= { gap: 'unresolved', expression: 'ServiceName' }
    if (draft.vpcEndpointType === 'Interface') draft.privateDnsEnabled ??= false
    add(stack, endpoints, resource.id, resource, draft)
  },
}
