import { type Caller, type Naming, nameOf } from './caller.ts'
import type { PrincipalElement, PrincipalEntry } from './principal.ts'
import { either, type Truth } from './truth.ts'

/** How an element is read where a policy allows; whom it denies, it denies in any way of naming. */
export interface Reading {
  readonly caller: Caller
  /** Whether the caller has a permissions boundary; undefined: not known. */
  readonly bounded: Truth
  /** The ways of naming that count. */
  readonly namings: readonly Naming[]
  /** What `"Principal": "*"` says of the caller. */
  readonly everyone: Truth
  /** Another view of an entry that names the caller. */
  readonly adjust?: (named: Truth, naming: Naming) => Truth
}

export function matchPrincipal(element: PrincipalElement, isDeny: boolean, reading: Reading): Truth {
  if (element.negated) return isDeny ? isNotExcepted(element, reading) : undefined
  if (element.everyone) return isDeny ? true : everyone(reading)
  let truth: Truth = element.gaps.length > 0 ? undefined : false
  for (const entry of element.entries) {
    truth = either(truth, matchEntry(entry, isDeny, reading))
    if (truth === true) return true
  }
  return truth
}

function matchEntry({ type, text }: PrincipalEntry, isDeny: boolean, reading: Reading): Truth {
  if (text === '*') return isDeny ? reading.everyone : everyone(reading)
  const { naming, truth } = nameOf(type, text, reading.caller)
  if (truth === false || !(isDeny || reading.namings.includes(naming))) return false
  return reading.adjust === undefined ? truth : reading.adjust(truth, naming)
}

function everyone({ namings, everyone: truth }: Reading): Truth {
  return namings.includes('caller') ? truth : false
}

/**
 * Whether a `NotPrincipal` takes the caller in. Who has a permissions boundary is denied whatever the element says. A
 * principal is sure to be left out only where its account stands beside it; whether it is otherwise depends on the
 * service.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isNotExcepted({ everyone, entries, gaps }: PrincipalElement, { caller, bounded }: Reading): Truth {
  if (bounded === true) return true
  let account: Truth = false
  let itself: Truth = gaps.length > 0 ? undefined : false
  if (everyone) itself = account = true
  for (const { type, text } of entries) {
    const { naming, truth } = nameOf(type, text, caller)
    if (naming === 'account') account = either(account, truth)
    // A session stands behind its role, which may be looked at before.
    else itself = either(itself, isSession(caller, naming, text) && truth === true ? undefined : truth)
    if (text === '*') account = true
  }
  if (caller.kind === 'root') itself = account
  if (caller.kind === 'service') account = itself
  if (account === false && itself === false) return true
  return account === true && itself === true && bounded === false ? false : undefined
}

function isSession(caller: Caller, naming: Naming, text: string): boolean {
  return caller.kind === 'role' && naming === 'caller' && text !== '*'
}
