import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { Caller } from './caller.ts'
import { askSource, type Layer, type Source } from './layer.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { sharedPolicyOf } from './policy.ts'
import { type Asked, endpointQuery } from './readings.ts'
import type { Truth } from './truth.ts'

/** Null: the endpoint has no policy, so it lets all through. */
export function endpointLayer(
  endpoint: Placed<VpcEndpoint>,
  asked: Asked,
  caller: Caller,
  bounded: Truth,
): Layer | null {
  const { policyDocument, vpcEndpointType } = endpoint.value
  if (policyDocument === undefined) return null
  const isGateway = isGap(vpcEndpointType) ? undefined : vpcEndpointType === 'Gateway'
  return askSource(endpointSource(endpoint, policyDocument), endpointQuery(asked, caller, bounded, isGateway))
}

// INVARIANT: an endpoint of a world does not change.
const sources = new WeakMap<Placed<VpcEndpoint>, Source>()

function endpointSource(endpoint: Placed<VpcEndpoint>, document: NonNullable<VpcEndpoint['policyDocument']>): Source {
  const known = sources.get(endpoint)
  if (known !== undefined) return known
  const { id, at: endpointAt } = endpoint
  const at = pointerTo(endpointAt, 'policyDocument')
  const placed: PlacedPolicy = { policy: sharedPolicyOf(document, 'endpoint'), name: id, kind: 'endpoint-policy', at }
  const made: Source = { layer: 'endpoint-policy', owner: id, level: 0, policies: [placed], unknown: [], at }
  sources.set(endpoint, made)
  return made
}
