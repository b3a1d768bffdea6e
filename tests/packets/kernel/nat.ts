import type { InternetGateway, NatGateway, RouteTable } from '@farsight/core'
import { familyOf, nth } from '../address.ts'
import { entries, given } from '../aws-state.ts'
import { regionalNatDevice, routedCable, toFarEnd, toNearEnd } from './cable.ts'
import type { DeadEnds } from './dead-end.ts'
import type { Faults } from './faults.ts'
import { insideOf } from './inside.ts'
import type { Interface } from './interfaces.ts'
import type { VpcLayout } from './layout.ts'
import { type Draft, ROUTER, ruleSet } from './plan.ts'
import { routedBy } from './rule.ts'

/** The chain that the lab fills before each round: which port the gateway uses for which probe. */
const PORTS_CHAIN = 'ports'

/** Packets begin with 64 hops to go; no way through a world takes half of them. */
const OLD = 32

/** A gateway in a zone stands in its subnet with one arm: packets come in and leave by the same door. */
export function buildNatGateway(draft: Draft, { ownerId, space, addresses }: Interface, faults: Faults): void {
  const own = addresses.find((address) => familyOf(address) === 4)
  if (own === undefined) return
  // What the table of its subnet leads back to it, at once or by another gateway, would go around until it is too old
  const loop = draft.drop({ by: 'nat-loop', natGatewayId: ownerId })
  const stray = answerTo(draft, ownerId)
  translate(draft, space, [stray, `ip saddr ${own} ${loop}`, `ip ttl < ${OLD} ${loop}`], 'masquerade', faults)
}

/** Where regional gateways stand: in no subnet, with a table of their own. */
export interface RegionalNat {
  readonly id: string
  readonly space: string
  /** What stands for its public addresses on the way to the internet gateway. */
  readonly address: string
  readonly routeTableId: string
  readonly table: number
}

export function regionalNatsOf({ space, vpc }: VpcLayout): readonly RegionalNat[] {
  return entries<NatGateway>(vpc.natGateways)
    .filter(([, { availabilityMode }]) => availabilityMode === 'regional')
    .map(([id, gateway], number) => ({
      id,
      space: `${space}n${number}`,
      address: nth('169.254.128.0/24', number + 1),
      routeTableId: given(gateway.routeTableId, `the table of ${id}`),
      table: 200 + number,
    }))
}

export function buildRegionalNat(draft: Draft, layout: VpcLayout, nat: RegionalNat, faults: Faults): void {
  const device = regionalNatDevice(nat.id)
  routedCable(draft, { space: layout.space, device }, { space: nat.space, device: 'eth0' })
  draft
    .space(nat.space)
    .ip.push(`addr add ${nat.address}/32 dev eth0`, `route add 0.0.0.0/0 ${toNearEnd('0.0.0.0/0', 'eth0')}`)
  translate(draft, nat.space, [answerTo(draft, nat.id)], `snat ip to ${nat.address}`, faults)
}

/** Lines for the router of the VPC: the gateway's own table, and the way back to it. */
export function regionalNatRoutes(layout: VpcLayout, nat: RegionalNat, deadEnds: DeadEnds): readonly string[] {
  const device = regionalNatDevice(nat.id)
  const table = entries<RouteTable>(layout.vpc.routeTables).find(([id]) => id === nat.routeTableId)
  const routes = table === undefined ? [] : given(table[1].routes, nat.routeTableId)
  const attached = entries<InternetGateway>(layout.vpc.internetGateways).flatMap(([id, { state }]) =>
    state === 'detached' ? [] : [id],
  )
  const drop = { by: 'route', subnetId: nat.id, routeTableId: nat.routeTableId } as const
  const lines = routes.map(({ destination, target, state }) => {
    const [to, by] = [given(destination, 'a destination'), given(target, 'a target')]
    const dead = state === 'blackhole' || !attached.includes(by)
    return `route add ${to} ${dead ? deadEnds.way(to, { ...drop, destination: to, target: by }) : toFarEnd(to, 'igw')}`
  })
  const nothing = `route add 0.0.0.0/0 ${deadEnds.way('0.0.0.0/0', { ...drop, destination: null, target: null })} metric 9999`
  return [
    ...routedBy(device, nat.table),
    `route add ${nat.address} ${toFarEnd(nat.address, device)}`,
    ...[...lines, nothing].map((line) => `${line} table ${nat.table}`),
    ...insideOf(layout, deadEnds, `table ${nat.table}`),
  ]
}

function answerTo(draft: Draft, natGatewayId: string): string {
  return `ct state invalid ${draft.drop({ by: 'nat-answer', natGatewayId })}`
}

function translate(
  draft: Draft,
  name: string,
  first: readonly string[],
  translation: string,
  { natWithoutReturn }: Faults,
): void {
  const space = draft.space(name)
  // What a loop brings back has our own address as its source: the kernel would drop it before any rule
  Object.assign(space.sysctl, ROUTER, { 'ipv4/conf/default/accept_local': '1' })
  space.nft = ruleSet(
    `chain ${PORTS_CHAIN} {\n}`,
    [
      'chain forward {',
      'type filter hook forward priority filter; policy accept;',
      ...(natWithoutReturn
        ? [`ct direction reply ${draft.drop({ by: 'stray', where: 'NAT without return' })}`]
        : ['ct state established,related accept']),
      ...first,
      '}',
    ].join('\n'),
    [
      'chain source {',
      'type nat hook postrouting priority srcnat;',
      `jump ${PORTS_CHAIN}`,
      `meta nfproto ipv4 ${translation}`,
      '}',
    ].join('\n'),
  )
}

/** The rule of one probe: its packets leave the gateway from that port. */
export function portRule(tag: number, port: number, address: string | null): string {
  const translation = address === null ? `masquerade to :${port}` : `snat ip to ${address}:${port}`
  return `add rule inet oracle ${PORTS_CHAIN} ip dscp ${tag} meta l4proto tcp ${translation}`
}
