/** What an attribute of Terraform is for CloudFormation: `Ref`, or the name of an attribute of `Fn::GetAtt`. */
interface Named {
  readonly type: string
  readonly attributes: { readonly [attribute: string]: string }
}

const ID = { id: 'Ref' }
const ARN = { id: 'Ref', arn: 'Ref' }

/**
 * The types whose attributes have a name before AWS gives one. The ARNs of buckets and log groups are not among them:
 * policies add `/*` or `:*` to them, which a plan does not tell.
 */
export const NAMED: ReadonlyMap<string, Named> = new Map(
  Object.entries({
    aws_vpc: {
      type: 'AWS::EC2::VPC',
      attributes: {
        ...ID,
        default_security_group_id: 'DefaultSecurityGroup',
        default_network_acl_id: 'DefaultNetworkAcl',
        default_route_table_id: 'DefaultRouteTable',
        main_route_table_id: 'DefaultRouteTable',
      },
    },
    aws_subnet: { type: 'AWS::EC2::Subnet', attributes: ID },
    aws_route_table: { type: 'AWS::EC2::RouteTable', attributes: ID },
    aws_default_route_table: { type: 'Terraform::MainRouteTable', attributes: ID },
    aws_internet_gateway: { type: 'AWS::EC2::InternetGateway', attributes: ID },
    aws_egress_only_internet_gateway: { type: 'AWS::EC2::EgressOnlyInternetGateway', attributes: ID },
    aws_nat_gateway: { type: 'AWS::EC2::NatGateway', attributes: ID },
    aws_vpc_endpoint: { type: 'AWS::EC2::VPCEndpoint', attributes: ID },
    aws_security_group: { type: 'Terraform::SecurityGroup', attributes: ID },
    aws_default_security_group: { type: 'Terraform::DefaultSecurityGroup', attributes: ID },
    aws_network_acl: { type: 'AWS::EC2::NetworkAcl', attributes: ID },
    aws_default_network_acl: { type: 'Terraform::DefaultNetworkAcl', attributes: ID },
    aws_vpc_peering_connection: { type: 'AWS::EC2::VPCPeeringConnection', attributes: ID },
    aws_ec2_transit_gateway: { type: 'AWS::EC2::TransitGateway', attributes: ID },
    aws_ec2_managed_prefix_list: { type: 'AWS::EC2::PrefixList', attributes: ID },
    aws_vpc_dhcp_options: { type: 'AWS::EC2::DHCPOptions', attributes: ID },
    aws_route53_zone: { type: 'Terraform::HostedZone', attributes: { id: 'Ref', zone_id: 'Ref' } },
    aws_route53_resolver_rule: { type: 'AWS::Route53Resolver::ResolverRule', attributes: ID },
    aws_iam_role: { type: 'AWS::IAM::Role', attributes: { id: 'Ref', name: 'Ref', arn: 'Arn' } },
    aws_iam_policy: { type: 'AWS::IAM::ManagedPolicy', attributes: ARN },
    aws_ecs_cluster: { type: 'AWS::ECS::Cluster', attributes: { name: 'Ref', id: 'Arn', arn: 'Arn' } },
    aws_ecs_task_definition: {
      type: 'AWS::ECS::TaskDefinition',
      attributes: { arn: 'Ref', arn_without_revision: 'Ref' },
    },
    aws_ecs_service: { type: 'AWS::ECS::Service', attributes: { id: 'Ref', arn: 'Ref', name: 'Name' } },
    aws_service_discovery_service: {
      type: 'AWS::ServiceDiscovery::Service',
      attributes: { id: 'Ref', arn: 'Arn', name: 'Name' },
    },
    aws_cloudwatch_log_group: { type: 'AWS::Logs::LogGroup', attributes: { id: 'Ref', name: 'Ref' } },
    aws_secretsmanager_secret: { type: 'Terraform::Secret', attributes: ARN },
    aws_ssm_parameter: { type: 'Terraform::Parameter', attributes: { id: 'Ref', name: 'Ref', arn: 'Arn' } },
    aws_kms_key: { type: 'AWS::KMS::Key', attributes: { id: 'Ref', key_id: 'Ref', arn: 'Arn' } },
    aws_kms_alias: {
      type: 'AWS::KMS::Alias',
      attributes: {
        id: 'Ref',
        name: 'Ref',
        arn: 'Arn',
        target_key_id: 'TargetKeyId',
        target_key_arn: 'TargetKeyId',
      },
    },
    aws_ecr_repository: {
      type: 'AWS::ECR::Repository',
      attributes: { id: 'Ref', name: 'Ref', arn: 'Arn', repository_url: 'RepositoryUri' },
    },
    aws_ecr_pull_through_cache_rule: {
      type: 'AWS::ECR::PullThroughCacheRule',
      attributes: { id: 'Ref', ecr_repository_prefix: 'Ref' },
    },
    aws_s3_bucket: { type: 'AWS::S3::Bucket', attributes: { id: 'Ref', bucket: 'Ref' } },
    aws_efs_file_system: { type: 'AWS::EFS::FileSystem', attributes: { id: 'Ref', arn: 'Arn' } },
    aws_efs_access_point: { type: 'AWS::EFS::AccessPoint', attributes: { id: 'Ref', arn: 'Arn' } },
    aws_lb: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', attributes: ARN },
    aws_alb: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', attributes: ARN },
    aws_lb_target_group: { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', attributes: ARN },
    aws_alb_target_group: { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', attributes: ARN },
    aws_lb_listener: { type: 'AWS::ElasticLoadBalancingV2::Listener', attributes: ARN },
    aws_alb_listener: { type: 'AWS::ElasticLoadBalancingV2::Listener', attributes: ARN },
  }),
)
