import type { TransitGatewayRoute, VpcEndpoint } from '@farsight/core'
import { nth } from '../address.ts'
import type { Random } from '../random.ts'
import { AWS_HOSTS, serviceOf } from '../resolve.ts'
import { addAcls } from './acls.ts'
import type { Blueprint, VpcBlueprint } from './blueprint.ts'
import { interfaceEndpoint } from './endpoints.ts'
import type { Feature } from './features.ts'
import { addGroups } from './groups.ts'
import { addGateways } from './routes.ts'
import { addSubnets } from './subnets.ts'

const PREFIX = 'hub-'
const BLOCK = '10.200.0.0/16'

/** A second VPC with endpoints for both and a way to the internet, connected by a peering or a transit gateway. */
export function addHub(random: Random, blueprint: Blueprint, features: ReadonlySet<Feature>): void {
  const spoke = blueprint.vpcs['vpc-1']
  if (spoke === undefined) return
  const hub: VpcBlueprint = {
    cidrBlocks: [BLOCK],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    subnets: {},
    routeTables: { 'rtb-hub-main': { main: true, routes: [] } },
    networkAcls: {},
    securityGroups: {},
    endpoints: {},
    natGateways: {},
    internetGateways: {},
    egressOnlyInternetGateways: {},
  }
  blueprint.vpcs['vpc-hub'] = hub
  addSubnets(random, hub, PREFIX, false)
  addGateways(random, hub, PREFIX)
  addGroups(random, hub, PREFIX)
  admitSpoke(random, hub, spoke)
  if (features.has('acl')) addAcls(random, blueprint, hub, PREFIX)
  if (random.chance(0.5)) connectByPeering(random, spoke, hub)
  else connectByTransitGateway(random, blueprint, spoke, hub)
  addSharedEndpoints(random, spoke, hub)
}

/** What comes from the other VPC: mostly by its blocks, at times by a group, which not every connection carries. */
function admitSpoke(random: Random, hub: VpcBlueprint, spoke: VpcBlueprint): void {
  const https = { protocol: 'tcp', fromPort: 443, toPort: 443 } as const
  for (const group of Object.values(hub.securityGroups)) {
    if (random.chance(0.5)) group.ingress.push(...spoke.cidrBlocks.map((cidr) => ({ ...https, cidr })))
    if (random.chance(0.2)) group.ingress.push({ ...https, groupId: 'sg-task-a' })
  }
}

function connectByPeering(random: Random, spoke: VpcBlueprint, hub: VpcBlueprint): void {
  const state = random.chance(0.06) ? random.pick(['pending-acceptance', 'deleted', 'rejected'] as const) : 'active'
  spoke.peeringConnections = { 'pcx-1': { peerVpcId: 'vpc-hub', state } }
  hub.peeringConnections = { 'pcx-1': { peerVpcId: 'vpc-1', state } }
  addRoutes(random, spoke, [BLOCK], 'pcx-1')
  addRoutes(random, hub, ipv4Of(spoke), 'pcx-1')
  // Some expect a peering to lead to the internet as well
  if (random.chance(0.1)) leaveBy(random, spoke, 'pcx-1')
}

function connectByTransitGateway(random: Random, blueprint: Blueprint, spoke: VpcBlueprint, hub: VpcBlueprint): void {
  const tables: Record<string, { routes: TransitGatewayRoute[] }> = { 'tgw-rtb-1': { routes: [] } }
  if (random.chance(0.4)) tables['tgw-rtb-2'] = { routes: [] }
  const ids = Object.keys(tables)
  attach(random, spoke, 'tgw-attach-spoke', ids[0] ?? '')
  attach(random, hub, 'tgw-attach-hub', ids.at(-1) ?? '')
  const known: readonly (readonly [destinationCidrBlock: string, transitGatewayAttachmentId: string])[] = [
    [BLOCK, 'tgw-attach-hub'],
    ['0.0.0.0/0', 'tgw-attach-hub'],
    ...ipv4Of(spoke).map((block) => [block, 'tgw-attach-spoke'] as const),
  ]
  for (const table of Object.values(tables)) {
    for (const [destinationCidrBlock, transitGatewayAttachmentId] of known) {
      if (random.chance(0.08)) continue
      table.routes.push(
        random.chance(0.06)
          ? { destinationCidrBlock, state: 'blackhole' }
          : { destinationCidrBlock, transitGatewayAttachmentId },
      )
    }
  }
  blueprint.transitGateways['tgw-1'] = {
    routeTables: tables,
    ...(random.chance(0.5) ? { securityGroupReferencingSupport: random.chance(0.7) } : {}),
  }
  addRoutes(random, spoke, [BLOCK], 'tgw-1')
  addRoutes(random, hub, ipv4Of(spoke), 'tgw-1')
  if (random.chance(0.5)) leaveBy(random, spoke, 'tgw-1')
}

