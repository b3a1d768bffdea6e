import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { isInCode } from '../in-code.ts'
import type { TargetGroupUnsuitable } from '../load-balancer-blocker.ts'
import { registrationsOf } from '../target-groups.ts'
import { unmappedPort } from '../unmapped-port.ts'

/**
 * ECS refuses a service whose target groups are not there, do not register addresses, or whose container and port the
 * task definition does not have. Target groups that nobody read are not judged.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
 */
export const targetGroupsSuit = condition({
  step: 'accept-request',
  id: 'target-groups-suit',
  judge: (launch, world) => {
    const faults = new Faults()
    const { loadBalancers } = launch.request
    if (isGap(loadBalancers)) {
      const at = pointerTo(launch.at, 'loadBalancers')
      faults.open({ gap: loadBalancers, what: { kind: 'load-balancer', id: launch.id }, at })
    }
    for (const registration of registrationsOf(launch, world)) {
      const { arn, targetGroup, config, at } = registration
      const fail = (why: TargetGroupUnsuitable['why'], value: string, here = at) =>
        faults.fail({ blocker: 'target-group-unsuitable', targetGroupArn: arn, why, value, at: here })
      const unmapped = unmappedPort(launch, config)
      if (unmapped !== null) fail(unmapped.why, unmapped.value)
      if (targetGroup === null) fail('missing', arn)
      if (targetGroup === null || isGap(targetGroup)) continue
      const { targetType, loadBalancerArns } = targetGroup.value
      if (!isGap(targetType) && targetType !== 'ip') {
        fail('target-type', targetType, pointerTo(targetGroup.at, 'targetType'))
      }
      // Code may leave the listener to other code.
      const isUnused = loadBalancerArns !== undefined && !isGap(loadBalancerArns) && loadBalancerArns.length === 0
      if (isUnused && !isInCode(world, targetGroup.at)) fail('no-load-balancer', arn, targetGroup.at)
    }
    return faults.judgement()
  },
})
