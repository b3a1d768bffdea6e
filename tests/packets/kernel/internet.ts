import type { BlockPublicAccess, Vpc } from '@farsight/core'
import { familyOf, parseBlock } from '../address.ts'
import { given } from '../aws-state.ts'
import { routedCable, toFarEnd, toNearEnd } from './cable.ts'
import type { Interface } from './interfaces.ts'
import type { VpcLayout } from './layout.ts'
import type { RegionalNat } from './nat.ts'
import { type Draft, ROUTER, ruleSet } from './plan.ts'

const INTERNET = 'inet'
const EGRESS_ONLY = 'vpc6'
const PRIVATE = '10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12, 192.168.0.0/16'

/** Private addresses with the public one that stands for each on the internet. */
type Mapping = readonly (readonly [privateAddress: string, publicAddress: string])[]

/** The internet gateways of a VPC (for IPv6 the egress-only ones, too), and the cable from there to the internet. */
export function buildEdge(
  draft: Draft,
  layout: VpcLayout,
  interfaces: readonly Interface[],
  regional: readonly RegionalNat[],
): void {
  const { id, space, edge, blocks } = layout
  const own = interfaces.filter(({ vpcId }) => vpcId === id)
  const mapping = mappingOf(own, regional)
  routedCable(draft, { space, device: 'igw' }, { space: edge, device: 'vpc' })
  // Its own cable, so that the edge can tell what an egress-only gateway sends
  routedCable(draft, { space, device: 'eigw' }, { space: edge, device: EGRESS_ONLY })
  routedCable(draft, { space: edge, device: 'wan' }, { space: INTERNET, device: `to-${edge}` })
  const { ip, sysctl } = draft.space(edge)
  Object.assign(sysctl, ROUTER)
  ip.push(
    ...[...blocks, ...regional.map(({ address }) => address)].map(
      (block) => `route add ${block} ${toNearEnd(block, 'vpc')}`,
    ),
    ...['0.0.0.0/0', '::/0'].map((all) => `route add ${all} ${toFarEnd(all, 'wan')}`),
  )
  draft
    .space(INTERNET)
    .ip.push(
      ...[...mapping.map(([, address]) => address), ...blocks.filter((block) => familyOf(block) === 6)].map(
        (each) => `route add ${each} ${toNearEnd(each, `to-${edge}`)}`,
      ),
    )
  draft.space(edge).nft = edgeRules(draft, layout, own, regional, mapping)
}

function mappingOf(interfaces: readonly Interface[], regional: readonly RegionalNat[]): Mapping {
  const assigned = interfaces.flatMap(({ publicIp, addresses }) =>
    publicIp === null
      ? []
      : addresses
          .filter((address) => familyOf(address) === 4)
          // A task has two addresses here, of which either may be its own: each needs a public one
          .map((address, place) => [address, place === 0 ? publicIp : `198.51.101.${publicIp.split('.')[3]}`] as const),
  )
  return [...assigned, ...regional.map(({ address }, place) => [address, `198.51.102.${place + 1}`] as const)]
}

/** IPv4 needs a public address, and is translated one to one; IPv6 passes as it is. */
function edgeRules(
  draft: Draft,
  { id, vpc }: VpcLayout,
  own: readonly Interface[],
  regional: readonly RegionalNat[],
  mapping: Mapping,
): string {
  const map = (pairs: Mapping) => pairs.map(([from, to]) => `${from} : ${to}`).join(', ')
  const known = mapping.map(([address]) => address).join(', ')
  const forward = [
    'chain forward {',
    'type filter hook forward priority filter; policy accept;',
    'ct state established,related accept',
    `iifname "vpc" ip daddr { ${PRIVATE} } ${draft.drop({ by: 'private-address', vpcId: id })}`,
    ...publicAccessRules(draft, id, vpc, own, regional),
    ...(known === '' ? [] : [`iifname "vpc" ip saddr { ${known} } accept`]),
    `iifname "vpc" meta nfproto ipv4 ${draft.drop({ by: 'no-public-ip', vpcId: id })}`,
    '}',
  ]
  if (mapping.length === 0) return ruleSet(forward.join('\n'))
  const back = mapping.map(([from, to]) => [to, from] as const)
  return ruleSet(
    forward.join('\n'),
    `chain source {\ntype nat hook postrouting priority srcnat;\noifname "wan" snat ip to ip saddr map { ${map(mapping)} }\n}`,
    `chain destination {\ntype nat hook prerouting priority dstnat;\niifname "wan" dnat ip to ip daddr map { ${map(back)} }\n}`,
  )
}

/**
 * What Block Public Access leaves of the traffic that goes out: nothing, or only that of NAT and egress-only gateways;
 * excluded VPCs and subnets as their exclusion says.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
function publicAccessRules(
  draft: Draft,
  vpcId: string,
  vpc: Vpc,
  own: readonly Interface[],
  regional: readonly RegionalNat[],
): readonly string[] {
  const { blockPublicAccess: access } = vpc
  if (access === undefined || given(access, 'access').mode === 'off') return []
  const { mode, exclusions } = given<BlockPublicAccess>(access, 'access')
  const excluded = given(exclusions ?? [], 'exclusions')
  const ofRegional =
    mode === 'block-ingress' || excluded.some(({ resourceId }) => resourceId === vpcId)
      ? regional.map(({ address }) => address)
      : []
  const drop = draft.drop({ by: 'block-public-access', vpcId })
  const rule = (device: string, family: 4 | 6, more: readonly string[]) => {
    const isExempt = ({ role, subnetId }: Interface): boolean => {
      const exclusion = excluded.find(({ resourceId }) => [vpcId, subnetId].includes(resourceId))
      if (exclusion?.mode === 'allow-bidirectional') return true
      const letsNothingIn = role === 'nat-gateway' || device === EGRESS_ONLY
      return letsNothingIn && (mode === 'block-ingress' || exclusion !== undefined)
    }
    const ofInterfaces = own.filter(isExempt).flatMap(({ addresses }) => addresses)
    const sources = [...ofInterfaces.filter((address) => familyOf(address) === family), ...more]
    const name = family === 6 ? 'ip6' : 'ip'
    const passing = sources.length === 0 ? '' : `${name} saddr != { ${sources.join(', ')} } `
    return `iifname "${device}" meta nfproto ipv${family} ${passing}${drop}`
  }
  return [rule('vpc', 4, ofRegional), rule('vpc', 6, []), rule(EGRESS_ONLY, 6, [])]
}

/** The hosts of the internet, all in one place: what answers for an address is not the question. */
export function buildInternet(draft: Draft, addresses: readonly string[]): void {
  const each = [...new Set(addresses)].map((address) => `${address}/${parseBlock(address).family === 6 ? 128 : 32}`)
  draft.space(INTERNET).ip.push(...each.map((block) => `route add local ${block} dev lo`))
}
