import type { Rule } from '../rule.ts'

const AT = ['read-secrets'] as const
const SSM = [
  'from ssm',
  'ssm parameter',
  'parameter store',
  'ssm:GetParameter',
  'operation error SSM',
  'systems manager',
  'ssm.',
  'invalid parameters: ',
]

/** Secrets of Secrets Manager and parameters of Parameter Store. */
export const READ_SECRETS: readonly Rule[] = [
  {
    says: ['did not contain json key', 'does not contain json key', 'contain the json key', 'json key'],
    means: {
      step: 'read-secrets',
      service: 'secretsmanager',
      kind: 'configuration',
      causes: ['secret-json-key-missing'],
      transient: false,
    },
  },
  {
    at: AT,
    says: [
      'looking for beginning of',
      'invalid character',
      'cannot unmarshal',
      'unexpected end of json',
      'not a valid json',
      'unable to parse',
    ],
    means: { kind: 'configuration', causes: ['secret-not-json', 'secret-json-key-missing'], transient: false },
  },
  {
    at: AT,
    says: ['staging label', 'AWSCURRENT', 'specified secret value', "can't find the specified secret value"],
    means: {
      service: 'secretsmanager',
      kind: 'missing',
      causes: ['secret-has-no-value', 'secret-not-found'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['marked for deletion', 'marked deleted', 'scheduled for deletion', 'currently marked'],
    and: ['secret', 'asm'],
    not: ['kms', 'key/'],
    means: { service: 'secretsmanager', kind: 'missing', causes: ['secret-scheduled-for-deletion'], transient: false },
  },
  {
    at: AT,
    says: [
      'pending deletion',
      'is disabled',
      'KMSInvalidState',
      'DisabledException',
      'KMSInvalidStateException',
      'key is not enabled',
      'DecryptionFailure',
    ],
    means: { service: 'kms', kind: 'configuration', causes: ['key-unusable', 'kms-decrypt-denied'], transient: false },
  },
  {
    at: AT,
    says: [
      'kms:Decrypt',
      'access to KMS',
      'ciphertext',
      'KMS key',
      'KmsException',
      'kms:GenerateDataKey',
      'KMSAccessDenied',
    ],
    means: { service: 'kms', kind: 'permission', causes: ['kms-decrypt-denied', 'key-unusable'], transient: false },
  },
  {
    at: AT,
    says: [
      'invalid ssm parameters',
      'invalid parameters:',
      'ParameterNotFound',
      'ParameterVersionNotFound',
      'parameter does not exist',
      'parameter not found',
    ],
    not: ['InvalidParameterException'],
    means: { service: 'ssm', kind: 'missing', causes: ['parameter-not-found'], transient: false },
  },
  {
    at: AT,
    says: [
      'VersionId',
      'validation error(s) found',
      'Invalid name. Must be',
      'must be a valid name',
      'ValidationException',
      'unexpected arn format',
      'invalid arn',
      'malformed',
      'unable to parse arn',
      'parameter name:',
      'InvalidParameter',
      'arn format',
      'invalid secret',
      'too many colons',
      'InvalidRequestException',
    ],
    not: ['is not authorized', 'ParameterNotFound'],
    means: { kind: 'configuration', causes: ['secret-reference-malformed', 'secret-not-found'], transient: false },
  },
  {
    at: AT,
    says: SSM,
    fault: ['not-found'],
    means: { service: 'ssm', kind: 'missing', causes: ['parameter-not-found'], transient: false },
  },
  {
    at: AT,
    fault: ['not-found'],
    means: {
      service: 'secretsmanager',
      kind: 'missing',
      causes: ['secret-not-found', 'secret-has-no-value'],
      transient: false,
    },
  },
  { at: AT, fault: ['throttled'], means: { kind: 'throttled', causes: ['secret-read-throttled'], transient: true } },
  {
    at: AT,
    says: ['VPC endpoint'],
    fault: ['denied'],
    means: {
      kind: 'permission',
      causes: ['endpoint-policy-denies', 'secret-read-denied', 'parameter-read-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['service control policy', 'resource control policy'],
    fault: ['denied'],
    means: {
      kind: 'permission',
      causes: ['scp-denies', 'secret-read-denied', 'parameter-read-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    says: SSM,
    fault: ['denied', 'unauthenticated'],
    means: {
      service: 'ssm',
      kind: 'permission',
      causes: ['parameter-read-denied', 'kms-decrypt-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    fault: ['denied', 'unauthenticated'],
    means: {
      service: 'secretsmanager',
      kind: 'permission',
      causes: ['secret-read-denied', 'kms-decrypt-denied'],
      transient: false,
    },
  },
  {
    at: AT,
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    means: { kind: 'network', causes: 'network' },
  },
  { at: AT, fault: ['server-error'], means: { kind: 'platform', causes: ['platform-transient'], transient: true } },
  {
    at: AT,
    fault: ['certificate'],
    means: { kind: 'configuration', causes: ['registry-certificate-untrusted', 'firewall-drops'], transient: false },
  },
  { at: AT, means: { kind: 'unknown', causes: 'network', transient: null } },
]

/** Files of environment variables in S3. */
export const FETCH_ENVIRONMENT_FILES: readonly Rule[] = [
  {
    at: ['fetch-environment-files'],
    says: ['VPC endpoint'],
    fault: ['denied'],
    means: {
      service: 's3',
      kind: 'permission',
      causes: ['endpoint-policy-denies', 'environment-file-denied'],
      transient: false,
    },
  },
  {
    at: ['fetch-environment-files'],
    says: ['kms:'],
    fault: ['denied'],
    means: {
      service: 'kms',
      kind: 'permission',
      causes: ['kms-decrypt-denied', 'environment-file-denied'],
      transient: false,
    },
  },
  {
    at: ['fetch-environment-files'],
    fault: ['denied', 'unauthenticated'],
    means: {
      service: 's3',
      kind: 'permission',
      causes: ['environment-file-denied', 'environment-file-not-found', 'endpoint-policy-denies'],
      transient: false,
    },
  },
  {
    at: ['fetch-environment-files'],
    fault: ['not-found'],
    means: {
      service: 's3',
      kind: 'missing',
      causes: ['environment-file-not-found', 'environment-file-denied'],
      transient: false,
    },
  },
  {
    at: ['fetch-environment-files'],
    fault: ['throttled', 'server-error'],
    means: { service: 's3', kind: 'throttled', causes: ['platform-transient'], transient: true },
  },
  {
    at: ['fetch-environment-files'],
    fault: ['invalid'],
    means: {
      service: 's3',
      kind: 'configuration',
      causes: ['environment-file-not-found', 'environment-file-denied'],
      transient: false,
    },
  },
  {
    at: ['fetch-environment-files'],
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    means: { service: 's3', kind: 'network', causes: 'network', transient: null },
  },
  {
    at: ['fetch-environment-files'],
    means: {
      service: 's3',
      kind: 'unknown',
      causes: ['environment-file-denied', 'environment-file-not-found', 'no-route-to-s3'],
      transient: null,
    },
  },
]
