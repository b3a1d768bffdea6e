import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { type Context, foldKey } from './context.ts'

/** A pattern as it stands for one request: null where one of its variables has no value, so that nothing matches. */
export type Resolved = string | null

/**
 * Puts what the request says in the place of each variable. Wildcards in a value are mere characters; a variable of
 * which the value is not known stays.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveVariables(pattern: string, context: Context): Resolved {
  let resolved = ''
  let i = 0
  for (;;) {
    const open = pattern.indexOf('${', i)
    const close = open < 0 ? -1 : pattern.indexOf('}', open)
    if (close < 0) return resolved + pattern.slice(i)
    const value = valueOfVariable(pattern.slice(open, close + 1), context)
    if (value === null) return null
    resolved += pattern.slice(i, open) + value
    i = close + 1
  }
}

export function hasVariable(pattern: string): boolean {
  return pattern.includes('${')
}

/** A multivalued key cannot be a variable: it has no value. */
function valueOfVariable(variable: string, context: Context): Resolved {
  const inner = variable.slice(2, -1)
  if (inner === '*' || inner === '?' || inner === '$') return variable
  const comma = inner.indexOf(',')
  const key = (comma < 0 ? inner : inner.slice(0, comma)).trim()
  const found = context(foldKey(key))
  if (isGap(found)) return variable
  const [first, ...others] = found
  if (others.length > 0 || first === undefined) return variable
  const [only, ...more] = first ?? []
  if (only !== undefined && more.length === 0) return escapeWildcards(only)
  return comma < 0 ? null : defaultOf(inner.slice(comma + 1).trim())
}

/** The keys that stand as variables in a pattern, as it writes them. */
export function variablesOf(pattern: string): readonly string[] {
  const keys: string[] = []
  for (let open = pattern.indexOf('${'); open >= 0; ) {
    const close = pattern.indexOf('}', open)
    if (close < 0) break
    const [key = ''] = pattern.slice(open + 2, close).split(',')
    keys.push(key.trim())
    open = pattern.indexOf('${', close)
  }
  return keys
}

/** The variables of which nobody knows the value, each with why. */
export function unknownVariables(pattern: string, context: Context): readonly (readonly [key: string, gap: Gap])[] {
  return variablesOf(pattern).flatMap((key): readonly (readonly [string, Gap])[] => {
    const found = context(foldKey(key))
    if (isGap(found)) return [[key, found]]
    return found.length > 1 ? [[key, { gap: 'unresolved', expression: key }]] : []
  })
}

/** `'text'`; another form is none. */
function defaultOf(quoted: string): Resolved {
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'")
  return isQuoted ? escapeWildcards(quoted.slice(1, -1)) : null
}

/** As a text in which wildcards are mere characters: null where it has no value, undefined where nobody knows it. */
export function withoutVariables(text: string, context: Context): string | null | undefined {
  if (!hasVariable(text)) return text
  const resolved = resolveVariables(text, context)
  if (resolved === null) return null
  return unknownVariables(text, context).length > 0 ? undefined : unescapeWildcards(resolved)
}

const ESCAPED = /\$\{([*?$])\}/g
const ANY_SPECIAL = /[*?$]/
const SPECIAL = /[*?$]/g

/** As a pattern that means the text itself, in a syntax with variables. */
export function escapeWildcards(text: string): string {
  if (!ANY_SPECIAL.test(text)) return text
  return text.replace(SPECIAL, (special) => `\${${special}}`)
}

/** The text that such a pattern means. */
export function unescapeWildcards(pattern: string): string {
  return pattern.replace(ESCAPED, '$1')
}
