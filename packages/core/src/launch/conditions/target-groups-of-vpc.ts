import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { sameText } from '../../model/placeholder.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import type { Launch } from '../launch.ts'
import { registrationsOf } from '../target-groups.ts'

/**
 * An address from outside of a target group's VPC is registered for all zones (`AvailabilityZone=all`), which ECS does not
 * ask for. The tasks run, and get no traffic: advice, where both VPCs are known.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html
 * @see https://github.com/aws/containers-roadmap/issues/1107
 */
export const targetGroupsOfVpc = condition({
  step: 'pass-health-checks',
  id: 'target-groups-of-vpc',
  required: false,
  judge: (launch, world) => {
    const faults = new Faults()
    const taskVpcId = vpcOf(launch)
    for (const { targetGroup } of taskVpcId === null ? [] : registrationsOf(launch, world)) {
      if (targetGroup === null || isGap(targetGroup)) continue
      const { vpcId } = targetGroup.value
      if (taskVpcId === null || vpcId === undefined || isGap(vpcId) || sameText(vpcId, taskVpcId) !== false) continue
      const at = pointerTo(targetGroup.at, 'vpcId')
      faults.fail({ blocker: 'target-group-of-another-vpc', targetGroupArn: targetGroup.id, vpcId, taskVpcId, at })
    }
    return faults.judgement()
  },
})

/** That of the first subnet that is known: all must be of one. */
function vpcOf({ subnets }: Launch): string | null {
  for (const spot of isGap(subnets) ? [] : subnets) {
    const subnet = isGap(spot) ? null : spot.subnet
    if (subnet !== null && !isGap(subnet)) return subnet.vpc.id
  }
  return null
}