/** One subnet a zone, mostly in every zone, where the attachment has a subnet of its own or stands beside tasks. */
function attach(random: Random, vpc: VpcBlueprint, id: string, transitGatewayRouteTableId: string): void {
  const zones = new Map(
    random.shuffled(Object.entries(vpc.subnets)).map(([subnet, each]) => [each.availabilityZone, subnet]),
  )
  const chosen = [...zones.values()]
  const subnetIds = chosen.length > 1 && random.chance(0.25) ? chosen.slice(1) : chosen
  vpc.transitGatewayAttachments = { [id]: { transitGatewayId: 'tgw-1', subnetIds, transitGatewayRouteTableId } }
}

function addRoutes(random: Random, vpc: VpcBlueprint, blocks: readonly string[], target: string): void {
  for (const { routes } of Object.values(vpc.routeTables)) {
    for (const destination of blocks) {
      if (random.chance(0.88) && !routes.some((route) => route.destination === destination)) {
        routes.push({ destination, target })
      }
    }
  }
}

/** The default routes of private subnets lead to the other VPC. */
function leaveBy(random: Random, vpc: VpcBlueprint, target: string): void {
  for (const [id, table] of Object.entries(vpc.routeTables)) {
    if (id.includes('public') || random.chance(0.3)) continue
    table.routes = [
      ...table.routes.filter(({ destination }) => destination !== '0.0.0.0/0'),
      { destination: '0.0.0.0/0', target },
    ]
  }
}

function ipv4Of({ cidrBlocks }: VpcBlueprint): readonly string[] {
  return cidrBlocks.filter((block) => !block.includes(':'))
}

/** Endpoints of the hub, which names of the first VPC lead to by zones of their own, as AWS advises for many VPCs. */
function addSharedEndpoints(random: Random, spoke: VpcBlueprint, hub: VpcBlueprint): void {
  const zones: Record<string, { name: string; records: { name: string; type: 'A'; values: string[] }[] }> = {}
  AWS_HOSTS.forEach((name, place) => {
    const service = serviceOf(name)
    if (service === undefined || service === 's3' || !random.chance(0.7)) return
    // What an endpoint does before it is available AWS does not say: its interfaces may be there
    const { state: _, ...endpoint } = interfaceEndpoint(random, hub, PREFIX, service)
    const values = Object.keys(hub.subnets)
      .filter((id) => Array.isArray(endpoint.subnetIds) && endpoint.subnetIds.includes(id))
      .map((id) => nth(String(hub.subnets[id]?.cidrBlock), 14 + place))
    hub.endpoints[`vpce-${PREFIX}${service}`] = { ...endpoint, privateDnsEnabled: false, privateIpAddresses: values }
    // Two answers to one name AWS refuses to set up
    if (!Object.values(spoke.endpoints).some((each) => isNamed(each, service))) {
      zones[`Z${place}`] = { name, records: [{ name, type: 'A', values }] }
    }
  })
  spoke.hostedZones = zones
}

function isNamed({ serviceName, privateDnsEnabled }: VpcEndpoint, service: string): boolean {
  return String(serviceName).endsWith(`.${service}`) && privateDnsEnabled === true
}
