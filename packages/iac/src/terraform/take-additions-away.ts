import { type Gap, isGap, type Known, type PolicyDocument, type SecurityGroupRule } from '@farsight/core'
import type { DraftTable } from '../cloudformation/draft-table.ts'
import type { AccountTables, RegionTables } from '../cloudformation/tables.ts'
import { AFTER_DEPLOY } from '../cloudformation/value.ts'
import type { Draft, VpcDraft } from '../cloudformation/vpc-draft.ts'
import { field, type Json, listOf, textOf } from './json.ts'

export type Tables = AccountTables & RegionTables

/** Takes away what an instance was; `value` gives its attributes as texts. */
export type Remover = (tables: Tables, value: (attribute: string) => string, values: Json) => void

export function plain(json: Json | undefined): string {
  return typeof json === 'number' ? String(json) : (textOf(json) ?? '')
}

const policies = <Name extends 'repositories' | 'secrets' | 'fileSystems' | 'buckets'>(
  name: Name,
  owner: string,
): Remover => {
  return (tables, value) => {
    const table = tables[name] as DraftTable<{ readonly policyDocument?: Known<PolicyDocument> | null }>
    const draft = table.drafts.get(value(owner))
    if (draft !== undefined) table.drafts.set(value(owner), { ...draft, policyDocument: null })
  }
}

function detached(roles: readonly string[], arn: string, tables: Tables): void {
  for (const name of roles) {
    const role = tables.roles.drafts.get(name)
    if (role === undefined || isGap(role.attachedPolicyArns)) continue
    role.attachedPolicyArns = role.attachedPolicyArns.filter((each) => each !== arn)
  }
}

/** Of a list of ids of an endpoint, one. */
function ofEndpoint(list: 'routeTableIds' | 'subnetIds' | 'securityGroupIds', attribute: string): Remover {
  return ({ vpcs }, value) => {
    for (const { endpoints } of vpcs.drafts.values()) {
      const endpoint = endpoints.drafts.get(value('vpc_endpoint_id'))
      const ids: Known<readonly Known<string>[]> | undefined = endpoint?.[list]
      if (endpoint === undefined || ids === undefined || isGap(ids)) continue
      Object.assign(endpoint, { [list]: ids.filter((id) => id !== value(attribute)) })
    }
  }
}

function ofSubnet(name: 'routeTableId' | 'networkAclId', attribute: string): Remover {
  return ({ vpcs }, value) => {
    for (const { subnets } of vpcs.drafts.values()) {
      const subnet = subnets.drafts.get(value('subnet_id'))
      if (subnet?.[name] === value(attribute)) delete subnet[name]
    }
  }
}

/** What AWS or the provider puts in its place is not told. */
const openInVpcs =
  (open: (vpc: Draft<VpcDraft>) => void, attribute?: string): Remover =>
  ({ vpcs }, value) => {
    for (const vpc of vpcs.drafts.values()) if (attribute === undefined || value(attribute) === vpc.id) open(vpc)
  }

const learned: Remover = ({ vpcs }, value) => {
  for (const { routeTables } of vpcs.drafts.values()) {
    const table = routeTables.drafts.get(value('route_table_id'))
    if (table !== undefined) table.routes = AFTER_DEPLOY
  }
}

const openKey =
  (property: 'policyDocument' | 'grants'): Remover =>
  ({ keys }, value) => {
    const named = value('key_id')
    const key = keys.drafts.get(named.slice(named.lastIndexOf('/') + 1))
    if (key !== undefined) key[property] = AFTER_DEPLOY
  }

/** Others may still forward to the same target groups. */
const forwarding =
  (actions: string): Remover =>
  ({ targetGroups }, _value, values) => {
    for (const action of listOf(field(values, actions))) {
      const forward = listOf(field(action, 'forward')).flatMap((each) => listOf(field(each, 'target_group')))
      const arns = [field(action, 'target_group_arn'), ...forward.map((each) => field(each, 'arn'))]
      for (const arn of arns) {
        const group = targetGroups.drafts.get(plain(arn))
        if (group !== undefined) group.loadBalancerArns = AFTER_DEPLOY
      }
    }
  }

const listener = forwarding('default_action')
const listenerRule = forwarding('action')

