import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type AwsHost, fipsEndpointServiceNames, hasGatewayEndpoint, isOneOf, isServiceOf } from './aws-host.ts'
import { awsService } from './aws-service.ts'
import type { UnusedEndpoint } from './blocker.ts'
import { notModeled, openFact, unresolved } from './open-fact.ts'
import { endpointsOf, endpointsThatMayServe } from './vpc-endpoints.ts'

/**
 * What a name stands for inside the VPC: the interfaces of an endpoint, or the public addresses of the host. `open`
 * hides which.
 */
export type Answer =
  | { readonly answer: 'endpoint'; readonly endpoint: Placed<VpcEndpoint> }
  | { readonly answer: 'public'; readonly unused: UnusedEndpoint | null }
  | { readonly answer: 'open'; readonly facts: readonly OpenFact[] }

/**
 * An endpoint with private DNS answers for its service in the whole VPC, and AWS lets no second one do so.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function resolveName(vpc: Placed<Vpc>, service: AwsHost | null): Answer {
  const endpoints = endpointsOf(vpc)
  const facts: OpenFact[] = []
  const answering: Placed<VpcEndpoint>[] = []
  let unused: UnusedEndpoint | null = null
  for (const { id, at, endpoint } of service === null ? endpoints.all : endpointsThatMayServe(endpoints, service)) {
    const role = isGap(endpoint) ? endpoint : roleOf(vpc, endpoint, service)
    if (role === 'answers' && !isGap(endpoint)) answering.push(endpoint)
    else if (isGap(role)) facts.push(openFact('endpoint', id, at, role))
    else if (typeof role === 'object') unused ??= role
  }
  const [answers, second] = answering
  if (answers !== undefined && second === undefined) return { answer: 'endpoint', endpoint: answers }
  if (answers !== undefined) return { answer: 'open', facts: answering.map(conflicting) }
  const { more } = endpoints
  if (more !== null) facts.push(openFact('endpoints', vpc.id, pointerTo(vpc.at, 'endpoints'), more))
  return facts.length > 0 ? { answer: 'open', facts } : { answer: 'public', unused }
}

function conflicting({ id, at, value: { serviceName } }: Placed<VpcEndpoint>): OpenFact {
  return notModeled('endpoint', id, at, 'conflicting-private-names', isGap(serviceName) ? '' : serviceName)
}

/** Null: it has nothing to do with the name. */
type Role = 'answers' | UnusedEndpoint | null

function roleOf(vpc: Placed<Vpc>, endpoint: Placed<VpcEndpoint>, host: AwsHost | null): Known<Role> {
  const concerned = concerns(vpc, endpoint.value, host)
  if (concerned === false) return null
  const verdict = answers(vpc, endpoint.value, host)
  if (isGap(verdict)) return verdict
  if (verdict !== true) {
    const { why, state } = verdict
    return concerned === true ? { endpointId: endpoint.id, why, state, at: endpoint.at } : null
  }
  return concerned === true ? 'answers' : concerned
}

/** Whether it is an interface endpoint for the host's name. */
function concerns(vpc: Placed<Vpc>, endpoint: VpcEndpoint, host: AwsHost | null): boolean | Gap {
  const { vpcEndpointType: type, serviceName } = endpoint
  if (type === 'Gateway' || type === 'GatewayLoadBalancer') return false
  if (isGap(serviceName)) return serviceName
  const ours = host === null ? ofOthers(serviceName) : namesOf(host, serviceName)
  if (ours === false) return false
  if (isGap(type)) return type
  if (host === null) return { gap: 'not-modeled', what: 'private-names-of-service', of: serviceName }
  if (type !== 'Interface') return false
  return ours === true ? servesRegion(vpc, endpoint, host) : ours
}

/** Whether an endpoint of the service has the host's name among its private ones. */
function namesOf(host: AwsHost, serviceName: string): boolean | Gap {
  const ofService = isServiceOf(host, serviceName)
  if (host.variant === undefined) return ofService ?? unresolved(serviceName)
  const ofFips = isOneOf(fipsEndpointServiceNames(host), serviceName)
  if (ofFips === true && host.variant === 'fips') return true
  const none = awsService(host.service).standardPrivateNamesOnly
    ? ofFips === false
    : ofFips === false && ofService === false
  return none ? false : { gap: 'not-modeled', what: 'private-names-of-service', of: serviceName }
}

/**
 * Endpoints reach into other Regions for some services alone.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
 */
function servesRegion(vpc: Placed<Vpc>, { serviceRegion }: VpcEndpoint, { service, region }: AwsHost): true | Gap {
  const given = serviceRegion === undefined || isGap(serviceRegion) ? region : serviceRegion
  if (sameText(given, region) === false) return unresolved(given)
  const here = vpc.place.region
  if (region === here || hasPlaceholder(region) || hasPlaceholder(here) || awsService(service).crossRegion) return true
  return { gap: 'not-modeled', what: 'cross-region-endpoint', of: `${service} ${region}` }
}

/** Endpoint services of others than AWS, which answer for names of their own. */
function ofOthers(serviceName: string): boolean {
  return serviceName.includes('.vpce-svc-') || !serviceName.includes('amazonaws')
}

type Obstacle = Pick<UnusedEndpoint, 'why' | 'state'>

/** Whether it answers for the name of its service; what keeps it from that. */
function answers(vpc: Placed<Vpc>, endpoint: VpcEndpoint, host: AwsHost | null): true | Obstacle | Gap {
  const state = endpoint.state ?? 'available'
  const checks: readonly (readonly [UnusedEndpoint['why'], Known<boolean>])[] = [
    ['private-dns-off', endpoint.privateDnsEnabled ?? true],
    ['inbound-resolver-only', host === null ? true : answersInside(endpoint, host)],
    ['not-available', isGap(state) ? state : servesIn(state)],
    ['vpc-dns-off', vpc.value.enableDnsHostnames],
  ]
  let hidden: Gap | null = null
  for (const [why, holds] of checks) {
    if (holds === false) return { why, state: isGap(state) ? 'unknown' : state }
    if (isGap(holds)) hidden ??= holds
  }
  return hidden ?? true
}

/**
 * Endpoints of services that have gateway endpoints too answer inside of the VPC only where that was asked for.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns-s3
 */
function answersInside(
  { privateDnsOnlyForInboundResolverEndpoint: inboundOnly = true }: VpcEndpoint,
  host: AwsHost,
): Known<boolean> {
  if (!hasGatewayEndpoint(host)) return true
  return isGap(inboundOnly) ? inboundOnly : !inboundOnly
}

const IDLE = ['pendingacceptance', 'pending', 'rejected', 'failed', 'expired', 'deleting', 'deleted']

/**
 * The API writes `available`, and `Available` in older answers.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
 */
export function servesIn(state: string): Known<boolean> {
  const name = state.toLowerCase()
  if (name === 'available') return true
  return IDLE.includes(name) ? false : { gap: 'not-modeled', what: 'endpoint-state', of: state }
}
