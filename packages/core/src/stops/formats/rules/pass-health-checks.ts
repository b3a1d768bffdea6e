import type { Rule } from '../rule.ts'

const STEP = 'pass-health-checks'
const AT = [STEP] as const

/** Load balancers, the container's own check, service discovery and Service Connect. */
export const PASS_HEALTH_CHECKS: readonly Rule[] = [
  {
    says: [
      'failed container health checks',
      'container health check',
      'container healthcheck',
      'health checks failed in container',
    ],
    means: {
      step: STEP,
      service: null,
      kind: 'application',
      causes: ['container-health-check-failing', 'health-check-grace-too-short'],
    },
  },
  {
    says: ['service connect proxy', 'service connect agent', 'ecs-service-connect', 'envoy'],
    and: ['unhealthy', 'health', 'not ready', 'failed'],
    not: ['CannotPull'],
    means: {
      step: STEP,
      service: null,
      kind: 'application',
      causes: ['service-connect-proxy-unhealthy', 'sidecar-failed'],
    },
  },
  {
    says: ['service discovery', 'servicediscovery', 'cloud map', 'DISCOVERY_INSTANCE'],
    means: {
      step: STEP,
      service: null,
      kind: 'configuration',
      causes: ['service-discovery-failed', 'container-health-check-failing'],
    },
  },
  {
    at: AT,
    says: [
      'availability zone that is not enabled',
      'not enabled for the load balancer',
      'NotInUse',
      'zone is not enabled',
      'not receiving traffic from',
    ],
    means: { service: 'elb', kind: 'configuration', causes: ['load-balancer-zone-missing'], transient: false },
  },
  {
    at: AT,
    says: [
      'TargetGroupNotFound',
      'target group not found',
      'target group was not found',
      'target groups not found',
      'deregistered',
      'is not registered',
      'DeregistrationInProgress',
      'NotRegistered',
      'target group does not exist',
      'was deleted',
      'registering targets',
      'register targets',
      'deregister',
    ],
    not: ['failed elb health', 'due to (reason health'],
    means: {
      service: 'elb',
      kind: 'missing',
      causes: ['target-group-missing', 'load-balancer-misconfigured'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['these codes', 'ResponseCodeMismatch', 'codes: [', 'response code', 'FailedHealthChecks'],
    means: {
      service: 'elb',
      kind: 'application',
      causes: ['health-check-failing', 'health-check-grace-too-short', 'application-exited'],
    },
  },
  {
    at: AT,
    says: ['request timed out', 'Target.Timeout', 'timed out', 'connection to target timed out'],
    means: {
      service: 'elb',
      kind: 'application',
      causes: ['health-check-failing', 'load-balancer-cannot-reach-task', 'health-check-grace-too-short'],
    },
  },
  {
    at: AT,
    says: ['failed elb health checks'],
    means: {
      service: 'elb',
      kind: 'application',
      causes: ['health-check-failing', 'health-check-grace-too-short', 'application-exited'],
    },
  },
  {
    at: AT,
    says: ['due to (reason health checks failed', 'reason health checks failed'],
    means: {
      service: 'elb',
      kind: 'application',
      causes: ['application-exited', 'health-check-failing', 'load-balancer-cannot-reach-task'],
    },
  },
  {
    at: AT,
    says: ['throttl', 'rate exceeded'],
    means: { service: 'elb', kind: 'throttled', causes: ['request-throttled'], transient: true },
  },
  {
    at: AT,
    says: ['unhealthy', 'health check', 'UnhealthyThreshold', 'failed'],
    means: {
      service: 'elb',
      kind: 'application',
      causes: ['health-check-failing', 'health-check-grace-too-short', 'load-balancer-cannot-reach-task'],
    },
  },
  {
    at: AT,
    fault: ['denied'],
    means: { service: 'elb', kind: 'permission', causes: ['service-linked-role-missing', 'request-not-permitted'] },
  },
]
