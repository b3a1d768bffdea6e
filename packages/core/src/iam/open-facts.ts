import type { Gap } from '../model/gap.ts'
import type { OpenFact, Subject } from '../model/judgement.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { matchGlob } from './glob.ts'
import { matchPatterns, type Patterns } from './patterns.ts'
import { bitsOf, contentOf, type Policy } from './policy.ts'
import type { PrincipalElement } from './principal.ts'
import { actionOf, matchStatement, type Query, type Statement, termsOf } from './statement.ts'
import type { Truth } from './truth.ts'

/** A policy of a layer. */
export interface PlacedPolicy {
  readonly policy: Policy
  /** Its name or ARN, or the id of what it is attached to. */
  readonly name: string
  readonly kind: Subject['kind']
  /** Where the snapshot has its document; else how the role comes to it. */
  readonly at: Pointer | 'inline' | 'attached'
}

/** @param layer where the layer's role or document is */
function policyPointer({ at, name }: PlacedPolicy, layer: Pointer): Pointer {
  if (at === 'inline') return pointerTo(layer, 'inlinePolicies', name)
  return at === 'attached' ? pointerTo(layer, 'attachedPolicyArns') : at
}

export function statementPointer(placed: PlacedPolicy, { index }: Statement, layer: Pointer): Pointer {
  const at = policyPointer(placed, layer)
  if (placed.at === 'attached') return at
  return contentOf(placed.policy).listed ? pointerTo(at, 'Statement', index) : pointerTo(at, 'Statement')
}

/** The statements whose answer has one of the bits. */
export function statementsThat(policy: Policy, query: Query, bits: number): readonly Statement[] {
  return contentOf(policy).statements.filter(
    (statement) => (bitsOf(statement, matchStatement(statement, query)) & bits) !== 0,
  )
}

/** What of the policy would have to be known, for those of its statements whose answer has one of the bits. */
export function openFactsOf(placed: PlacedPolicy, query: Query, bits: number, layer: Pointer): readonly OpenFact[] {
  const { policy, name, kind } = placed
  const { fault } = contentOf(policy)
  if (fault !== undefined) return [{ gap: fault, what: { kind, id: name }, at: policyPointer(placed, layer) }]
  return statementsThat(policy, query, bits).flatMap((statement) =>
    factsOfStatement(placed, statement, query, statementPointer(placed, statement, layer)),
  )
}

function factsOfStatement(placed: PlacedPolicy, statement: Statement, query: Query, at: Pointer): readonly OpenFact[] {
  const what: Subject = { kind: placed.kind, id: placed.name }
  const facts = gapsOf(statement, query).map((gap): OpenFact => ({ gap, what, at }))
  const { conditionKeys } = termsOf(statement)
  if (conditionKeys.length > 0) {
    const keys = conditionKeys.join(', ')
    facts.push({
      gap: { gap: 'not-modeled', what: 'condition-keys', of: keys },
      what: { kind: 'condition', id: keys },
      at,
    })
  }
  return facts
}

function gapsOf(statement: Statement, query: Query): readonly Gap[] {
  const action = actionOf(statement)
  const { gaps, resource, principal, effect } = termsOf(statement)
  const ask = (element: PrincipalElement) => query.matchPrincipal(element, effect)
  return [
    ...gaps,
    ...(action.faults.length > 0 ? [] : gapsOfPatterns(action, query.action.folded)),
    ...(resource === undefined || resource.faults.length > 0 ? [] : gapsOfPatterns(resource, query.resource)),
    ...(principal === undefined || ask(principal) !== undefined ? [] : gapsOfPrincipal(principal, ask)),
  ]
}

function gapsOfPrincipal(principal: PrincipalElement, ask: (element: PrincipalElement) => Truth): readonly Gap[] {
  const open = principal.entries.filter((entry) => ask({ everyone: false, entries: [entry], gaps: [] }) === undefined)
  const texts = principal.everyone ? ['*'] : open.map(({ text }) => text)
  const why = (text: string): Gap =>
    hasPlaceholder(text) ? { gap: 'unresolved', expression: text } : { gap: 'not-modeled', what: 'principal', of: text }
  return [...principal.gaps, ...texts.map(why)]
}

function gapsOfPatterns(patterns: Patterns, text: string): readonly Gap[] {
  if (matchPatterns(patterns, text) !== undefined) return []
  const open = patterns.globs.filter((glob) => matchGlob(glob, text) === undefined)
  return [...patterns.gaps, ...open.map(({ pattern }): Gap => whyOpen(pattern, text))]
}

function whyOpen(pattern: string, text: string): Gap {
  if (hasPlaceholder(pattern)) return { gap: 'unresolved', expression: pattern }
  if (hasPlaceholder(text)) return { gap: 'unresolved', expression: text }
  return { gap: 'not-modeled', what: 'policy-variables', of: pattern }
}
