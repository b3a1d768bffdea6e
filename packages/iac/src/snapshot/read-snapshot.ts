import { SNAPSHOT_SCHEMA, type Snapshot } from '@farsight/core'
import type { Problem } from '../problem.ts'
import { duplicateKeys } from './duplicate-keys.ts'
import { type Fault, listed, preview } from './fault.ts'
import { parseJson } from './parse-json.ts'
import { problemsOf, type SourceText } from './problems-of.ts'

export interface SnapshotReading {
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

/** Reads the text of a snapshot file. What is wrong with it comes back as problems; with an error there is no snapshot. */
export async function readSnapshot(input: SourceText): Promise<SnapshotReading> {
  const parsed = parseJson(input)
  if (parsed.problem !== null) return { snapshot: null, problems: [parsed.problem] }
  const { value, source, members } = parsed
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
