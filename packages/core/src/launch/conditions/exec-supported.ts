import { fails, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'

/**
 * ECS Exec needs IPv4, and came with platform version 1.4.0 on Linux.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export const execSupported = condition({
  step: 'open-exec-session',
  id: 'exec-supported',
  required: false,
  scope: 'subnet',
  judge: ({ platform, at }, _, spot) => {
    if (!isGap(platform) && platform.family === 'LINUX' && platform.retiredOn !== null) {
      return fails({ blocker: 'exec-not-supported', of: platform.version, why: 'platform', at })
    }
    if (isGap(spot) || spot.subnet === null || isGap(spot.subnet)) return WORKS
    const { id, value, at: subnetAt } = spot.subnet
    if (value.cidrBlock !== undefined || value.ipv6Native === undefined) return WORKS
    if (isGap(value.ipv6Native)) {
      return undecided({ gap: value.ipv6Native, what: { kind: 'subnet', id }, at: subnetAt })
    }
    return value.ipv6Native ? fails({ blocker: 'exec-not-supported', of: id, why: 'ipv6-only', at: subnetAt }) : WORKS
  },
})
