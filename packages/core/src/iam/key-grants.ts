import { isGap, type Known } from '../model/known.ts'
import { sameText } from '../model/placeholder.ts'
import type { KeyGrant } from '../model/secret.ts'
import { type Caller, nameOf } from './caller.ts'
import { type Context, foldKey } from './context.ts'
import { foldLetters } from './fold-text.ts'
import type { Asked } from './readings.ts'
import { both, either, type Truth } from './truth.ts'

/**
 * Whether a grant of the key lets the caller do it. Grants that nobody read are taken as none: the services of a launch
 * make none for its roles.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function grantedBy(grants: Known<readonly KeyGrant[]> | null, caller: Caller, asked: Asked): Truth {
  if (grants === null) return false
  if (isGap(grants)) return undefined
  let truth: Truth = false
  for (const grant of grants) truth = either(truth, allows(grant, caller, asked))
  return truth
}

function allows(grant: KeyGrant, caller: Caller, { action, context }: Asked): Truth {
  const { granteePrincipal, operations } = grant
  const isGrantee = isGap(granteePrincipal) ? undefined : isNamed(granteePrincipal, caller)
  const isMeant = isGap(operations)
    ? undefined
    : operations.some((operation) => foldLetters(`kms:${operation}`) === action.folded)
  return both(both(isGrantee, isMeant), constraintsHold(grant, context))
}

/** Whether a grant to an account serves its roles is not documented. */
function isNamed(grantee: string, caller: Caller): Truth {
  const { naming, truth } = nameOf('AWS', grantee, caller)
  return naming === 'account' && truth === true ? undefined : truth
}

/** The pairs that the request must have in its encryption context; with `equals`, it may have no others. */
function constraintsHold(
  { encryptionContextEquals: equals, encryptionContextSubset: subset }: KeyGrant,
  context: Context,
): Truth {
  if (isGap(equals) || isGap(subset)) return undefined
  let truth: Truth = true
  for (const [key, wanted] of [...Object.entries(equals ?? {}), ...Object.entries(subset ?? {})]) {
    truth = both(truth, hasPair(key, wanted, context))
  }
  return equals === undefined ? truth : both(truth, hasNoOthers(Object.keys(equals), context))
}

function hasPair(key: string, wanted: string, context: Context): Truth {
  const found = context(`kms:encryptioncontext:${foldKey(key)}`)
  if (isGap(found) || found.length !== 1) return undefined
  const [value] = found[0] ?? []
  return value === undefined ? false : sameText(value, wanted)
}

function hasNoOthers(keys: readonly string[], context: Context): Truth {
  const found = context('kms:encryptioncontextkeys')
  if (isGap(found) || found.length !== 1) return undefined
  return (found[0] ?? []).every((key) => keys.includes(key))
}
