import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import type { Caller } from './caller.ts'
import { askSource, type Layer, letsThrough, type Source } from './layer.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { contentOf, sharedPolicyOf } from './policy.ts'
import { type Asked, endpointQuery } from './readings.ts'
import { isOfEverything, type Statement, termsOf } from './statement.ts'
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
  return askSource(known(endpoint, policyDocument).source, endpointQuery(asked, caller, bounded, isGateway))
}

/** Whether the policy of the endpoint surely lets a request through, of a caller that no boundary limits. */
export function isOpenTo(endpoint: Placed<VpcEndpoint>, asked: Asked, caller: Caller): boolean {
  const { policyDocument } = endpoint.value
  if (policyDocument === undefined) return true
  const { byAction } = known(endpoint, policyDocument)
  const before = byAction?.get(asked.action.folded)
  if (before !== undefined) return before
  const layer = endpointLayer(endpoint, asked, caller, false)
  const isOpen = layer === null || letsThrough(layer.bits)
  byAction?.set(asked.action.folded, isOpen)
  return isOpen
}

interface Known {
  readonly source: Source
  /** What was found for actions; null: more than the action counts. */
  readonly byAction: Map<string, boolean> | null
}

// INVARIANT: an endpoint of a world does not change.
const sources = new WeakMap<Placed<VpcEndpoint>, Known>()

function known(endpoint: Placed<VpcEndpoint>, document: NonNullable<VpcEndpoint['policyDocument']>): Known {
  const before = sources.get(endpoint)
  if (before !== undefined) return before
  const { id, at: endpointAt } = endpoint
  const at = pointerTo(endpointAt, 'policyDocument')
  const policy = sharedPolicyOf(document, 'endpoint')
  const placed: PlacedPolicy = { policy, name: id, kind: 'endpoint-policy', at }
  const source: Source = { layer: 'endpoint-policy', owner: id, level: 0, policies: [placed], unknown: [], at }
  const made = { source, byAction: contentOf(policy).statements.every(isForAll) ? new Map<string, boolean>() : null }
  sources.set(endpoint, made)
  return made
}

/** Whether all that counts for a statement is the action: it speaks of everybody and of everything. */
function isForAll(statement: Statement): boolean {
  const { principal } = termsOf(statement)
  if (principal === undefined || principal.negated || !isOfEverything(statement)) return false
  return principal.everyone || principal.entries.some(({ text }) => text === '*')
}
