import type { LayerName } from '../iam/layer-name.ts'
import type { Blocker } from '../launch/blocker.ts'
import type { Launch } from '../launch/launch.ts'
import { nameOfDefinition } from '../launch/name-of-definition.ts'
import type { Call, Requirement } from '../launch/requirement.ts'
import { pointerTo } from '../model/origin.ts'
import type { CauseId } from './cause.ts'
import { CONTAINER_MEANINGS } from './container-meanings.ts'
import type { Meaning } from './meaning-of.ts'
import { noRouteTo } from './no-route.ts'

/** INVARIANT: total; a blocker without a meaning does not compile. */
type Meanings = {
  readonly [Name in Blocker['blocker']]: (
    blocker: Extract<Blocker, { blocker: Name }>,
    requirement: Requirement,
    launch: Launch,
  ) => Meaning
}

const MEANINGS: Meanings = {
  ...CONTAINER_MEANINGS,
  'subnet-missing': ({ subnetId }) => ({ cause: 'subnet-not-found', object: subnetId }),
  'security-group-missing': ({ groupId }) => ({ cause: 'security-group-not-found', object: groupId }),
  'several-vpcs': ({ id }) => ({ cause: 'security-group-wrong-vpc', object: id }),
  'task-definition-missing': ({ taskDefinition }) => ({ cause: 'task-definition-inactive', object: taskDefinition }),
  'execution-role-not-set': ({ taskDefinition }) => ({ cause: 'execution-role-not-set', object: taskDefinition }),
  'platform-retired': ({ version }) => ({ cause: 'platform-version-retired', object: version }),
  'task-role-not-set': ({ taskDefinition }) => ({ cause: 'task-role-not-set', object: taskDefinition }),
  'task-size-not-offered': (_, __, launch) => ({ cause: 'task-size-invalid', object: nameOfDefinition(launch) }),
  'task-definition-unsuitable': ({ taskDefinition }) => ({
    cause: 'task-definition-incompatible',
    object: taskDefinition,
  }),
  'request-unsuitable': ({ launch }) => ({ cause: 'task-definition-incompatible', object: launch }),
  'override-without-container': ({ container }) => ({ cause: 'task-definition-incompatible', object: container }),
  'overrides-too-long': () => ({ cause: 'request-limit-exceeded', object: 'containerOverrides' }),
  'cluster-missing': ({ cluster }) => ({ cause: 'cluster-not-found', object: cluster }),
  'capacity-provider-not-associated': ({ capacityProvider }) => ({
    cause: 'capacity-provider-not-associated',
    object: capacityProvider,
  }),
  'namespace-missing': ({ namespace }, _, { id }) => ({
    cause: 'service-connect-namespace-missing',
    object: namespace === '' ? id : namespace,
  }),
  'too-many': ({ what }) => ({ cause: 'request-limit-exceeded', object: what }),
  'zone-not-served': ({ subnetId }) => ({ cause: 'zone-not-supported', object: subnetId }),
  'quota-too-small': ({ quota }) => ({ cause: 'quota-exceeded', object: quota }),
  'no-room-for-deployment': (_, __, { id }) => ({ cause: 'deployment-percentages-block', object: id }),
  'no-ipv6-address': ({ subnetId }) => ({ cause: 'ipv6-not-assigned', object: subnetId }),
  'storage-key-unusable': ({ keyId }) => ({ cause: 'ephemeral-storage-key-denied', object: keyId }),
  'no-free-address': ({ subnetId }) => ({ cause: 'subnet-out-of-addresses', object: subnetId }),
  'log-option-missing': ({ container }) => ({ cause: 'log-options-invalid', object: container }),

  'role-missing': ({ roleArn }) => ({ cause: 'role-not-found', object: roleArn }),
  'role-trust-missing': ({ roleArn, service }) => ({
    cause: TRUST[service] ?? 'caller-role-trust-missing',
    object: roleArn,
  }),
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

  'target-group-unsuitable': ({ targetGroupArn, why }, _, { id }) => ({
    cause: why === 'missing' ? 'target-group-missing' : 'load-balancer-misconfigured',
    object: targetGroupArn ?? id,
  }),
  'listener-made-later': ({ targetGroupArn }) => ({ cause: 'load-balancer-misconfigured', object: targetGroupArn }),
  'target-group-of-another-vpc': ({ targetGroupArn }) => ({
    cause: 'load-balancer-misconfigured',
    object: targetGroupArn,
  }),
  'service-registry-unsuitable': (_, __, { id }) => ({ cause: 'service-discovery-failed', object: id }),
  'service-connect-unsuitable': ({ taskDefinition }) => ({
    cause: 'task-definition-incompatible',
    object: taskDefinition,
  }),
  'load-balancer-zone-missing': ({ loadBalancerArn }) => ({
    cause: 'load-balancer-zone-missing',
    object: loadBalancerArn,
  }),
  'task-closed-to-load-balancer': ({ groupIds }) => ({
    cause: 'load-balancer-cannot-reach-task',
    object: groupIds.join(', '),
  }),
  'grace-period-too-short': (_, __, { id }) => ({ cause: 'health-check-grace-too-short', object: id }),
  'file-system-missing': ({ fileSystemId }) => ({ cause: 'file-system-mount-target-missing', object: fileSystemId }),
  'mount-target-missing': ({ fileSystemId }, mount) => ({
    cause: mountCauses(mount)?.missing ?? 'file-system-mount-target-missing',
    object: fileSystemId,
  }),
  'mount-target-security-group': ({ mountTargetId }, mount) => ({
    cause: mountCauses(mount)?.unreachable ?? 'file-system-unreachable',
    object: mountTargetId,
  }),
  'file-system-policy-silent': ({ fileSystemId }) => ({ cause: 'file-system-access-denied', object: fileSystemId }),
  'volume-option-invalid': ({ volume }) => ({ cause: 'volume-misconfigured', object: volume }),
  'ebs-snapshot-unusable': ({ snapshotId }) => ({ cause: 'ebs-volume-failed', object: snapshotId }),
  'volume-option-missing': ({ volume }) => ({ cause: 'volume-misconfigured', object: volume }),
  'volume-not-configured': ({ volume }) => ({ cause: 'volume-misconfigured', object: volume }),
  'volume-configuration-unmatched': ({ volume }) => ({ cause: 'volume-misconfigured', object: volume }),
  'too-many-volumes': ({ volumes }) => ({ cause: 'volume-misconfigured', object: volumes.join(', ') }),

  'key-unusable': ({ keyArn }) => ({ cause: 'key-unusable', object: keyArn }),
  'key-of-another-account': ({ secretArn }) => ({ cause: 'kms-decrypt-denied', object: secretArn }),
  'secret-missing': ({ secretArn }) => ({ cause: 'secret-not-found', object: secretArn }),
  'secret-deleted': ({ secretArn }) => ({ cause: 'secret-scheduled-for-deletion', object: secretArn }),
  'secret-without-value': ({ secretArn }) => ({ cause: 'secret-has-no-value', object: secretArn }),
  'parameter-missing': ({ name }) => ({ cause: 'parameter-not-found', object: name }),
  'log-group-missing': ({ logGroup }) => ({ cause: 'log-group-missing', object: logGroup }),
  'image-missing': ({ image, missing }) => ({
    cause: missing === 'digest' ? 'image-digest-gone' : 'image-not-found',
    object: image,
  }),

  'security-group-egress': ({ groupIds }, call) => ({
    cause: filterCause(call) ?? 'security-group-blocks-egress',
    object: groupIds.join(', '),
  }),
  'endpoint-security-group': ({ endpointId }) => ({ cause: 'endpoint-security-group-blocks', object: endpointId }),
  'network-acl': ({ networkAclId }, call) => ({
    cause: filterCause(call) ?? 'network-acl-blocks',
    object: networkAclId,
  }),
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
  'public-access-blocked': ({ vpcId }) => ({ cause: 'vpc-public-access-blocked', object: vpcId }),
  'nat-gateway-without-internet': ({ natGatewayId }) => ({ cause: 'nat-gateway-broken', object: natGatewayId }),
  'private-nat-gateway': ({ natGatewayId }) => ({ cause: 'nat-gateway-broken', object: natGatewayId }),
  'no-common-family': ({ subnetId }) => ({ cause: 'address-family-unsupported', object: subnetId }),
  'peering-not-transitive': ({ host }, call) => ({ cause: noRouteCause(call), object: routeObject(call, host) }),
  'transit-gateway-zone': ({ attachmentId }) => ({ cause: 'transit-gateway-zone-missing', object: attachmentId }),
  'transit-gateway-route': ({ routeTableId, destination }, call) =>
    destination === null
      ? { cause: noRouteCause(call), object: routeTableId }
      : { cause: 'route-blackhole', object: routeTableId },
  'no-return-route': ({ host }, call) => ({ cause: noRouteCause(call), object: routeObject(call, host) }),
  'vpc-dns-off': ({ vpcId }) => ({ cause: 'vpc-dns-off', object: vpcId }),
  'zone-without-record': ({ zoneId }) => ({ cause: 'private-zone-hides-name', object: zoneId }),
  'dns-firewall': ({ ruleGroupId, vpcId }) => ({ cause: 'dns-firewall-blocks', object: ruleGroupId ?? vpcId }),
  'endpoint-state': ({ endpointId }) => ({ cause: 'endpoint-not-available', object: endpointId }),
}

