import { type OpenFact, WORKS } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import type { NetworkAclBlock } from './blocker.ts'
import { blocked, type Hop, inPart, openHop, type Whereabouts } from './hop.ts'
import type { AclRule, SubnetAcl } from './network-acl.ts'
import { isOpen } from './open-fact.ts'
import { covers, intersect, overlaps, type PortRange, type RangeSet, sizeOf, subtract, union } from './range-set.ts'

/** The edge of a subnet for traffic with one remote address. */
export interface Edge {
  readonly acl: SubnetAcl | OpenFact
  readonly subnetId: string
  readonly side: NetworkAclBlock['side']
  /** The address outside of the subnet, which alone the entries name. */
  readonly remote: Whereabouts
}

type Direction = NetworkAclBlock['direction']

/** A packet at the edge of a subnet. */
export interface Crossing extends Edge {
  readonly direction: Direction
  readonly ports: PortRange
  readonly reply: boolean
}

export function requestAcross(edge: Edge, direction: Direction, port: number): Hop {
  return across(edge, direction, { from: port, to: port }, false)
}

export function replyAcross(edge: Edge, direction: Direction, ports: PortRange): Hop {
  return across(edge, direction, ports, true)
}

/** Which ports a client uses is its own choice: where that decides, the answer says so. */
export function replyToClientAcross(edge: Edge, direction: Direction, clientPorts: PortRange): Hop {
  const hop = replyAcross(edge, direction, clientPorts)
  const wide = replyAcross(edge, direction, EPHEMERAL_PORTS)
  return hop.verdict === wide.verdict ? hop : { ...hop, assumptions: ['client-ports'] }
}

export const EPHEMERAL_PORTS: PortRange = { from: 1024, to: 65_535 }

/** Network ACLs are stateless: requests and replies are asked for one by one. */
function across({ acl, subnetId, side, remote }: Edge, direction: Direction, ports: PortRange, reply: boolean): Hop {
  if (isOpen(acl)) return openHop([acl])
  const rules = acl[direction]
  if (rules === null) return WORKS
  const asked = { addresses: remote.within, ports: [ports] }
  if (isAllowedThroughout(rules, asked)) return WORKS
  const crossing = { acl, subnetId, side, remote, direction, ports, reply }
  return verdictOf(crossing, acl, decide(rules, asked, acl.at))
}

/** Packets to or from any of these addresses with any of these ports. */
interface Box {
  readonly addresses: RangeSet
  readonly ports: RangeSet
}

/** What becomes of a box: every outcome that some filling of the gaps can give it. */
interface Share extends Box {
  readonly allowed: boolean
  readonly denied: boolean
  readonly by: { readonly ruleNumber: number | '*'; readonly at: Pointer }
  readonly facts: readonly OpenFact[]
}

/** Whether nothing is denied or left open before all of it is allowed. */
function isAllowedThroughout(rules: readonly AclRule[], { addresses, ports }: Box): boolean {
  for (const rule of rules) {
    if (!overlaps(rule.ports, ports) || !overlaps(rule.addresses, addresses)) continue
    if (rule.action !== 'allow' || !rule.sure) return false
    if (covers(rule.ports, ports) && covers(rule.addresses, addresses)) return true
  }
  return false
}

/** The entry with the lowest number that matches decides; what none matches is denied, and comes last. */
function decide(rules: readonly AclRule[], asked: Box, at: Pointer): readonly Share[] {
  const decided: Share[] = []
  let waiting: readonly Share[] = [{ ...asked, allowed: false, denied: false, by: { ruleNumber: '*', at }, facts: [] }]
  for (const rule of rules) {
    const next: Share[] = []
    for (const share of waiting) {
      const match = common(share, rule)
      if (match === null) {
        next.push(share)
        continue
      }
      const met = meet(share, rule, match)
      if (rule.sure) decided.push(met)
      else next.push(met)
      for (const rest of outside(share, match)) next.push({ ...share, ...rest })
    }
    waiting = next
    if (waiting.length === 0) break
  }
  return [...decided, ...waiting.map((share) => ({ ...share, denied: true }))]
}

function meet(share: Share, { action, ruleNumber, at, facts, sure }: AclRule, match: Box): Share {
  return {
    ...match,
    allowed: share.allowed || action !== 'deny',
    denied: share.denied || action !== 'allow',
    by: sure && action !== 'allow' ? { ruleNumber, at } : share.by,
    facts: facts.length === 0 ? share.facts : [...share.facts, ...facts],
  }
}

function common(left: Box, right: Box): Box | null {
  const addresses = intersect(left.addresses, right.addresses)
  if (addresses.length === 0) return null
  const ports = intersect(left.ports, right.ports)
  return ports.length === 0 ? null : { addresses, ports }
}

function outside(box: Box, match: Box): readonly Box[] {
  const addresses = subtract(box.addresses, match.addresses)
  const ports = subtract(box.ports, match.ports)
  return [
    ...(addresses.length === 0 ? [] : [{ addresses, ports: box.ports }]),
    ...(ports.length === 0 ? [] : [{ addresses: match.addresses, ports }]),
  ]
}

function verdictOf(crossing: Crossing, acl: SubnetAcl, shares: readonly Share[]): Hop {
  const open = shares.filter(({ allowed, denied }) => allowed && denied)
  const denied = shares.filter(({ allowed }) => !allowed)
  if (open.length + denied.length === 0) return WORKS
  const blockers = denied.slice(0, 1).map(({ by }) => blockBy(crossing, acl, by))
  if (denied.length === shares.length) return blocked(...blockers)
  const gaps = open.flatMap(({ facts }) => facts)
  const passing = shares.filter(({ denied }) => !denied)
  const { open: whereabouts } = crossing.remote
  if (whereabouts !== null && differsByAddress(crossing.remote.within, denied, passing)) {
    return openHop([...gaps, whereabouts])
  }
  if (open.length > 0) return { ...openHop(gaps), blockers }
  return inPart(...shareOf(passing, shares, crossing), blockers)
}

function blockBy(
  { subnetId, side, direction, reply, ports }: Crossing,
  { id }: SubnetAcl,
  { ruleNumber, at }: Share['by'],
): NetworkAclBlock {
  return {
    blocker: 'network-acl',
    networkAclId: id,
    subnetId,
    side,
    direction,
    reply,
    fromPort: ports.from,
    toPort: ports.to,
    ruleNumber,
    at,
  }
}

/** Whether it is the address that decides, and not the port alone. */
function differsByAddress(within: RangeSet, denied: readonly Share[], passing: readonly Share[]): boolean {
  const reached = (shares: readonly Share[]) =>
    shares.reduce((all, { addresses }) => union(all, addresses), [] as RangeSet)
  return [denied, passing].some((shares) => shares.length > 0 && !covers(reached(shares), within))
}

/** In ports where all addresses fare alike, else in addresses and ports. */
function shareOf(passing: readonly Share[], all: readonly Share[], { remote }: Crossing): readonly [number, number] {
  const unit = sizeOf(remote.within)
  const works = areaOf(passing)
  return works % unit === 0 ? [works / unit, areaOf(all) / unit] : [works, areaOf(all)]
}

function areaOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { addresses, ports }) => sum + sizeOf(addresses) * sizeOf(ports), 0)
}
