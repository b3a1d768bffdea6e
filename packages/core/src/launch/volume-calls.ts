import { isGap } from '../model/known.ts'
import { partitionOf, serviceHost } from '../network/aws-host.ts'
import { call } from './call.ts'
import { infrastructureRolesOf } from './infrastructure-roles.ts'
import type { Launch } from './launch.ts'
import type { Call } from './requirement.ts'

/**
 * ECS makes each volume anew, with tags of its own that say for which task: the managed policy allows no others.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForVolumes.html
 */
export function volumeCalls({ request, place, at }: Launch): readonly Call[] {
  const { region, account } = place
  const partition = partitionOf(region)
  const tags = {
    'aws:RequestTag/AmazonECSCreated': `arn:${partition}:ecs:${region}:${account}:task/«cluster»/«task-id»`,
    'aws:RequestTag/AmazonECSManaged': 'true',
  }
  const asked = [
    { action: 'ec2:CreateVolume', context: tags },
    { action: 'ec2:CreateTags', context: { ...tags, 'ec2:CreateAction': 'CreateVolume' } },
  ]
  return infrastructureRolesOf(request).flatMap((principal) =>
    isGap(principal)
      ? []
      : asked.map(({ action, context }) =>
          call({
            step: 'mount-volumes',
            at,
            service: 'ec2',
            principal,
            action,
            resource: `arn:${partition}:ec2:${region}:${account}:volume/«volume-id»`,
            from: 'aws',
            to: { host: serviceHost('ec2', region), port: 443 },
            context,
          }),
        ),
  )
}
