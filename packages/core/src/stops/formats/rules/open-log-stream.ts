import type { Rule } from '../rule.ts'

const AT = ['open-log-stream'] as const

/** The log driver, before the container starts. */
export const OPEN_LOG_STREAM: readonly Rule[] = [
  {
    at: AT,
    says: [
      'is required',
      'unknown log opt',
      'must specify a value for log opt',
      'logging option',
      'log option',
      'MissingEndpoint',
      'InvalidParameterException',
      'failed to satisfy constraint',
      'is expected',
      'could not find region',
      'invalid region',
      'cannot be used with',
      'unable to get awslogs driver arguments',
      'unsupported log',
      'no log driver',
      'logger: no log driver',
    ],
    not: ['is not authorized', 'does not exist', 'i/o timeout'],
    means: { kind: 'configuration', causes: ['log-options-invalid'], transient: false },
  },
  {
    at: AT,
    says: ['conflicting operation', 'OperationAborted', 'ResourceAlreadyExists'],
    means: { kind: 'platform', causes: ['log-group-create-conflict'], transient: true },
  },
  { at: AT, fault: ['throttled'], means: { kind: 'throttled', causes: ['log-stream-throttled'], transient: true } },
  {
    at: AT,
    says: ['VPC endpoint'],
    fault: ['denied'],
    means: {
      kind: 'permission',
      causes: ['endpoint-policy-denies', 'log-stream-create-denied', 'log-group-create-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['service control policy', 'resource control policy'],
    fault: ['denied'],
    means: {
      kind: 'permission',
      causes: ['scp-denies', 'log-stream-create-denied', 'log-group-create-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['CreateLogGroup', 'cloudwatch log group'],
    fault: ['denied', 'unauthenticated'],
    means: { kind: 'permission', causes: ['log-group-create-denied'], transient: false },
  },
  {
    at: AT,
    fault: ['denied', 'unauthenticated'],
    means: { kind: 'permission', causes: ['log-stream-create-denied', 'log-group-create-denied'], transient: false },
  },
  {
    at: AT,
    says: ['24224', 'fluent', 'firelens'],
    fault: ['no-answer', 'refused', 'reset', 'name-not-resolved'],
    means: { kind: 'application', causes: ['sidecar-failed', 'log-options-invalid'] },
  },
  {
    at: AT,
    says: ['splunk'],
    fault: ['no-answer', 'refused', 'reset', 'name-not-resolved', 'certificate'],
    means: {
      service: null,
      kind: 'network',
      causes: ['security-group-blocks-egress', 'no-public-ip', 'log-options-invalid'],
    },
  },
  {
    at: AT,
    says: ['signal: killed'],
    means: { kind: 'network', causes: 'network', evidence: 'agent-killed' },
  },
  {
    at: AT,
    says: ['no such host'],
    means: {
      kind: 'network',
      causes: ['vpc-dns-off', 'log-options-invalid', 'private-zone-hides-name', 'dns-forwarded-away'],
    },
  },
  {
    at: AT,
    says: ['log group does not exist', 'log stream does not exist', 'ResourceNotFound'],
    means: { kind: 'missing', causes: ['log-group-missing', 'log-options-invalid'], transient: false },
  },
  {
    at: AT,
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    means: { kind: 'network', causes: 'network' },
  },
  {
    at: AT,
    fault: ['not-found'],
    means: { kind: 'missing', causes: ['log-group-missing', 'log-options-invalid'], transient: false },
  },
  { at: AT, fault: ['server-error'], means: { kind: 'platform', causes: ['platform-transient'], transient: true } },
  { at: AT, fault: ['invalid'], means: { kind: 'configuration', causes: ['log-options-invalid'], transient: false } },
  {
    at: AT,
    means: {
      kind: 'unknown',
      causes: ['log-group-missing', 'no-route-to-logs', 'log-stream-create-denied'],
      transient: null,
    },
  },
]
