import type { Grant, Request } from '../policy-case.ts'
import { callerOf, nameOf } from './caller.ts'
import { every, inAllWays, some, type Truth, truthOf } from './truth.ts'

const CONTEXT = 'kms:encryptioncontext:'

/**
 * Whether a grant of a key lets the caller do it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html#grant-constraints
 */
export function whetherGranted(grants: readonly Grant[], request: Request): Truth {
  return some(grants.map((grant) => whetherGrants(grant, request)))
}

function whetherGrants(grant: Grant, { action, principal, context = {}, unknownKeys = [] }: Request): Truth {
  const { naming, truth: named } = nameOf({ type: 'AWS', text: grant.granteePrincipal }, callerOf(principal))
  if (naming === 'account') throw new Error('what a grant to an account means for its principals is not documented')
  const given = Object.entries(context)
    .map(([key, value]) => [key.toLowerCase(), [value].flat().join()] as const)
    .filter(([key]) => key.startsWith(CONTEXT))
  const has = ([key, value]: readonly [string, string]) =>
    given.some(([name, text]) => name === CONTEXT + key.toLowerCase() && text === value)
  const wanted = Object.entries(grant.encryptionContextEquals ?? grant.encryptionContextSubset ?? {})
  const isExact = grant.encryptionContextEquals !== undefined
  const isUnknown = wanted.length > 0 && unknownKeys.some((key) => key.toLowerCase().startsWith(CONTEXT))
  const fits = wanted.every(has) && (!isExact || given.length === wanted.length)
  return every([
    named,
    truthOf(grant.operations.some((operation) => `kms:${operation}`.toLowerCase() === action.toLowerCase())),
    isUnknown ? inAllWays(['yes', 'no']) : truthOf(fits),
  ])
}
