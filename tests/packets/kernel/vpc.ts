import { blockAround, familyOf, lengthOf, nth } from '../address.ts'
import { aclChain } from './acl.ts'
import { gatewayEndpointDevice, routedCable, toNearEnd } from './cable.ts'
import { DeadEnds } from './dead-end.ts'
import type { Faults } from './faults.ts'
import { insideOf } from './inside.ts'
import type { Interface } from './interfaces.ts'
import type { SubnetLayout, VpcLayout } from './layout.ts'
import { type RegionalNat, regionalNatRoutes } from './nat.ts'
import { type Draft, ROUTER, ruleSet } from './plan.ts'
import { blocksBehind, gatewayEndpointsOf, type RouteContext, tableOf } from './routes.ts'
import { routedBy } from './rule.ts'

/**
 * The router of a VPC: a bridge for each subnet, whose own traffic no ACL sees; a table for what comes from each; ACLs
 * where packets pass from one to another.
 */
export function buildVpc(
  draft: Draft,
  context: Omit<RouteContext, 'deadEnds'>,
  regional: readonly RegionalNat[],
): void {
  const { layout, faults, snapshot, interfaces } = context
  const { space: name, subnets } = layout
  const space = draft.space(name)
  // In a new namespace the filters of routed packets see bridged ones, too
  Object.assign(space.sysctl, ROUTER, { 'bridge/bridge-nf-call-iptables': '0', 'bridge/bridge-nf-call-ip6tables': '0' })
  for (const subnet of subnets) buildBridge(draft, name, subnet)
  for (const each of interfaces) if (each.vpcId === layout.id) plugIn(draft, layout, each)
  gatewayEndpointsOf(layout.vpc.endpoints).forEach((_, number) => {
    const server = { space: `${name}g${number}`, device: 'eth0' }
    routedCable(draft, { space: name, device: gatewayEndpointDevice(number) }, server)
  })
  const deadEnds = new DeadEnds(draft, name)
  for (const subnet of subnets) {
    space.ip.push(...routedBy(subnet.bridge, subnet.table), ...tableOf({ ...context, deadEnds }, subnet))
  }
  for (const nat of regional) space.ip.push(...regionalNatRoutes(layout, nat, deadEnds))
  space.ip.push(...arrivals(layout, deadEnds))
  space.nft = filters(draft, layout, deadEnds, faults)
  buildGatewayEndpoints(draft, layout, snapshot)
}

function buildBridge(draft: Draft, space: string, { bridge, blocks }: SubnetLayout): void {
  draft.space(space).ip.push(
    `link add ${bridge} type bridge mcast_snooping 0`,
    // The first address of a subnet is its router's; the kernel's own route would be in the way of ours
    ...blocks.map((block) => assigned(nth(block, 1), block, bridge)),
    `link set ${bridge} up`,
  )
}

function assigned(address: string, block: string, device: string): string {
  const more = familyOf(address) === 6 ? ' nodad' : ''
  return `addr add ${address}/${lengthOf(block)} dev ${device} noprefixroute${more}`
}

function plugIn(draft: Draft, { space, subnets }: VpcLayout, each: Interface): void {
  const subnet = subnets.find(({ id }) => id === each.subnetId)
  if (subnet === undefined) return
  const port = `p${each.space}${each.role === 'transit-gateway' ? subnet.bridge : ''}`.slice(-15)
  const device = doorOf(each)
  draft.connect({ space, device: port }, { space: each.space, device })
  draft.space(space).ip.push(`link set ${port} master ${subnet.bridge}`)
  const own = draft.space(each.space)
  for (const address of each.addresses) {
    const block = subnet.blocks.find((candidate) => familyOf(candidate) === familyOf(address)) ?? address
    own.ip.push(assigned(address, block, device))
  }
  for (const block of subnet.blocks) {
    if (each.role !== 'transit-gateway') {
      own.ip.push(`route add ${blockAround(nth(block, 0), lengthOf(block))} dev ${device}`)
      own.ip.push(`route add ${familyOf(block) === 6 ? '::/0' : '0.0.0.0/0'} via ${nth(block, 1)} dev ${device} onlink`)
    }
  }
}

/** The device that an interface is in its own namespace. */
export function doorOf({ role, subnetId }: Interface): string {
  return role === 'transit-gateway' ? subnetId.slice(-15) : 'eth0'
}

/** What comes from outside finds the subnets and nothing else. */
function arrivals(layout: VpcLayout, deadEnds: DeadEnds): readonly string[] {
  const elsewhere = ['0.0.0.0/0', '::/0'].map(
    (all) => `route add ${all} ${deadEnds.way(all, { by: 'stray', where: layout.id })} metric 9999`,
  )
  return [...insideOf(layout, deadEnds, ''), ...elsewhere]
}

function filters(draft: Draft, layout: VpcLayout, deadEnds: DeadEnds, { statefulAcls }: Faults): string {
  const { subnets } = layout
  const chains = subnets.flatMap((subnet) =>
    (['ingress', 'egress'] as const).map((direction) => {
      const { bridge, networkAclId, id: subnetId, acl } = subnet
      return aclChain(draft, `${bridge}-${direction}`, { networkAclId, subnetId, direction }, acl)
    }),
  )
  const forward = [
    'chain forward {',
    'type filter hook forward priority filter; policy accept;',
    ...(statefulAcls ? ['ct state established,related accept'] : []),
    // Back into the subnet that it came from, as to a NAT gateway there: no edge is crossed
    ...subnets.map(({ bridge }) => `iifname "${bridge}" oifname "${bridge}" accept`),
    ...subnets.map(({ bridge }) => `iifname "${bridge}" jump ${bridge}-egress`),
    ...deadEnds.rules(),
    ...subnets.map(({ bridge }) => `oifname "${bridge}" jump ${bridge}-ingress`),
    '}',
  ]
  const stateless = ['chain raw {', 'type filter hook prerouting priority raw;', 'notrack', '}']
  return ruleSet(...chains, ...(statefulAcls ? [] : [stateless.join('\n')]), forward.join('\n'))
}

/** Behind a gateway endpoint is the service itself, with the addresses of its list. */
function buildGatewayEndpoints(
  draft: Draft,
  { space, vpc, blocks }: VpcLayout,
  snapshot: RouteContext['snapshot'],
): void {
  gatewayEndpointsOf(vpc.endpoints).forEach(([, endpoint], number) => {
    const name = `${space}g${number}`
    draft
      .space(name)
      .ip.push(
        ...blocksBehind(snapshot, endpoint).map((block) => `route add local ${block} dev lo`),
        ...blocks.map((block) => `route add ${block} ${toNearEnd(block, 'eth0')}`),
      )
  })
}
