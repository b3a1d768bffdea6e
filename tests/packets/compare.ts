import type { Blocker, Path } from './farsight.ts'
import type { Fate } from './kernel/drop.ts'
import type { KernelAnswer, Tried } from './kernel/trial.ts'

/** `undecided`: Farsight does not say, which is neither agreement nor a mismatch. */
export type Comparison =
  | { readonly outcome: 'agreed'; readonly verdict: KernelVerdict }
  | { readonly outcome: 'undecided'; readonly verdict: KernelVerdict }
  | { readonly outcome: 'mismatch'; readonly verdict: KernelVerdict; readonly why: string }

export type KernelVerdict = 'works' | 'fails' | 'partial'

export function compare(path: Path, answer: KernelAnswer): Comparison {
  const verdict = verdictOf(answer)
  if (path.verdict === 'undecided' && path.gaps.length > 0) return { outcome: 'undecided', verdict }
  const ours = path.verdict === 'undecided' ? 'partial' : path.verdict
  const why = ours === verdict ? differenceIn(path, answer) : `Farsight says ${ours}, the kernel ${verdict}`
  return why === null ? { outcome: 'agreed', verdict } : { outcome: 'mismatch', verdict, why }
}

function verdictOf({ tried }: KernelAnswer): KernelVerdict {
  const open = tried.filter((each) => each.open).length
  if (open === 0) return 'fails'
  return open === tried.length ? 'works' : 'partial'
}

/** Where the verdicts are the same: whether the packets were dropped where Farsight says, and how many. */
function differenceIn({ blockers, partial, gaps }: Path, answer: KernelAnswer): string | null {
  const [first] = blockers
  if (answer.resolution === null) {
    return first?.blocker === 'vpc-dns-off' ? null : 'the name has no answer, and Farsight blames something else first'
  }
  if (answer.tried.length === 0) {
    return first?.blocker === 'no-common-family'
      ? null
      : 'no address to go to, and Farsight blames something else first'
  }
  const dropped = answer.tried.filter(({ open }) => !open)
  const lost = dropped.find(({ fate }) => fate === null)
  if (lost !== undefined) return `a packet to ${lost.target} was lost and no rule counted it`
  const isNamed = ({ fate }: Tried) => fate !== null && blockers.some((each) => isAbout(each, fate, false))
  // What is open on the way may drop it first
  if (gaps.length > 0) return null
  const unnamed = dropped.find((each) => !isNamed(each))
  if (unnamed !== undefined) return `Farsight does not name what dropped the packet to ${unnamed.target}`
  // Of a public name the oracle knows some addresses, and Farsight may mean another one first
  // A NAT gateway that leads to itself: whether the ACL of its subnet stands before that is nowhere documented
  const metFirst = dropped.some(
    ({ fate }) => fate !== null && first !== undefined && (fate.drop.by === 'nat-loop' || isAbout(first, fate, true)),
  )
  if (first !== undefined && answer.isWhole && !metFirst) {
    return `the first blocker, ${first.blocker}, dropped nothing`
  }
  return partial === undefined ? null : differenceInShare(partial, answer.tried)
}

/** Whether the rule that dropped the packet is what the blocker is about. `exactly`: down to the entry of an ACL. */
function isAbout(blocker: Blocker, { drop, reply }: Fate, exactly: boolean): boolean {
  switch (blocker.blocker) {
    case 'security-group-egress':
      return drop.by === 'groups' && drop.role === 'task' && drop.direction === 'egress'
    case 'endpoint-security-group':
      return drop.by === 'groups' && drop.interfaceId === blocker.endpointId && drop.direction === 'ingress'
    case 'network-acl':
      return (
        drop.by === 'acl' &&
        drop.networkAclId === blocker.networkAclId &&
        drop.subnetId === blocker.subnetId &&
        drop.direction === blocker.direction &&
        reply === blocker.reply &&
        (!exactly || drop.ruleNumber === blocker.ruleNumber)
      )
    case 'no-route':
      // The subnet of the NAT gateway leads a private address to the gateway itself
      if (drop.by === 'nat-loop') return !reply && blocker.at.includes('/routes/')
      // The table leads to an internet gateway, and the host has a private address
      if (drop.by === 'private-address') return !reply && blocker.at.includes(`/vpcs/${drop.vpcId}/`)
      if (drop.by !== 'route' || drop.subnetId !== blocker.subnetId || reply) return false
      return drop.destination === null || blocker.at.includes('/routes/')
    case 'blackhole-route':
      return drop.by === 'route' && drop.destination === blocker.destination && drop.subnetId === blocker.subnetId
    case 'no-return-route':
      // The table leads the answer to a gateway that drops it: it has no public address there, nor a connection
      if (drop.by === 'no-public-ip' || drop.by === 'private-address')
        return reply && blocker.at.includes(`/vpcs/${drop.vpcId}/`)
      // It leads the answer to a NAT gateway that is not there or does not work
      if (drop.by === 'nat-gateway') return reply && drop.subnetId === blocker.subnetId
      return reply && (drop.by === 'nat-answer' || (drop.by === 'route' && drop.subnetId === blocker.subnetId))
    case 'transit-gateway-route':
      return drop.by === 'transit-gateway' && drop.routeTableId === blocker.routeTableId && reply === blocker.reply
    case 'transit-gateway-zone':
      return drop.by === 'route' && drop.target === blocker.transitGatewayId && drop.subnetId === blocker.subnetId
    case 'peering-not-transitive':
      return drop.by === 'stray' && drop.where === blocker.peerVpcId
    case 'no-public-ip':
      return drop.by === 'no-public-ip'
    case 'nat-gateway-state':
      return drop.by === 'nat-gateway' && drop.natGatewayId === blocker.natGatewayId
    case 'nat-gateway-without-internet':
      if (drop.by === 'nat-loop') return drop.natGatewayId === blocker.natGatewayId
      return drop.by === 'route' && drop.subnetId === (blocker.natSubnetId ?? blocker.natGatewayId) && !reply
    case 'private-nat-gateway':
      // It comes to the internet gateway with a private address
      return drop.by === 'no-public-ip'
    case 'public-access-blocked':
      return drop.by === 'block-public-access'
    default:
      return false
  }
}

/** Where only the client's port decides, the share that Farsight gives is exact. */
function differenceInShare({ works, of }: NonNullable<Path['partial']>, tried: readonly Tried[]): string | null {
  const ways = new Set(tried.map(({ source, target }) => `${source} ${target}`))
  const sum = (some: readonly Tried[]) => some.reduce((total, { weight }) => total + weight, 0)
  const shares = [...ways].map((way) => {
    const samples = tried.filter(({ source, target }) => way === `${source} ${target}`)
    return { works: sum(samples.filter(({ open }) => open)), of: sum(samples) }
  })
  if (shares.some((share) => share.of !== of) || new Set(shares.map((share) => share.works)).size !== 1) return null
  return shares[0]?.works === works ? null : `Farsight says ${works} of ${of} ports, the kernel ${shares[0]?.works}`
}
