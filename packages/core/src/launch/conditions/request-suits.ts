import type { Gap } from '../../model/gap.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import { judgeContainerOverrides } from '../container-overrides.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import type { RequestUnsuitable } from '../request-blocker.ts'
import { strategyOf } from '../strategy.ts'
import { osFamilyOf } from '../task-size.ts'

/**
 * Options of a request that Fargate does not have, that exclude each other, or that name what the task definition does
 * not have. A service that is there has none of them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html (Windows)
 */
export const requestSuits = condition({
  step: 'accept-request',
  id: 'request-suits',
  judge: (launch, world) => {
    const faults = new Faults()
    if (isExistingService(launch, world)) return faults.judgement()
    judgeStrategy(faults, launch, world)
    judgeService(faults, launch)
    judgePlacement(faults, launch)
    judgeContainerOverrides(faults, launch)
    return faults.judgement()
  },
})

function judgeStrategy(faults: Faults, { request, platform, place, id, at }: Launch, world: World): void {
  const { launchType, capacityProviderStrategy: own } = request
  const here = own === undefined ? at : pointerTo(at, 'capacityProviderStrategy')
  if (isGap(own)) faults.open({ gap: own, what: { kind: 'launch-type', id }, at: here })
  const strategy = strategyOf(world, place, request)
  if (isGap(strategy) || strategy.length === 0) return
  const fail = (why: RequestUnsuitable['why']) =>
    faults.fail({ blocker: 'request-unsuitable', launch: id, why, at: here })
  // What is not known of the launch type itself, `launch-known` says.
  if (typeof launchType === 'string') fail('launch-type-and-strategy')
  const isWindows = !isGap(platform) && osFamilyOf(platform.family) === 'WINDOWS'
  if (isWindows && strategy.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')) fail('spot-on-windows')
}

function judgeService(faults: Faults, { request, id, at }: Launch): void {
  const { schedulingStrategy, healthCheckGracePeriodSeconds: seconds, loadBalancers = [] } = request
  const fail = (why: RequestUnsuitable['why'], field: string) =>
    faults.fail({ blocker: 'request-unsuitable', launch: id, why, at: pointerTo(at, field) })
  if (isGap(schedulingStrategy)) {
    const here = pointerTo(at, 'schedulingStrategy')
    faults.open({ gap: schedulingStrategy, what: { kind: 'launch-type', id }, at: here })
  }
  if (schedulingStrategy === 'DAEMON') fail('daemon', 'schedulingStrategy')
  if (seconds === undefined || (!isGap(seconds) && seconds <= 0)) return
  if (isGap(loadBalancers)) {
    faults.open({ gap: loadBalancers, what: { kind: 'load-balancer', id }, at: pointerTo(at, 'loadBalancers') })
  } else if (loadBalancers.length === 0) {
    const gap = isGap(seconds) ? seconds : GRACE_PERIOD_ALONE
    faults.open({ gap, what: { kind: 'request', id }, at: pointerTo(at, 'healthCheckGracePeriodSeconds') })
  }
}

/**
 * ECS says "Placement constraints are not supported with FARGATE launch type", and the same of strategies. What it says
 * where capacity providers of Fargate are asked for is not documented.
 */
function judgePlacement(faults: Faults, { request, launchType, id, at }: Launch): void {
  // That it may be for instances `launch-known` says.
  if (isGap(launchType)) return
  for (const [field, why] of PLACEMENT) {
    const rules = request[field] ?? []
    const here = pointerTo(at, field)
    if (isGap(rules)) faults.open({ gap: rules, what: { kind: 'placement', id }, at: here })
    else if (rules.length === 0) continue
    else if (request.launchType === 'FARGATE') faults.fail({ blocker: 'request-unsuitable', launch: id, why, at: here })
    else faults.open({ gap: PLACEMENT_BY_PROVIDERS, what: { kind: 'placement', id }, at: here })
  }
}

const PLACEMENT = [
  ['placementConstraints', 'placement-constraints'],
  ['placementStrategy', 'placement-strategy'],
] as const

/**
 * ECS said "Health check grace period is only valid for services configured to use load balancers". Since then AWS says
 * that it covers health checks of containers and VPC Lattice too, and is unused where there are none.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html#ECS-CreateService-request-healthCheckGracePeriodSeconds
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/31104 what ECS said in 2023
 * @see https://github.com/aws-cloudformation/cfn-lint/issues/3612 and in 2024
 */
const GRACE_PERIOD_ALONE: Gap = Object.freeze({ gap: 'not-modeled', what: 'grace-period-alone' })

const PLACEMENT_BY_PROVIDERS: Gap = Object.freeze({ gap: 'not-modeled', what: 'placement-by-providers' })
