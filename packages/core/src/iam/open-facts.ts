import type { Gap } from '../model/gap.ts'
import type { OpenFact, Subject } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { type KeyTest, testKey } from './condition/key-test.ts'
import type { Context } from './context.ts'
import { matchPattern, matchPatterns, type Patterns } from './patterns.ts'
import { bitsOf, contentOf, type Policy } from './policy.ts'
import type { PrincipalElement } from './principal.ts'
import { actionOf, matchStatement, type Query, type Statement, termsOf } from './statement.ts'
import { unknownVariables } from './variables.ts'

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
  const keys = new Map<string, OpenFact>()
  for (const fact of [...keysOfResource(statement, query, at), ...keysOfConditions(statement, query, at)]) {
    keys.set(fact.what.id, fact)
  }
  return [...facts, ...keys.values()]
}

function gapsOf(statement: Statement, query: Query): readonly Gap[] {
  const action = actionOf(statement)
  const { gaps, resource, principal, effect } = termsOf(statement)
  const isDeny = effect === 'Deny'
  return [
    ...gaps,
    ...(action.faults.length > 0 ? [] : gapsOfPatterns(action, query.action.folded, query.context)),
    ...(resource === undefined || resource.faults.length > 0
      ? []
      : gapsOfPatterns(resource, query.resource, query.context)),
    ...(principal === undefined ? [] : gapsOfPrincipal(principal, isDeny, query)),
  ]
}

function gapsOfPrincipal(principal: PrincipalElement, isDeny: boolean, query: Query): readonly Gap[] {
  if (query.matchPrincipal(principal, isDeny) !== undefined) return []
  const open = principal.negated
    ? principal.entries
    : principal.entries.filter(
        (entry) =>
          query.matchPrincipal({ ...principal, everyone: false, entries: [entry], gaps: [] }, isDeny) === undefined,
      )
  const texts = principal.everyone ? ['*'] : open.map(({ text }) => text)
  const what = principal.negated ? 'not-principal' : 'principal'
  const why = (text: string): Gap =>
    hasPlaceholder(text) ? { gap: 'unresolved', expression: text } : { gap: 'not-modeled', what, of: text }
  return [...principal.gaps, ...texts.map(why)]
}

function gapsOfPatterns(patterns: Patterns, text: string, context: Context): readonly Gap[] {
  if (matchPatterns(patterns, text, context) !== undefined) return []
  const open = patterns.globs.filter((glob) => matchPattern(glob, text, context) === undefined)
  const unresolved = open.filter(({ pattern }) => unknownVariables(pattern, context).length === 0)
  return [...patterns.gaps, ...unresolved.map(({ pattern }): Gap => whyOpen(pattern, text))]
}

function whyOpen(pattern: string, text: string): Gap {
  return { gap: 'unresolved', expression: hasPlaceholder(pattern) || !hasPlaceholder(text) ? pattern : text }
}

/** The variables on which it depends whether the resource is meant. */
function keysOfResource(statement: Statement, { resource, context }: Query, at: Pointer): readonly OpenFact[] {
  const patterns = termsOf(statement).resource
  if (patterns === undefined || matchPatterns(patterns, resource, context) !== undefined) return []
  return patterns.globs
    .filter((glob) => matchPattern(glob, resource, context) === undefined)
    .flatMap(({ pattern }) => unknownVariables(pattern, context))
    .map(([key, gap]) => factOfKey(key, gap, at))
}

function keysOfConditions(statement: Statement, { context }: Query, at: Pointer): readonly OpenFact[] {
  return termsOf(statement)
    .conditions.filter((tests) => testKey(tests, context) === undefined)
    .flatMap(({ key, written, tests }) => {
      const found = context(key)
      const values = tests.flatMap(({ texts }) => texts)
      const variables = values.flatMap((text) => unknownVariables(text, context))
      const facts = variables.map(([variable, gap]) => factOfKey(variable, gap, at))
      if (isGap(found)) return [factOfKey(written, found, at), ...facts]
      const known = found.flatMap((alternative) => alternative ?? []).find(hasPlaceholder)
      const open = known ?? values.find(hasPlaceholder)
      // A value that is a gap is one of the statement: the key itself is known.
      if (facts.length > 0 || (open === undefined && tests.some(hasGap))) return facts
      return [factOfKey(written, { gap: 'unresolved', expression: open ?? written }, at)]
    })
}

/** Of a test with an operator, nothing but a gap is open; `Null` may have a placeholder. */
function hasGap({ operator, open }: KeyTest): boolean {
  return open && operator !== null
}

/** @param key as the policy writes it */
function factOfKey(key: string, found: Gap, at: Pointer): OpenFact {
  const gap = found.gap === 'not-modeled' && found.what === 'condition-keys' ? { ...found, of: key } : found
  return { gap, what: { kind: 'condition', id: key }, at }
}
