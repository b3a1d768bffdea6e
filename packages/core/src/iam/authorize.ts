import { assuming, type Judgement, type OpenFact, WORKS } from '../model/judgement.ts'
import { REST } from '../model/placeholder.ts'
import type { World } from '../model/world.ts'
import type { AccessRequest } from './access-request.ts'
import { actionName } from './action-name.ts'
import type { PolicyBlocker } from './blocker.ts'
import { NOBODY } from './caller.ts'
import { REFERENCES_ALONE } from './context.ts'
import { endpointLayer, isOpenTo } from './endpoint-layer.ts'
import { askSource, bitsOfSource, type Layer, letsThrough } from './layer.ts'
import { contextOfNobody } from './nobody-context.ts'
import { organizationOf, type PrincipalFacts, principalFactsOf } from './principal-facts.ts'
import { type Asked, ownQuery, resourceQuery } from './readings.ts'
import { contextOf } from './request-context.ts'
import { isUnderResourceControl } from './resource-control.ts'
import { mayHavePolicy, ownerOf, resourceLayerOf } from './resource-layer.ts'
import { isAllowed, type Stack } from './stack.ts'
import { blockersOfStack } from './stack-blockers.ts'
import { openFactsOfStack } from './stack-facts.ts'
import type { Query } from './statement.ts'

/** Works on the ground that organization policies, which were not read, stop nothing. */
const ASSUMED: Judgement<never> = Object.freeze(assuming('organization-policies'))

/**
 * Whether the policies of all layers on the path of a request let it through: an explicit deny in any of them wins, and
 * what a layer does not allow is denied.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function authorize(world: World, request: AccessRequest): Judgement<PolicyBlocker> {
  const found = judge(world, request)
  return found.gaps.some(isOfReference) ? (judgeWithReferences(world, request) ?? found) : found
}

/** Whether it is open what is behind a reference (`REST`). */
function isOfReference({ gap }: OpenFact): boolean {
  return gap.gap === 'unresolved' && gap.expression.endsWith(REST)
}

/** Null where it does not work even so: then nobody knows. */
function judgeWithReferences(world: World, request: AccessRequest): Judgement<PolicyBlocker> | null {
  const found = judge(world, { ...request, context: { ...request.context, [REFERENCES_ALONE]: 'true' } })
  if (found.verdict !== 'works') return null
  return { ...found, assumptions: [...found.assumptions, 'policy-references-alone'] }
}

function judge(world: World, request: AccessRequest): Judgement<PolicyBlocker> {
  if (request.principal !== null) {
    const facts = principalFactsOf(world, request.principal)
    if (isPlainlyAllowed(facts, request)) return facts.assumed ? ASSUMED : WORKS
  } else if (isPlainlyLetThrough(request)) return WORKS
  const { stack, missing, assumed } = stackOf(world, request, false)
  const allowed = isAllowed(stack)
  if (allowed === true && missing === null) return assumed ? ASSUMED : WORKS
  const blockers = blockersOfStack(stack, request)
  const [first, ...more] = missing === null ? blockers : [missing, ...blockers.filter(isNoSilenceOfRole)]
  if (first !== undefined) return { verdict: 'fails', blockers: [first, ...more], gaps: [], assumptions: [] }
  return {
    verdict: 'undecided',
    blockers: [],
    gaps: openFactsOfStack(stack),
    assumptions: assumed ? ASSUMED.assumptions : [],
  }
}

/**
 * Whether the caller's own policies and those of endpoints alone decide, and all allow: what most calls come to, without
 * a stack being made of them. INVARIANT: what is so allowed, `isAllowed` allows for the whole stack.
 */
function isPlainlyAllowed(facts: PrincipalFacts, request: AccessRequest): boolean {
  const { boundary, identity, isServiceLinked, missing, organization, world } = facts
  if (missing || boundary !== null || world.hasResourceControl) return false
  if (!isServiceLinked && organization.serviceControl.length > 0) return false
  const { resource } = request
  if (mayHavePolicy(facts, resource)) return false
  const action = actionName(request.action)
  const context = contextOf(facts, request, ownerOf)
  if (!letsThrough(bitsOfSource(identity, ownQuery(action, resource, context)))) return false
  return request.endpoints.length === 0 || areOpen(request, { action, resource, context }, facts)
}

