import { hasPlaceholder } from '../../model/placeholder.ts'
import type { Context } from '../context.ts'
import { compileGlob, type Glob, matchGlob } from '../glob.ts'
import { endOfPart, type Syntax } from '../glob-program.ts'
import { both, type Truth } from '../truth.ts'
import { hasVariable, resolveVariables } from '../variables.ts'
import type { Family, Wanted } from './wanted.ts'

/**
 * Each of the six parts of an ARN is compared by itself, so a wildcard ends with its part.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const ARN: Family = {
  kind: 'arn',
  compile: (text, variables) => {
    if (text === '*') return () => true
    if (variables && hasVariable(text)) return isArn(text) ? withVariables(text) : null
    const globs = globsOf(text, SYNTAX)
    if (globs === null) return hasPlaceholder(text) ? () => undefined : null
    return (value) => matchParts(globs, value)
  },
  isAny: (text) => text === '*',
}

const PARTS = 6
const SYNTAX: Syntax = { fold: false, variables: false, arn: false, completes: false }
const WITH_VARIABLES: Syntax = { ...SYNTAX, variables: true }

function withVariables(text: string): Wanted {
  let last: { readonly resolved: string; readonly globs: readonly Glob[] | null } = { resolved: '', globs: null }
  return (value: string, context: Context) => {
    const resolved = resolveVariables(text, context)
    if (resolved === null) return false
    if (last.resolved !== resolved) last = { resolved, globs: globsOf(resolved, WITH_VARIABLES) }
    // A value with colons of its own may make another ARN of it.
    return last.globs === null ? undefined : matchParts(last.globs, value)
  }
}

function isArn(text: string): boolean {
  return partsOf(text) !== null
}

function globsOf(text: string, syntax: Syntax): readonly Glob[] | null {
  return partsOf(text)?.map((part) => compileGlob(part, syntax)) ?? null
}

function matchParts(globs: readonly Glob[], value: string): Truth {
  const parts = partsOf(value)
  if (parts === null) return hasPlaceholder(value) ? undefined : false
  let truth: Truth = true
  globs.forEach((glob, i) => {
    truth = both(truth, matchGlob(glob, parts[i] ?? ''))
  })
  return truth
}

/** At the colons outside of variables and placeholders; the last part keeps its own. */
function partsOf(text: string): readonly string[] | null {
  const parts: string[] = []
  const lastHole = text.lastIndexOf('»')
  const lastVariable = text.lastIndexOf('}')
  let start = 0
  for (let i = 0; i < text.length && parts.length < PARTS - 1; ) {
    const end = endOfPart(text, i, lastHole, lastVariable)
    if (text[i] === ':') {
      parts.push(text.slice(start, i))
      start = i + 1
    }
    i = Math.max(end, i + 1)
  }
  if (parts.length < PARTS - 1) return null
  parts.push(text.slice(start))
  return parts
}
