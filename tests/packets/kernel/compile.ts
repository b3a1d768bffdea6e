import type { PacketWorld } from '../packet-world.ts'
import type { Faults } from './faults.ts'
import { groupFilter } from './groups.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import { buildEdge, buildInternet } from './internet.ts'
import { layoutsOf } from './layout.ts'
import { buildNatGateway, buildRegionalNat, type RegionalNat, regionalNatsOf } from './nat.ts'
import { buildPeerings } from './peering.ts'
import { Draft, type Plan } from './plan.ts'
import { buildTransitGateways } from './transit-gateway.ts'
import { buildVpc } from './vpc.ts'

export interface Compiled {
  readonly plan: Plan
  readonly interfaces: readonly Interface[]
  /** The namespaces that translate: a zonal gateway by the address of its door, a regional one by its own. */
  readonly translators: readonly { readonly space: string; readonly address: string | null }[]
}

/** A snapshot as network namespaces, cables, routes and rule sets: what AWS documents, said in the kernel's terms. */
export function compile(world: PacketWorld, faults: Faults = {}): Compiled {
  const { snapshot, hosts } = world
  const draft = new Draft()
  const interfaces = interfacesOf(world)
  const layouts = layoutsOf(snapshot)
  const regional: RegionalNat[] = []
  for (const layout of layouts) {
    const nats = regionalNatsOf(layout)
    regional.push(...nats)
    buildVpc(draft, { snapshot, layout, interfaces, faults }, nats)
    for (const nat of nats) buildRegionalNat(draft, layout, nat, faults)
    buildEdge(draft, layout, interfaces, nats)
  }
  buildPeerings(draft, layouts)
  buildTransitGateways(draft, { snapshot, interfaces, layouts })
  for (const each of interfaces) {
    if (each.role === 'nat-gateway') buildNatGateway(draft, each, faults)
    if (each.groupIds !== null) draft.space(each.space).nft = groupFilter(draft, snapshot, interfaces, each, faults)
  }
  buildInternet(draft, Object.values(hosts).flat())
  const zonal = interfaces.filter(({ role }) => role === 'nat-gateway').map(({ space }) => ({ space, address: null }))
  return {
    plan: draft.plan(),
    interfaces,
    translators: [...zonal, ...regional.map(({ space, address }) => ({ space, address }))],
  }
}
