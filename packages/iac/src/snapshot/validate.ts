import type { Snapshot } from '@farsight/core'
import type * as z from 'zod/mini'
import { type Fault, listed, type Path, preview, valueAt } from './fault.ts'
import { nearestKey } from './nearest-key.ts'
import { forgetOddElement } from './odd-policy.ts'
import { isMeantAsGap } from './schema/is-meant-as-gap.ts'
import { isObject } from './schema/object.ts'
import { snapshot as schema } from './schema/snapshot.ts'

type Issue = z.core.$ZodIssue

export interface Validation {
  readonly snapshot: Snapshot | null
  readonly faults: readonly Fault[]
}

/** Changes `value` where a policy in it is odd, and drops its `$schema`, which only editors read. */
export function validate(value: unknown): Validation {
  if (isObject(value) && typeof value.$schema === 'string') delete value.$schema
  const first = schema.safeParse(value)
  if (first.success) return { snapshot: first.data, faults: [] }

  const { issues } = first.error
  const odd = issues.filter((issue) => policyPathOf(issue) !== null)
  const warnings = odd.map((issue) => oddPolicy(issue, value))
  const errors = issues.filter((issue) => policyPathOf(issue) === null).flatMap((issue) => faultsOf(issue, value))
  if (errors.length > 0) return { snapshot: null, faults: [...errors, ...warnings] }

  for (const issue of odd) forgetOddElement(value, pathOf(issue), policyPathOf(issue) ?? [])
  const second = schema.safeParse(value)
  if (second.success) return { snapshot: second.data, faults: warnings }
  return { snapshot: null, faults: second.error.issues.flatMap((issue) => faultsOf(issue, value)) }
}

/** Where in its policy an issue is, as `schema/policy-document.ts` marks it. */
function policyPathOf(issue: Issue): Path | null {
  return 'policyPath' in issue ? (issue.policyPath as Path) : null
}

function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
}

function oddPolicy(issue: Issue, root: unknown): Fault {
  const path = pathOf(issue)
  const value = valueAt(root, path)
  return {
    code: 'W_SNAPSHOT_ODD_POLICY',
    path: value === undefined ? path.slice(0, -1) : path,
    params: { element: (policyPathOf(issue) ?? []).join('.'), found: preview(value) },
  }
}

function faultsOf(issue: Issue, root: unknown): readonly Fault[] {
  const path = pathOf(issue)
  const value = valueAt(root, path)
  const found = preview(value)
  if (isMeantAsGap(value) && issue.code === 'invalid_type') return [gapNotPossible(path)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, issue.message.split('\n')))
    case 'invalid_key':
      return [{ code: 'E_SNAPSHOT_WRONG_FORMAT', path, atKey: true, params: keyFormat(issue.message, path) }]
    case 'invalid_type':
      return [{ code: 'E_SNAPSHOT_WRONG_TYPE', path, params: { expected: listed([typeName(issue.expected)]), found } }]
    case 'invalid_value':
      return [{ code: 'E_SNAPSHOT_WRONG_VALUE', path, params: { expected: choices(issue.values), found } }]
    case 'invalid_union':
      return [unionFault(issue, path, found)]
    case 'invalid_format':
      return [{ code: 'E_SNAPSHOT_WRONG_FORMAT', path, params: { example: issue.message, found } }]
    case 'too_small':
      return [{ code: 'E_SNAPSHOT_TOO_SMALL', path, params: { minimum: String(issue.minimum), found } }]
    case 'too_big':
      return [{ code: 'E_SNAPSHOT_TOO_LARGE', path, params: { maximum: String(issue.maximum), found } }]
    case 'custom':
      return [ownFault(issue, path, found)]
    default:
      return [{ code: 'E_SNAPSHOT_WRONG_VALUE', path, params: { expected: '…', found } }]
  }
}

/** What the schemas check beyond zod. */
function ownFault(issue: z.core.$ZodIssueCustom, path: Path, found: string): Fault {
  switch (issue.params?.fault) {
    case 'missing-key':
      return { code: 'E_SNAPSHOT_MISSING_KEY', path: path.slice(0, -1), params: { key: String(path.at(-1)) } }
    case 'wrong-rest':
      return { code: 'E_SNAPSHOT_WRONG_REST', path, params: { found } }
    case 'gap-not-possible':
      return gapNotPossible(path)
    case 'no-peer':
      return { code: 'E_SNAPSHOT_NO_PEER', path, params: {} }
    default:
      return {
        code: 'E_SNAPSHOT_NOT_ONE_PEER',
        path,
        params: { peers: listed(issue.params?.peers as readonly string[]) },
      }
  }
}

function gapNotPossible(path: Path): Fault {
  return { code: 'E_SNAPSHOT_GAP_NOT_POSSIBLE', path, params: {} }
}

function keyFormat(example: string, path: Path): Fault['params'] {
  return { example, found: preview(path.at(-1)) }
}

function unknownKey(path: Path, key: string, known: readonly string[]): Fault {
  const at = { path: [...path, key], atKey: true }
  if (key === '__proto__') return { code: 'E_SNAPSHOT_FORBIDDEN_KEY', ...at, params: { key } }
  const nearest = nearestKey(key, known)
  return nearest === null
    ? { code: 'E_SNAPSHOT_UNKNOWN_KEY', ...at, params: { key, known: listed(known) } }
    : { code: 'E_SNAPSHOT_MISSPELLED_KEY', ...at, params: { key, nearest } }
}

function unionFault(issue: z.core.$ZodIssueInvalidUnion, path: Path, found: string): Fault {
  if (issue.discriminator !== undefined && 'options' in issue) {
    return { code: 'E_SNAPSHOT_WRONG_VALUE', path, params: { expected: choices(issue.options ?? []), found } }
  }
  const types = issue.errors.flatMap((errors) =>
    errors.flatMap((error) => (error.code === 'invalid_type' ? typeName(error.expected) : [])),
  )
  return { code: 'E_SNAPSHOT_WRONG_TYPE', path, params: { expected: listed([...new Set(types)]), found } }
}

function typeName(expected: string): string {
  return expected === 'int' ? 'integer' : expected
}

function choices(values: readonly unknown[]): string {
  return listed(values.map((value) => JSON.stringify(value) ?? ''))
}
