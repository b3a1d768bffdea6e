import type { Naming } from './caller.ts'
import type { Layer } from './layer.ts'
import { allowsOf, deniesOf, opinionOf } from './policy.ts'
import type { Query } from './statement.ts'
import { both, either, not, type Truth } from './truth.ts'

/** All layers that bear on one request, asked. */
export interface Stack {
  /** Each must allow: organization policies by level, endpoints. */
  readonly gates: readonly Layer[]
  /** Null: the caller has no policies of its own, as a service or nobody. */
  readonly identity: Layer | null
  /** Boundary and session policies, which limit what the caller's own policies grant. */
  readonly limits: readonly Layer[]
  /** Null: the resource has no policy, or none that bears on the caller. */
  readonly resource: ResourceLayer | null
}

export interface ResourceLayer extends Layer {
  /** Whether the resource is of another account than the caller. */
  readonly isForeign: Truth
  /** Whether nothing is allowed without the policy, as of keys and of roles that are assumed. */
  readonly mustAllow: boolean
  /** The same question, with only one way of naming the caller. */
  readonly queryFor: (naming: Naming) => Query
  /** Whether a grant of the key allows it. */
  readonly granted: Truth
}

/** Whether AWS would let the request through. */
export function isAllowed(stack: Stack): Truth {
  let answer: Truth = true
  for (const { bits } of layersOf(stack)) {
    answer = both(answer, not(deniesOf(bits)))
    if (answer === false) return false
  }
  for (const { bits } of stack.gates) answer = both(answer, allowsOf(bits))
  return answer === false ? false : both(answer, isGranted(stack))
}

export function layersOf({ gates, identity, limits, resource }: Stack): readonly Layer[] {
  const own = identity === null ? limits : [identity, ...limits]
  return resource === null ? [...own, ...gates] : [...own, resource, ...gates]
}

/**
 * Whether the policies that grant do: the caller's own, those on the resource, or both.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function isGranted({ identity, limits, resource }: Stack): Truth {
  let limited: Truth = true
  for (const { bits } of limits) limited = both(limited, allowsOf(bits))
  if (identity === null) return resource === null ? true : allowsOf(resource.bits)
  const own = both(allowsOf(identity.bits), limited)
  if (resource === null) return own
  const { isForeign } = resource
  if (isForeign === true) return grantedAcross(resource, own)
  const within = grantedWithin(resource, own, limited)
  return isForeign === false || within === grantedAcross(resource, own) ? within : undefined
}

/** Both sides must allow. Whether a grant to another account needs that account's policies is not documented. */
function grantedAcross({ bits, granted }: ResourceLayer, own: Truth): Truth {
  return either(both(own, either(allowsOf(bits), granted)), granted === false ? false : undefined)
}

/** Either side may allow, but nothing goes without the policy of a key. */
function grantedWithin(resource: ResourceLayer, own: Truth, limited: Truth): Truth {
  const { mustAllow, granted } = resource
  if (!mustAllow && own === true) return true
  if (allowsOf(resource.bits) === false && granted === false) return mustAllow ? false : own
  const delegated = mustAllow ? both(allowBy(resource, 'account'), own) : own
  const byRole = both(either(allowBy(resource, 'role'), granted), limited)
  const byGrant = granted === false ? false : undefined
  return either(either(delegated, allowBy(resource, 'caller')), either(byRole, byGrant))
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function allowBy({ source, queryFor }: ResourceLayer, naming: Naming): Truth {
  const query = queryFor(naming)
  let truth: Truth = source.unknown.length > 0 ? undefined : false
  for (const { policy } of source.policies) truth = either(truth, allowsOf(opinionOf(policy, query)))
  return truth
}
