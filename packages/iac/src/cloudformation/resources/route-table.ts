import { type Gap, isGap, type Known, pointerTo, type Route } from '@farsight/core'
import { attributes, byId, byProperty } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { literal } from '../shape.ts'
import { add, type Found, findScoped, holdersIn, mark, readingOf, type Stack, vpcOf } from '../stack.ts'
import { AFTER_DEPLOY, type ReferenceValue, type Value } from '../value.ts'
import type { VpcDraft } from '../vpc-draft.ts'
import { NESTED_TYPES } from './nested-stack.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html */
export const routeTable: ResourceKind = {
  type: 'AWS::EC2::RouteTable',
  ref: byId,
  attribute: attributes({ RouteTableId: byId, VpcId: byProperty('VpcId') }),
  read: (resource, stack) => {
    const { routeTables } = vpcOf(stack, resource)
    add(stack, routeTables, resource.id, resource, {
      routes: routesOfOthers(routeTables.drafts.get(resource.id)?.routes ?? [], stack),
    })
  },
}

/**
 * Of a table that the stack has made before, the routes to what it did not make: whether they are its own, or those of
 * another stack or a person, which stay, nobody can know. Those to gateway endpoints go with the endpoint.
 */
function routesOfOthers(routes: readonly Route[] | Gap, { deployed }: Stack): Route[] | Gap {
  if (isGap(routes)) return routes
  return routes.flatMap((each) => {
    const target = isGap(each.target) ? '' : each.target
    if (target === 'local' || deployed.has(target)) return []
    return target.startsWith('vpce-') ? [each] : [{ destination: each.destination, target: AFTER_DEPLOY }]
  })
}

const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId']

const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'VpcEndpointId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'EgressOnlyInternetGatewayId',
  'NetworkInterfaceId',
  'InstanceId',
  'CarrierGatewayId',
  'LocalGatewayId',
  'CoreNetworkArn',
]

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const route: ResourceKind = {
  type: 'AWS::EC2::Route',
  read: (resource, stack) => {
    for (const table of findScoped(stack, 'routeTables', resource.get('RouteTableId'))) addRoute(resource, stack, table)
  },
}

function addRoute(
  resource: Resource,
  stack: Stack,
  table: Found<{ routes: Route[] | Gap }> & { readonly vpc: VpcDraft },
): void {
  const { routes } = table.draft
  if (isGap(routes)) return
  const at = pointerTo(table.at, 'routes', routes.length)
  const destination = present(resource, DESTINATIONS)
  const target = present(resource, TARGETS)
  const block = destination && literal.read(resource.get(destination), at, readingOf(stack, resource))
  const hop = target === null ? unresolved('GatewayId') : targetOf(resource.get(target), table.vpc, stack)
  const made = {
    destination: block ?? unresolved('DestinationCidrBlock'),
    target: resource.doubt ?? table.doubt ?? hop,
  }
  const known = routes.findIndex((each) => typeof block === 'string' && each.destination === block)
  // A table has one route to each destination
  if (known >= 0 && table.isGuess) return
  // One that the account has already becomes what the code says
  if (known < 0) routes.push(made)
  else routes[known] = made
  mark(stack, at, resource)
  if (destination !== null) mark(stack, `${at}/destination`, resource, destination)
  if (target !== null) mark(stack, `${at}/target`, resource, target)
}

/**
 * A virtual private gateway writes the routes that it learns into these tables; which, nobody can know from code.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpngatewayroutepropagation.html
 */
export const vpnGatewayRoutePropagation: ResourceKind = {
  type: 'AWS::EC2::VPNGatewayRoutePropagation',
  read: (resource, stack) => {
    const ids = resource.get('RouteTableIds')
    for (const id of ids.kind === 'list' ? ids.items : []) addLearned(resource, stack, id)
  },
}

/**
 * A route server does the same.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routeserverpropagation.html
 */
export const routeServerPropagation: ResourceKind = {
  type: 'AWS::EC2::RouteServerPropagation',
  read: (resource, stack) => addLearned(resource, stack, resource.get('RouteTableId')),
}

