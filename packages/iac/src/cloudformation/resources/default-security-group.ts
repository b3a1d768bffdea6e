import type { ResourceKind } from '../resource-kind.ts'
import { add } from '../stack.ts'

/**
 * The resource with which the CDK takes all rules away from the default group of a VPC.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html#restrictdefaultsecuritygroup
 */
export const restrictDefaultSecurityGroup: ResourceKind = {
  type: 'Custom::VpcRestrictDefaultSG',
  read: (resource, stack) => {
    const group = resource.get('DefaultSecurityGroupId')
    const vpc = group.kind === 'reference' ? stack.vpcs.drafts.get(group.owner) : undefined
    if (vpc === undefined || group.kind !== 'reference' || resource.doubt !== null) return
    const draft = vpc.securityGroups.drafts.get(group.id) ?? { hasDefaultEgress: false }
    add(stack, vpc.securityGroups, group.id, resource, { ...draft, groupName: 'default', ingress: [], egress: [] })
  },
}
