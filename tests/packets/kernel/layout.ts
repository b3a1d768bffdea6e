import type { NetworkAcl, Route, RouteTable, Snapshot, Subnet, Vpc } from '@farsight/core'
import { entries, given, vpcsOf } from '../aws-state.ts'

/** The names that the things of a VPC have in the kernel. */
export interface VpcLayout {
  readonly id: string
  readonly vpc: Vpc
  /** The namespace that routes for it, and that of its internet gateways. */
  readonly space: string
  readonly edge: string
  readonly blocks: readonly string[]
  readonly subnets: readonly SubnetLayout[]
}

export interface SubnetLayout {
  readonly id: string
  readonly blocks: readonly string[]
  readonly zone: string
  readonly bridge: string
  /** Number of the kernel's table: one a subnet, as what a route does may depend on the subnet. */
  readonly table: number
  readonly routeTableId: string | null
  readonly routes: readonly Route[]
  readonly networkAclId: string
  /** Null: as AWS makes it. */
  readonly acl: NetworkAcl | null
}

export function layoutsOf(snapshot: Snapshot): readonly VpcLayout[] {
  return vpcsOf(snapshot).map(([id, vpc], number) => ({
    id,
    vpc,
    space: `v${number}`,
    edge: `i${number}`,
    blocks: given(vpc.cidrBlocks, 'the blocks of a VPC'),
    subnets: entries<Subnet>(vpc.subnets).map(([subnetId, subnet], place) => layoutOf(vpc, subnetId, subnet, place)),
  }))
}

function layoutOf(vpc: Vpc, id: string, subnet: Subnet, place: number): SubnetLayout {
  const tables = entries<RouteTable>(vpc.routeTables)
  const acls = entries<NetworkAcl>(vpc.networkAcls)
  const table = tables.find(([key, { main }]) =>
    subnet.routeTableId === undefined ? main === true : key === subnet.routeTableId,
  )
  const acl = acls.find(([key, each]) =>
    subnet.networkAclId === undefined ? each.default === true : key === subnet.networkAclId,
  )
  if (subnet.routeTableId !== undefined) given(table, `route table ${subnet.routeTableId}`)
  if (subnet.networkAclId !== undefined) given(acl, `network ACL ${subnet.networkAclId}`)
  return {
    id,
    blocks: [subnet.cidrBlock, subnet.ipv6CidrBlock].flatMap((each) => (each === undefined ? [] : [given(each, id)])),
    zone: given(subnet.availabilityZone ?? '', id),
    bridge: `s${place}`,
    table: 100 + place,
    routeTableId: table?.[0] ?? null,
    routes: table === undefined ? [] : given(table[1].routes, 'routes'),
    networkAclId: acl?.[0] ?? 'default',
    acl: acl?.[1] ?? null,
  }
}
