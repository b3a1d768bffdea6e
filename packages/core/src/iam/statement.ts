import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { type ActionName, ANY, maskOf } from './action-name.ts'
import { compileCondition } from './condition/compile-condition.ts'
import { type KeyTests, testKey } from './condition/key-test.ts'
import type { Context } from './context.ts'
import { isRefuted, linkedKeysOf } from './linked-key.ts'
import { ACTION, compilePatterns, matchPatterns, type Patterns, resourceSyntax } from './patterns.ts'
import { compilePrincipal, type PrincipalElement } from './principal.ts'
import { both, type Truth } from './truth.ts'

/** Where a policy stands; that decides which elements it has. */
export type PolicyKind =
  | 'identity'
  | 'session'
  | 'service-control'
  | 'resource-control'
  | 'endpoint'
  | 'resource'
  | 'trust'

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
  /** Key by key; empty: unconditional. */
  readonly conditions: readonly KeyTests[]
  /** Keys of which several of the elements speak (`linked-key.ts`). */
  readonly linkedKeys: readonly string[]
  /** What is not known of the statement as a whole, and what AWS would not take: with one, it is open what it says. */
  readonly gaps: readonly Gap[]
}

/** What a statement is asked. */
export interface Query {
  readonly action: ActionName
  readonly resource: string
  readonly context: Context
  readonly matchPrincipal: (principal: PrincipalElement, isDeny: boolean) => Truth
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
  const expression = `Statement ${index + 1}: ${JSON.stringify(written)}`
  const gaps: Gap[] = [isGap(written) ? written : { gap: 'refused', expression }]
  const name = String(index + 1)
  const unknown = { effect: undefined, principal: undefined, resource: undefined }
  return { name, ...unknown, conditions: UNCONDITIONAL, linkedKeys: NONE, gaps }
}

function isElements(written: unknown): written is Elements {
  return typeof written === 'object' && written !== null && !Array.isArray(written) && !isGap(written)
}

/** All elements must match, and all conditions hold. What AWS would not take makes what is not sure not to match open. */
export function matchStatement(statement: Statement, query: Query): Truth {
  if ((statement.mask & query.action.mask) === 0) return false
  let truth = matchPatterns(actionOf(statement), query.action.folded)
  if (truth === false) return false
  const { effect, principal, resource, conditions, gaps, linkedKeys } = termsOf(statement)
  if (gaps.length > 0) truth = undefined
  if (resource !== undefined) truth = both(truth, matchPatterns(resource, query.resource, query.context))
  if (truth === false) return false
  if (principal !== undefined) truth = both(truth, query.matchPrincipal(principal, effect === 'Deny'))
  for (const tests of conditions) {
    if (truth === false) return false
    truth = both(truth, testKey(tests, query.context))
  }
  return truth === undefined && linkedKeys.length > 0 ? withLinkedKeys(statement, query) : truth
}

