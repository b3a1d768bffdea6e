import { foldLetters } from './fold-text.ts'

/**
 * A pattern, or what of it comes behind its first letters, as a list of codes. What is not negative is a code point; the others are below, and what is smaller than
 * `HOLE` is a placeholder: `HOLE - 1 - i` stands for `holes[i]`.
 */
export interface Program {
  readonly codes: readonly number[]
  readonly holes: readonly string[]
  /** Whether some code means different things in the two readings of a pattern (`glob-run.ts`). */
  readonly open: boolean
}

/** Any text. */
export const STAR = -1
/** Any character. */
export const ONE = -2
/** Any text, or any character, without a colon. */
export const SEGMENT_STAR = -3
export const SEGMENT_ONE = -4
/** Nothing, or a colon and then, by the `*` behind it, any text: the fields that AWS adds to an incomplete ARN. */
export const TAIL = -5
/** Whether it stays within its segment depends on what a placeholder before it holds. */
export const OPEN_STAR = -6
export const OPEN_ONE = -7
/** A text that the policy takes from the request, which may also be none at all: then nothing matches. */
export const VARIABLE = -8
/** A `TAIL`, if the placeholders before it leave the ARN incomplete. */
export const REST = -9
export const HOLE = -10

const COLON = 58
/** An ARN has six fields; only the last may hold colons of its own. */
const COLONS_OF_ARN = 5

export interface Syntax {
  /** Whether upper and lower case are the same. */
  readonly fold: boolean
  /** Whether `${…}` is a variable; in policies of the version 2008-10-17 it is text. */
  readonly variables: boolean
  /** Whether the fields of an ARN bound the wildcards. */
  readonly arn: boolean
  /** Whether AWS completes an ARN with fewer than six fields. */
  readonly completes: boolean
}

/** @param from where the program starts; what is before has no wildcard, variable or placeholder */
export function programOf(pattern: string, syntax: Syntax, from: number): Program {
  const codes: number[] = []
  const holes: string[] = []
  const lastHole = pattern.lastIndexOf('»')
  const lastVariable = syntax.variables ? pattern.lastIndexOf('}') : -1
  for (let i = from; i < pattern.length; ) {
    const end = endOfPart(pattern, i, lastHole, lastVariable)
    if (end > i) {
      const part = pattern.slice(i, end)
      codes.push(part.startsWith('«') ? HOLE - 1 - holes.length : variableCode(part))
      if (part.startsWith('«')) holes.push(part)
      i = end
    } else {
      const char = String.fromCodePoint(pattern.codePointAt(i) ?? 0)
      addChar(codes, char, syntax.fold)
      i += char.length
    }
  }
  if (syntax.arn) boundByFields(codes, colonsIn(pattern, from), syntax.completes)
  return { codes, holes, open: codes.some((code) => code < TAIL) }
}

/** How many colons are before `end`, as far as they bound fields. */
function colonsIn(pattern: string, end: number): number {
  let colons = 0
  for (let i = pattern.indexOf(':'); i >= 0 && i < end && colons < COLONS_OF_ARN; i = pattern.indexOf(':', i + 1))
    colons++
  return colons
}

/** Whether an ARN, which has no wildcard, variable or placeholder, has all its fields. */
export function hasAllFields(arn: string): boolean {
  return colonsIn(arn, arn.length) === COLONS_OF_ARN
}

function addChar(codes: number[], char: string, fold: boolean): void {
  if (char === '?') codes.push(ONE)
  else if (char !== '*') for (const each of fold ? foldLetters(char) : char) codes.push(each.codePointAt(0) ?? 0)
  else if (codes.at(-1) !== STAR) codes.push(STAR)
}

/** Where the placeholder or variable that starts at `i` ends; `i` where none starts. Behind the last end none does. */
export function endOfPart(pattern: string, i: number, lastHole: number, lastVariable: number): number {
  if (i < lastHole && pattern[i] === '«') return pattern.indexOf('»', i) + 1
  return i < lastVariable && pattern.startsWith('${', i) ? pattern.indexOf('}', i) + 1 : i
}

/**
 * `${*}`, `${?}` and `${$}` are the characters themselves.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
function variableCode(variable: string): number {
  const name = variable.slice(2, -1)
  return name === '*' || name === '?' || name === '$' ? name.charCodeAt(0) : VARIABLE
}

/**
 * A wildcard stays within its field, but for a `*` that ends one: it goes on beyond the colon. In the last field, the
 * resource, a wildcard may stand for colons as for any other character. Missing fields are any text.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html#policies-grammar-notes-strings
 */
function boundByFields(codes: number[], before: number, completes: boolean): void {
  let colons = before
  let unsure = false
  for (let i = 0; i < codes.length && colons < COLONS_OF_ARN; i++) {
    const code = codes[i] ?? COLON
    if (code === COLON) colons++
    else if (code <= VARIABLE) unsure = true
    else if (code < 0) codes[i] = bounded(code, codes[i + 1] ?? COLON, unsure)
  }
  if (!completes || colons === COLONS_OF_ARN || codes.at(-1) === STAR) return
  if (unsure) codes.push(REST)
  else codes.push(TAIL, STAR)
}

/** A wildcard of one of the first five fields, where `unsure` of which field: a placeholder before it may hold colons. */
function bounded(code: number, next: number, unsure: boolean): number {
  if (code === ONE) return unsure ? OPEN_ONE : SEGMENT_ONE
  if (next === COLON) return STAR
  return unsure || next <= VARIABLE ? OPEN_STAR : SEGMENT_STAR
}
