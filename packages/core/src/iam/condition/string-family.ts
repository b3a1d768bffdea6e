import { sameText } from '../../model/placeholder.ts'
import { foldText } from '../fold-text.ts'
import { compileGlob, matchGlob } from '../glob.ts'
import type { Syntax } from '../glob-program.ts'
import { escapeWildcards, hasVariable, resolveVariables } from '../variables.ts'
import type { Family, Wanted } from './wanted.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const STRING_EQUALS: Family = {
  kind: 'string',
  compile: (text, variables) => (variables && hasVariable(text) ? like(exactly(text), LITERAL) : equal(text)),
  samples: (texts) => samplesOf(texts, (text) => text),
}

export const STRING_EQUALS_IGNORE_CASE: Family = {
  kind: 'string-ignore-case',
  compile: (text, variables) =>
    variables && hasVariable(text) ? folded(like(exactly(text), IGNORE_CASE)) : folded(equal(foldText(text))),
  samples: (texts) => samplesOf(texts, foldText),
}

export const STRING_LIKE: Family = {
  kind: 'string-like',
  compile: (text, variables) => {
    const syntax = variables ? LITERAL : WITHOUT_VARIABLES
    return variables && hasVariable(text) ? like(text, syntax) : matching(text, syntax)
  },
  isAny: (text) => /^\*+$/.test(text),
}

const LITERAL: Syntax = { fold: false, variables: true, arn: false, completes: false }
const IGNORE_CASE: Syntax = { ...LITERAL, fold: true }
const WITHOUT_VARIABLES: Syntax = { ...LITERAL, variables: false }

function equal(wanted: string): Wanted {
  return (value) => sameText(value, wanted)
}

function folded(wanted: Wanted): Wanted {
  return (value, context) => wanted(foldText(value), context)
}

function matching(pattern: string, syntax: Syntax): Wanted {
  const glob = compileGlob(pattern, syntax)
  return (value) => matchGlob(glob, value)
}

/** @param pattern with variables, which stand for what the request says */
function like(pattern: string, syntax: Syntax): Wanted {
  let last = compileGlob('', syntax)
  return (value, context) => {
    const resolved = resolveVariables(pattern, context)
    if (resolved === null) return false
    if (last.pattern !== resolved) last = compileGlob(resolved, syntax)
    return matchGlob(last, value)
  }
}

/** Wildcards outside of variables are mere characters, too. */
function exactly(text: string): string {
  let pattern = ''
  let from = 0
  for (;;) {
    const open = text.indexOf('${', from)
    const close = open < 0 ? -1 : text.indexOf('}', open)
    if (close < 0) return pattern + escapeWildcards(text.slice(from))
    pattern += escapeWildcards(text.slice(from, open)) + text.slice(open, close + 1)
    from = close + 1
  }
}

/** Each text, and one that is none of them. */
function samplesOf(texts: readonly string[], fold: (text: string) => string): readonly string[] {
  const known = new Set(texts.map(fold))
  let other = 'other'
  while (known.has(other)) other += '-'
  return [...known, other]
}
