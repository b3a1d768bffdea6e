/** The kinds of cause, as reports name them. */
export type CauseKind =
  | 'network'
  | 'permission'
  | 'missing'
  | 'configuration'
  | 'capacity'
  | 'throttled'
  | 'application'
  | 'platform'
  | 'intended'
  | 'unknown'

/**
 * The causes that a preflight can find, with their kind. Ids are public: never renamed, never reused. Their sentences
 * stand in `words/causes.ts`.
 */
export const CAUSES = {
  'subnet-not-found': 'missing',
  'security-group-not-found': 'missing',
  'security-group-wrong-vpc': 'configuration',
  'task-definition-inactive': 'missing',
  'execution-role-not-set': 'configuration',
  'platform-version-retired': 'configuration',
  'request-not-permitted': 'permission',
  'pass-role-denied': 'permission',
  'caller-role-trust-missing': 'permission',
  'task-size-invalid': 'configuration',
  'task-definition-incompatible': 'configuration',
  'task-role-not-set': 'configuration',
  'cluster-not-found': 'missing',
  'capacity-provider-not-associated': 'configuration',
  'service-connect-namespace-missing': 'missing',
  'request-limit-exceeded': 'configuration',
  'zone-not-supported': 'configuration',
  'quota-exceeded': 'capacity',
  'deployment-percentages-block': 'configuration',
  'ipv6-not-assigned': 'configuration',
  'ephemeral-storage-key-denied': 'permission',
  'subnet-out-of-addresses': 'capacity',
  'role-not-found': 'missing',
  'role-trust-missing': 'permission',
  'no-route-to-ecr-api': 'network',
  'no-route-to-ecr-dkr': 'network',
  'no-route-to-s3': 'network',
  'no-route-to-registry': 'network',
  'no-route-to-secretsmanager': 'network',
  'no-route-to-ssm': 'network',
  'no-route-to-kms': 'network',
  'no-route-to-logs': 'network',
  'no-route-to-log-destination': 'network',
  'no-public-ip': 'network',
  'nat-gateway-broken': 'network',
  'route-blackhole': 'network',
  'vpc-public-access-blocked': 'network',
  'security-group-blocks-egress': 'network',
  'endpoint-security-group-blocks': 'network',
  'network-acl-blocks': 'network',
  'endpoint-private-dns-off': 'network',
  'endpoint-not-available': 'network',
  'vpc-dns-off': 'network',
  'private-zone-hides-name': 'network',
  'dns-firewall-blocks': 'network',
  'transit-gateway-zone-missing': 'network',
  'address-family-unsupported': 'network',
  'endpoint-policy-denies': 'permission',
  'scp-denies': 'permission',
  'registry-credentials-denied': 'permission',
  'image-pull-denied': 'permission',
  'image-not-found': 'missing',
  'image-digest-gone': 'missing',
  'image-reference-wrong': 'configuration',
  'image-platform-mismatch': 'configuration',
  'pull-through-cache-denied': 'permission',
  'repository-key-unusable': 'configuration',
  'ephemeral-storage-full': 'capacity',
  'secret-read-denied': 'permission',
  'secret-not-found': 'missing',
  'secret-has-no-value': 'missing',
  'secret-scheduled-for-deletion': 'missing',
  'parameter-read-denied': 'permission',
  'parameter-not-found': 'missing',
  'environment-file-denied': 'permission',
  'environment-file-not-found': 'missing',
  'kms-decrypt-denied': 'permission',
  'key-unusable': 'configuration',
  'log-group-missing': 'missing',
  'log-group-create-denied': 'permission',
  'log-stream-create-denied': 'permission',
  'log-options-invalid': 'configuration',
  'volume-misconfigured': 'configuration',
  'container-misconfigured': 'configuration',
  'container-dependency-failed': 'application',
  'environment-too-large': 'configuration',
  'exec-read-only-root': 'configuration',
} as const satisfies { readonly [id: string]: CauseKind }

export type CauseId = keyof typeof CAUSES

export function isCause(id: string): id is CauseId {
  return Object.hasOwn(CAUSES, id)
}