/** What is open if each element is taken by itself may be sure of all of them together. */
function withLinkedKeys(statement: Statement, query: Query): Truth {
  const terms = termsOf(statement)
  return terms.linkedKeys.some((key) => isRefuted(key, terms, query)) ? false : undefined
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

/** Whether it speaks of every resource and asks no condition. */
export function isOfEverything(statement: Statement): boolean {
  const { resource, conditions } = termsOf(statement)
  if (resource === undefined || resource.negated || conditions.length > 0) return false
  return resource.globs.some(({ pattern }) => pattern === '*')
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
function compileTerms(statement: Statement): Terms {
  const { written, index, kind, variables } = statement
  const { Sid: sid, Effect: effect, Condition: condition, Resource: positive, NotResource: negative } = written
  const gaps: Gap[] = []
  const fault = (text: string) => gaps.push({ gap: 'refused', expression: `Statement ${index + 1}: ${text}` })
  for (const key of Object.keys(written)) if (!ALLOWED[kind].has(key)) fault(key)
  const ofItsThing = kind === 'trust' || (kind === 'resource' && positive === undefined && negative === undefined)
  const compiled = ofItsThing
    ? undefined
    : compilePatterns('Resource', positive, negative, resourceSyntax(kind === 'identity', variables))
  for (const text of actionOf(statement).faults) fault(text)
  for (const text of compiled?.faults ?? []) fault(text)
  const short = shortArnsOf(compiled, kind)
  for (const pattern of short) fault(`Resource ${JSON.stringify(pattern)}`)
  // INVARIANT: what AWS would make of a short ARN is not known, so it must not rule a Deny out.
  const resource = short.length > 0 ? undefined : compiled
  const conditions =
    condition === undefined
      ? UNCONDITIONAL
      : compileCondition(condition, variables, { fault, gap: (gap) => gaps.push(gap) })
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : String(index + 1),
    effect: effectOf(effect, gaps, fault),
    principal: ALLOWED[kind].has('Principal') ? principalOf(written, kind, fault) : undefined,
    resource,
    conditions,
    linkedKeys: linkedKeysOf({ resource, conditions }),
    gaps,
  }
}

const NONE: readonly never[] = Object.freeze([])
const UNCONDITIONAL: readonly KeyTests[] = Object.freeze([])

const COMMON = ['Sid', 'Effect', 'Action', 'NotAction', 'Condition']
const ALLOWED: { readonly [kind in PolicyKind]: ReadonlySet<string> } = {
  identity: new Set([...COMMON, 'Resource', 'NotResource']),
  session: new Set([...COMMON, 'Resource', 'NotResource']),
  'service-control': new Set([...COMMON, 'Resource', 'NotResource']),
  'resource-control': new Set(['Sid', 'Effect', 'Action', 'Condition', 'Principal', 'Resource', 'NotResource']),
  endpoint: new Set([...COMMON, 'Principal', 'NotPrincipal', 'Resource', 'NotResource']),
  resource: new Set([...COMMON, 'Principal', 'NotPrincipal', 'Resource', 'NotResource']),
  trust: new Set([...COMMON, 'Principal']),
}

/** Policies of which AWS does not complete the ARNs, or is not known to. */
const WITHOUT_COMPLETION: ReadonlySet<PolicyKind> = new Set([
  'session',
  'resource',
  'endpoint',
  'service-control',
  'resource-control',
])
const FIELDS_OF_ARN = 6

function shortArnsOf(resource: Patterns | undefined, kind: PolicyKind): readonly string[] {
  if (resource === undefined || !WITHOUT_COMPLETION.has(kind)) return NONE
  return resource.globs
    .map(({ pattern }) => pattern)
    .filter((arn) => arn.startsWith('arn:') && !/\*$|[«$]/.test(arn) && arn.split(':').length < FIELDS_OF_ARN)
}

type Fault = (text: string) => void

/** @param written undefined: the element is missing */
function faultOf(element: string, written: unknown): string {
  return written === undefined ? element : `${element} ${JSON.stringify(written)}`
}

function effectOf(effect: unknown, gaps: Gap[], fault: Fault): Terms['effect'] {
  if (effect === 'Allow' || effect === 'Deny') return effect
  if (isGap(effect)) gaps.push(effect)
  else fault(faultOf('Effect', effect))
  return undefined
}

function principalOf(written: Elements, kind: PolicyKind, fault: Fault): PrincipalElement | undefined {
  const { Principal: principal, NotPrincipal: notPrincipal, Effect: effect } = written
  if (notPrincipal !== undefined) {
    // AWS supports it with Deny alone.
    if (principal !== undefined) fault('NotPrincipal, Principal')
    else if (effect === 'Allow') fault('NotPrincipal, Effect Allow')
  }
  const negated = notPrincipal !== undefined
  const element = negated ? notPrincipal : principal
  const compiled = compilePrincipal(element, negated)
  const isTaken = compiled !== null && (kind !== 'resource-control' || compiled.everyone || compiled.gaps.length > 0)
  if (!isTaken) fault(faultOf(negated ? 'NotPrincipal' : 'Principal', element))
  return compiled ?? undefined
}
