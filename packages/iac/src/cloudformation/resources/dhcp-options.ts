import { type DhcpOptions, type Gap, pointerTo } from '@farsight/core'
import { attributes, byId } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, text } from '../shape.ts'
import { idOf, mark, readingOf, type Stack, vpcOf } from '../stack.ts'

export const dhcpOptions: ResourceKind = {
  type: 'AWS::EC2::DHCPOptions',
  ref: byId,
  attribute: attributes({ DhcpOptionsId: byId }),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcdhcpoptionsassociation.html */
export const vpcDhcpOptionsAssociation: ResourceKind = {
  type: 'AWS::EC2::VPCDHCPOptionsAssociation',
  read: (resource, stack) => {
    const draft = vpcOf(stack, resource)
    const id = idOf(resource.get('DhcpOptionsId'))
    const found = stack.resource(id)
    const options = found?.type === dhcpOptions.type ? found : undefined
    draft.dhcpOptions = resource.doubt ?? (options === undefined ? NOT_READ : optionsOf(options, stack))
    mark(stack, pointerTo(draft.at, 'dhcpOptions'), options ?? resource, options && 'DomainNameServers')
  },
}

const NOT_READ: Gap = { gap: 'not-read', permission: 'ec2:DescribeDhcpOptions' }

/** AWS does not say what tasks ask where a set names no servers. */
function optionsOf(options: Resource, stack: Stack): DhcpOptions {
  const servers = fullList(text).read(options.get('DomainNameServers'), '', readingOf(stack, options))
  return { domainNameServers: servers ?? { gap: 'unresolved', expression: 'DomainNameServers' } }
}
