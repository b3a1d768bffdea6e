import { deploymentHasRoom } from '../conditions/deployment-has-room.ts'
import { withinVcpuQuota } from '../conditions/within-vcpu-quota.ts'
import { zoneServed } from '../conditions/zone-served.ts'
import type { Step } from '../step.ts'

/** Fargate finds capacity for the task. Whether there is any right now is known to AWS alone. */
export const placeTask: Step = { id: 'place-task', requires: () => CONDITIONS }

const CONDITIONS = [withinVcpuQuota, deploymentHasRoom, zoneServed]
