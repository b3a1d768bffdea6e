import type { OpenFact } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import type { AccessRequest } from './access-request.ts'
import type { PolicyBlocker } from './blocker.ts'
import { openFactsOf, type PlacedPolicy, statementPointer, statementsThat } from './open-facts.ts'
import { ALLOWS, DENIES, MAY_ALLOW, MAY_DENY } from './policy.ts'
import { type Query, termsOf } from './statement.ts'

/** Policies of which one must allow and none may deny: a permission is what all layers on its path let through. */
export type Layer = IdentityLayer | EndpointLayer

interface Common {
  readonly policies: readonly PlacedPolicy[]
  /** What is not known of the layer as a whole. */
  readonly unknown: readonly OpenFact[]
  readonly query: Query
  /** What its policies say (`policy.ts`). */
  readonly bits: number
  readonly at: Pointer
}

interface IdentityLayer extends Common {
  readonly layer: 'identity-policy'
  /** Whether a policy on the resource may allow instead. */
  readonly replaceable: boolean
}

interface EndpointLayer extends Common {
  readonly layer: 'endpoint-policy'
  readonly endpointId: string
}

export function letsThrough(bits: number): boolean {
  return (bits & (ALLOWS | DENIES | MAY_DENY)) === ALLOWS
}

/** Each statement that denies, and the silence where nothing allows. */
export function blockersOf(layer: Layer, { principal, action, resource }: AccessRequest): readonly PolicyBlocker[] {
  const request = { principal, action, resource }
  const blockers: PolicyBlocker[] = []
  for (const placed of layer.policies) {
    if ((layer.bits & DENIES) === 0) break
    for (const statement of statementsThat(placed.policy, layer.query, DENIES)) {
      const at = statementPointer(placed, statement, layer.at)
      blockers.push({
        blocker: 'policy-denies',
        ...request,
        layer: layer.layer,
        policy: placed.name,
        statement: termsOf(statement).name,
        at,
      })
    }
  }
  if ((layer.bits & (ALLOWS | MAY_ALLOW)) !== 0) return blockers
  if (layer.layer === 'endpoint-policy') {
    blockers.push({ blocker: 'endpoint-policy-silent', ...request, endpointId: layer.endpointId, at: layer.at })
  } else if (!layer.replaceable) blockers.push({ blocker: 'identity-policies-silent', ...request, at: layer.at })
  return blockers
}

/** What would have to be known for the layer to let the request through, or to stop it. */
export function gapsOf({ bits, policies, unknown, query, at }: Layer): readonly OpenFact[] {
  const wanted = (bits & MAY_DENY) | ((bits & ALLOWS) === 0 ? bits & MAY_ALLOW : 0)
  if (wanted === 0) return []
  return [...unknown, ...policies.flatMap((placed) => openFactsOf(placed, query, wanted, at))]
}
