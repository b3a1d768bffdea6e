import { fails, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { dualStackSetting } from '../../network/dual-stack-setting.ts'
import { condition } from '../condition.ts'

/**
 * In an IPv6-only subnet the task's only address is one of IPv6, which the subnet must have and give.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html#fargate-task-networking-vpc-dual-stack
 */
export const ipv6Assigned = condition({
  step: 'attach-network-interface',
  id: 'ipv6-assigned',
  scope: 'subnet',
  judge: ({ place }, world, spot) => {
    if (isGap(spot) || spot.subnet === null || isGap(spot.subnet)) return WORKS
    const { id, value, at } = spot.subnet
    if (value.cidrBlock !== undefined || value.ipv6Native === undefined) return WORKS
    const { ipv6Native, ipv6CidrBlock, assignIpv6AddressOnCreation: assigned } = value
    if (isGap(ipv6Native)) return undecided({ gap: ipv6Native, what: { kind: 'subnet', id }, at })
    if (!ipv6Native) return WORKS
    if (ipv6CidrBlock === undefined) return fails({ blocker: 'no-ipv6-address', subnetId: id, why: 'no-block', at })
    if (isGap(ipv6CidrBlock)) return undecided({ gap: ipv6CidrBlock, what: { kind: 'subnet', id }, at })
    if (isGap(assigned)) return undecided({ gap: assigned, what: { kind: 'subnet', id }, at })
    if (assigned === false) return fails({ blocker: 'no-ipv6-address', subnetId: id, why: 'not-assigned', at })
    const isOn = dualStackSetting(world, place)
    if (isGap(isOn)) return undecided({ gap: isOn, what: { kind: 'subnet', id }, at })
    return isOn ? WORKS : fails({ blocker: 'no-ipv6-address', subnetId: id, why: 'not-assigned', at })
  },
})
