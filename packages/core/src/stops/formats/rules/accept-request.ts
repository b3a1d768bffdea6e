import type { Rule } from '../rule.ts'

/** What RunTask, CreateService, RegisterTaskDefinition and their like refuse before anything starts. */
export const ACCEPT_REQUEST: readonly Rule[] = [
  {
    says: ['iam:PassRole', 'not authorized to pass', 'permission to pass the role'],
    not: ['unable to assume'],
    means: { step: 'accept-request', service: 'iam', kind: 'permission', causes: ['pass-role-denied'] },
  },
  {
    says: ['service linked role', 'CreateServiceLinkedRole', 'AWSServiceRoleForECS'],
    means: { step: 'accept-request', service: 'iam', kind: 'missing', causes: ['service-linked-role-missing'] },
  },
  {
    says: ['account is blocked', 'account is currently blocked', 'BlockedException', 'account is suspended', 'verifying your account', 'account verification', 'pending verification', 'account is not active', 'account was blocked', 'account has been blocked', 'OptInRequired', 'not subscribed to'],
    means: { step: 'accept-request', service: 'ecs', kind: 'platform', causes: ['account-blocked'], transient: false },
  },
  {
    says: ['awslogs', 'log driver'],
    and: ['have execution role', 'execution role arn', 'executionRoleArn'],
    not: ['logger args', 'logging driver'],
    means: { step: 'accept-request', service: 'logs', kind: 'configuration', causes: ['execution-role-not-set'] },
  },
  {
    says: ['to have execution role', 'execution role arn to support', 'execution role is required', 'must specify an execution role', 'requires an execution role', 'executionRoleArn is required', 'specify executionRoleArn'],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['execution-role-not-set'] },
  },
  {
    says: ['EFS IAM authorization requires', 'iam authorization requires a task role'],
    means: { step: 'accept-request', service: 'efs', kind: 'configuration', causes: ['task-role-not-set'] },
  },
  {
    says: ['requires a task role', 'task role is required', 'task definition must have a task role', 'must specify a task role'],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['task-role-not-set'] },
  },
  {
    says: ['no fargate configuration exists', 'invalid cpu setting', 'invalid memory setting', 'setting for task', 'cpu or memory value', 'cpu and memory value', 'invalid cpu or memory', 'cpu specified', 'supported cpu values', 'fargate requires that cpu', 'task definition to have cpu', 'fargate requires cpu', 'fargate requires memory', "requires that 'cpu' be defined", "requires that 'memory' be defined", "'cpu' be defined at the task level", "'memory' be defined at the task level"],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['task-size-invalid'] },
  },
  {
    says: ['ClusterNotFoundException', 'cluster not found', 'ClusterNotFound', 'the referenced cluster', 'cluster was not found'],
    means: { step: 'accept-request', service: 'ecs', kind: 'missing', causes: ['cluster-not-found'] },
  },
  {
    says: ['does not belong to the same vpc', 'appear to belong to the same vpc', 'belong to the same vpc', 'are not in the same vpc', 'belong to different vpc', 'belong to different networks', 'must be in the same vpc', 'the same vpc as'],
    means: { step: 'accept-request', service: 'ec2', kind: 'configuration', causes: ['security-group-wrong-vpc'] },
  },
  {
    says: ['InvalidSubnetID', 'the subnet id', 'subnet not found', 'retrieving subnet information', 'subnets not found', 'subnet does not exist', 'invalid subnet'],
    means: { step: 'accept-request', service: 'ec2', kind: 'missing', causes: ['subnet-not-found'] },
  },
  {
    says: ['no default security group', 'default security group'],
    means: { step: 'accept-request', service: 'ec2', kind: 'missing', causes: ['default-security-group-missing', 'security-group-not-found'] },
  },
  {
    says: ['InvalidGroup.NotFound', 'InvalidSecurityGroup', 'retrieving security group information', 'the security group'],
    and: ['does not exist', 'notfound', 'not found', 'invalid'],
    means: { step: 'accept-request', service: 'ec2', kind: 'missing', causes: ['security-group-not-found'] },
  },
  {
    says: ['TaskDefinition is inactive', 'task definition is inactive', 'TaskDefinition not found', 'task definition does not exist', 'task definition not found', 'unable to describe task definition', 'describe the task definition', 'INACTIVE task definition', 'TaskDefinitionNotFound'],
    means: { step: 'accept-request', service: 'ecs', kind: 'missing', causes: ['task-definition-inactive'] },
  },
  {
    says: ['PlatformUnknownException', 'platform version is retired', 'platform version has been retired', 'platform version does not exist', 'platform version is not available', 'platform version is deprecated', 'platform version is invalid', 'invalid platform version', 'the specified platform version'],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['platform-version-retired'] },
  },
  {
    says: ['capacity provider'],
    and: ['not associated', 'was not found', 'not found', 'does not exist', 'is not valid', 'not active', 'must be associated', 'is not attached'],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['capacity-provider-not-associated'] },
  },
  {
    says: ['NamespaceNotFound', 'service connect namespace', 'namespace does not exist', 'namespace was not found', 'namespace not found', 'namespace'],
    and: ['not found', 'does not exist', 'notfound', 'could not be found'],
    not: ['ResourceInitialization', 'CannotPull'],
    means: { step: 'accept-request', service: 'ecs', kind: 'missing', causes: ['service-connect-namespace-missing'] },
  },
  {
    says: ['target group', 'targetGroupArn', 'load balancer', 'loadBalancers'],
    and: ['associated load balancer', 'target type', 'incompatible with', 'does not exist in the task definition', 'is not valid', 'TargetGroupNotFound', 'unable to assume role and validate', 'associated with multiple', 'container name', 'containerPort', 'container port', 'one or more target groups', 'is already', 'not supported'],
    not: ['is unhealthy', 'failed elb'],
    means: { step: 'accept-request', service: 'elb', kind: 'configuration', causes: ['load-balancer-misconfigured'] },
  },
  {
    says: ['does not exist in the task definition', 'exist in task definition'],
    means: { step: 'accept-request', service: 'elb', kind: 'configuration', causes: ['load-balancer-misconfigured', 'task-definition-incompatible'] },
  },
  {
    says: ['role is not valid', 'invalid role', 'role does not exist', 'unable to verify role', 'the role with name', 'NoSuchEntity'],
    means: { step: 'accept-request', service: 'iam', kind: 'missing', causes: ['role-not-found'] },
  },
  {
    says: ['does not support launch_type', 'does not support launch type', 'launch_type fargate', 'not compatible with the selected compute', 'PlatformTaskDefinitionIncompatibility', 'fargate only supports network', 'network configuration must be provided', 'is not supported on fargate', 'not supported on Fargate', 'not supported by fargate', 'tasks using the fargate', 'is not supported when networkMode', 'UnsupportedFeatureException', 'requires compatibilities', 'requiresCompatibilities', 'not compatible with', 'when using the fargate', 'for fargate launch type', 'assign public ip is not supported', 'is not supported for container'],
    not: ['ResourceInitialization', 'CannotPull', 'CannotStart', 'unable to place', 'exec format'],
    means: { step: 'accept-request', service: 'ecs', kind: 'configuration', causes: ['task-definition-incompatible'] },
  },
  {
    at: ['accept-request'],
    says: ['ecs:RunTask', 'ecs:CreateService', 'ecs:UpdateService', 'ecs:StartTask', 'ecs:RegisterTaskDefinition', 'ecs:TagResource', 'ecs:'],
    and: ['service control policy'],
    means: { service: 'ecs', kind: 'permission', causes: ['scp-denies', 'request-not-permitted'] },
  },
  {
    at: ['accept-request'],
    says: ['VPC endpoint'],
    fault: ['denied'],
    means: { kind: 'permission', causes: ['endpoint-policy-denies', 'request-not-permitted'] },
  },
  {
    at: ['accept-request'],
    fault: ['denied', 'unauthenticated'],
    means: { kind: 'permission', causes: ['request-not-permitted'] },
  },
  {
    at: ['accept-request'],
    fault: ['throttled'],
    means: { service: 'ecs', kind: 'throttled', causes: ['request-throttled'], transient: true },
  },
  {
    at: ['accept-request'],
    says: ['limit exceeded', 'LimitExceeded', 'reached the limit', 'exceeds the limit', 'quota'],
    means: { service: 'ecs', kind: 'capacity', causes: ['quota-exceeded'] },
  },
  {
    at: ['accept-request'],
    says: ['ServerException', 'service unavailable', 'internal error', 'InternalServer'],
    means: { service: 'ecs', kind: 'platform', causes: ['platform-transient', 'task-definition-incompatible'], transient: true },
  },
  {
    at: ['accept-request'],
    fault: ['no-answer', 'name-not-resolved'],
    means: { kind: 'network', causes: ['security-group-blocks-egress', 'no-public-ip', 'nat-gateway-broken'] },
  },
  {
    at: ['accept-request'],
    fault: ['not-found'],
    means: { kind: 'missing', causes: ['task-definition-inactive', 'cluster-not-found'] },
  },
  {
    at: ['accept-request'],
    fault: ['invalid'],
    means: { service: 'ecs', kind: 'configuration', causes: ['task-definition-incompatible'] },
  },
]
