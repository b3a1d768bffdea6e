import type { Layer, Source } from './layer.ts'
import type { LayerName } from './layer-name.ts'
import { statementsThat } from './open-facts.ts'
import { ALLOWS, allowsOf, DENIES, deniesOf, UNKNOWN } from './policy.ts'
import { problemsOf } from './policy-problems.ts'
import type { DecidingStatement, PolicyDecision, PolicyProblem, PolicyRequest, PolicySet } from './policy-set.ts'
import { isAllowed, isGranted, layersOf, type Stack } from './stack.ts'
import { openFactsOfStack } from './stack-facts.ts'
import { stackOfSet } from './stack-of-set.ts'
import { termsOf } from './statement.ts'

/**
 * What AWS would decide about a request under the given policies and nothing else: the same answer that `authorize`
 * gives for a world that holds them. What a document says is remembered with the object that it is: give a changed document
 * as a new object.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * @public
 */
export function evaluate(policies: PolicySet, request: PolicyRequest): PolicyDecision {
  const stack = stackOfSet(policies, request)
  const allowed = isAllowed(stack)
  const problems = layersOf(stack).flatMap(knownProblemsOf)
  if (allowed === undefined) {
    const keys = openFactsOfStack(stack).filter(({ what }) => what.kind === 'condition')
    const missingKeys = [...new Set(keys.map(({ what }) => what.id))].sort()
    return { decision: 'undecided', ...reasonsOf(openLayers(stack), UNKNOWN), missingKeys, problems }
  }
  return allowed
    ? { decision: 'allowed', ...reasonsOf(layersOf(stack).filter(isGranting), ALLOWS), missingKeys: [], problems }
    : { decision: 'denied', ...reasonsOf(denyingLayers(stack), DENIES), missingKeys: [], problems }
}

function knownProblemsOf({ source }: Layer): readonly PolicyProblem[] {
  const known = problemsOfSources.get(source)
  if (known !== undefined) return known
  const found = problemsOf(source)
  problemsOfSources.set(source, found)
  return found
}

// INVARIANT: a memo of a pure function of policies that are asked again and again.
const problemsOfSources = new WeakMap<Source, readonly PolicyProblem[]>()

/** @param bits what the statements say that decide */
function reasonsOf(layers: readonly Layer[], bits: number): Pick<PolicyDecision, 'by' | 'statements'> {
  const by = new Set<LayerName>()
  const statements: DecidingStatement[] = []
  for (const { source, query, bits: said } of layers) {
    by.add(source.layer)
    if ((said & bits) === 0) continue
    source.policies.forEach(({ policy }, document) => {
      for (const statement of statementsThat(policy, query, bits)) {
        statements.push({ layer: source.layer, level: source.level, document, statement: termsOf(statement).name })
      }
    })
  }
  return { by: [...by], statements }
}

function isGranting({ bits, source: { layer } }: Layer): boolean {
  return (layer === 'identity-policy' || layer === 'resource-policy') && allowsOf(bits) === true
}

function openLayers(stack: Stack): readonly Layer[] {
  const isOpen = isGranted(stack) === undefined
  const gates = new Set(stack.gates)
  return layersOf(stack).filter((layer) => {
    const allows = allowsOf(layer.bits) === undefined && (isOpen || gates.has(layer))
    return allows || deniesOf(layer.bits) === undefined || (isOpen && isOpenBeside(layer, stack))
  })
}

/** Whether it depends on whose the resource is, or on a grant, what its policy has to allow. */
function isOpenBeside(layer: Layer, { resource }: Stack): boolean {
  return layer === resource && (resource.isForeign === undefined || resource.granted === undefined)
}

function denyingLayers(stack: Stack): readonly Layer[] {
  const isSilent = isGranted(stack) === false
  const gates = new Set(stack.gates)
  return layersOf(stack).filter((layer) => {
    const silent = allowsOf(layer.bits) === false && (gates.has(layer) || (isSilent && isNeeded(layer, stack)))
    return silent || deniesOf(layer.bits) === true
  })
}

/** Where nothing grants, the policy of a resource is to blame only if it must allow. */
function isNeeded(layer: Layer, { resource }: Stack): boolean {
  return layer !== resource || resource.mustAllow || resource.isForeign === true
}
