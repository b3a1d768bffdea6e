import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { ANY } from './action-name.ts'
import { exactTextOf } from './glob.ts'
import {
  actionMaskOf,
  actionOf,
  isOfEverything,
  matchStatement,
  type PolicyKind,
  type Query,
  type Statement,
  statementOf,
  termsOf,
} from './statement.ts'
import type { Truth } from './truth.ts'

/** A policy document. It is compiled when it is first asked about an action of which it may speak. */
export interface Policy {
  readonly document: unknown
  readonly kind: PolicyKind
  /** The actions of which it may speak (`action-name.ts`). */
  readonly mask: number
  content: Content | undefined
  /** What it said to actions, where only they count; null: more counts. Undefined: nobody asked yet. */
  answers: Map<string, number> | null | undefined
}

interface Content {
  readonly statements: readonly Statement[]
  /** Whether `Statement` is a list, for pointers. */
  readonly listed: boolean
  /** Statements by the actions that they name in full, folded. */
  readonly byAction: ReadonlyMap<string, readonly Statement[]>
  /** The other statements, which may speak of any action. */
  readonly others: readonly Statement[]
  /** Set: what the policy says is not known. */
  readonly fault: Gap | undefined
}

/** What a policy says, as bits. No bit: it is silent. */
export const ALLOWS = 1
export const MAY_ALLOW = 2
export const DENIES = 4
export const MAY_DENY = 8
export const UNKNOWN = MAY_ALLOW | MAY_DENY

export function allowsOf(bits: number): Truth {
  if ((bits & ALLOWS) !== 0) return true
  return (bits & MAY_ALLOW) === 0 ? false : undefined
}

export function deniesOf(bits: number): Truth {
  if ((bits & DENIES) !== 0) return true
  return (bits & MAY_DENY) === 0 ? false : undefined
}

export function policyOf(document: unknown, kind: PolicyKind): Policy {
  return { document, kind, mask: maskOfDocument(document), content: undefined, answers: null }
}

/** A policy that many roles have, as those that AWS manages: its answers are kept. */
export function managedPolicyOf(document: unknown): Policy {
  return { document, kind: 'identity', mask: maskOfDocument(document), content: undefined, answers: undefined }
}

function maskOfDocument(document: unknown): number {
  const { Version: version, Statement: written } = (document ?? {}) as Written
  if (!Array.isArray(written) || !VERSIONS.has(version)) return ANY
  let mask = 0
  for (const statement of written) mask |= actionMaskOf(statement)
  return mask
}

interface Written {
  readonly Version?: unknown
  readonly Statement?: unknown
}

const VERSIONS = new Set<unknown>([undefined, '2008-10-17', '2012-10-17'])

const shared = new Map<PolicyKind, WeakMap<object, Policy>>()

/** The policy of a thing that many requests meet: the same for the same document. */
export function sharedPolicyOf(document: unknown, kind: PolicyKind): Policy {
  // In spite of its type, a document that a person wrote may be no object.
  if (typeof document !== 'object' || document === null) return policyOf(document, kind)
  const ofKind = shared.get(kind) ?? new WeakMap<object, Policy>()
  shared.set(kind, ofKind)
  const known = ofKind.get(document)
  if (known !== undefined) return known
  const policy = policyOf(document, kind)
  ofKind.set(document, policy)
  return policy
}

export function contentOf(policy: Policy): Content {
  policy.content ??= compile(policy)
  return policy.content
}

function faulty(fault: Gap): Content {
  return { statements: [], listed: false, byAction: NO_NAMES, others: [], fault }
}

function compile({ document, kind }: Policy): Content {
  if (isGap(document)) return faulty(document)
  if (typeof document !== 'object' || document === null) {
    return faulty({ gap: 'refused', expression: JSON.stringify(document) ?? '' })
  }
  const { Version: version, Statement: written } = document as Written
  if (isGap(written)) return faulty(written)
  if (written === undefined || written === null) return faulty({ gap: 'refused', expression: 'Statement' })
  if (!VERSIONS.has(version)) return faulty({ gap: 'refused', expression: `Version ${JSON.stringify(version)}` })
  const listed = Array.isArray(written)
  const statements: Statement[] = []
  for (const statement of listed ? written : [written]) {
    statements.push(statementOf(statement, statements.length, kind, version === '2012-10-17'))
  }
  const { byAction, others } = indexed(statements)
  return { statements, listed, byAction, others, fault: undefined }
}

/** To look through a few patterns is faster than to have an index of them. */
const FEW = 16

function indexed(statements: readonly Statement[]): Pick<Content, 'byAction' | 'others'> {
  let patterns = 0
  for (const { written } of statements) patterns += Array.isArray(written.Action) ? written.Action.length : 1
  if (patterns <= FEW) return { byAction: NO_NAMES, others: statements }
  const byAction = new Map<string, Statement[]>()
  const others: Statement[] = []
  for (const statement of statements) {
    const names = actionNamesOf(statement)
    if (names === null) others.push(statement)
    else for (const name of names) addTo(byAction, name, statement)
  }
  return { byAction, others }
}

function addTo(byAction: Map<string, Statement[]>, name: string, statement: Statement): void {
  const listed = byAction.get(name)
  if (listed === undefined) byAction.set(name, [statement])
  else listed.push(statement)
}

const NO_NAMES: Content['byAction'] = new Map()

/** The actions that a statement names in full; null where it says them in another way. */
function actionNamesOf(statement: Statement): ReadonlySet<string> | null {
  const action = actionOf(statement)
  if (action.negated || action.gaps.length > 0) return null
  const names = new Set<string>()
  for (const glob of action.globs) {
    const name = exactTextOf(glob)
    if (name === null) return null
    names.add(name)
  }
  return names
}

/** What the policy says to the request. */
export function opinionOf(policy: Policy, query: Query): number {
  if ((policy.mask & query.action.mask) === 0) return 0
  if (policy.answers === null) return bitsOfStatements(policy, query)
  const { statements } = contentOf(policy)
  policy.answers ??= statements.every(isOfEverything) ? new Map() : null
  const known = policy.answers?.get(query.action.folded)
  if (known !== undefined) return known
  const bits = bitsOfStatements(policy, query)
  policy.answers?.set(query.action.folded, bits)
  return bits
}

function bitsOfStatements(policy: Policy, query: Query): number {
  const { statements, byAction, others, fault } = contentOf(policy)
  if (fault !== undefined) return UNKNOWN
  const { folded } = query.action
  const open = hasPlaceholder(folded)
  let bits = 0
  for (const statement of open ? statements : others) bits |= bitsOf(statement, matchStatement(statement, query))
  const named = open ? undefined : byAction.get(folded)
  if (named !== undefined) for (const statement of named) bits |= bitsOf(statement, matchStatement(statement, query))
  return bits
}

/** Those of a statement that matches, may match or does not. */
export function bitsOf(statement: Statement, matched: Truth): number {
  if (matched === false) return 0
  const { effect } = termsOf(statement)
  if (effect === undefined) return UNKNOWN
  if (effect === 'Allow') return matched === true ? ALLOWS : MAY_ALLOW
  return matched === true ? DENIES : MAY_DENY
}
