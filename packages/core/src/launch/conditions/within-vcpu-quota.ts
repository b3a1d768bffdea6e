import { fails, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { lookUp } from '../../model/table.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import { pointerToField } from '../overridden-definition.ts'
import { cpuUnitsOf } from '../task-size.ts'

/**
 * The vCPUs that an account may run on Fargate, on demand and on Spot. How many run already is not asked here: a task
 * that alone is above the quota never starts.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ecs-service.html
 */
const QUOTAS = { FARGATE: 'L-3032A538', FARGATE_SPOT: 'L-36FBB829' }

export const withinVcpuQuota = condition({
  step: 'place-task',
  id: 'within-vcpu-quota',
  judge: (launch, world) => {
    const { place, taskDefinition, request } = launch
    const quotas = world.region(place)?.quotas
    if (quotas === undefined || isGap(quotas) || taskDefinition === null || isGap(taskDefinition)) return WORKS
    const { cpu } = taskDefinition.value
    const units = cpu === undefined || isGap(cpu) ? null : cpuUnitsOf(cpu)
    if (units === null) return WORKS
    const quota = runsOnSpotAlone(request) ? QUOTAS.FARGATE_SPOT : QUOTAS.FARGATE
    const applied = lookUp(quotas, quota)
    if (applied === null || isGap(applied) || units / 1024 <= applied) return WORKS
    const at = pointerToField(launch, taskDefinition.at, 'cpu')
    return fails({ blocker: 'quota-too-small', quota, vcpus: units / 1024, applied, at })
  },
})

function runsOnSpotAlone({ capacityProviderStrategy: strategy }: Launch['request']): boolean {
  if (strategy === undefined || isGap(strategy) || strategy.length === 0) return false
  return strategy.every(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')
}
