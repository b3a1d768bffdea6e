import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { Caller } from './caller.ts'
import { askSource, type Layer, type Source } from './layer.ts'
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
  const made = makeSource(endpoint, document)
  sources.set(endpoint, made)
  return made
}

function makeSource(
  { id, at: endpointAt }: Placed<VpcEndpoint>,
  document: NonNullable<VpcEndpoint['policyDocument']>,
): Source {
  const at = pointerTo(endpointAt, 'policyDocument')
  const common = { layer: 'endpoint-policy', owner: id, level: 0, at } as const
  if (isGap(document)) {
    return { ...common, policies: [], unknown: [{ gap: document, what: { kind: 'endpoint-policy', id }, at }] }
  }
  const policy = sharedPolicyOf(document, 'endpoint')
  return { ...common, policies: [{ policy, name: id, kind: 'endpoint-policy', at }], unknown: [] }
}
