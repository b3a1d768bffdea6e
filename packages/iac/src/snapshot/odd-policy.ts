import { type Gap, isGap } from '@farsight/core'
import { type Path, preview, valueAt } from './fault.ts'
import { isObject } from './schema/object.ts'

/**
 * Replaces what is odd in a policy by a gap, so that whoever evaluates the policy takes it for what it is: not known.
 * One odd policy of an account must not keep its snapshot from being read.
 */
export function forgetOddElement(root: unknown, path: Path, pathInPolicy: Path): void {
  const policy = valueAt(root, path.slice(0, path.length - pathInPolicy.length))
  if (!isObject(policy)) return
  const [element, ...inStatement] = pathInPolicy
  if (element === 'Statement') {
    forgetInStatement(policy, inStatement)
    return
  }
  // The version decides how all statements are read
  if (element === 'Version') policy.Statement = unresolved(policy.Version)
  if (element !== undefined) delete policy[element]
}

function forgetInStatement(policy: Record<string, unknown>, inStatement: Path): void {
  if (isGap(policy.Statement)) return
  const [first, second] = inStatement
  const isOneOfMany = typeof first === 'number'
  const statement = isOneOfMany ? valueAt(policy, ['Statement', first]) : policy.Statement
  const element = isOneOfMany ? second : first
  if (!isObject(statement) || element === undefined) policy.Statement = unresolved(policy.Statement)
  else if (element === 'Sid') delete statement.Sid
  else statement[element] = unresolved(statement[element])
}

function unresolved(value: unknown): Gap {
  return { gap: 'unresolved', expression: preview(value) }
}
