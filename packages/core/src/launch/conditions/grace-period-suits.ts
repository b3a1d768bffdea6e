import { fails, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'

/**
 * While the grace period lasts, ECS ignores failing health checks. A container that says by `startPeriod` how long it
 * takes to start would be stopped before.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html#ECS-CreateService-request-healthCheckGracePeriodSeconds
 */
export const gracePeriodSuits = condition({
  step: 'pass-health-checks',
  id: 'grace-period-suits',
  required: false,
  judge: ({ request, containers, at }) => {
    const { healthCheckGracePeriodSeconds: grace = 0 } = request
    if (isGap(grace) || containers === null || isGap(containers)) return WORKS
    for (const { name, definition } of containers) {
      const { healthCheck } = definition
      const period = healthCheck === undefined || isGap(healthCheck) ? undefined : healthCheck.startPeriod
      if (period === undefined || isGap(period) || period <= grace) continue
      return fails({
        blocker: 'grace-period-too-short',
        container: name,
        graceSeconds: grace,
        startSeconds: period,
        at,
      })
    }
    return WORKS
  },
})
