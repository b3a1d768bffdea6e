import type { SecurityGroup, SecurityGroupRule, Snapshot } from '@farsight/core'
import { familyOf } from '../address.ts'
import { entries, given, listed, vpcsOf } from '../aws-state.ts'
import type { Faults } from './faults.ts'
import type { Interface } from './interfaces.ts'
import { portsMatch, protocolMatch } from './match.ts'
import { type Draft, ruleSet } from './plan.ts'
import { mayReferGroupsOf } from './references.ts'

type Direction = 'ingress' | 'egress'

const EVERYWHERE: readonly SecurityGroupRule[] = [
  { protocol: '-1', cidr: '0.0.0.0/0' },
  { protocol: '-1', cidr: '::/0' },
]

/** The rule set of an interface: all its groups together, and every answer to what they let through. */
export function groupFilter(
  draft: Draft,
  snapshot: Snapshot,
  interfaces: readonly Interface[],
  own: Interface,
  { statelessGroups }: Faults,
): string {
  const chain = (direction: Direction, hook: string) => {
    const rules = rulesOf(snapshot, own, direction).flatMap((rule) =>
      peersOf(snapshot, interfaces, own, rule).map((peer) => `${matchOf(rule, peer, direction)} accept`),
    )
    const drop = draft.drop({ by: 'groups', interfaceId: own.ownerId, role: own.role, direction })
    return [
      `chain ${direction} {`,
      `type filter hook ${hook} priority filter; policy drop;`,
      // Neighbor discovery: security groups filter no ARP
      'meta l4proto icmpv6 accept',
      ...(statelessGroups ? [] : ['ct state established,related accept']),
      ...rules,
      drop,
      '}',
    ].join('\n')
  }
  return ruleSet(chain('ingress', 'input'), chain('egress', 'output'))
}

function rulesOf(snapshot: Snapshot, { groupIds }: Interface, direction: Direction): readonly SecurityGroupRule[] {
  // A default group that is not written is as AWS makes it; its own members alone would come in, and none is asked for
  if (groupIds?.length === 0) return direction === 'egress' ? EVERYWHERE : []
  return vpcsOf(snapshot)
    .flatMap(([, { securityGroups }]) => entries<SecurityGroup>(securityGroups))
    .filter(([id]) => groupIds?.includes(id))
    .flatMap(([id, group]) => given(group[direction], id))
}

/** The blocks that a rule names; a group stands for the addresses of the interfaces that carry it. */
function peersOf(
  snapshot: Snapshot,
  interfaces: readonly Interface[],
  own: Interface,
  { cidr, prefixListId, groupId }: SecurityGroupRule,
): readonly string[] {
  if (cidr !== undefined) return [given(cidr, 'a block')]
  if (prefixListId !== undefined) return listed(snapshot, given(prefixListId, 'a list'))
  const wanted = given(groupId, 'the peer of a rule')
  return interfaces
    .filter((each) => each.groupIds?.includes(wanted) && mayReferGroupsOf(snapshot, own.vpcId, each.vpcId))
    .flatMap(({ addresses }) => addresses)
}

function matchOf({ protocol, fromPort, toPort }: SecurityGroupRule, peer: string, direction: Direction): string {
  const side = direction === 'egress' ? 'daddr' : 'saddr'
  const address = `${familyOf(peer) === 6 ? 'ip6' : 'ip'} ${side} ${peer}`
  return `${address} ${protocolMatch(given(protocol, 'a protocol'))} ${portsMatch(protocol, fromPort, toPort)}`
}