const DESTINATIONS = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id']

/** What has no entry of its own in an account, but stands in that of another thing. */
export const ADDITIONS: ReadonlyMap<string, Remover> = new Map(
  Object.entries<Remover>({
    aws_route: ({ vpcs }, value) => {
      const destinations = DESTINATIONS.map(value).filter((each) => each !== '')
      for (const { routeTables } of vpcs.drafts.values()) {
        const table = routeTables.drafts.get(value('route_table_id'))
        if (table === undefined || isGap(table.routes)) continue
        table.routes = table.routes.filter(({ destination }) => !destinations.includes(destination as string))
      }
    },
    aws_route_table_association: ofSubnet('routeTableId', 'route_table_id'),
    aws_network_acl_association: ofSubnet('networkAclId', 'network_acl_id'),
    aws_main_route_table_association: ({ vpcs }, value) => {
      for (const { routeTables } of vpcs.drafts.values()) {
        const [table, original] = ['route_table_id', 'original_route_table_id'].map((name) =>
          routeTables.drafts.get(value(name)),
        )
        if (table?.main !== true) continue
        table.main = false
        if (original === undefined) routeTables.rest = AFTER_DEPLOY
        else original.main = true
      }
    },
    aws_vpc_endpoint_route_table_association: ofEndpoint('routeTableIds', 'route_table_id'),
    aws_vpc_endpoint_subnet_association: ofEndpoint('subnetIds', 'subnet_id'),
    aws_vpc_endpoint_security_group_association: ofEndpoint('securityGroupIds', 'security_group_id'),
    aws_vpc_endpoint_policy: ({ vpcs }, value) => {
      for (const { endpoints } of vpcs.drafts.values()) {
        const endpoint = endpoints.drafts.get(value('vpc_endpoint_id'))
        if (endpoint !== undefined) endpoint.policyDocument = AFTER_DEPLOY
      }
    },
    aws_network_acl_rule: ({ vpcs }, value, values) => {
      const isEgress = field(values, 'egress') === true
      for (const { networkAcls } of vpcs.drafts.values()) {
        const acl = networkAcls.drafts.get(value('network_acl_id'))
        if (acl === undefined || isGap(acl.entries)) continue
        acl.entries = acl.entries.filter(
          ({ ruleNumber, egress }) => String(ruleNumber) !== value('rule_number') || egress !== isEgress,
        )
      }
    },
    aws_security_group_rule: (tables, value, values) => {
      const direction = value('type') === 'egress' ? 'egress' : 'ingress'
      const peers = PEERS.flatMap(([attribute, key]) =>
        [field(values, attribute) ?? null].flatMap((json) => [json, ...listOf(json)]).map((json) => [key, plain(json)]),
      ).filter(([, peer]) => peer !== '')
      const self = field(values, 'self') === true ? [['groupId', value('security_group_id')]] : []
      for (const [key = '', peer] of [...peers, ...self]) {
        takeRule(tables, value('security_group_id'), direction, { ...trafficOf(value, 'protocol'), [key]: peer })
      }
    },
    aws_vpc_security_group_ingress_rule: singleRule('ingress'),
    aws_vpc_security_group_egress_rule: singleRule('egress'),
    aws_vpc_ipv4_cidr_block_association: ({ vpcs }, value) => {
      const vpc = vpcs.drafts.get(value('vpc_id'))
      if (vpc === undefined || isGap(vpc.cidrBlocks)) return
      vpc.cidrBlocks = vpc.cidrBlocks.filter((block) => block !== value('cidr_block'))
    },
    aws_iam_role_policy: ({ roles }, value) => {
      const role = roles.drafts.get(value('role'))
      if (role?.inlinePolicies.drafts.delete(value('name'))) role.inlinePolicies.kept.set(value('name'), null)
    },
    aws_iam_role_policy_attachment: (tables, value) => detached([value('role')], value('policy_arn'), tables),
    aws_iam_policy_attachment: (tables, value, values) =>
      detached(listOf(field(values, 'roles')).map(plain), value('policy_arn'), tables),
    aws_ecr_repository_policy: policies('repositories', 'repository'),
    aws_secretsmanager_secret_policy: policies('secrets', 'secret_arn'),
    aws_efs_file_system_policy: policies('fileSystems', 'file_system_id'),
    aws_s3_bucket_policy: policies('buckets', 'bucket'),
    aws_kms_key_policy: openKey('policyDocument'),
    aws_ecr_registry_policy: ({ registry }) => {
      if (registry.base !== undefined && !isGap(registry.base))
        registry.base = { ...registry.base, policyDocument: null }
    },
    aws_ecs_cluster_capacity_providers: ({ clusters }, value) => {
      const cluster = clusters.drafts.get(value('cluster_name'))
      if (cluster !== undefined) Object.assign(cluster, { capacityProviders: [], defaultCapacityProviderStrategy: [] })
    },
    aws_lb_listener: listener,
    aws_alb_listener: listener,
    aws_lb_listener_rule: listenerRule,
    aws_alb_listener_rule: listenerRule,
  }),
)

