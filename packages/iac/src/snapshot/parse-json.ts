import type { Problem } from '../problem.ts'
import { listed } from './fault.ts'
import { measureJson, type SyntaxFault, visitJson } from './json-text.ts'
import { problemAt, type SourceText } from './problems-of.ts'

export type ParsedJson =
  | { readonly value: unknown; readonly source: SourceText; readonly members: number; readonly problem: null }
  | { readonly problem: Problem }

/** What we read nests about twenty deep; what nests deeper is none of it, and could exhaust the call stack. */
const DEEPEST = 64

/** The value of a JSON text, and the text without a byte order mark; or where and why it is none. */
export function parseJson({ file, text }: SourceText): ParsedJson {
  const source = { file, text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text }
  const { members, tooDeepAt } = measureJson(source.text, DEEPEST)
  if (tooDeepAt !== null) {
    return {
      problem: problemAt(source, tooDeepAt, { code: 'E_SNAPSHOT_TOO_DEEP', params: { limit: `${DEEPEST}` } }),
    }
  }
  try {
    return { value: JSON.parse(source.text) as unknown, source, members, problem: null }
  } catch {
    return { problem: syntaxProblem(source) }
  }
}

const BYTE_ORDER_MARK = '\uFEFF'

function syntaxProblem(source: SourceText): Problem {
  const { offset, expected, found } = visitJson(source.text, null, () => null) ?? NO_FAULT
  const params = { expected: listed(expected) }
  return problemAt(
    source,
    offset,
    found === null ? { code: 'E_JSON_CUT_OFF', params } : { code: 'E_JSON_SYNTAX', params: { ...params, found } },
  )
}

/** INVARIANT: never used, because `visitJson` refuses what `JSON.parse` refuses. */
const NO_FAULT: SyntaxFault = { offset: 0, expected: ['JSON'], found: '' }
