import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { REST } from '../model/placeholder.ts'
import { type Context, REFERENCES_ALONE } from './context.ts'
import { compileGlob, type Glob, matchGlob } from './glob.ts'
import type { Syntax } from './glob-program.ts'
import type { Truth } from './truth.ts'
import { resolveVariables } from './variables.ts'

/** The texts of an `Action` or `Resource`, or of what is `Not` one. */
export interface Patterns {
  readonly negated: boolean
  readonly globs: readonly Glob[]
  readonly gaps: readonly Gap[]
  /** What AWS would not take: with a fault, nothing that the statement says is sure. */
  readonly faults: readonly string[]
}

/** @param context of the variables; absent: the patterns have none */
export function matchPatterns({ negated, globs, gaps }: Patterns, text: string, context?: Context): Truth {
  let truth: Truth = gaps.length > 0 ? undefined : false
  for (const glob of globs) {
    const matched = matchPattern(glob, text, context)
    if (matched === true) return !negated
    if (matched === undefined) truth = undefined
  }
  return truth === undefined ? undefined : negated
}

/** A pattern of which a variable has no value matches nothing. */
export function matchPattern(glob: Glob, text: string, context?: Context): Truth {
  if (context === undefined || !(glob.hasVariable || glob.mayGoOn)) return matchGlob(glob, text)
  const resolved = resolveVariables(standsAlone(glob, context) ? withoutRest(glob) : glob.pattern, context)
  if (resolved === null) return false
  if (glob.resolved?.pattern !== resolved) glob.resolved = compileGlob(resolved, glob.syntax)
  return matchGlob(glob.resolved, text)
}

function standsAlone({ mayGoOn }: Glob, context: Context): boolean {
  return mayGoOn && !isGap(context(REFERENCES_ALONE))
}

function withoutRest({ pattern }: Glob): string {
  return pattern.slice(0, -REST.length)
}

/** A statement has the element or its `Not…`, never both. */
export function compilePatterns(
  element: 'Action' | 'Resource',
  positive: unknown,
  negative: unknown,
  syntax: Syntax,
): Patterns {
  if (negative === undefined && positive === undefined) return faulty(element)
  if (negative === undefined) return listed(element, positive, syntax, false)
  return positive === undefined ? listed(`Not${element}`, negative, syntax, true) : faulty(`Not${element}, ${element}`)
}

const NONE: readonly never[] = Object.freeze([])

function faulty(fault: string): Patterns {
  return { negated: false, globs: NONE, gaps: [{ gap: 'refused', expression: fault }], faults: [fault] }
}

function listed(element: string, written: unknown, syntax: Syntax, negated: boolean): Patterns {
  const texts: readonly unknown[] = Array.isArray(written) ? written : [written]
  const globs: Glob[] = []
  let gaps: readonly Gap[] = NONE
  let faults: readonly string[] = NONE
  for (const text of texts) {
    if (typeof text === 'string') globs.push(syntax === ACTION ? actionGlob(text) : compileGlob(text, syntax))
    else if (isGap(text)) gaps = [...gaps, text]
    if (!isGap(text) && !isPattern(text, syntax)) faults = [...faults, `${element} ${JSON.stringify(text)}`]
  }
  return texts.length === 0 ? faulty(`${element} []`) : { negated, globs, gaps, faults }
}

// INVARIANT: a memo of a pure function, dropped when it outgrows what accounts have. The same few actions are in most roles.
const actions = new Map<string, Glob>()

function actionGlob(text: string): Glob {
  const known = actions.get(text)
  if (known !== undefined) return known
  if (actions.size >= 10_000) actions.clear()
  const glob = compileGlob(text, ACTION)
  actions.set(text, glob)
  return glob
}

/** An action is `service:name`, a resource an ARN; either may be `*`. */
function isPattern(text: unknown, { arn }: Syntax): boolean {
  if (typeof text !== 'string') return false
  return text === '*' || (arn ? text.startsWith('arn:') : text.includes(':')) || text.includes('«')
}

export const ACTION: Syntax = { fold: true, variables: false, arn: false, completes: false }

/** @param completes AWS completes the ARNs of identity policies only */
export function resourceSyntax(completes: boolean, variables: boolean): Syntax {
  return RESOURCE[completes ? 1 : 0][variables ? 1 : 0]
}

const PLAIN: Syntax = { fold: false, variables: false, arn: true, completes: false }
const RESOURCE: readonly [readonly [Syntax, Syntax], readonly [Syntax, Syntax]] = [
  [PLAIN, { ...PLAIN, variables: true }],
  [
    { ...PLAIN, completes: true },
    { ...PLAIN, completes: true, variables: true },
  ],
]
