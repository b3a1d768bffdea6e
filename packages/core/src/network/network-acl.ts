import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { NetworkAcl, NetworkAclEntry } from '../model/network-acl.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { entriesOf, lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { anywhere, blockOf } from './address-set.ts'
import type { Family } from './family.ts'
import { oncePerFamily, oncePerKey } from './once.ts'
import { notThere, openFact } from './open-fact.ts'
import { EVERY_PORT, tcpPorts } from './port-match.ts'
import type { RangeSet } from './range-set.ts'

/** An ACL ready to be asked; null: everything passes, as with the ACL that AWS makes. */
export interface SubnetAcl {
  readonly id: string
  readonly at: Pointer
  readonly egress: readonly AclRule[] | null
  readonly ingress: readonly AclRule[] | null
}

/** One entry for the family and TCP. */
export interface AclRule {
  readonly ruleNumber: number
  readonly at: Pointer
  /** Null: not known. */
  readonly action: 'allow' | 'deny' | null
  readonly addresses: RangeSet
  readonly ports: RangeSet
  /** Whether it surely matches all of `addresses` and `ports`; if not, it may match any of them. */
  readonly sure: boolean
  readonly facts: readonly OpenFact[]
}

/** The ACL of a subnet, or the fact that hides it. */
export const aclOf = oncePerFamily((subnet: PlacedSubnet, family): SubnetAcl | OpenFact => {
  const { vpc, value } = subnet
  const { networkAclId } = value
  if (networkAclId === undefined) return defaultAcl(vpc, family)
  if (isGap(networkAclId)) {
    return openFact('network-acl', subnet.id, pointerTo(subnet.at, 'networkAclId'), networkAclId)
  }
  return family === 4 ? aclForIpv4(vpc, networkAclId) : aclForIpv6(vpc, networkAclId)
})

const aclForIpv4 = oncePerKey((vpc: Placed<Vpc>, id) => aclWith(vpc, id, 4))
const aclForIpv6 = oncePerKey((vpc: Placed<Vpc>, id) => aclWith(vpc, id, 6))

function aclWith(vpc: Placed<Vpc>, id: string, family: Family): SubnetAcl | OpenFact {
  const found = lookUpListed(vpc.value.networkAcls, id)
  const at = pointerTo(vpc.at, 'networkAcls', id)
  if (found === null || isGap(found)) return openFact('network-acl', id, at, found ?? notThere(id))
  return compileAcl(id, found, at, family)
}

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
const defaultAcl = oncePerFamily((vpc: Placed<Vpc>, family): SubnetAcl | OpenFact => {
  const { entries, more } = entriesOf(vpc.value.networkAcls)
  const at = pointerTo(vpc.at, 'networkAcls')
  let hidden: Gap | null = more
  for (const [id, acl] of entries) {
    if (isGap(acl)) hidden ??= acl
    else if (isGap(acl.default)) hidden ??= acl.default
    else if (acl.default === true) return compileAcl(id, acl, pointerTo(at, id), family)
  }
  return hidden === null
    ? { id: 'default', at, egress: null, ingress: null }
    : openFact('network-acls', vpc.id, at, hidden)
})

function compileAcl(id: string, { entries }: NetworkAcl, at: Pointer, family: Family): SubnetAcl | OpenFact {
  if (isGap(entries)) return openFact('network-acl', id, pointerTo(at, 'entries'), entries)
  const rules = entries
    .map((entry, position) => ({ entry, rule: compileEntry(id, entry, pointerTo(at, 'entries', position), family) }))
    .sort((left, right) => left.entry.ruleNumber - right.entry.ruleNumber)
  const side = (egress: boolean) => {
    const own = rules.flatMap(({ entry, rule }) => (entry.egress === egress && rule !== null ? [rule] : []))
    return passesEverything(own[0], family) ? null : own
  }
  return { id, at, egress: side(true), ingress: side(false) }
}

function passesEverything(first: AclRule | undefined, family: Family): boolean {
  return first?.action === 'allow' && first.sure && first.addresses === anywhere(family) && first.ports === EVERY_PORT
}

/** Null: not about the family, or not about TCP. */
function compileEntry(id: string, entry: NetworkAclEntry, at: Pointer, family: Family): AclRule | null {
  const block = blockOf(entry.cidrBlock, family)
  const ports = tcpPorts(entry)
  if (block === null || ports === null) return null
  const gaps = [block, ports, entry.ruleAction].filter(isGap)
  return {
    ruleNumber: entry.ruleNumber,
    at,
    action: isGap(entry.ruleAction) ? null : entry.ruleAction,
    addresses: isGap(block) ? anywhere(family) : block.addresses,
    ports: isGap(ports) ? EVERY_PORT : ports,
    sure: !isGap(block) && !isGap(ports),
    facts: gaps.map((gap: Known<never>) => openFact('network-acl', id, at, gap)),
  }
}
