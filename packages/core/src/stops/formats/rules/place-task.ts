import type { Rule } from '../rule.ts'

/** Capacity and quotas. */
export const PLACE_TASK: readonly Rule[] = [
  {
    says: [
      'RESOURCE:FARGATE',
      'capacity is unavailable',
      'insufficient capacity',
      'out of capacity',
      'no capacity available',
      'capacity is not available',
      'do not have sufficient capacity',
    ],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'capacity',
      causes: ['capacity-unavailable', 'spot-interrupted'],
      transient: true,
    },
  },
  {
    says: [
      'number of vCPUs',
      'number of tasks you can run',
      'limit on the number',
      'is above your limit',
      'configuration is above',
      'above your account limit',
      'task count limit',
      'reached the limit',
      'exceeds your quota',
      'exceeded your quota',
      'quota exceeded',
      'vcpu limit',
      'vcpu quota',
      'ServiceQuotaExceeded',
    ],
    not: ['CannotPull', 'pull rate', 'toomanyrequests', 'session'],
    means: { step: 'place-task', service: 'ecs', kind: 'capacity', causes: ['quota-exceeded'], transient: false },
  },
  {
    says: [
      'provisioning capacity limit',
      'tasks in the provisioning',
      'provisioning limit',
      'provisioning state limit',
    ],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'capacity',
      causes: ['provisioning-limit', 'quota-exceeded', 'capacity-unavailable'],
      transient: true,
    },
  },
  {
    says: ['RESOURCE:ENI'],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'capacity',
      causes: ['no-container-instances', 'network-interface-quota'],
    },
  },
  {
    says: [
      'no container instance',
      'container instances were found',
      'container instance met',
      'RESOURCE:CPU',
      'RESOURCE:MEMORY',
      'RESOURCE:PORTS',
      'RESOURCE:GPU',
      'container-instance',
      'no active instances',
      'empty capacity provider',
      'missing an attribute',
      'insufficient memory available',
      'insufficient cpu',
      'already using a port',
      'encountered error "agent"',
      'reason: attribute',
      'cpu units available',
    ],
    not: ['CannotPull', 'ResourceInitialization', 'CannotStart'],
    means: { step: 'place-task', service: 'ecs', kind: 'capacity', causes: ['no-container-instances'] },
  },
]

/** What the scheduler of services reports. */
export const SCHEDULE_SERVICE: readonly Rule[] = [
  {
    says: [
      'unable to stop or start tasks during',
      'deployment configuration',
      'minimumHealthyPercent',
      'maximumPercent',
      'minimum healthy percent',
    ],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'configuration',
      causes: ['deployment-percentages-block'],
      transient: false,
    },
  },
  {
    says: ['lifecycle hook', 'deployment hook', 'hook failed', 'hook timed out'],
    means: { step: 'place-task', service: 'ecs', kind: 'configuration', causes: ['deployment-hook-failed'] },
  },
  {
    says: ['alarm detected', 'cloudwatch alarm', 'deployment alarm', 'alarm in ALARM state', 'alarms went'],
    means: { step: 'place-task', service: 'ecs', kind: 'application', causes: ['deployment-alarm'] },
  },
  {
    says: [
      'in an availability zone that',
      'availability zone is not supported',
      'zone is not supported',
      'does not support the availability zone',
      'unsupported availability zone',
    ],
    not: ['is unhealthy', 'load balancer'],
    means: { step: 'place-task', service: 'ecs', kind: 'configuration', causes: ['zone-not-supported'] },
  },
  {
    says: ['unable to place a task', 'reason for failure is'],
    and: ['internal error'],
    not: ['ResourceInitialization', 'CannotPull'],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'configuration',
      causes: ['zone-not-supported', 'platform-transient'],
      transient: null,
    },
  },
  {
    says: ['operations are being throttled', 'api throttling', 'tasks are being throttled'],
    and: ['on elb', 'elastic load balancing'],
    means: {
      step: 'pass-health-checks',
      service: 'elb',
      kind: 'throttled',
      causes: ['request-throttled'],
      transient: true,
    },
  },
  {
    says: [
      'operations are being throttled',
      'SERVICE_DISCOVERY_OPERATION_THROTTLED',
      'OPERATION_THROTTLED',
      'launch rate',
      'is being throttled',
    ],
    means: { step: 'place-task', service: 'ecs', kind: 'throttled', causes: ['request-throttled'], transient: true },
  },
  {
    says: ['could not launch', 'unable to launch number'],
    and: ['for deployment', 'tasks for'],
    means: {
      step: 'place-task',
      service: 'ecs',
      kind: 'capacity',
      causes: ['capacity-unavailable', 'quota-exceeded'],
      transient: true,
    },
  },
  {
    says: [
      'tasks failed to start',
      'task failed to start',
      'consistently start tasks',
      'circuit breaker',
      'deployment failed',
      'steady state because',
      'SERVICE_DEPLOYMENT_FAILED',
      'SERVICE_TASK_START_IMPAIRED',
      'rolling back to',
      'failed to stabilize',
      'did not stabilize',
    ],
    and: ['deployment', 'service', 'circuit'],
    not: ['health check', 'healthcheck', 'ResourceInitialization', 'CannotPull', 'CannotStart', 'is unhealthy'],
    means: { step: 'place-task', service: 'ecs', kind: 'unknown', causes: ['deployment-impaired'], transient: null },
  },
]
