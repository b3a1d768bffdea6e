import { type BlockPublicAccess, isGap, type Known } from '@farsight/core'
import type { ResourceKind } from '../resource-kind.ts'
import { oneOf, text } from '../shape.ts'
import { findScoped, holdersIn, idOf, mark, readingOf } from '../stack.ts'

const mode = oneOf('off', 'block-bidirectional', 'block-ingress')
const exclusionMode = oneOf('allow-bidirectional', 'allow-egress')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcblockpublicaccessoptions.html */
export const blockPublicAccessOptions: ResourceKind = {
  type: 'AWS::EC2::VPCBlockPublicAccessOptions',
  read: (resource, stack) => {
    const found = mode.read(resource.get('InternetGatewayBlockMode'), '', readingOf(stack, resource)) ?? 'off'
    for (const draft of stack.vpcs.drafts.values()) {
      draft.blockPublicAccess = resource.doubt ?? { mode: found, exclusions: [] }
      mark(stack, `${draft.at}/blockPublicAccess`, resource, 'InternetGatewayBlockMode')
    }
  },
}

/** Read after the options. */
export const blockPublicAccessExclusion: ResourceKind = {
  type: 'AWS::EC2::VPCBlockPublicAccessExclusion',
  read: (resource, stack) => {
    const reading = readingOf(stack, resource)
    const allowed = exclusionMode.read(resource.get('InternetGatewayExclusionMode'), '', reading)
    const subnetId = text.read(resource.get('SubnetId'), '', reading)
    const vpcId = idOf(resource.get('VpcId'))
    const vpcs = [
      ...holdersIn(stack, stack.vpcs, resource.get('VpcId')).map((found) => ({ ...found, vpc: found.draft })),
      ...findScoped(stack, 'subnets', resource.get('SubnetId')),
    ]
    for (const { vpc, doubt } of vpcs) {
      const access = vpc.blockPublicAccess
      if (access === undefined || isGap(access)) continue
      vpc.blockPublicAccess = excluded(access, subnetId ?? vpcId, resource.doubt ?? doubt ?? allowed)
    }
  },
}

function excluded(
  access: BlockPublicAccess,
  resourceId: Known<string>,
  allowed: Known<'allow-bidirectional' | 'allow-egress'> | undefined,
): Known<BlockPublicAccess> {
  if (isGap(resourceId)) return resourceId
  if (allowed === undefined || isGap(allowed))
    return { ...access, exclusions: allowed ?? { gap: 'unresolved', expression: 'mode' } }
  const before = access.exclusions ?? []
  return isGap(before) ? access : { ...access, exclusions: [...before, { resourceId, mode: allowed }] }
}
