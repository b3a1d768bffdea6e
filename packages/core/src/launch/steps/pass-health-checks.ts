import { isGap } from '../../model/known.ts'
import { gracePeriodSuits } from '../conditions/grace-period-suits.ts'
import { loadBalancerReachesTask } from '../conditions/load-balancer-reaches-task.ts'
import { loadBalancerServesZone } from '../conditions/load-balancer-serves-zone.ts'
import { targetGroupsOfVpc } from '../conditions/target-groups-of-vpc.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * A started task must be found healthy by the load balancers of its service, or ECS stops it. Whether the application
 * answers is in its image: what stands in the way before that is advice, and changes no verdict.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html
 */
export const passHealthChecks: Step = {
  id: 'pass-health-checks',
  requires: ({ request: { loadBalancers } }) =>
    loadBalancers === undefined || isGap(loadBalancers) || loadBalancers.length === 0 ? NONE : CONDITIONS,
}

const NONE: readonly Requirement[] = []
const CONDITIONS: readonly Requirement[] = [
  targetGroupsOfVpc,
  loadBalancerServesZone,
  loadBalancerReachesTask,
  gracePeriodSuits,
]
