import { assuming, fails, type Judgement, type OpenFact, WORKS } from '../model/judgement.ts'
import type { World } from '../model/world.ts'
import type { AccessRequest } from './access-request.ts'
import { actionName } from './action-name.ts'
import type { PolicyBlocker } from './blocker.ts'
import { endpointLayer } from './endpoint-policy.ts'
import { blockersOf, gapsOf, type Layer, letsThrough } from './layer.ts'
import { evaluate, UNKNOWN } from './policy.ts'
import { type Caller, NOBODY } from './principal.ts'
import { type PrincipalFacts, principalFactsOf } from './principal-facts.ts'
import { NOTHING, resourceOpinion, resourceSideOf } from './resource-side.ts'
import type { Query } from './statement.ts'

export type { AccessRequest }

/** Works on the ground that organization policies, which were not read, stop nothing. */
const ASSUMED: Judgement<never> = Object.freeze(assuming('organization-policies'))

/**
 * Whether the policies of all layers on the path of a request let it through: an explicit deny in any of them wins, and
 * what a layer does not allow is denied.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function authorize(world: World, request: AccessRequest): Judgement<PolicyBlocker> {
  const { principal, resource } = request
  const query: Query = { action: actionName(request.action), resource, matchPrincipal: unasked }
  if (principal === null) return decide(request, endpointLayers(request, query, NOBODY), [], [], false)

  const facts = principalFactsOf(world, principal)
  const bits = identityBits(facts, query)
  const side = resourceSideOf(world, facts.world.resourcePolicies, resource, facts)
  const opinion = side === null ? NOTHING : resourceOpinion(side, query, facts, bits)
  const endpoints = endpointLayers(request, query, facts)
  const open = facts.layers.length + opinion.open.length === 0 ? NO_FACTS : [...facts.layers, ...opinion.open]
  if (facts.missing) {
    const missing: PolicyBlocker = { blocker: 'role-missing', roleArn: principal, at: facts.at }
    return decide(request, endpoints, [missing], open, facts.assumed)
  }
  const layers = letsThrough(bits) ? endpoints : [identityLayer(facts, query, bits, opinion.mayGrant), ...endpoints]
  return decide(request, layers, [], open, facts.assumed)
}

/** Identity policies have no `Principal`. */
const unasked = () => undefined

const NO_FACTS: readonly OpenFact[] = []
const NO_LAYERS: readonly Layer[] = []

function identityBits({ policies, unknown }: PrincipalFacts, query: Query): number {
  let bits = unknown.length > 0 ? UNKNOWN : 0
  for (const { policy } of policies) bits |= evaluate(policy, query)
  return bits
}

function identityLayer(facts: PrincipalFacts, query: Query, bits: number, replaceable: boolean): Layer {
  const { policies, unknown, at } = facts
  return { layer: 'identity-policy', policies, unknown, query, bits, at, replaceable }
}

/** The policies of the endpoints that do not let the request through as it is. */
function endpointLayers({ endpoints }: AccessRequest, query: Query, caller: Caller): readonly Layer[] {
  let layers = NO_LAYERS
  for (const endpoint of endpoints) {
    const layer = endpointLayer(endpoint, query, caller)
    if (layer !== null) layers = [...layers, layer]
  }
  return layers
}

function decide(
  request: AccessRequest,
  layers: readonly Layer[],
  missing: readonly PolicyBlocker[],
  open: readonly OpenFact[],
  assumed: boolean,
): Judgement<PolicyBlocker> {
  if (layers.length + missing.length + open.length === 0) return assumed ? ASSUMED : WORKS
  const [first, ...more] = [...missing, ...layers.flatMap((layer) => blockersOf(layer, request))]
  if (first !== undefined) return fails(first, ...more)
  const assumptions = assumed ? ASSUMED.assumptions : []
  return { verdict: 'undecided', blockers: [], gaps: [...layers.flatMap(gapsOf), ...open], assumptions }
}
