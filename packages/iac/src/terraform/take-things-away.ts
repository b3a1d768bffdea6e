import type { Gap } from '@farsight/core'
import type { Remover, Tables } from './take-additions-away.ts'

/** Of the table: the attribute that is its key. */
function keyed(
  name: Exclude<keyof Tables, 'vpcs' | 'registry'>,
  attribute: string,
  keyOf: (text: string) => string = (text) => text,
): Remover {
  return (tables, value) => drop(tables[name], keyOf(value(attribute)))
}

type Inside =
  | 'subnets'
  | 'routeTables'
  | 'networkAcls'
  | 'securityGroups'
  | 'endpoints'
  | 'natGateways'
  | 'internetGateways'
  | 'egressOnlyInternetGateways'
  | 'peeringConnections'
  | 'transitGatewayAttachments'
  | 'hostedZones'
  | 'resolverRules'

/** @param owner the attribute that names the one VPC of it; else it is in none of the others */
function inVpc(name: Inside, attribute = 'id', owner?: string): Remover {
  return ({ vpcs }, value) => {
    for (const vpc of vpcs.drafts.values()) {
      if (owner === undefined || value(owner) === vpc.id) drop(vpc[name], value(attribute))
    }
  }
}

/** What is left of any table where its things do not matter. */
interface Entries {
  readonly drafts: { delete(key: string): boolean }
  readonly kept: Map<string, Gap | null>
}

function drop(table: Entries, key: string): void {
  if (table.drafts.delete(key)) table.kept.set(key, null)
}

const afterSlash = (text: string) => text.slice(text.lastIndexOf('/') + 1)

/** What has an entry of its own in an account. */
export const REMOVERS: ReadonlyMap<string, Remover> = new Map(
  Object.entries<Remover>({
    aws_vpc: ({ vpcs }, value) => drop(vpcs, value('id')),
    aws_subnet: inVpc('subnets'),
    aws_route_table: inVpc('routeTables'),
    aws_network_acl: inVpc('networkAcls'),
    aws_security_group: inVpc('securityGroups'),
    aws_vpc_endpoint: inVpc('endpoints'),
    aws_nat_gateway: inVpc('natGateways'),
    aws_internet_gateway: inVpc('internetGateways'),
    aws_internet_gateway_attachment: ({ vpcs }, value) => {
      for (const { internetGateways } of vpcs.drafts.values()) drop(internetGateways, value('internet_gateway_id'))
    },
    aws_egress_only_internet_gateway: inVpc('egressOnlyInternetGateways'),
    aws_vpc_peering_connection: inVpc('peeringConnections'),
    aws_ec2_transit_gateway_vpc_attachment: inVpc('transitGatewayAttachments'),
    aws_iam_role: keyed('roles', 'name'),
    aws_iam_policy: keyed('policies', 'arn'),
    aws_s3_bucket: keyed('buckets', 'id'),
    aws_ecs_cluster: keyed('clusters', 'name'),
    aws_ecs_service: keyed('services', 'name'),
    aws_ecs_task_definition: keyed('taskDefinitions', 'arn', afterSlash),
    aws_ecr_repository: keyed('repositories', 'name'),
    aws_ecr_pull_through_cache_rule: ({ registry }, value) =>
      drop(registry.pullThroughCacheRules, value('ecr_repository_prefix')),
    aws_secretsmanager_secret: keyed('secrets', 'arn'),
    aws_ssm_parameter: keyed('parameters', 'name'),
    aws_kms_key: keyed('keys', 'key_id'),
    aws_cloudwatch_log_group: keyed('logGroups', 'name'),
    aws_efs_file_system: keyed('fileSystems', 'id'),
    aws_efs_mount_target: ({ fileSystems }, value) => {
      for (const { mountTargets } of fileSystems.drafts.values()) drop(mountTargets, value('id'))
    },
    aws_service_discovery_service: keyed('discoveryServices', 'arn'),
    aws_lb: keyed('loadBalancers', 'arn'),
    aws_lb_target_group: keyed('targetGroups', 'arn'),
    aws_alb: keyed('loadBalancers', 'arn'),
    aws_alb_target_group: keyed('targetGroups', 'arn'),
    aws_efs_access_point: ({ fileSystems }, value) => {
      for (const { accessPoints } of fileSystems.drafts.values()) drop(accessPoints, value('id'))
    },
    aws_ecs_capacity_provider: keyed('capacityProviders', 'name'),
    aws_ecs_account_setting_default: keyed('accountSettings', 'name'),
    aws_ec2_managed_prefix_list: keyed('prefixLists', 'id'),
    aws_route53_zone: inVpc('hostedZones', 'zone_id'),
    aws_service_discovery_private_dns_namespace: inVpc('hostedZones', 'hosted_zone'),
    aws_route53_zone_association: inVpc('hostedZones', 'zone_id', 'vpc_id'),
    aws_route53_resolver_rule: inVpc('resolverRules'),
    aws_route53_resolver_rule_association: inVpc('resolverRules', 'resolver_rule_id', 'vpc_id'),
  }),
)
