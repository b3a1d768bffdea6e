import type { LayerName } from '../iam/layer-name.ts'
import type { Blocker } from '../launch/blocker.ts'
import type { Launch } from '../launch/launch.ts'
import type { Requirement, ServiceId } from '../launch/requirement.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { CauseId } from './cause.ts'

/** What a blocker means: the cause, and the one object that it is about. Blockers of equal meaning are one finding. */
export interface Meaning {
  readonly cause: CauseId
  readonly object: string
  /** The part that is wrong, where it is another than the one that stopped the packet. */
  readonly at?: Pointer
}

/** INVARIANT: total; a blocker without a meaning does not compile. */
type Meanings = {
  readonly [Name in Blocker['blocker']]: (
    blocker: Extract<Blocker, { blocker: Name }>,
    requirement: Requirement,
    launch: Launch,
  ) => Meaning
}

const MEANINGS: Meanings = {
  'subnet-missing': ({ subnetId }) => ({ cause: 'subnet-not-found', object: subnetId }),
  'security-group-missing': ({ groupId }) => ({ cause: 'security-group-not-found', object: groupId }),
  'several-vpcs': ({ id }) => ({ cause: 'security-group-wrong-vpc', object: id }),
  'task-definition-missing': ({ taskDefinition }) => ({ cause: 'task-definition-inactive', object: taskDefinition }),
  'execution-role-not-set': ({ taskDefinition }) => ({ cause: 'execution-role-not-set', object: taskDefinition }),
  'platform-retired': ({ version }) => ({ cause: 'platform-version-retired', object: version }),
  'no-free-address': ({ subnetId }) => ({ cause: 'subnet-out-of-addresses', object: subnetId }),
  'log-option-missing': ({ container }) => ({ cause: 'log-options-invalid', object: container }),

  'role-missing': ({ roleArn }) => ({ cause: 'role-not-found', object: roleArn }),
  'role-trust-missing': ({ roleArn }) => ({ cause: 'role-trust-missing', object: roleArn }),
  'identity-policies-silent': ({ principal, resource }, call) => ({
    cause: deniedCause(call),
    object: deniedObject(principal, resource),
  }),
  'policy-denies': ({ layer, policy, principal, resource }, call) =>
    layer === 'endpoint-policy'
      ? { cause: 'endpoint-policy-denies', object: policy }
      : isOfOrganization(layer)
        ? { cause: 'scp-denies', object: principal ?? resource }
        : { cause: deniedCause(call), object: deniedObject(principal, resource) },
  'limit-silent': ({ principal, resource }, call) => ({
    cause: deniedCause(call),
    object: deniedObject(principal, resource),
  }),
  'resource-policy-silent': ({ resource }, call) => ({ cause: deniedCause(call), object: resource }),
  'organization-policies-silent': ({ principal, resource }) => ({ cause: 'scp-denies', object: principal ?? resource }),
  'endpoint-policy-silent': ({ endpointId }) => ({ cause: 'endpoint-policy-denies', object: endpointId }),

  'key-unusable': ({ keyArn }) => ({ cause: 'key-unusable', object: keyArn }),
  'secret-missing': ({ secretArn }) => ({ cause: 'secret-not-found', object: secretArn }),
  'secret-deleted': ({ secretArn }) => ({ cause: 'secret-scheduled-for-deletion', object: secretArn }),
  'secret-without-value': ({ secretArn }) => ({ cause: 'secret-has-no-value', object: secretArn }),
  'parameter-missing': ({ name }) => ({ cause: 'parameter-not-found', object: name }),
  'log-group-missing': ({ logGroup }) => ({ cause: 'log-group-missing', object: logGroup }),
  'image-missing': ({ image }) => ({ cause: 'image-not-found', object: image }),

  'security-group-egress': ({ groupIds }) => ({ cause: 'security-group-blocks-egress', object: groupIds.join(', ') }),
  'endpoint-security-group': ({ endpointId }) => ({ cause: 'endpoint-security-group-blocks', object: endpointId }),
  'network-acl': ({ networkAclId }) => ({ cause: 'network-acl-blocks', object: networkAclId }),
  'no-route': ({ unusedEndpoint, vpcId, host }, call) => {
    if (unusedEndpoint === null || unusedEndpoint.why === 'not-associated') {
      return { cause: noRouteCause(call), object: routeObject(call, host) }
    }
    const object = unusedEndpoint.why === 'vpc-dns-off' ? vpcId : unusedEndpoint.endpointId
    return { cause: UNUSED[unusedEndpoint.why], object, at: unusedEndpoint.at }
  },
  'blackhole-route': ({ targetId }) => ({ cause: 'route-blackhole', object: targetId }),
  'no-public-ip': ({ internetGatewayId }, _, { at }) => ({
    cause: 'no-public-ip',
    object: internetGatewayId,
    at: pointerTo(at, 'networkConfiguration', 'awsvpcConfiguration', 'assignPublicIp'),
  }),
  'nat-gateway-state': ({ natGatewayId }) => ({ cause: 'nat-gateway-broken', object: natGatewayId }),
  'nat-gateway-without-internet': ({ natGatewayId }) => ({ cause: 'nat-gateway-broken', object: natGatewayId }),
  'vpc-dns-off': ({ vpcId }) => ({ cause: 'vpc-dns-off', object: vpcId }),
  'endpoint-state': ({ endpointId }) => ({ cause: 'endpoint-not-available', object: endpointId }),
}

