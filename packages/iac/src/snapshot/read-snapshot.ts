import { SNAPSHOT_SCHEMA, type Snapshot } from '@farsight/core'
import type { Problem } from '../problem.ts'
import { duplicateKeys } from './duplicate-keys.ts'
import { type Fault, listed, preview } from './fault.ts'
import { measureJson, type SyntaxFault, visitJson } from './json-text.ts'
import { problemAt, problemsOf, type SourceText } from './problems-of.ts'

export interface SnapshotReading {
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

/** Snapshots nest about twenty deep; what nests deeper is none, and could exhaust the call stack. */
const DEEPEST = 64

/** Reads the text of a snapshot file. What is wrong with it comes back as problems; with an error there is no snapshot. */
export async function readSnapshot({ file, text }: SourceText): Promise<SnapshotReading> {
  const source = { file, text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text }
  const refuse = (problem: Problem): SnapshotReading => ({ snapshot: null, problems: [problem] })

  const { members, tooDeepAt } = measureJson(source.text, DEEPEST)
  if (tooDeepAt !== null) {
    return refuse(problemAt(source, tooDeepAt, { code: 'E_SNAPSHOT_TOO_DEEP', params: { limit: `${DEEPEST}` } }))
  }
  const value = parse(source.text)
  if (value === undefined) return refuse(syntaxProblem(source))
  const notOurs = schemaFault(value)
  if (notOurs !== null) return { snapshot: null, problems: problemsOf(source, [notOurs]) }

  // Before validation, which may change the value
  const duplicates = duplicateKeys(source.text, value, members)
  // Zod takes time to load, which only what means to be a snapshot is worth
  const { validate } = await import('./validate.ts')
  const { snapshot, faults } = validate(value)
  return {
    snapshot: duplicates.length > 0 ? null : snapshot,
    problems: problemsOf(source, [...duplicates, ...faults]),
  }
}

const BYTE_ORDER_MARK = '\uFEFF'

/** JSON has no undefined: that says that the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function schemaFault(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'E_SNAPSHOT_WRONG_TYPE', path: [], params: { expected: listed(['object']), found: preview(value) } }
  }
  if (!Object.hasOwn(value, 'schema')) return { code: 'E_SNAPSHOT_MISSING_KEY', path: [], params: { key: 'schema' } }
  const { schema } = value as { readonly schema: unknown }
  if (schema === SNAPSHOT_SCHEMA) return null
  const params = { expected: SNAPSHOT_SCHEMA, found: preview(schema) }
  return { code: 'E_SNAPSHOT_SCHEMA', path: ['schema'], params }
}

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
