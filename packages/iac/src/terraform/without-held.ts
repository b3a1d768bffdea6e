import { field, type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts'
import type { Instance, Removed } from './plan.ts'

/** What a resource of its own held of another one, which shows it a second time. */
interface Held {
  /** The types that show it, and by which attribute they are named. */
  readonly parents: readonly string[]
  readonly by: string
  readonly name: string
  readonly attribute: string
  readonly without: (shown: Json) => Json
}

/**
 * Many parents show in attributes that are computed what resources of their own hold: a role its attachments, a table its
 * routes, a group its rules. Of those that the plan destroys or changes, the parent still shows what it was. It is taken
 * out where the plan leaves the attribute as it is: then nothing puts it back. What nobody of the plan held stays, such as
 * a policy that was attached by hand, or a rule that was once written into the group: the provider does not take it away.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/39771
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/20984
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/4399
 */
export function withoutHeld(instances: readonly Instance[], removed: readonly Removed[]): readonly Instance[] {
  const held = removed.flatMap(({ type, values }) => HOLDERS.get(type)?.((name) => field(values, name) ?? null) ?? [])
  return held.length === 0
    ? instances
    : instances.map((instance) => (instance.isData ? instance : without(instance, held)))
}

function without(instance: Instance, held: readonly Held[]): Instance {
  const { type, before } = instance
  let values = objectOf(instance.values)
  for (const { parents, by, name, attribute, without: taken } of held) {
    const shown = field(values, attribute)
    if (!parents.includes(type) || name === '' || textOf(field(values, by)) !== name || shown === undefined) continue
    const isLeft = same(field(before, attribute), field(instance.values, attribute))
    if (isLeft) values = { ...values, [attribute]: taken(shown) }
  }
  return { ...instance, values }
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

type Read = (attribute: string) => Json

function word(json: Json | undefined): string {
  return typeof json === 'number' ? String(json) : (textOf(json) ?? '')
}

/** Takes out of a list what another one, or a single value, names. */
const outOf = (gone: Json) => (shown: Json) => {
  const names = [gone, ...listOf(gone)].map(word).filter((name) => name !== '')
  return listOf(shown).filter((item) => !names.includes(word(item)))
}

const ROLE = { parents: ['aws_iam_role'], by: 'name' }

function attachments(roles: readonly Json[], arn: Json): readonly Held[] {
  return roles.map((role) => ({ ...ROLE, name: word(role), attribute: 'managed_policy_arns', without: outOf(arn) }))
}

function inlinePolicy(read: Read): readonly Held[] {
  const without = (shown: Json) => listOf(shown).filter((each) => field(each, 'name') !== read('name'))
  return [{ ...ROLE, name: word(read('role')), attribute: 'inline_policy', without }]
}

const DESTINATIONS = [
  ['destination_cidr_block', 'cidr_block'],
  ['destination_ipv6_cidr_block', 'ipv6_cidr_block'],
  ['destination_prefix_list_id', 'destination_prefix_list_id'],
] as const

function route(read: Read): readonly Held[] {
  const isSame = (shown: Json) => DESTINATIONS.every(([own, inline]) => word(read(own)) === word(field(shown, inline)))
  return [
    {
      parents: ['aws_route_table', 'aws_default_route_table'],
      by: 'id',
      name: word(read('route_table_id')),
      attribute: 'route',
      without: (shown) => listOf(shown).filter((each) => !isSame(each)),
    },
  ]
}

const PEERS = ['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups'] as const
type Peers = { readonly [_ in (typeof PEERS)[number]]: readonly Json[] }

function groupRules(direction: string, read: Read, protocol: Json, peers: Peers): readonly Held[] {
  const name = word(read('security_group_id'))
  const own = [protocol, read('from_port'), read('to_port')]
  const isSelf = read('self') === true || peers.security_groups.includes(name)
  const without = (shown: Json) =>
    listOf(shown).flatMap((block) => {
      const ports = ['protocol', 'from_port', 'to_port'].map((key) => field(block, key) ?? null)
      return traffic(own) === traffic(ports) ? left(objectOf(block), peers, isSelf) : [block]
    })
  return [
    { parents: ['aws_security_group', 'aws_default_security_group'], by: 'id', name, attribute: direction, without },
  ]
}

const NUMBERS: Readonly<Record<string, string>> = { all: '-1', '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' }

function traffic([protocol, from, to]: readonly Json[]): string {
  const name = word(protocol).toLowerCase()
  const known = NUMBERS[name] ?? name
  return known === '-1' ? known : `${known} ${word(from)} ${word(to)}`
}

/** A block of a group holds all peers of the same ports. */
function left(block: JsonObject, peers: Peers, isSelf: boolean): readonly Json[] {
  const lists = PEERS.map((key) => [key, outOf(peers[key])(field(block, key) ?? [])] as const)
  const self = field(block, 'self') === true && !isSelf
  return self || lists.some(([, items]) => items.length > 0) ? [{ ...block, ...Object.fromEntries(lists), self }] : []
}

const single = (direction: string) => (read: Read) =>
  groupRules(direction, read, read('ip_protocol'), {
    cidr_blocks: [read('cidr_ipv4')],
    ipv6_cidr_blocks: [read('cidr_ipv6')],
    prefix_list_ids: [read('prefix_list_id')],
    security_groups: [read('referenced_security_group_id')],
  })

function aclRule(read: Read): readonly Held[] {
  const number = word(read('rule_number'))
  return [
    {
      parents: ['aws_network_acl', 'aws_default_network_acl'],
      by: 'id',
      name: word(read('network_acl_id')),
      attribute: read('egress') === true ? 'egress' : 'ingress',
      without: (shown) => listOf(shown).filter((each) => word(field(each, 'rule_no')) !== number),
    },
  ]
}

/** Of a list of ids of the parent, the one that the resource adds. */
const listed = (parent: string, attribute: string, owner: string, own: string) => (read: Read) => [
  { parents: [parent], by: 'id', name: word(read(owner)), attribute, without: outOf(read(own)) },
]

const policyOf = (parent: string, owner: string) => (read: Read) => [
  { parents: [parent], by: 'id', name: word(read(owner)), attribute: 'policy', without: () => '' },
]

const HOLDERS: ReadonlyMap<string, (read: Read) => readonly Held[]> = new Map(
  Object.entries<(read: Read) => readonly Held[]>({
    aws_iam_role_policy_attachment: (read) => attachments([read('role')], read('policy_arn')),
    aws_iam_policy_attachment: (read) => attachments(listOf(read('roles')), read('policy_arn')),
    aws_iam_role_policy: inlinePolicy,
    aws_route: route,
    aws_security_group_rule: (read) =>
      groupRules(word(read('type')), read, read('protocol'), {
        cidr_blocks: listOf(read('cidr_blocks')),
        ipv6_cidr_blocks: listOf(read('ipv6_cidr_blocks')),
        prefix_list_ids: listOf(read('prefix_list_ids')),
        security_groups: [read('source_security_group_id')],
      }),
    aws_vpc_security_group_ingress_rule: single('ingress'),
    aws_vpc_security_group_egress_rule: single('egress'),
    aws_network_acl_rule: aclRule,
    aws_network_acl_association: listed('aws_network_acl', 'subnet_ids', 'network_acl_id', 'subnet_id'),
    aws_vpc_endpoint_route_table_association: listed(
      'aws_vpc_endpoint',
      'route_table_ids',
      'vpc_endpoint_id',
      'route_table_id',
    ),
    aws_vpc_endpoint_subnet_association: listed('aws_vpc_endpoint', 'subnet_ids', 'vpc_endpoint_id', 'subnet_id'),
    aws_vpc_endpoint_security_group_association: listed(
      'aws_vpc_endpoint',
      'security_group_ids',
      'vpc_endpoint_id',
      'security_group_id',
    ),
    aws_vpc_endpoint_policy: policyOf('aws_vpc_endpoint', 'vpc_endpoint_id'),
    aws_s3_bucket_policy: policyOf('aws_s3_bucket', 'bucket'),
    aws_secretsmanager_secret_policy: policyOf('aws_secretsmanager_secret', 'secret_arn'),
    aws_kms_key_policy: policyOf('aws_kms_key', 'key_id'),
  }),
)
