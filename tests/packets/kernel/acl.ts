import type { NetworkAcl, NetworkAclEntry } from '@farsight/core'
import { familyOf } from '../address.ts'
import { given } from '../aws-state.ts'
import { portsMatch, protocolMatch } from './match.ts'
import type { Draft } from './plan.ts'

/** The chain of one direction at the edge of one subnet; null: the ACL that AWS makes, which allows everything. */
export function aclChain(
  draft: Draft,
  chain: string,
  edge: { readonly networkAclId: string; readonly subnetId: string; readonly direction: 'ingress' | 'egress' },
  acl: NetworkAcl | null,
): string {
  const { direction } = edge
  const dropBy = (ruleNumber: number | '*') => draft.drop({ by: 'acl', ...edge, ruleNumber })
  if (acl === null) return `chain ${chain} {\nreturn\n}`
  const rules = given(acl.entries, edge.networkAclId)
    .filter(({ egress }) => egress === (direction === 'egress'))
    .toSorted((left, right) => left.ruleNumber - right.ruleNumber)
    .map((entry) => {
      const action = given(entry.ruleAction, 'an action') === 'allow' ? 'return' : dropBy(entry.ruleNumber)
      return `${matchOf(entry, direction)} ${action}`
    })
  return `chain ${chain} {\n${[...rules, dropBy('*')].join('\n')}\n}`
}

/** An entry names the address that is outside of the subnet, and the port that the packet goes to. */
function matchOf({ protocol, fromPort, toPort, cidrBlock }: NetworkAclEntry, direction: 'ingress' | 'egress'): string {
  const cidr = given(cidrBlock, 'a block')
  const remote = `${familyOf(cidr) === 6 ? 'ip6' : 'ip'} ${direction === 'egress' ? 'daddr' : 'saddr'} ${cidr}`
  return `${remote} ${protocolMatch(given(protocol, 'a protocol'))} ${portsMatch(protocol, fromPort, toPort)}`
}
