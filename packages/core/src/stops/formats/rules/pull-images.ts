import type { Rule } from '../rule.ts'

const AT = ['pull-images'] as const
const PULL_DENIED = ['image-pull-denied', 'endpoint-policy-denies', 'registry-login-missing'] as const

/** Manifest and layers. */
export const PULL_IMAGES: readonly Rule[] = [
  {
    says: ['matching platform', 'no matching manifest', 'no match for platform', 'cannot be used on this platform', 'image operating system', 'platform of the image', 'does not match the specified platform', 'exec format error', 'exec user process caused'],
    not: ['no such file', 'permission denied'],
    means: { kind: 'configuration', causes: ['image-platform-mismatch'], transient: false },
  },
  {
    at: AT,
    says: ['no space left on device', 'not enough space', 'disk quota exceeded'],
    means: { step: 'pull-images', kind: 'capacity', causes: ['ephemeral-storage-full'], transient: false },
  },
  {
    says: ['layers and diffids', 'mismatched image rootfs', 'unexpected media type', 'unsupported media type', 'manifest schema', 'schema1', 'manifest type', 'invalid tar header', 'unexpected eof', 'failed to extract layer', 'failed to unpack image', 'manifest invalid', 'unsupported manifest', 'digest verification', 'failed size validation', 'unexpected commit digest', 'filesystem layer verification failed', 'gzip: invalid'],
    not: ['no space left', 'is not authorized'],
    means: { step: 'pull-images', kind: 'configuration', causes: ['image-manifest-invalid', 'image-platform-mismatch'], transient: false },
  },
  {
    at: ['pull-images', 'get-registry-credentials'],
    says: ['x509:', 'certificate signed by unknown', 'http response to https client', 'tls: failed to verify'],
    means: { kind: 'configuration', causes: ['registry-certificate-untrusted', 'firewall-drops'], transient: false },
  },
  {
    says: ['aws-guardduty-agent', 'guardduty agent', 'aws-appmesh-envoy-injected', 'ecs-service-connect-agent'],
    and: ['CannotPull', 'pull', 'denied', 'not authorized'],
    means: { step: 'pull-images', service: 'ecr-dkr', kind: 'permission', causes: ['injected-image-denied', 'no-route-to-ecr-dkr', 'no-route-to-s3'] },
  },
  {
    at: AT,
    says: ['BatchImportUpstreamImage', 'ecr:CreateRepository', 'pull through cache', 'pull-through cache', 'upstream registry', 'upstream image'],
    means: { service: 'ecr-dkr', kind: 'permission', causes: ['pull-through-cache-denied', 'image-not-found', 'image-pull-denied'] },
  },
  {
    at: AT,
    says: ['KmsException', 'kms key', 'kms:Decrypt', 'KMSInvalidState', 'DisabledException'],
    means: { service: 'ecr-dkr', kind: 'configuration', causes: ['repository-key-unusable', 'key-unusable'] },
  },
  {
    says: ['reached your pull rate limit', 'authenticating and upgrading', 'reached your unauthenticated pull'],
    means: { step: 'pull-images', service: 'docker-hub', kind: 'throttled', causes: ['registry-rate-limited'], transient: true },
  },
  {
    says: ['toomanyrequests', 'pull rate limit', 'too many requests', 'rate exceeded', 'data limit exceeded', 'increase-rate-limits'],
    not: ['calling the', 'logger args', 'network interface', 'from asm', 'from ssm', 'operation error', 'logging driver', 'operations are'],
    means: { step: 'pull-images', kind: 'throttled', causes: ['registry-rate-limited'], transient: true },
  },
  { at: AT, fault: ['throttled'], means: { kind: 'throttled', causes: ['registry-rate-limited'], transient: true } },
  {
    at: AT,
    says: ['docker.io', 'docker.com'],
    and: ['unexpected status code'],
    not: ['401', '403', '404', '500', '502', '503', '504'],
    means: { service: 'docker-hub', kind: 'throttled', causes: ['registry-rate-limited', 'registry-login-missing', 'image-not-found'], transient: null },
  },
  {
    at: AT,
    says: ['incorrect username or password', 'invalid username', 'bad credentials', 'authentication failed', 'invalid credentials', 'failed to fetch oauth token', 'failed to authorize'],
    not: ['i/o timeout', 'dial tcp', 'no such host', 'deadline exceeded', 'insufficient_scope', 'failed to fetch anonymous token'],
    means: { kind: 'permission', causes: ['registry-login-invalid', 'registry-login-missing'], transient: false },
  },
  {
    at: AT,
    says: ['invalid reference format', 'invalid image name', 'repository name must be lowercase', 'invalid repository name', 'could not parse reference', 'object required'],
    means: { kind: 'configuration', causes: ['image-reference-wrong'], transient: false },
  },
  {
    at: AT,
    says: ['docker.io/library', 'insufficient_scope', 'pull access denied for', 'failed to fetch anonymous token', 'requested access to the resource is denied'],
    not: ['.dkr.ecr.', 'i/o timeout', 'deadline exceeded', 'no such host', 'connection issue', 'dial tcp', 'request canceled', 'rate limit'],
    fault: ['denied', 'unauthenticated', 'not-found'],
    means: { kind: 'missing', causes: ['image-not-found', 'registry-login-missing', 'image-reference-wrong'], transient: false, evidence: 'default-registry' },
  },
  {
    at: AT,
    says: ['pull access denied', 'role has permissions to pull', 'check if image exists', 'has permissions to pull'],
    and: ['.dkr.ecr.', 'amazon ecr'],
    not: ['ecr:BatchGetImage', 'ecr:GetDownload'],
    means: { service: 'ecr-dkr', kind: 'permission', causes: ['image-pull-denied', 'image-not-found', 'registry-login-missing'], transient: false },
  },
  {
    at: AT,
    says: ['whether the image exists', 'image does not exist'],
    not: ['i/o timeout', 'deadline exceeded'],
    means: { kind: 'missing', causes: ['image-not-found', 'image-reference-wrong'], transient: false },
  },
  {
    at: AT,
    says: ['no basic auth credentials', 'authentication required', '401 unauthorized', 'unauthorized: ', 'authorization token has expired', 'reauthenticate'],
    not: ['i/o timeout', 'dial tcp', 'deadline exceeded'],
    means: { kind: 'permission', causes: ['registry-login-missing', 'registry-login-invalid', 'image-pull-denied'], transient: false },
  },
  {
    at: AT,
    says: ['VPC endpoint policy', 'starport-layer-bucket'],
    fault: ['denied'],
    means: { kind: 'permission', causes: ['endpoint-policy-denies', 'image-pull-denied'], transient: false },
  },
  {
    at: AT,
    says: ['service control policy', 'resource control policy'],
    fault: ['denied'],
    means: { kind: 'permission', causes: ['scp-denies', 'image-pull-denied'], transient: false },
  },
  {
    at: AT,
    fault: ['denied'],
    says: ['httpReadSeeker', 'httpReaderSeeker', 'failed to copy'],
    not: ['ecr:'],
    means: { service: 's3', kind: 'permission', causes: ['endpoint-policy-denies', 'image-pull-denied'], transient: false },
  },
  { at: AT, fault: ['denied'], means: { kind: 'permission', causes: PULL_DENIED, transient: false } },
  {
    at: AT,
    says: ['unexpected status code'],
    not: ['401', '404', '500', '502', '503', '504', 'not found', 'i/o timeout'],
    means: { kind: 'unknown', causes: ['endpoint-policy-denies', 'image-pull-denied', 'registry-rate-limited'], transient: null },
  },
  {
    at: AT,
    says: ['@sha256:'],
    fault: ['not-found'],
    not: ['i/o timeout', 'connection issue'],
    means: { kind: 'missing', causes: ['image-not-found', 'image-digest-gone'], transient: false, evidence: 'digest-pinned' },
  },
  {
    at: AT,
    fault: ['not-found'],
    means: { kind: 'missing', causes: ['image-not-found', 'image-reference-wrong'], transient: false },
  },
  {
    at: AT,
    says: ['httpReadSeeker', 'httpReaderSeeker', 'failed to copy', 'starport-layer-bucket', '.s3.', 'invalid memory address or nil pointer'],
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    not: ['docker.io', 'public.ecr.aws', 'quay.io', 'ghcr.io', 'gcr.io', 'cloudflare', 'mcr.microsoft', 'cloudfront'],
    means: { service: 's3', kind: 'network', causes: 'network' },
  },
  { at: AT, fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'], means: { kind: 'network', causes: 'network' } },
  {
    at: AT,
    says: ['context canceled', 'context cancelled'],
    means: { kind: 'network', causes: 'network', transient: null },
  },
  { at: AT, fault: ['server-error'], means: { kind: 'platform', causes: ['platform-transient', 'firewall-drops'], transient: true } },
  {
    at: AT,
    says: ['has been retried'],
    means: { kind: 'unknown', causes: 'network', transient: null },
  },
]

/** The login to ECR, or to a registry with credentials of its own. */
export const GET_REGISTRY_CREDENTIALS: readonly Rule[] = [
  {
    at: ['get-registry-credentials'],
    says: ['invalid memory address or nil pointer'],
    means: { step: 'pull-images', service: 's3', kind: 'network', causes: 'network' },
  },
  {
    at: ['get-registry-credentials'],
    says: ['registry auth from asm'],
    fault: ['denied'],
    means: { service: 'secretsmanager', kind: 'permission', causes: ['secret-read-denied', 'kms-decrypt-denied'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    says: ['registry auth from asm'],
    fault: ['not-found'],
    means: { service: 'secretsmanager', kind: 'missing', causes: ['secret-not-found', 'secret-has-no-value'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    says: ['invalid character', 'cannot unmarshal', 'looking for beginning', 'unable to unmarshal', 'not valid json'],
    means: { service: 'secretsmanager', kind: 'configuration', causes: ['secret-not-json', 'secret-json-key-missing'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    says: ['VPC endpoint policy', 'VPC endpoint'],
    fault: ['denied'],
    means: { kind: 'permission', causes: ['endpoint-policy-denies', 'registry-credentials-denied'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    says: ['service control policy', 'resource control policy'],
    fault: ['denied'],
    means: { kind: 'permission', causes: ['scp-denies', 'registry-credentials-denied'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    fault: ['denied', 'unauthenticated'],
    means: { kind: 'permission', causes: ['registry-credentials-denied'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    fault: ['throttled'],
    means: { kind: 'throttled', causes: ['registry-rate-limited', 'request-throttled'], transient: true },
  },
  {
    at: ['get-registry-credentials'],
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    means: { kind: 'network', causes: 'network' },
  },
  {
    at: ['get-registry-credentials'],
    fault: ['certificate'],
    means: { kind: 'configuration', causes: ['registry-certificate-untrusted'], transient: false },
  },
  {
    at: ['get-registry-credentials'],
    fault: ['server-error'],
    means: { kind: 'platform', causes: ['platform-transient'], transient: true },
  },
  { at: ['get-registry-credentials'], means: { kind: 'unknown', causes: 'network', transient: null } },
]