/** Nobody has policies, nor anything that could grant or deny but those of endpoints. */
function isPlainlyLetThrough(request: AccessRequest): boolean {
  if (request.endpoints.length === 0) return true
  const { action, resource } = request
  return areOpen(request, { action: actionName(action), resource, context: contextOfNobody(request) }, NOBODY)
}

/** Whether all endpoints on the way let it through. */
function areOpen({ endpoints }: AccessRequest, asked: Asked, caller: PrincipalFacts | typeof NOBODY): boolean {
  for (const endpoint of endpoints) if (!isOpenTo(endpoint, asked, caller)) return false
  return true
}

/** A role that is not there has no policies: that goes without saying. */
function isNoSilenceOfRole({ blocker }: PolicyBlocker): boolean {
  return blocker !== 'identity-policies-silent'
}

interface Stacked {
  readonly stack: Stack
  readonly missing: PolicyBlocker | null
  /** Whether policies that were not read are taken as good. */
  readonly assumed: boolean
}

/**
 * All layers that bear on a request.
 *
 * @param isWhole with the policies of endpoints that let the request through; else without them, since they decide nothing
 */
export function stackOf(world: World, request: AccessRequest, isWhole: boolean): Stacked {
  const { principal, resource } = request
  const action = actionName(request.action)
  if (principal === null) {
    const asked: Asked = { action, resource, context: contextOfNobody(request) }
    const gates = endpointLayers(NONE, request, asked, NOBODY, isWhole)
    return { stack: { gates, identity: null, limits: NONE, resource: null }, missing: null, assumed: false }
  }
  const facts = principalFactsOf(world, principal)
  const asked: Asked = { action, resource, context: contextOf(facts, request, ownerOf) }
  const own = ownQuery(action, resource, asked.context)
  const organization = organizationLayers(facts, request.action, asked, own)
  return {
    stack: {
      gates: endpointLayers(organization, request, asked, facts, isWhole),
      identity: askSource(facts.identity, own),
      limits: facts.boundary === null ? NONE : [askSource(facts.boundary, own)],
      resource: resourceLayerOf(facts, asked),
    },
    missing: facts.missing ? { blocker: 'role-missing', roleArn: principal, at: facts.identity.at } : null,
    assumed: facts.assumed,
  }
}

const NONE: readonly Layer[] = Object.freeze([])

/** What has no resource of its own is bound by the policies on resources of the caller's account. */
function organizationLayers(facts: PrincipalFacts, action: string, asked: Asked, own: Query): readonly Layer[] {
  if (facts.isServiceLinked) return NONE
  const layers = facts.organization.serviceControl.map((source) => askSource(source, own))
  if (!facts.world.hasResourceControl || !isUnderResourceControl(action)) return layers
  const owner = ownerOf(facts, asked.resource)
  const { resourceControl } = owner === null ? facts.organization : organizationOf(facts.world, owner)
  // Such a policy names everybody and excepts nobody, so a boundary does not count.
  const query = resourceQuery(asked, facts, undefined)
  return [...layers, ...resourceControl.map((source) => askSource(source, query))]
}

/** Behind what is there before, the policies of the endpoints. */
function endpointLayers(
  before: readonly Layer[],
  { endpoints }: AccessRequest,
  asked: Asked,
  caller: PrincipalFacts | typeof NOBODY,
  isWhole: boolean,
): readonly Layer[] {
  const bounded = caller.kind === 'role' && caller.boundary !== null
  let layers = before
  for (const endpoint of endpoints) {
    const layer = endpointLayer(endpoint, asked, caller, bounded)
    if (layer !== null && (isWhole || !letsThrough(layer.bits))) layers = [...layers, layer]
  }
  return layers
}
