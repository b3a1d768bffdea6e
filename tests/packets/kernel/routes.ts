import type { InternetGateway, NatGateway, PeeringConnection, Snapshot, VpcEndpoint } from '@farsight/core'
import { familyOf, holds, lengthOf } from '../address.ts'
import { entries, given, listed } from '../aws-state.ts'
import { gatewayEndpointDevice, peeringDevice, regionalNatDevice, toFarEnd, toNearEnd } from './cable.ts'
import type { DeadEnds } from './dead-end.ts'
import type { RouteDrop } from './drop.ts'
import type { Faults } from './faults.ts'
import { insideOf } from './inside.ts'
import type { Interface } from './interfaces.ts'
import type { SubnetLayout, VpcLayout } from './layout.ts'
import { isNearEnd } from './peering.ts'

/** What the routes of a subnet are made from. */
export interface RouteContext {
  readonly snapshot: Snapshot
  readonly layout: VpcLayout
  readonly interfaces: readonly Interface[]
  readonly deadEnds: DeadEnds
  readonly faults: Faults
}

/** A route as it stands in the table, with the block that it is for. */
interface Entry {
  readonly destination: string
  /** The block, or the prefix list that holds it. */
  readonly written: string
  readonly target: string
  readonly dead: boolean
}

/** Lines for `ip -batch`: the table of one subnet. The kernel itself finds the longest prefix. */
export function tableOf(context: RouteContext, subnet: SubnetLayout): readonly string[] {
  const { layout, deadEnds } = context
  const nothing = (destination: string) =>
    `route add ${destination} ${deadEnds.way(destination, noRoute(subnet))} metric 9999 table ${subnet.table}`
  return [
    ...insideOf(layout, deadEnds, `table ${subnet.table}`),
    ...entriesOf(context, subnet).map(
      (entry) => `route add ${entry.destination} ${wayOf(context, subnet, entry)} table ${subnet.table}`,
    ),
    nothing('0.0.0.0/0'),
    nothing('::/0'),
  ]
}

function noRoute({ id, routeTableId }: SubnetLayout): RouteDrop {
  return { by: 'route', subnetId: id, routeTableId, destination: null, target: null }
}

function entriesOf(context: RouteContext, subnet: SubnetLayout): readonly Entry[] {
  const { snapshot, faults } = context
  const blocks: Entry[] = []
  const lists: Entry[] = []
  for (const route of subnet.routes) {
    const target = given(route.target, 'a target')
    if (target === 'local') continue
    const destination = given(route.destination, 'a destination')
    const dead = route.state === 'blackhole'
    if (destination.startsWith('pl-')) {
      lists.push(
        ...listed(snapshot, destination).map((each) => ({ destination: each, written: destination, target, dead })),
      )
    } else blocks.push({ destination, written: destination, target, dead })
  }
  // Where prefixes are equally long, a route with a block goes before one with a prefix list
  const all = [...blocks, ...lists, ...ofGatewayEndpoints(context, subnet)]
  const once = all.filter(
    ({ destination }, place) => all.findIndex((each) => each.destination === destination) === place,
  )
  return faults.firstMatchRoutes ? once.filter((entry, place) => !isBehind(entry, once.slice(0, place))) : once
}

/** Whether an earlier route takes all that this one is for. */
function isBehind({ destination }: Entry, earlier: readonly Entry[]): boolean {
  return earlier.some(
    (each) => holds(each.destination, destination) && lengthOf(each.destination) < lengthOf(destination),
  )
}

/** Associated by the endpoint alone: AWS writes the route then, and a snapshot need not. */
function ofGatewayEndpoints({ snapshot, layout: { vpc } }: RouteContext, subnet: SubnetLayout): readonly Entry[] {
  return gatewayEndpointsOf(vpc.endpoints).flatMap(([id, endpoint]) =>
    subnet.routeTableId !== null && given(endpoint.routeTableIds ?? [], id).includes(subnet.routeTableId)
      ? blocksBehind(snapshot, endpoint).map((destination) => ({
          destination,
          written: destination,
          target: id,
          dead: false,
        }))
      : [],
  )
}

export function gatewayEndpointsOf(endpoints: VpcLayout['vpc']['endpoints']): [string, VpcEndpoint][] {
  return entries<VpcEndpoint>(endpoints).filter(([, { vpcEndpointType }]) => vpcEndpointType === 'Gateway')
}

