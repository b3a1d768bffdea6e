import type { Gap } from '../../model/gap.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { judgeContainerOverrides } from '../container-overrides.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import type { RequestUnsuitable } from '../request-blocker.ts'
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
    judgeStrategy(faults, launch)
    judgeService(faults, launch)
    judgePlacement(faults, launch)
    judgeContainerOverrides(faults, launch)
    return faults.judgement()
  },
})

function judgeStrategy(faults: Faults, { request, platform, id, at }: Launch): void {
  const { launchType, capacityProviderStrategy: strategy } = request
  if (strategy === undefined) return
  const here = pointerTo(at, 'capacityProviderStrategy')
  if (isGap(strategy)) {
    faults.open({ gap: strategy, what: { kind: 'launch-type', id }, at: here })
    return
  }
  const fail = (why: RequestUnsuitable['why']) =>
    faults.fail({ blocker: 'request-unsuitable', launch: id, why, at: here })
  // What is not known of the launch type itself, `launch-known` says.
  if (typeof launchType === 'string' && strategy.length > 0) fail('launch-type-and-strategy')
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
  if (typeof seconds !== 'number' || seconds <= 0) return
  if (isGap(loadBalancers)) {
    faults.open({ gap: loadBalancers, what: { kind: 'load-balancer', id }, at: pointerTo(at, 'loadBalancers') })
  } else if (loadBalancers.length === 0) fail('grace-period-alone', 'healthCheckGracePeriodSeconds')
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

const PLACEMENT_BY_PROVIDERS: Gap = Object.freeze({ gap: 'not-modeled', what: 'placement-by-providers' })