export function meaningOf(blocker: Blocker, requirement: Requirement, launch: Launch): Meaning {
  const meaning = MEANINGS[blocker.blocker] as (blocker: Blocker, requirement: Requirement, launch: Launch) => Meaning
  return meaning(blocker, requirement, launch)
}

/** By the service that the role should trust. */
const TRUST: { readonly [service: string]: CauseId } = {
  'ecs-tasks.amazonaws.com': 'role-trust-missing',
  'ecs.amazonaws.com': 'infrastructure-role-trust-missing',
}

const UNUSED = {
  'private-dns-off': 'endpoint-private-dns-off',
  'vpc-dns-off': 'vpc-dns-off',
  'inbound-resolver-only': 'endpoint-private-dns-off',
  'not-available': 'endpoint-not-available',
} as const

function noRouteCause(requirement: Requirement): CauseId {
  return (requirement.kind === 'call' ? noRouteTo(requirement.service) : null) ?? 'no-route-to-registry'
}

/** What groups and ACLs do to some requirements has causes of its own. */
function filterCause(requirement: Requirement): CauseId | null {
  if (requirement.kind === 'call') return mountCauses(requirement)?.unreachable ?? null
  return requirement.id === 'load-balancer-reaches-task' ? 'load-balancer-cannot-reach-task' : null
}

