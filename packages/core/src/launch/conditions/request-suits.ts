import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { osFamilyOf } from '../task-size.ts'

/**
 * Options of a request that Fargate does not have, or that exclude each other. A service that is there has none of them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html (Windows)
 */
export const requestSuits = condition({
  step: 'accept-request',
  id: 'request-suits',
  judge: (launch, world) => {
    const faults = new Faults()
    if (isExistingService(launch, world)) return faults.judgement()
    for (const { field, value, wanted } of unsuitable(launch)) {
      const at = pointerTo(launch.at, field)
      faults.fail({ blocker: 'request-unsuitable', launch: launch.id, field, value, wanted, at })
    }
    return faults.judgement()
  },
})

interface Unsuitable {
  readonly field: string
  readonly value: string
  readonly wanted: string
}

function unsuitable({ request, platform }: Launch): readonly Unsuitable[] {
  const { schedulingStrategy, launchType, capacityProviderStrategy: strategy } = request
  const { healthCheckGracePeriodSeconds: seconds, loadBalancers = [] } = request
  const found: Unsuitable[] = []
  const add = (field: string, value: string, wanted: string) => found.push({ field, value, wanted })
  if (schedulingStrategy === 'DAEMON') add('schedulingStrategy', 'DAEMON', 'REPLICA')
  const providers = strategy === undefined || isGap(strategy) ? [] : strategy.map((item) => item.capacityProvider)
  if (typeof launchType === 'string' && providers.length > 0) {
    add('launchType', launchType, 'capacityProviderStrategy')
  }
  const isWindows = !isGap(platform) && osFamilyOf(platform.family) === 'WINDOWS'
  if (isWindows && providers.includes('FARGATE_SPOT')) add('capacityProviderStrategy', 'FARGATE_SPOT', 'FARGATE')
  const isBalanced = isGap(loadBalancers) || loadBalancers.length > 0
  if (typeof seconds === 'number' && seconds > 0 && !isBalanced) {
    add('healthCheckGracePeriodSeconds', String(seconds), 'loadBalancers')
  }
  return found
}