/** What leaves a thing open when it goes; what it is changed to, the plan says. */
export const OPENINGS: ReadonlyMap<string, Remover> = new Map(
  Object.entries<Remover>({
    aws_vpn_gateway_route_propagation: learned,
    aws_vpc_route_server_propagation: learned,
    aws_vpc_dhcp_options_association: openInVpcs((vpc) => {
      vpc.dhcpOptions = AFTER_DEPLOY
    }, 'vpc_id'),
    aws_route53_resolver_firewall_rule_group_association: openInVpcs((vpc) => {
      vpc.dnsFirewall = AFTER_DEPLOY
    }, 'vpc_id'),
    aws_vpc_block_public_access_options: openInVpcs((vpc) => {
      vpc.blockPublicAccess = AFTER_DEPLOY
    }),
    aws_vpc_block_public_access_exclusion: openInVpcs((vpc) => {
      vpc.blockPublicAccess = AFTER_DEPLOY
    }),
    aws_kms_grant: openKey('grants'),
  }),
)

const PEERS = [
  ['cidr_blocks', 'cidr'],
  ['ipv6_cidr_blocks', 'cidr'],
  ['prefix_list_ids', 'prefixListId'],
  ['source_security_group_id', 'groupId'],
] as const

interface PlainRule {
  readonly protocol: string
  readonly fromPort: string
  readonly toPort: string
  readonly cidr?: string
  readonly groupId?: string
  readonly prefixListId?: string
}

function trafficOf(value: (attribute: string) => string, protocol: string): PlainRule {
  const name = value(protocol)
  return {
    protocol: name.toLowerCase() === 'all' ? '-1' : name.toLowerCase(),
    fromPort: value('from_port'),
    toPort: value('to_port'),
  }
}

function singleRule(direction: 'ingress' | 'egress'): Remover {
  return (tables, value) =>
    takeRule(tables, value('security_group_id'), direction, {
      ...trafficOf(value, 'ip_protocol'),
      cidr: value('cidr_ipv4') || value('cidr_ipv6'),
      groupId: value('referenced_security_group_id'),
      prefixListId: value('prefix_list_id'),
    })
}

/** The rule has no id in a snapshot: the one that says the same goes. */
function takeRule({ vpcs }: Tables, groupId: string, direction: 'ingress' | 'egress', gone: PlainRule): void {
  for (const { securityGroups } of vpcs.drafts.values()) {
    const group = securityGroups.drafts.get(groupId)
    const rules = group?.[direction]
    if (group === undefined || rules === undefined || isGap(rules)) continue
    const position = rules.findIndex((rule) => saysSame(rule, gone))
    if (position >= 0) group[direction] = rules.filter((_, at) => at !== position)
  }
}

function saysSame(rule: SecurityGroupRule, gone: PlainRule): boolean {
  const keys = gone.protocol === '-1' ? PEER_KEYS : ([...PEER_KEYS, 'fromPort', 'toPort'] as const)
  return text(rule.protocol) === gone.protocol && keys.every((key) => text(rule[key]) === (gone[key] ?? ''))
}

const PEER_KEYS = ['cidr', 'groupId', 'prefixListId'] as const

function text(fact: Known<string | number> | Gap | undefined): string {
  return fact === undefined || isGap(fact) ? '' : String(fact)
}