/** What goes wrong between a task and the mount target of its file system; null where nothing is mounted. */
function mountCauses(requirement: Requirement): { readonly unreachable: CauseId; readonly missing: CauseId } | null {
  if (requirement.kind !== 'call' || requirement.target?.target !== 'file-system') return null
  return requirement.service === 'efs'
    ? { unreachable: 'file-system-unreachable', missing: 'file-system-mount-target-missing' }
    : { unreachable: 's3-files-unreachable', missing: 's3-files-unreachable' }
}

/** A registry with several hosts is one object. */
function routeObject(requirement: Requirement, host: string): string {
  return requirement.kind === 'call' && requirement.service === 'docker-hub' ? 'Docker Hub' : host
}

const DENIED: { readonly [action: string]: CauseId } = {
  'ecs:RunTask': 'request-not-permitted',
  'ecs:TagResource': 'request-not-permitted',
  'iam:PassRole': 'pass-role-denied',
  'events:PutTargets': 'request-not-permitted',
  'events:PutRule': 'request-not-permitted',
  'events:DescribeRule': 'request-not-permitted',
  'ecr:GetAuthorizationToken': 'registry-credentials-denied',
  'ecr:BatchGetImage': 'image-pull-denied',
  'ecr:GetDownloadUrlForLayer': 'image-pull-denied',
  'secretsmanager:GetSecretValue': 'secret-read-denied',
  'ssm:GetParameters': 'parameter-read-denied',
  'ecr:BatchImportUpstreamImage': 'pull-through-cache-denied',
  'ecr:CreateRepository': 'pull-through-cache-denied',
  's3:GetBucketLocation': 'environment-file-denied',
  's3:GetObject': 'environment-file-denied',
  'kms:Decrypt': 'kms-decrypt-denied',
  'elasticfilesystem:ClientMount': 'file-system-access-denied',
  's3files:ClientMount': 's3-files-denied',
  'ec2:CreateVolume': 'infrastructure-role-trust-missing',
  'ec2:CreateTags': 'infrastructure-role-trust-missing',
  'kms:CreateGrant': 'ebs-volume-failed',
  'kms:GenerateDataKeyWithoutPlaintext': 'ebs-volume-failed',
  'logs:CreateLogGroup': 'log-group-create-denied',
  'logs:CreateLogStream': 'log-stream-create-denied',
}

function isOfOrganization(layer: LayerName): boolean {
  return layer === 'service-control-policy' || layer === 'resource-control-policy'
}

function deniedCause(requirement: Requirement): CauseId {
  if (requirement.kind === 'call' && isOfGuardDuty(requirement)) return 'injected-image-denied'
  if (requirement.step === 'open-exec-session') return 'exec-role-permissions-missing'
  const action = requirement.kind === 'call' ? requirement.action : null
  return (action === null ? undefined : DENIED[action]) ?? 'image-pull-denied'
}

/** Its agent is added to tasks, as an image of AWS. */
function isOfGuardDuty({ at }: Call): boolean {
  return at.endsWith('/accountSettings/guardDutyActivate')
}

/** A right that is missing is the role's where it is asked for everything, else it is about the resource. */
function deniedObject(principal: string | null, resource: string): string {
  return resource === '*' ? (principal ?? resource) : resource
}