function addLearned(resource: Resource, stack: Stack, tableId: Value): void {
  const gap: Gap = { gap: 'not-modeled', what: resource.type }
  for (const { draft, at } of findScoped(stack, 'routeTables', tableId)) {
    if (isGap(draft.routes)) continue
    mark(stack, pointerTo(at, 'routes', draft.routes.length), resource)
    draft.routes.push({ destination: gap, target: gap })
  }
}

/**
 * A table for what comes in through an internet gateway, the answers to the tasks among it: with routes of its own it leads
 * them elsewhere than to the task, which is not modeled.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-gatewayroutetableassociation.html
 */
export const gatewayRouteTableAssociation: ResourceKind = {
  type: 'AWS::EC2::GatewayRouteTableAssociation',
  read: (resource, stack) => {
    const gap: Gap = { gap: 'not-modeled', what: resource.type }
    for (const { vpc, draft } of findScoped(stack, 'routeTables', resource.get('RouteTableId'))) {
      if (!isGap(draft.routes) && draft.routes.length === 0) continue
      for (const { key } of holdersIn(stack, vpc.internetGateways, resource.get('GatewayId'))) {
        vpc.internetGateways.drafts.set(key, { state: gap })
        mark(stack, pointerTo(vpc.internetGateways.at, key, 'state'), resource)
      }
    }
  },
}

function present(resource: Resource, properties: readonly string[]): string | null {
  return properties.find((property) => resource.get(property).kind !== 'absent') ?? null
}

function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

type HopListing = 'internetGateways' | 'natGateways' | 'egressOnlyInternetGateways' | 'endpoints' | 'peeringConnections'

/** Where the VPC lists the next hops of each type; what others do with a packet is not modeled. */
const LISTINGS: ReadonlyMap<string, HopListing> = new Map([
  ['AWS::EC2::InternetGateway', 'internetGateways'],
  ['AWS::EC2::NatGateway', 'natGateways'],
  ['AWS::EC2::EgressOnlyInternetGateway', 'egressOnlyInternetGateways'],
  ['AWS::EC2::VPCEndpoint', 'endpoints'],
  ['AWS::EC2::VPCPeeringConnection', 'peeringConnections'],
])

function targetOf(value: Value, vpc: VpcDraft, stack: Stack): Known<string> {
  const type = value.kind === 'reference' || value.kind === 'unknown' ? value.type : undefined
  const listing = LISTINGS.get(type ?? '')
  if (type !== undefined && type !== 'AWS::EC2::TransitGateway' && listing === undefined) {
    return { gap: 'not-modeled', what: type }
  }
  if (value.kind === 'text') return value.text
  if (value.kind !== 'reference') return value.kind === 'unknown' ? value.gap : unresolved('GatewayId')
  // It stands in a subnet, or is attached to a VPC, that the template does not tell
  if (isDetached(value, vpc, stack)) vpc.internetGateways.drafts.set(value.id, { state: 'detached' })
  const isElsewhere = listing !== undefined && !vpc[listing].drafts.has(value.id)
  return isElsewhere ? unresolved(`${type} ${value.owner}`) : value.id
}

/** An internet gateway that the code makes, and attaches to nothing: a route to it leads nowhere. */
function isDetached({ id, type }: ReferenceValue, vpc: VpcDraft, stack: Stack): boolean {
  if (type !== 'AWS::EC2::InternetGateway' || vpc.foreign !== null) return false
  const isAttached = [...stack.vpcs.drafts.values()].some(({ internetGateways }) => internetGateways.drafts.has(id))
  // An attachment of which nobody knows the gateway may be this one's, and a nested stack may hold one
  const isUncertain = stack.resources.some((resource) => {
    if (NESTED_TYPES.has(resource.type)) return !stack.opens(resource)
    return resource.type === 'AWS::EC2::VPCGatewayAttachment' && resource.get('InternetGatewayId').kind === 'unknown'
  })
  return !isAttached && !isUncertain
}
