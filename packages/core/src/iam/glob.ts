import { REST } from '../model/placeholder.ts'
import { foldLetters } from './fold-text.ts'
import { hasAllFields, type Program, programOf, type Syntax } from './glob-program.ts'
import { accepts, type Meter } from './glob-run.ts'
import type { Truth } from './truth.ts'

/** A pattern of a policy. It is compiled when it is first matched: most patterns of an account never are. */
export interface Glob {
  readonly pattern: string
  readonly syntax: Syntax
  readonly hasVariable: boolean
  /** Whether it is a reference that may go on. */
  readonly mayGoOn: boolean
  /** The pattern with what the last request said in the place of its variables. */
  resolved: Glob | undefined
  /** Most patterns are one of the simple forms; the others run as a program. */
  form: 'all' | 'exact' | 'prefix' | 'ones' | 'program' | undefined
  /** The text before the first wildcard, variable or placeholder. */
  literal: string
  /** The program of what comes behind the literal text, and of the whole pattern. */
  behind: Program | undefined
  whole: Program | undefined
}

export function compileGlob(pattern: string, syntax: Syntax): Glob {
  const hasVariable = syntax.variables && pattern.includes('${')
  return {
    pattern,
    syntax,
    hasVariable,
    mayGoOn: pattern.endsWith(REST),
    resolved: undefined,
    form: undefined,
    literal: '',
    behind: undefined,
    whole: undefined,
  }
}

/**
 * Whether the text matches, for every content of the placeholders on both sides; `undefined` where that depends on it.
 * A text for a folding glob comes folded (`action-name.ts`).
 */
export function matchGlob(glob: Glob, text: string, meter?: Meter): Truth {
  const form = glob.form ?? prepare(glob)
  if (form === 'all') return true
  if (form === 'exact') {
    if (text === glob.literal) return true
  } else if (text.startsWith(glob.literal)) {
    if (form === 'prefix' || (form === 'ones' && isAsLong(glob, text))) return true
    glob.behind ??= programOf(glob.pattern, glob.syntax, headOf(glob.pattern, glob.syntax))
    const truth = run(glob.behind, text, glob.literal.length, meter)
    return truth === undefined && isRefuted(glob, text) ? false : truth
  }
  if (!text.includes('«')) return false
  glob.whole ??= programOf(glob.pattern, glob.syntax, 0)
  const truth = run(glob.whole, text, 0, meter)
  return truth === undefined && isRefuted(glob, text) ? false : truth
}

/**
 * Where both begin with the same account, Region or other pseudo parameter, what is behind them must match by itself: with wildcards that no field
 * bounds, which match more, so that what does not match then never does.
 */
function isRefuted({ pattern, syntax }: Glob, text: string): boolean {
  if (syntax.completes && !hasAllFields(pattern.replace(PLACEHOLDERS, ''))) return false
  const shared = sharedHead(pattern, text)
  const head = pattern.slice(0, shared)
  // What else may stand in a pattern may be a wildcard
  if (!head.includes('«') || head.replaceAll(PSEUDO, '').includes('«')) return false
  const rest = compileGlob(pattern.slice(shared), { ...syntax, arn: false, completes: false })
  return matchGlob(rest, text.slice(shared)) === false
}

const PSEUDO = /«AWS::[^«»]*»/g
const PLACEHOLDERS = /«[^«»]*»/g

/** How far both are the same before the first `*` or variable, whole placeholders included. A `?` is one character too. */
function sharedHead(pattern: string, text: string): number {
  let shared = 0
  for (let i = 0; i < pattern.length && pattern[i] === text[i]; i++) {
    const char = pattern[i]
    if (char === '*' || char === '$') break
    if (char === '«') {
      const end = pattern.indexOf('»', i)
      if (end < 0 || !text.startsWith(pattern.slice(i, end + 1), i)) break
      i = end
    }
    shared = i + 1
  }
  return shared
}

function run(program: Program, text: string, from: number, meter: Meter | undefined): Truth {
  if (accepts(program, text, from, 'certain', meter)) return true
  if (!program.open && !text.includes('«')) return false
  return accepts(program, text, from, 'possible', meter) ? undefined : false
}

function prepare(glob: Glob): NonNullable<Glob['form']> {
  const { pattern, syntax } = glob
  const head = headOf(pattern, syntax)
  const literal = pattern.slice(0, head)
  glob.literal = syntax.fold ? foldLetters(literal) : literal
  glob.form = formOf(pattern, head, syntax)
  return glob.form
}

function formOf(pattern: string, head: number, { completes }: Syntax): NonNullable<Glob['form']> {
  if (pattern === '*') return 'all'
  if (head === pattern.length) return completes && !hasAllFields(pattern) ? 'program' : 'exact'
  if (head === pattern.length - 1 && pattern[head] === '*') return 'prefix'
  return hasAllFields(pattern.slice(0, head)) && ONES.test(pattern.slice(head)) ? 'ones' : 'program'
}

/** As behind the name of a secret: in the last field of an ARN each stands for any character. */
const ONES = /^\?+$/

function isAsLong({ literal, pattern }: Glob, text: string): boolean {
  if (text.length !== pattern.length) return false
  for (let i = literal.length; i < text.length; i++) if (text.charCodeAt(i) >= ASCII) return false
  return true
}

/** What is below is one character and no placeholder. */
const ASCII = 128

/** Where the first wildcard, variable or placeholder is. */
function headOf(pattern: string, { variables }: Syntax): number {
  let head = pattern.length
  for (const special of variables ? SPECIAL_WITH_VARIABLES : SPECIAL) {
    const at = pattern.indexOf(special)
    if (at >= 0 && at < head) head = at
  }
  return head
}

const SPECIAL = ['*', '?', '«']
const SPECIAL_WITH_VARIABLES = [...SPECIAL, '${']

/** Whether the pattern is a mere text, and which: folded where the case does not count. */
export function exactTextOf(glob: Glob): string | null {
  return (glob.form ?? prepare(glob)) === 'exact' ? glob.literal : null
}
