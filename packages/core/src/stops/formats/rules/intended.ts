import type { Rule } from '../rule.ts'

/** Stops that somebody or something wanted, and capacity that AWS took back. */
export const INTENDED: readonly Rule[] = [
  {
    says: ['spot task was interrupted', 'spot interruption', 'SpotInterruption', 'spot capacity', 'spot instance'],
    means: { step: 'place-task', service: 'ecs', kind: 'capacity', causes: ['spot-interrupted'], transient: true },
  },
  {
    says: ['scaling activity initiated', 'deployment ecs-svc'],
    and: ['scaling activity'],
    means: { step: 'run', service: 'ecs', kind: 'intended', causes: ['replaced-by-deployment', 'scaled-in'], evidence: 'intended' },
  },
  {
    says: ['service is scaling in', 'scale-in', 'scaled in', 'desired count was', 'desired count to'],
    not: ['fail'],
    means: { step: 'run', service: 'ecs', kind: 'intended', causes: ['scaled-in', 'replaced-by-deployment'], evidence: 'intended' },
  },
  {
    says: ['performing maintenance', 'task retirement', 'is being retired', 'scheduled for retirement', 'retired the task', 'retiring the task', 'underlying infrastructure', 'AWS_ECS_TASK_PATCHING', 'TASK_PATCHING', 'platform update', 'infrastructure update', 'infrastructure maintenance'],
    not: ['is unhealthy', 'failed to', 'impaired'],
    means: { step: 'run', service: 'ecs', kind: 'intended', causes: ['task-retired'], evidence: 'intended' },
  },
  {
    says: ['stopped by user', 'user stopped', 'user initiated', 'UserInitiated', 'stopped by aws batch', 'job terminated by', 'stopped by copilot', 'stopped manually', 'manually stopped', 'task stopped by a user', 'requested by user'],
    means: { step: 'run', service: 'ecs', kind: 'intended', causes: ['stopped-by-user'], evidence: 'intended' },
  },
  {
    says: ['AZ rebalancing', 'has stopped 1 running tasks', 'service was deleted', 'service is being deleted', 'service deleted', 'stopped by deployment', 'new deployment', 'replaced by deployment', 'task set is being', 'has begun draining connections', 'running tasks: (task'],
    not: ['fail', 'is unhealthy', 'unable to'],
    means: { step: 'run', service: 'ecs', kind: 'intended', causes: ['replaced-by-deployment', 'scaled-in'], evidence: 'intended' },
  },
  {
    says: ['host ec2', 'instance terminated', 'instance stopped', 'InfrastructureHealth', 'underlying host', 'infrastructure became unhealthy', 'underlying infrastructure', 'hardware issue', 'host failure', 'infrastructure is impaired'],
    means: { step: 'run', service: 'ecs', kind: 'platform', causes: ['platform-transient', 'task-retired'], transient: true },
  },
]
