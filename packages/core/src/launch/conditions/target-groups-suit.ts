import { all, assuming } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { isExistingService, isInCode } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import type { TargetGroupUnsuitable } from '../load-balancer-blocker.ts'
import { type Registration, registrationsOf } from '../target-groups.ts'
import { unmappedPort } from '../unmapped-port.ts'

/**
 * ECS refuses a service whose target groups are not there, do not register addresses, or whose container and port the
 * task definition does not have. What nobody read of target groups is taken as good.
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
    const isNew = !isExistingService(launch, world)
    let unread = false
    for (const registration of registrationsOf(launch, world)) {
      judgePort(faults, launch, registration, isNew)
      if (isGap(registration.targetGroup)) unread = true
      else judgeTargetGroup(faults, world, registration, isNew)
    }
    return unread && isNew ? all([faults.judgement(), ASSUMED]) : faults.judgement()
  },
})

const ASSUMED = assuming('target-groups-suit')

/** ECS has accepted a service that is there: what of it is not known was right. */
function judgePort(faults: Faults, launch: Launch, { arn, config, at }: Registration, isNew: boolean): void {
  const unmapped = unmappedPort(launch, config)
  if (unmapped === null) return
  const known = isGap(arn) ? null : arn
  if (!isGap(unmapped)) fail(faults, known, unmapped.why, unmapped.value, at)
  else if (isNew) faults.open({ gap: unmapped, what: { kind: 'target-group', id: known ?? '' }, at })
}

function judgeTargetGroup(faults: Faults, world: World, { arn, targetGroup, at }: Registration, isNew: boolean): void {
  if (isGap(arn) || isGap(targetGroup)) return
  if (targetGroup === null) {
    fail(faults, arn, 'missing', arn, at)
    return
  }
  const { targetType, loadBalancerArns } = targetGroup.value
  const what = { kind: 'target-group', id: arn } as const
  const here = pointerTo(targetGroup.at, 'targetType')
  if (!isGap(targetType)) {
    if (targetType !== 'ip') fail(faults, arn, 'target-type', targetType, here)
  } else if (isNew) faults.open({ gap: targetType, what, at: here })
  // Code may leave the listener to other code.
  if (loadBalancerArns === undefined || isInCode(world, targetGroup.at)) return
  if (!isGap(loadBalancerArns)) {
    if (loadBalancerArns.length === 0) fail(faults, arn, 'no-load-balancer', arn, targetGroup.at)
  } else if (isNew) faults.open({ gap: loadBalancerArns, what, at: pointerTo(targetGroup.at, 'loadBalancerArns') })
}

function fail(
  faults: Faults,
  targetGroupArn: string | null,
  why: TargetGroupUnsuitable['why'],
  value: string,
  at: string,
): void {
  faults.fail({ blocker: 'target-group-unsuitable', targetGroupArn, why, value, at })
}
