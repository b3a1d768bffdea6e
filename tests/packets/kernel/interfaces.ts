import type {
  NatGateway,
  SecurityGroup,
  Snapshot,
  Subnet,
  TransitGatewayAttachment,
  Vpc,
  VpcEndpoint,
} from '@farsight/core'
import { familyOf, holds, nth } from '../address.ts'
import { entries, given, vpcOfSubnet, vpcsOf } from '../aws-state.ts'
import type { PacketProbe, PacketWorld } from '../packet-world.ts'

/** A network interface: what stands in a subnet and has addresses there. */
export interface Interface {
  /** Of the thing that it belongs to. */
  readonly ownerId: string
  readonly role: 'task' | 'endpoint' | 'nat-gateway' | 'transit-gateway'
  /** The namespace that it is the door of. */
  readonly space: string
  readonly vpcId: string
  readonly subnetId: string
  /** Of tasks, and of endpoints whose addresses are not given, a low and a high one of the subnet: it may be any. */
  readonly addresses: readonly string[]
  /** Null: no groups filter it. */
  readonly groupIds: readonly string[] | null
  readonly publicIp: string | null
}

type Wanted = Omit<Interface, 'addresses' | 'space' | 'vpcId' | 'publicIp'> & {
  readonly isPublic: boolean
  readonly fixed?: readonly string[]
  readonly families?: readonly (4 | 6)[]
  /** Where several interfaces lead into one namespace. */
  readonly space?: string
}

export function interfacesOf(world: PacketWorld): readonly Interface[] {
  const wanted = [...vpcsOf(world.snapshot).flatMap(([id]) => ofVpc(world.snapshot, id)), ...tasksOf(world.probes)]
  const taken = new Map<string, number>()
  return wanted.map(({ isPublic, fixed, families, space, ...each }, number): Interface => {
    const { id: vpcId, vpc, subnet } = vpcOfSubnet(world.snapshot, each.subnetId)
    const place = taken.get(each.subnetId) ?? 0
    taken.set(each.subnetId, place + 1)
    return {
      ...each,
      groupIds: each.groupIds?.length === 0 ? defaultGroupOf(vpc) : each.groupIds,
      vpcId,
      space: space ?? `h${number}`,
      addresses: addressesIn(subnet, place, each.role, fixed ?? []).filter((address) =>
        (families ?? [4, 6]).includes(familyOf(address)),
      ),
      publicIp: isPublic ? nth('198.51.100.0/24', number + 1) : null,
    }
  })
}

/** What an interface carries that was given no group. */
function defaultGroupOf(vpc: Vpc): readonly string[] {
  const groups = entries<SecurityGroup>(vpc.securityGroups)
  return groups.filter(([, { groupName }]) => groupName === 'default').map(([id]) => id)
}

/** The interface of the task that asks. */
export function taskOf(interfaces: readonly Interface[], probe: PacketProbe): Interface {
  const found = interfaces.find(({ role, ownerId }) => role === 'task' && ownerId === taskId(probe))
  return given(found, `the task of ${probe.host}`)
}

function tasksOf(probes: readonly PacketProbe[]): Wanted[] {
  const tasks = new Map<string, PacketProbe>()
  for (const probe of probes) tasks.set(taskId(probe), probe)
  return [...tasks].map(([ownerId, { subnetId, securityGroupIds, publicIp }]) => ({
    ownerId,
    role: 'task',
    subnetId,
    groupIds: securityGroupIds,
    isPublic: publicIp,
  }))
}

function taskId({ subnetId, securityGroupIds, publicIp }: PacketProbe): string {
  return `task ${subnetId} [${securityGroupIds.join(' ')}]${publicIp ? ' public' : ''}`
}

function ofVpc(snapshot: Snapshot, vpcId: string): Wanted[] {
  const vpc = given(
    vpcsOf(snapshot).find(([id]) => id === vpcId),
    vpcId,
  )[1]
  return [
    ...entries<NatGateway>(vpc.natGateways).flatMap(([id, gateway]) => ofNatGateway(id, gateway)),
    ...entries<TransitGatewayAttachment>(vpc.transitGatewayAttachments).flatMap(([id, each]) => ofAttachment(id, each)),
    ...entries<VpcEndpoint>(vpc.endpoints).flatMap(([id, endpoint]) => ofEndpoint(id, endpoint)),
  ]
}

function ofNatGateway(ownerId: string, gateway: NatGateway): Wanted[] {
  if (gateway.availabilityMode === 'regional') return []
  const subnetId = given(gateway.subnetId, `the subnet of ${ownerId}`)
  const isPublic = gateway.connectivityType !== 'private'
  return [{ ownerId, role: 'nat-gateway', subnetId, groupIds: null, isPublic }]
}

function ofAttachment(ownerId: string, { transitGatewayId, subnetIds }: TransitGatewayAttachment): Wanted[] {
  const space = given(transitGatewayId, `the transit gateway of ${ownerId}`)
  return given(subnetIds, `the subnets of ${ownerId}`).map((subnetId) => ({
    ownerId,
    role: 'transit-gateway',
    subnetId,
    groupIds: null,
    isPublic: false,
    space,
  }))
}

function ofEndpoint(ownerId: string, endpoint: VpcEndpoint): Wanted[] {
  if (endpoint.vpcEndpointType !== 'Interface') return []
  const fixed = given(endpoint.privateIpAddresses ?? [], `the addresses of ${ownerId}`)
  const groupIds = given(endpoint.securityGroupIds ?? [], `the groups of ${ownerId}`)
  return given(endpoint.subnetIds, `the subnets of ${ownerId}`).map((subnetId) => ({
    ownerId,
    role: 'endpoint',
    subnetId,
    groupIds,
    isPublic: false,
    fixed,
    families: FAMILIES[given(endpoint.ipAddressType ?? 'ipv4', `the family of ${ownerId}`)],
  }))
}

const FAMILIES = { ipv4: [4], ipv6: [6], dualstack: [4, 6] } as const

/** AWS keeps the first four addresses of a subnet and the last. */
const FIRST = 4

function addressesIn(subnet: Subnet, place: number, role: Wanted['role'], fixed: readonly string[]): string[] {
  const blocks = [subnet.cidrBlock, subnet.ipv6CidrBlock].flatMap((block) =>
    block === undefined ? [] : [given(block, 'a block')],
  )
  return blocks.flatMap((block) => {
    const own = fixed.filter((address) => holds(block, address))
    if (own.length > 0) return own
    const isAnywhere = role === 'task' || role === 'endpoint'
    return isAnywhere ? [nth(block, FIRST + place), nth(block, -2 - place)] : [nth(block, FIRST + place)]
  })
}