export function meaningOf(blocker: Blocker, requirement: Requirement, launch: Launch): Meaning {
  const meaning = MEANINGS[blocker.blocker] as (blocker: Blocker, requirement: Requirement, launch: Launch) => Meaning
  return meaning(blocker, requirement, launch)
}

const UNUSED = {
  'private-dns-off': 'endpoint-private-dns-off',
  'vpc-dns-off': 'vpc-dns-off',
  'inbound-resolver-only': 'endpoint-private-dns-off',
  'not-available': 'endpoint-not-available',
} as const

const NO_ROUTE: { readonly [Service in ServiceId]: CauseId } = {
  'ecr-api': 'no-route-to-ecr-api',
  'ecr-dkr': 'no-route-to-ecr-dkr',
  'ecr-public': 'no-route-to-registry',
  'docker-hub': 'no-route-to-registry',
  registry: 'no-route-to-registry',
  s3: 'no-route-to-s3',
  secretsmanager: 'no-route-to-secretsmanager',
  ssm: 'no-route-to-ssm',
  kms: 'no-route-to-kms',
  logs: 'no-route-to-logs',
}

function noRouteCause(requirement: Requirement): CauseId {
  return requirement.kind === 'call' ? NO_ROUTE[requirement.service] : 'no-route-to-registry'
}

/** A registry with several hosts is one object. */
function routeObject(requirement: Requirement, host: string): string {
  return requirement.kind === 'call' && requirement.service === 'docker-hub' ? 'Docker Hub' : host
}

const DENIED: { readonly [action: string]: CauseId } = {
  'ecr:GetAuthorizationToken': 'registry-credentials-denied',
  'ecr:BatchGetImage': 'image-pull-denied',
  'ecr:GetDownloadUrlForLayer': 'image-pull-denied',
  'secretsmanager:GetSecretValue': 'secret-read-denied',
  'ssm:GetParameters': 'parameter-read-denied',
  'kms:Decrypt': 'kms-decrypt-denied',
  'logs:CreateLogGroup': 'log-group-create-denied',
  'logs:CreateLogStream': 'log-stream-create-denied',
}

function isOfOrganization(layer: LayerName): boolean {
  return layer === 'service-control-policy' || layer === 'resource-control-policy'
}

function deniedCause(requirement: Requirement): CauseId {
  const action = requirement.kind === 'call' ? requirement.action : null
  return (action === null ? undefined : DENIED[action]) ?? 'image-pull-denied'
}

/** A right that is missing is the role's where it is asked for everything, else it is about the resource. */
function deniedObject(principal: string | null, resource: string): string {
  return resource === '*' ? (principal ?? resource) : resource
}
