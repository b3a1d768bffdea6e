import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { type ActionName, ANY, maskOf } from './action-name.ts'
import { ACTION, compilePatterns, matchPatterns, type Patterns, resourceSyntax } from './patterns.ts'
import { compilePrincipal, type PrincipalElement } from './principal.ts'
import type { Truth } from './truth.ts'

/** Where a policy stands; that decides which elements it has. */
export type PolicyKind = 'identity' | 'endpoint' | 'resource' | 'trust'

/** One statement. Most speak of other actions: what they say is compiled when it first counts. */
export interface Statement {
  /** The position in the policy, from 0. */
  readonly index: number
  readonly kind: PolicyKind
  /** Whether the version of the policy's language has variables. */
  readonly variables: boolean
  readonly written: Elements
  /** The actions of which it may speak (`action-name.ts`). */
  readonly mask: number
  action: Patterns | undefined
  terms: Terms | undefined
}

type Elements = { readonly [element: string]: unknown }

/** The other elements. */
export interface Terms {
  /** The `Sid`, else the position from 1. */
  readonly name: string
  /** Undefined: not known. */
  readonly effect: 'Allow' | 'Deny' | undefined
  /** Undefined: everybody of whom the policy speaks. */
  readonly principal: PrincipalElement | undefined
  /** Undefined: what the policy is attached to. */
  readonly resource: Patterns | undefined
  /** As written; empty: unconditional. */
  readonly conditionKeys: readonly string[]
  /** What is not known of the statement as a whole, and what AWS would not take: with one, it is open what it says. */
  readonly gaps: readonly Gap[]
}

/** What a statement is asked. */
export interface Query {
  readonly action: ActionName
  readonly resource: string
  readonly matchPrincipal: (principal: PrincipalElement, effect: Terms['effect']) => Truth
}

export function statementOf(written: unknown, index: number, kind: PolicyKind, variables: boolean): Statement {
  const mask = actionMaskOf(written)
  if (isElements(written)) return { index, kind, variables, written, mask, action: undefined, terms: undefined }
  return { index, kind, variables, written: {}, mask, action: undefined, terms: unknownTerms(index, written) }
}

/** The actions that a statement may speak of, as `maskOf`: without compiling it. */
export function actionMaskOf(written: unknown): number {
  if (typeof written !== 'object' || written === null) return ANY
  const { Action: action, NotAction: notAction } = written as Elements
  if (notAction !== undefined) return ANY
  if (typeof action === 'string') return maskOf(action)
  if (!Array.isArray(action) || action.length === 0) return ANY
  let mask = 0
  for (const text of action) mask |= typeof text === 'string' ? maskOf(text) : ANY
  return mask
}

/** Of a statement that is a gap, or no object. */
function unknownTerms(index: number, written: unknown): Terms {
  const expression = `Statement ${index + 1}: ${JSON.stringify(written) ?? ''}`
  const gaps: Gap[] = [isGap(written) ? written : { gap: 'unresolved', expression }]
  const name = String(index + 1)
  return { name, effect: undefined, principal: undefined, resource: undefined, conditionKeys: [], gaps }
}

function isElements(written: unknown): written is Elements {
  return typeof written === 'object' && written !== null && !Array.isArray(written) && !isGap(written)
}

/** All elements must match. A condition is not modeled yet: what has one is open. */
export function matchStatement(statement: Statement, query: Query): Truth {
  if ((statement.mask & query.action.mask) === 0) return false
  const spoken = matchPatterns(actionOf(statement), query.action.folded)
  if (spoken === false) return false
  const { effect, principal, resource, conditionKeys, gaps } = termsOf(statement)
  let truth: Truth = conditionKeys.length > 0 || gaps.length > 0 ? undefined : spoken
  if (resource !== undefined) {
    const matched = matchPatterns(resource, query.resource)
    if (matched === false) return false
    if (matched === undefined) truth = undefined
  }
  if (principal !== undefined) {
    const matched = query.matchPrincipal(principal, effect)
    if (matched === false) return false
    if (matched === undefined) truth = undefined
  }
  return truth
}

export function actionOf(statement: Statement): Patterns {
  const { Action: positive, NotAction: negative } = statement.written
  statement.action ??= compilePatterns('Action', positive, negative, ACTION)
  return statement.action
}

export function termsOf(statement: Statement): Terms {
  statement.terms ??= compileTerms(statement)
  return statement.terms
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
function compileTerms(statement: Statement): Terms {
  const { written, index, kind, variables } = statement
  const { Sid: sid, Effect: effect, Condition: condition, Resource: positive, NotResource: negative } = written
  const gaps: Gap[] = []
  const fault = (text: string) => gaps.push({ gap: 'unresolved', expression: `Statement ${index + 1}: ${text}` })
  for (const key of Object.keys(written)) if (!ALLOWED[kind].has(key)) fault(key)
  const ofItsThing = kind === 'trust' || (kind === 'resource' && positive === undefined && negative === undefined)
  const resource = ofItsThing
    ? undefined
    : compilePatterns('Resource', positive, negative, resourceSyntax(kind === 'identity', variables))
  for (const text of actionOf(statement).faults) fault(text)
  for (const text of resource?.faults ?? []) fault(text)
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : String(index + 1),
    effect: effectOf(effect, gaps, fault),
    principal: kind === 'identity' ? undefined : principalOf(written, gaps, fault),
    resource,
    conditionKeys: condition === undefined ? UNCONDITIONAL : conditionKeysOf(condition, gaps, fault),
    gaps,
  }
}

const UNCONDITIONAL: readonly string[] = Object.freeze([])

const COMMON = ['Sid', 'Effect', 'Action', 'NotAction', 'Condition']
const ALLOWED: { readonly [kind in PolicyKind]: ReadonlySet<string> } = {
  identity: new Set([...COMMON, 'Resource', 'NotResource']),
  endpoint: new Set([...COMMON, 'Principal', 'NotPrincipal', 'Resource', 'NotResource']),
  resource: new Set([...COMMON, 'Principal', 'NotPrincipal', 'Resource', 'NotResource']),
  trust: new Set([...COMMON, 'Principal']),
}

type Fault = (text: string) => void

function effectOf(effect: unknown, gaps: Gap[], fault: Fault): Terms['effect'] {
  if (effect === 'Allow' || effect === 'Deny') return effect
  if (isGap(effect)) gaps.push(effect)
  else fault(`Effect ${JSON.stringify(effect) ?? ''}`)
  return undefined
}

function principalOf(written: Elements, gaps: Gap[], fault: Fault): PrincipalElement | undefined {
  const { Principal: principal, NotPrincipal: notPrincipal } = written
  if (notPrincipal !== undefined) {
    if (principal !== undefined) fault('Principal, NotPrincipal')
    else gaps.push({ gap: 'not-modeled', what: 'not-principal' })
    return undefined
  }
  const compiled = compilePrincipal(principal)
  if (compiled === null) fault(`Principal ${JSON.stringify(principal) ?? ''}`)
  return compiled ?? undefined
}

function conditionKeysOf(condition: unknown, gaps: Gap[], fault: Fault): readonly string[] {
  if (isGap(condition)) gaps.push(condition)
  else if (!isElements(condition)) fault(`Condition ${JSON.stringify(condition)}`)
  else {
    const keys = new Set<string>()
    for (const [operator, tested] of Object.entries(condition)) {
      const tests = isElements(tested) ? Object.keys(tested) : []
      if (tests.length === 0) fault(`Condition ${operator}`)
      for (const key of tests) keys.add(key)
    }
    return [...keys]
  }
  return []
}
