import type { AccessRequest } from './access-request.ts'
import type { PolicyBlocker } from './blocker.ts'
import type { Layer } from './layer.ts'
import { nearMissOf } from './near-miss.ts'
import { statementPointer, statementsThat } from './open-facts.ts'
import { allowsOf, DENIES } from './policy.ts'
import { isGranted, layersOf, type ResourceLayer, type Stack } from './stack.ts'
import { termsOf } from './statement.ts'

type Request = Pick<AccessRequest, 'principal' | 'action' | 'resource'>

/** Everything that stops a request: each statement that denies, and each layer that must allow and is silent. */
export function blockersOfStack(stack: Stack, { principal, action, resource }: Request): readonly PolicyBlocker[] {
  const request = { principal, action, resource }
  const silentGates = stack.gates.filter(({ bits }) => allowsOf(bits) === false)
  return [
    ...layersOf(stack).flatMap((layer) => denialsOf(layer, request)),
    ...(isGranted(stack) === false ? silencesOf(stack, request) : []),
    ...silentGates.map((gate) => silentGate(gate, request)),
  ]
}

function denialsOf({ source, query, bits }: Layer, request: Request): readonly PolicyBlocker[] {
  if ((bits & DENIES) === 0) return []
  return source.policies.flatMap((placed) =>
    statementsThat(placed.policy, query, DENIES).map((statement): PolicyBlocker => {
      const at = statementPointer(placed, statement, source.at)
      const { name } = termsOf(statement)
      return { blocker: 'policy-denies', ...request, layer: source.layer, policy: placed.name, statement: name, at }
    }),
  )
}

function silentGate({ source }: Layer, request: Request): PolicyBlocker {
  const { layer, owner, level, at } = source
  if (layer === 'service-control-policy' || layer === 'resource-control-policy') {
    return { blocker: 'organization-policies-silent', ...request, layer, account: owner, level: level + 1, at }
  }
  return { blocker: 'endpoint-policy-silent', ...request, endpointId: owner, at }
}

/** Where nothing grants: whatever of the granting sides is silent. */
function silencesOf({ identity, limits, resource }: Stack, request: Request): readonly PolicyBlocker[] {
  const blockers: PolicyBlocker[] = []
  if (identity !== null && allowsOf(identity.bits) === false) {
    const { at } = identity.source
    blockers.push({ blocker: 'identity-policies-silent', ...request, nearMiss: nearMissOf(identity), at })
  }
  for (const { source, bits } of limits) {
    if (allowsOf(bits) !== false) continue
    const policy = source.policies[0]?.name ?? source.owner
    blockers.push({ blocker: 'limit-silent', ...request, layer: 'permissions-boundary', policy, at: source.at })
  }
  if (resource !== null && allowsOf(resource.bits) === false && isNeeded(resource)) {
    const why = resource.isForeign === true ? 'other-account' : 'key-policy'
    blockers.push({ blocker: 'resource-policy-silent', ...request, why, at: resource.source.at })
  }
  return blockers
}

/** In its own account, the policy of most resources need not allow what the caller's policies do. */
function isNeeded({ mustAllow, isForeign }: ResourceLayer): boolean {
  return mustAllow || isForeign === true
}
