import { fieldOf, type Value } from '../../cloudformation/value.ts'
import { filled, inside, itemsOf, listed, map } from '../values.ts'
import type { Given, Virtual } from '../virtual.ts'
import type { Mapping } from './network.ts'

/** Where a rule may come from or go to, in both spellings of Terraform. */
interface Peers {
  readonly blocks: readonly Value[]
  readonly ipv6Blocks: readonly Value[]
  readonly prefixLists: readonly Value[]
  readonly groups: readonly Value[]
}

/** One rule of Terraform has many peers, one of CloudFormation a single one. */
function rulesOf(read: (name: string) => Value, self: Value, at: number): readonly Value[] {
  const isSelf = read('self')
  const peers: Peers = {
    blocks: itemsOf(filled(read('cidr_blocks'))),
    ipv6Blocks: itemsOf(filled(read('ipv6_cidr_blocks'))),
    prefixLists: itemsOf(read('prefix_list_ids')),
    groups: [
      ...itemsOf(read('security_groups')),
      ...itemsOf(filled(read('source_security_group_id'))),
      ...(isSelf.kind === 'unknown' ? [isSelf] : isSelf.kind === 'text' && isSelf.text === 'true' ? [self] : []),
    ],
  }
  const common = { IpProtocol: read('protocol'), FromPort: read('from_port'), ToPort: read('to_port') }
  return [
    ...peers.blocks.map((value) => map(at, { ...common, CidrIp: value })),
    ...peers.ipv6Blocks.map((value) => map(at, { ...common, CidrIpv6: value })),
    ...peers.prefixLists.map((value) => map(at, { ...common, SourcePrefixListId: value })),
    ...peers.groups.map((value) => map(at, { ...common, SourceSecurityGroupId: value })),
  ]
}

/** Blocks in the resource itself; where it has none, rules of their own may add to it. */
function inline(given: Given, direction: 'ingress' | 'egress', self: Value): Value {
  const value = given.get(direction)
  if (value.kind === 'unknown') return value
  const rules = itemsOf(value).flatMap((block) =>
    block.kind === 'unknown' ? [block] : rulesOf((name) => inside(block, name), self, given.at),
  )
  return listed(given.at, rules)
}

function group(type: string): Mapping {
  return (given) => {
    const self = given.self
    return [
      {
        type,
        properties: {
          VpcId: given.get('vpc_id'),
          GroupName: given.get('name'),
          SecurityGroupIngress: inline(given, 'ingress', self),
          SecurityGroupEgress: inline(given, 'egress', self),
        },
      },
    ]
  }
}

function added(direction: 'Ingress' | 'Egress', groupId: Value, rule: Value, suffix: string): Virtual {
  const entries = rule.kind === 'map' ? [...rule.entries].map(([name, { value }]) => [name, value] as const) : []
  const properties = { ...Object.fromEntries(entries), GroupId: groupId }
  return { type: `Terraform::SecurityGroup${direction}`, suffix, properties }
}

const rule: Mapping = (given) => {
  const kind = given.get('type')
  const direction = kind.kind === 'text' && kind.text === 'egress' ? 'Egress' : 'Ingress'
  const groupId = given.get('security_group_id')
  const rules = rulesOf((name) => given.get(name), groupId, given.at)
  return rules.map((each, i) => added(direction, groupId, each, i === 0 ? '' : `[${i}]`))
}

const single =
  (direction: 'Ingress' | 'Egress'): Mapping =>
  (given) => {
    const properties = map(given.at, {
      IpProtocol: given.get('ip_protocol'),
      FromPort: given.get('from_port'),
      ToPort: given.get('to_port'),
      CidrIp: filled(given.get('cidr_ipv4')),
      CidrIpv6: filled(given.get('cidr_ipv6')),
      SourcePrefixListId: filled(given.get('prefix_list_id')),
      SourceSecurityGroupId: filled(given.get('referenced_security_group_id')),
    })
    return fieldOf(properties, 'IpProtocol') === null
      ? []
      : [added(direction, given.get('security_group_id'), properties, '')]
  }

export const SECURITY_GROUPS: { readonly [type: string]: Mapping } = {
  aws_security_group: group('Terraform::SecurityGroup'),
  aws_default_security_group: group('Terraform::DefaultSecurityGroup'),
  aws_security_group_rule: rule,
  aws_vpc_security_group_ingress_rule: single('Ingress'),
  aws_vpc_security_group_egress_rule: single('Egress'),
}
