import type { Gap } from '../model/gap.ts'
import type { HostPort } from '../model/host-port.ts'
import { isGap } from '../model/known.ts'
import type { NetworkAcl, NetworkAclEntry } from '../model/network-acl.ts'
import type { Route } from '../model/route-table.ts'
import type { SecurityGroup, SecurityGroupRule } from '../model/security-group.ts'
import { type RegionState, SNAPSHOT_SCHEMA, type Snapshot } from '../model/snapshot.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index, type PlacedSubnet, type World } from '../model/world.ts'
import { serviceHost } from './aws-host.ts'
import { LINUX_CLIENT_PORTS } from './client-ports.ts'
import type { TaskInterface } from './reach.ts'

/** Worlds for the tests of this folder: one VPC with the task in `subnet-a`, `subnet-b` beside it and `subnet-public`. */
export const PLACE = { account: '111122223333', region: 'ap-northeast-1' }
export const VPC_AT = `/accounts/${PLACE.account}/regions/${PLACE.region}/vpcs/vpc-1`
export const DENIED: Gap = { gap: 'denied', permission: 'ec2:Describe' }

export const HTTPS_OUT: SecurityGroupRule = { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0' }
export const TASK_GROUP: SecurityGroup = { ingress: [], egress: [HTTPS_OUT] }
export const ENDPOINT_GROUP: SecurityGroup = { ingress: [{ ...HTTPS_OUT, cidr: '10.0.0.0/16' }], egress: [] }

const VPC: Vpc = {
  cidrBlocks: ['10.0.0.0/16'],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  subnets: {
    'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
    'subnet-b': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-private' },
    'subnet-public': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
  },
  routeTables: {
    'rtb-private': { routes: [] },
    'rtb-public': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
  },
  networkAcls: {},
  securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP },
  endpoints: {},
  natGateways: {},
  internetGateways: { 'igw-1': {} },
}

export function worldOf(vpc: Partial<Vpc> = {}, region: RegionState = {}): World {
  return index(snapshotOf({ ...VPC, ...vpc }, region))
}

export function snapshotOf(vpc: Vpc, region: RegionState = {}): Snapshot {
  const { account, region: name } = PLACE
  return {
    schema: SNAPSHOT_SCHEMA,
    accounts: { [account]: { regions: { [name]: { vpcs: { 'vpc-1': vpc, '*': null }, ...region } } } },
  }
}

export function taskIn(
  world: World,
  changes: { subnet?: string } & Partial<Omit<TaskInterface, 'subnet'>> = {},
): TaskInterface {
  const { subnet = 'subnet-a', ...rest } = changes
  return {
    subnet: subnetIn(world, subnet),
    securityGroupIds: ['sg-task'],
    publicIp: false,
    clientPorts: LINUX_CLIENT_PORTS,
    ...rest,
  }
}

function subnetIn(world: World, id: string): PlacedSubnet {
  const { place } = world.vpcs.find(({ value }) => !isGap(value.subnets) && value.subnets?.[id] !== undefined) ?? {}
  const found = world.subnet(id, place ?? PLACE)
  if (found === null || isGap(found)) throw new Error(`The world has no subnet ${id}`)
  return found
}

/** Routes of the private table, in which the task is. */
export function routes(...entries: readonly Route[]): Pick<Vpc, 'routeTables'> {
  const publicTable = { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] }
  return { routeTables: { 'rtb-private': { routes: entries }, 'rtb-public': publicTable } }
}

export const TO_NAT: Route = { destination: '0.0.0.0/0', target: 'nat-1' }
export const TO_IGW: Route = { destination: '0.0.0.0/0', target: 'igw-1' }

/** A working way out through `nat-1` in `subnet-public`. */
export const WITH_NAT: Partial<Vpc> = { ...routes(TO_NAT), natGateways: { 'nat-1': { subnetId: 'subnet-public' } } }

export function interfaceEndpoint(service: string, changes: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return {
    vpcEndpointType: 'Interface',
    serviceName: `com.amazonaws.${PLACE.region}.${service}`,
    subnetIds: ['subnet-b'],
    securityGroupIds: ['sg-endpoint'],
    ...changes,
  }
}

export const S3_GATEWAY: VpcEndpoint = {
  vpcEndpointType: 'Gateway',
  serviceName: `com.amazonaws.${PLACE.region}.s3`,
  routeTableIds: ['rtb-private'],
}

export const WITH_ENDPOINT: Partial<Vpc> = { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api') } }

export function to(service: string, port = 443): HostPort {
  return { host: serviceHost(service, PLACE.region), port }
}

export function aclEntry(
  entry: Partial<NetworkAclEntry> & Pick<NetworkAclEntry, 'ruleNumber' | 'egress'>,
): NetworkAclEntry {
  return { ruleAction: 'allow', protocol: '-1', cidrBlock: '0.0.0.0/0', ...entry }
}

export const ALLOW_OUT = aclEntry({ ruleNumber: 100, egress: true })
export const ALLOW_IN = aclEntry({ ruleNumber: 100, egress: false })

/** The three subnets with an ACL in front of one of them. */
export function aclAt(subnet: string, ...entries: readonly NetworkAclEntry[]): Pick<Vpc, 'subnets' | 'networkAcls'> {
  const acl: NetworkAcl = { entries }
  const subnets = isGap(VPC.subnets) ? {} : { ...VPC.subnets }
  const found = subnets[subnet]
  if (found === undefined || found === null || isGap(found)) throw new Error(`There is no subnet ${subnet}`)
  return { subnets: { ...subnets, [subnet]: { ...found, networkAclId: 'acl-1' } }, networkAcls: { 'acl-1': acl } }
}
