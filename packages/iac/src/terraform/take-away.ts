import { type Gap, isGap, type Known, type SecurityGroupRule } from '@farsight/core'
import type { AccountTables, RegionTables } from '../cloudformation/tables.ts'
import { field, type Json, textOf } from './json.ts'
import type { Removed } from './plan.ts'

type Tables = AccountTables & RegionTables

/** Takes out of an account what a plan destroys or replaces. What takes its place is added afterwards. */
export function takeAway(removed: readonly Removed[], tables: Tables): void {
  for (const { type, values, isChanged } of removed)
    if (!isChanged) REMOVERS.get(type)?.(tables, (name) => plain(field(values, name)))
}

type Remover = (tables: Tables, value: (attribute: string) => string) => void

function plain(json: Json | undefined): string {
  return typeof json === 'number' ? String(json) : (textOf(json) ?? '')
}

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

function inVpc(name: Inside): Remover {
  return ({ vpcs }, value) => {
    for (const vpc of vpcs.drafts.values()) drop(vpc[name], value('id'))
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

const REMOVERS: ReadonlyMap<string, Remover> = new Map(
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
    aws_route: ({ vpcs }, value) => {
      const destinations = DESTINATIONS.map(value).filter((text) => text !== '')
      for (const { routeTables } of vpcs.drafts.values()) {
        const table = routeTables.drafts.get(value('route_table_id'))
        if (table === undefined || isGap(table.routes)) continue
        table.routes = table.routes.filter(({ destination }) => !destinations.includes(destination as string))
      }
    },
    aws_route_table_association: ({ vpcs }, value) => {
      for (const { subnets } of vpcs.drafts.values()) {
        const subnet = subnets.drafts.get(value('subnet_id'))
        if (subnet?.routeTableId === value('route_table_id')) delete subnet.routeTableId
      }
    },
    aws_vpc_endpoint_route_table_association: ({ vpcs }, value) => {
      for (const { endpoints } of vpcs.drafts.values()) {
        const endpoint = endpoints.drafts.get(value('vpc_endpoint_id'))
        const tables = endpoint?.routeTableIds
        if (endpoint === undefined || tables === undefined || isGap(tables)) continue
        endpoint.routeTableIds = tables.filter((id) => id !== value('route_table_id'))
      }
    },
    aws_vpc_security_group_ingress_rule: groupRule('ingress'),
    aws_vpc_security_group_egress_rule: groupRule('egress'),
    aws_iam_role: keyed('roles', 'name'),
    aws_iam_role_policy: ({ roles }, value) => {
      const role = roles.drafts.get(value('role'))
      if (role !== undefined) drop(role.inlinePolicies, value('name'))
    },
    aws_iam_role_policy_attachment: ({ roles }, value) => {
      const role = roles.drafts.get(value('role'))
      if (role === undefined || isGap(role.attachedPolicyArns)) return
      role.attachedPolicyArns = role.attachedPolicyArns.filter((arn) => arn !== value('policy_arn'))
    },
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
  }),
)

const DESTINATIONS = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id']

/** The rule has no id in a snapshot: the one that says the same goes. */
function groupRule(direction: 'ingress' | 'egress'): Remover {
  return ({ vpcs }, value) => {
    for (const { securityGroups } of vpcs.drafts.values()) {
      const group = securityGroups.drafts.get(value('security_group_id'))
      const rules = group?.[direction]
      if (group === undefined || rules === undefined || isGap(rules)) continue
      const position = rules.findIndex((rule) => saysSame(rule, value))
      if (position >= 0) group[direction] = rules.filter((_, at) => at !== position)
    }
  }
}

function saysSame(rule: SecurityGroupRule, value: (attribute: string) => string): boolean {
  const peers = [
    value('cidr_ipv4') || value('cidr_ipv6'),
    value('referenced_security_group_id'),
    value('prefix_list_id'),
  ]
  const isAll = value('ip_protocol') === '-1'
  return (
    text(rule.protocol) === value('ip_protocol') &&
    (isAll || (text(rule.fromPort) === value('from_port') && text(rule.toPort) === value('to_port'))) &&
    [rule.cidr, rule.groupId, rule.prefixListId].every((peer, i) => text(peer) === peers[i])
  )
}

function text(fact: Known<string | number> | Gap | undefined): string {
  return fact === undefined || isGap(fact) ? '' : String(fact)
}