/** What AWS lists for the service of a gateway endpoint. */
export function blocksBehind(snapshot: Snapshot, { serviceName }: VpcEndpoint): readonly string[] {
  const lists = Object.values(snapshot.accounts).flatMap(({ regions }) =>
    Object.values(regions).flatMap(({ prefixLists }) => entries(prefixLists)),
  )
  const [first] = lists.filter(([, { prefixListName }]) => prefixListName === serviceName)
  return first === undefined ? [] : given(first[1].cidrs, first[0])
}

function wayOf(context: RouteContext, subnet: SubnetLayout, entry: Entry): string {
  const { layout, deadEnds } = context
  const way = entry.dead ? null : livingWay(context, subnet, entry)
  if (way !== null) return way
  const { destination, written, target } = entry
  const gateway = entries<NatGateway>(layout.vpc.natGateways).find(([id]) => id === target)
  // What a gateway that is gone leaves behind is a black hole; it says more to name the gateway
  return target.startsWith('nat-') && (gateway === undefined || !isServing(gateway[1]))
    ? deadEnds.way(destination, { by: 'nat-gateway', natGatewayId: target, subnetId: subnet.id })
    : deadEnds.way(destination, {
        by: 'route',
        subnetId: subnet.id,
        routeTableId: subnet.routeTableId,
        destination: written,
        target,
      })
}

function isServing({ state = 'available' }: NatGateway): boolean {
  return state === 'available'
}

/** Null: the target is not there, or does not serve the subnet. */
function livingWay({ layout, interfaces }: RouteContext, subnet: SubnetLayout, { destination, target }: Entry) {
  const { vpc } = layout
  const has = <T>(table: Parameters<typeof entries<T>>[0]) => entries<T>(table).find(([id]) => id === target)?.[1]
  const through = (role: Interface['role'], ownerId: string, where: (each: Interface) => boolean = () => true) => {
    const found = interfaces.find((each) => each.role === role && each.ownerId === ownerId && where(each))
    const address = found?.addresses.find((each) => familyOf(each) === familyOf(destination))
    const bridge = layout.subnets.find(({ id }) => id === found?.subnetId)?.bridge
    return address === undefined || bridge === undefined ? null : `via ${address} dev ${bridge} onlink`
  }
  const internet = has<InternetGateway>(vpc.internetGateways)
  if (internet !== undefined) return internet.state === 'detached' ? null : toFarEnd(destination, 'igw')
  if (has<InternetGateway>(vpc.egressOnlyInternetGateways) !== undefined) return toFarEnd(destination, 'eigw')
  const nat = has<NatGateway>(vpc.natGateways)
  if (nat !== undefined) {
    if (!isServing(nat)) return null
    return nat.availabilityMode === 'regional'
      ? toFarEnd(destination, regionalNatDevice(target))
      : through('nat-gateway', target)
  }
  const endpoint = gatewayEndpointsOf(vpc.endpoints).findIndex(([id]) => id === target)
  if (endpoint >= 0) return toFarEnd(destination, gatewayEndpointDevice(endpoint))
  const peering = has<PeeringConnection>(vpc.peeringConnections)
  if (peering !== undefined)
    return (peering.state ?? 'active') === 'active' ? alongPeering(layout, target, destination) : null
  return (
    attachmentsTo(layout, target).flatMap(
      ([id]) => through('transit-gateway', id, (each) => zoneOf(layout, each.subnetId) === subnet.zone) ?? [],
    )[0] ?? null
  )
}

function attachmentsTo({ vpc }: VpcLayout, transitGatewayId: string) {
  return entries(vpc.transitGatewayAttachments).filter(
    ([, each]) => each.transitGatewayId === transitGatewayId && (each.state ?? 'available') === 'available',
  )
}

function alongPeering({ id, vpc }: VpcLayout, connectionId: string, destination: string): string {
  const device = peeringDevice(connectionId)
  return isNearEnd(id, vpc, connectionId) ? toFarEnd(destination, device) : toNearEnd(destination, device)
}

function zoneOf({ subnets }: VpcLayout, subnetId: string): string | undefined {
  return subnets.find(({ id }) => id === subnetId)?.zone
}
