import { text, unresolved, type Value } from '../../cloudformation/value.ts'
import { each, filled, inside, listed, map, only } from '../values.ts'
import type { Given } from '../virtual.ts'
import { type Mapping, same } from './network.ts'

const properties =
  (type: string, make: (given: Given) => { readonly [property: string]: Value }): Mapping =>
  (given) => [{ type, properties: make(given) }]

function inlinePolicies(given: Given): Value {
  return each(given.get('inline_policy'), (block) =>
    map(given.at, { PolicyName: inside(block, 'name'), PolicyDocument: filled(inside(block, 'policy')) }),
  )
}

const role = properties('AWS::IAM::Role', (given) => ({
  RoleName: given.get('name'),
  Path: given.get('path'),
  AssumeRolePolicyDocument: given.get('assume_role_policy'),
  ManagedPolicyArns: given.get('managed_policy_arns'),
  PermissionsBoundary: filled(given.get('permissions_boundary')),
  Policies: inlinePolicies(given),
}))

const inline = properties('AWS::IAM::RolePolicy', (given) => ({
  RoleName: given.get('role'),
  PolicyName: given.get('name'),
  PolicyDocument: given.get('policy'),
}))

const managed = properties('AWS::IAM::ManagedPolicy', (given) => ({
  ManagedPolicyName: given.get('name'),
  Path: given.get('path'),
  PolicyDocument: given.get('policy'),
}))

const listener =
  (type: string, action: string): Mapping =>
  (given) => [
    {
      type,
      properties: {
        LoadBalancerArn: given.get('load_balancer_arn'),
        ListenerArn: given.get('listener_arn'),
        [type.endsWith('Rule') ? 'Actions' : 'DefaultActions']: each(given.get(action), (block) => {
          const groups = each(inside(only(inside(block, 'forward')), 'target_group'), (target) =>
            map(given.at, { TargetGroupArn: inside(target, 'arn') }),
          )
          return map(given.at, {
            TargetGroupArn: filled(inside(block, 'target_group_arn')),
            ForwardConfig: map(given.at, { TargetGroups: groups }),
          })
        }),
      },
    },
  ]

const targetGroup = properties('AWS::ElasticLoadBalancingV2::TargetGroup', (given) => ({
  Name: given.get('name'),
  TargetType: given.get('target_type'),
  Protocol: given.get('protocol'),
  Port: given.get('port'),
  VpcId: given.get('vpc_id'),
  HealthCheckPath: inside(given.block('health_check'), 'path'),
  HealthCheckPort: inside(given.block('health_check'), 'port'),
}))

function subnetsOf(given: Given): { readonly [property: string]: Value } {
  const [subnets, mappings] = [given.get('subnets'), given.get('subnet_mapping')]
  const isNone = ({ kind }: Value) => kind === 'absent'
  if (!isNone(subnets) || isNone(mappings)) {
    return { Subnets: isNone(subnets) && isNone(mappings) ? unresolved('subnets', given.at) : subnets }
  }
  return {
    SubnetMappings: each(mappings, (block) => map(given.at, { SubnetId: inside(block, 'subnet_id') })),
  }
}

const loadBalancer = properties('AWS::ElasticLoadBalancingV2::LoadBalancer', (given) => {
  const internal = given.get('internal')
  return {
    Name: given.get('name'),
    Type: given.get('load_balancer_type'),
    Scheme:
      internal.kind === 'text' ? text(internal.text === 'true' ? 'internal' : 'internet-facing', given.at) : internal,
    // Each shows what the other one gives, once the load balancer is there
    ...subnetsOf(given),
    SecurityGroups: given.get('security_groups'),
  }
})

const ruleListener = listener('AWS::ElasticLoadBalancingV2::ListenerRule', 'action')
const plainListener = listener('AWS::ElasticLoadBalancingV2::Listener', 'default_action')

