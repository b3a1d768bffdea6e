import type { Gap } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { sameText } from '../model/placeholder.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type AwsHost, hasGatewayEndpoint, isServiceOf } from './aws-host.ts'
import type { UnusedEndpoint } from './blocker.ts'
import type { Family } from './family.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { openFact, unresolved } from './open-fact.ts'
import { servesIn } from './resolve-name.ts'
import type { SubnetTable } from './route-table.ts'
import { endpointsOf, endpointsThatMayServe } from './vpc-endpoints.ts'

/** The gateway endpoint that takes the traffic, if any, and the facts that hide whether one does. */
export interface Gateway {
  readonly endpoint: Placed<VpcEndpoint> | null
  /** One that would serve the subnet if its table were associated. */
  readonly unused: UnusedEndpoint | null
  readonly facts: readonly OpenFact[]
}

/**
 * A gateway endpoint serves the subnets whose table is associated with it, for its own Region alone: its prefix list
 * is longer than any default route.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function gatewayFor(vpc: Placed<Vpc>, table: SubnetTable, service: AwsHost, family: Family): Gateway {
  if (!hasGatewayEndpoint(service)) return NO_GATEWAY
  const endpoints = endpointsOf(vpc)
  const facts: OpenFact[] = []
  let unused: UnusedEndpoint | null = null
  for (const { id, at, endpoint } of endpointsThatMayServe(endpoints, service)) {
    const role = isGap(endpoint) ? endpoint : roleOf(endpoint, table, service, family)
    if (role === null) continue
    if (role === 'takes' && !isGap(endpoint)) return { endpoint, unused: null, facts: [] }
    if (isGap(role)) facts.push(openFact('endpoint', id, at, role))
    else if (typeof role === 'object') unused ??= role
  }
  const { more } = endpoints
  if (more !== null) facts.push(openFact('endpoints', vpc.id, pointerTo(vpc.at, 'endpoints'), more))
  return { endpoint: null, unused, facts }
}

/** Null: it has nothing to do with the service. */
type Role = 'takes' | UnusedEndpoint | null

function roleOf(endpoint: Placed<VpcEndpoint>, table: SubnetTable, service: AwsHost, family: Family): Known<Role> {
  const ours = isOurs(endpoint.value, service)
  if (ours === false) return null
  const carried = carries(endpoint.value, family)
  if (carried === false) return null
  const associated = isAssociated(endpoint, table)
  if (associated === false) return ours === true ? idle(endpoint) : null
  return [ours, carried, associated].find(isGap) ?? 'takes'
}

export const NO_GATEWAY: Gateway = { endpoint: null, unused: null, facts: [] }

/** Whether it is a gateway endpoint of the service. */
function isOurs({ vpcEndpointType, serviceName }: VpcEndpoint, service: AwsHost): Known<boolean> {
  if (!isGap(vpcEndpointType) && vpcEndpointType !== 'Gateway') return false
  const ours = isGap(serviceName) ? serviceName : (isServiceOf(service, serviceName) ?? unresolved(serviceName))
  return ours !== false && isGap(vpcEndpointType) ? vpcEndpointType : ours
}

/** It carries the families that it was made for. */
function carries({ ipAddressType = 'ipv4' }: VpcEndpoint, family: Family): Known<boolean> {
  if (isGap(ipAddressType)) return ipAddressType
  return ipAddressType === 'dualstack' || ipAddressType === (family === 4 ? 'ipv4' : 'ipv6')
}

function idle({ id, value, at }: Placed<VpcEndpoint>): UnusedEndpoint | null {
  const { state = 'available' } = value
  return isGap(state) ? null : { endpointId: id, why: 'not-associated', state, at }
}

function isAssociated({ id, value: endpoint }: Placed<VpcEndpoint>, table: SubnetTable): Known<boolean> {
  const { routeTableIds = [] } = endpoint
  let hidden: Gap | null = null
  for (const { value } of table.routes) {
    const { target, destination } = value
    if (!mayBeList(destination) || (target !== id && !isGap(target))) continue
    const gap = [destination, target].find(isGap)
    if (gap === undefined) return true
    hidden ??= gap
  }
  if (isGap(routeTableIds)) return routeTableIds
  for (const other of table.id === null ? [] : routeTableIds) {
    const same = sameText(other, table.id ?? '')
    if (same === true) return true
    if (same === undefined) hidden ??= unresolved(other)
  }
  return hidden ?? false
}

function mayBeList(destination: Known<string>): boolean {
  return isGap(destination) || destination.startsWith('pl-') || destination.includes('«')
}

/** Whether a gateway endpoint that takes the traffic lets it through. */
export function passGateway({ id, value, at }: Placed<VpcEndpoint>): Hop {
  const state = value.state ?? 'available'
  const serves = isGap(state) ? state : servesIn(state)
  if (isGap(serves)) return openHop([openFact('endpoint', id, pointerTo(at, 'state'), serves)])
  if (serves || isGap(state)) return WORKS
  const serviceName = isGap(value.serviceName) ? '' : value.serviceName
  return blocked({ blocker: 'endpoint-state', endpointId: id, serviceName, state, at: pointerTo(at, 'state') })
}

/** The prefix lists that the table leads to the endpoint: those of its service. */
export function listsRoutedTo({ id }: Placed<VpcEndpoint>, { routes }: SubnetTable): readonly string[] {
  return routes.flatMap(({ value }) => (value.target === id && !isGap(value.destination) ? [value.destination] : []))
}
