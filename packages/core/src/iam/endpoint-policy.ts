import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type Layer, letsThrough } from './layer.ts'
import { evaluate, sharedPolicyOf, UNKNOWN } from './policy.ts'
import { type Caller, matchPrincipal, namesAccount, namesRole } from './principal.ts'
import type { Query, Terms } from './statement.ts'
import type { Truth } from './truth.ts'

/** Null: the endpoint lets the request through as it is. Without a policy, it lets all through. */
export function endpointLayer(endpoint: Placed<VpcEndpoint>, query: Query, caller: Caller): Layer | null {
  const { policyDocument, vpcEndpointType } = endpoint.value
  if (policyDocument === undefined) return null
  if (isGap(policyDocument)) return unknownLayer(endpoint, query, policyDocument)
  const gateway = isGap(vpcEndpointType) ? undefined : vpcEndpointType === 'Gateway'
  const asked: Query = {
    action: query.action,
    resource: query.resource,
    matchPrincipal: (element, effect) =>
      matchPrincipal(element, true, (type, text) => entryMatches(caller, gateway, effect, type, text)),
  }
  const policy = sharedPolicyOf(policyDocument, 'endpoint')
  const bits = evaluate(policy, asked)
  if (letsThrough(bits)) return null
  const { id } = endpoint
  const at = pointerTo(endpoint.at, 'policyDocument')
  const policies = [{ policy, name: id, kind: 'endpoint-policy', at } as const]
  return { layer: 'endpoint-policy', endpointId: id, at, query: asked, bits, policies, unknown: [] }
}

function unknownLayer({ id, at: endpointAt }: Placed<VpcEndpoint>, query: Query, gap: Gap): Layer {
  const at = pointerTo(endpointAt, 'policyDocument')
  const unknown = [{ gap, what: { kind: 'endpoint-policy', id }, at } as const]
  return { layer: 'endpoint-policy', endpointId: id, at, query, bits: UNKNOWN, policies: [], unknown }
}

/**
 * The policy of a gateway endpoint must say `*` and name principals by `aws:PrincipalArn`. What it allows to an account
 * it allows to the account's root user alone; of roles and users the documentation does not say.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-gateway
 */
function entryMatches(
  caller: Caller,
  gateway: boolean | undefined,
  effect: Terms['effect'],
  type: string,
  text: string,
): Truth {
  if (type === 'AWS' && text === '*') return true
  if (caller.kind !== 'role') return false
  if (type === 'CanonicalUser') return undefined
  if (type !== 'AWS') return false
  const named = namesRole(text, caller)
  if (gateway === false || named === false) return named
  return gateway === true && effect === 'Allow' && namesAccount(text, caller) ? false : undefined
}