export const STORES: { readonly [type: string]: Mapping } = {
  aws_iam_role: role,
  aws_iam_role_policy: inline,
  aws_iam_role_policy_attachment: same('Terraform::PolicyAttachment', 'role', 'policy_arn'),
  aws_iam_policy_attachment: (given) => [
    {
      type: 'Terraform::PolicyAttachment',
      properties: { Roles: given.get('roles'), PolicyArn: given.get('policy_arn') },
    },
  ],
  aws_iam_policy: managed,
  aws_iam_role_policies_exclusive: same('Terraform::PoliciesExclusive', 'role_name', 'policy_names'),
  aws_iam_role_policy_attachments_exclusive: same('Terraform::AttachmentsExclusive', 'role_name', 'policy_arns'),
  aws_secretsmanager_secret: properties('Terraform::Secret', (given) => ({
    Name: given.get('name'),
    KmsKeyId: filled(given.get('kms_key_id')),
    Policy: filled(given.get('policy')),
  })),
  aws_secretsmanager_secret_version: same('Terraform::SecretValue', 'secret_id'),
  aws_secretsmanager_secret_policy: properties('AWS::SecretsManager::ResourcePolicy', (given) => ({
    SecretId: given.get('secret_arn'),
    ResourcePolicy: given.get('policy'),
  })),
  aws_ssm_parameter: same('Terraform::Parameter', 'name', 'type', 'key_id'),
  aws_kms_key: properties('AWS::KMS::Key', (given) => ({
    Enabled: given.get('is_enabled'),
    KeyPolicy: filled(given.get('policy')),
  })),
  aws_kms_key_policy: same('Terraform::KeyPolicy', 'key_id', 'policy'),
  aws_kms_alias: properties('AWS::KMS::Alias', (given) => ({
    AliasName: given.get('name'),
    TargetKeyId: given.get('target_key_id'),
  })),
  aws_kms_grant: properties('Terraform::KeyGrant', (given) => ({
    KeyId: given.get('key_id'),
    GranteePrincipal: given.get('grantee_principal'),
    Operations: given.get('operations'),
    ContextEquals: inside(given.block('constraints'), 'encryption_context_equals'),
    ContextSubset: inside(given.block('constraints'), 'encryption_context_subset'),
  })),
  aws_cloudwatch_log_group: properties('AWS::Logs::LogGroup', (given) => ({
    LogGroupName: given.get('name'),
    LogGroupClass: given.get('log_group_class'),
    KmsKeyId: filled(given.get('kms_key_id')),
  })),
  aws_ecr_repository: properties('AWS::ECR::Repository', (given) => ({
    RepositoryName: given.get('name'),
    ImageTagMutability: given.get('image_tag_mutability'),
    EncryptionConfiguration: map(given.at, {
      KmsKey: filled(inside(given.block('encryption_configuration'), 'kms_key')),
    }),
  })),
  aws_ecr_repository_policy: same('Terraform::RepositoryPolicy', 'repository', 'policy'),
  aws_ecr_pull_through_cache_rule: same(
    'AWS::ECR::PullThroughCacheRule',
    'ecr_repository_prefix',
    'upstream_registry_url',
    'credential_arn',
  ),
  aws_ecr_registry_policy: properties('AWS::ECR::RegistryPolicy', (given) => ({ PolicyText: given.get('policy') })),
  aws_s3_bucket: (given) => {
    const policy = filled(given.get('policy'))
    const name = given.get('bucket')
    const own = { type: 'AWS::S3::Bucket', properties: { BucketName: name } }
    if (policy.kind === 'absent') return [own]
    const added = { Bucket: name.kind === 'absent' ? given.self : name, PolicyDocument: policy }
    return [own, { type: 'AWS::S3::BucketPolicy', suffix: '.policy', properties: added }]
  },
  aws_s3_bucket_policy: properties('AWS::S3::BucketPolicy', (given) => ({
    Bucket: given.get('bucket'),
    PolicyDocument: given.get('policy'),
  })),
  aws_efs_file_system: same('AWS::EFS::FileSystem'),
  aws_efs_file_system_policy: same('Terraform::FileSystemPolicy', 'file_system_id', 'policy'),
  aws_efs_mount_target: same('AWS::EFS::MountTarget', 'file_system_id', 'subnet_id', 'security_groups'),
  aws_efs_access_point: properties('AWS::EFS::AccessPoint', (given) => ({
    FileSystemId: given.get('file_system_id'),
    RootDirectory: map(given.at, { Path: inside(given.block('root_directory'), 'path') }),
  })),
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_lb_target_group: targetGroup,
  aws_alb_target_group: targetGroup,
  aws_lb_listener: plainListener,
  aws_alb_listener: plainListener,
  aws_lb_listener_rule: ruleListener,
  aws_alb_listener_rule: ruleListener,
  aws_ec2_managed_prefix_list: properties('AWS::EC2::PrefixList', (given) => ({
    PrefixListName: given.get('name'),
    MaxEntries: given.get('max_entries'),
    Entries: listed(
      given.at,
      given.items('entry').map((block) => map(given.at, { Cidr: inside(block, 'cidr') })),
    ),
  })),
}
