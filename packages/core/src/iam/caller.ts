import { type Arn, parseArn, roleNameOf } from '../model/arn.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import { both, type Truth } from './truth.ts'

/** Who asks. */
export type Caller = RoleCaller | UserCaller | RootCaller | ServiceCaller | Nobody

/** A session of a role. */
export interface RoleCaller {
  readonly kind: 'role'
  /** Of the role. */
  readonly arn: string
  readonly account: string
  /** Null: nobody knows the name of the session. */
  readonly session: string | null
}

interface UserCaller {
  readonly kind: 'user'
  readonly arn: string
  readonly account: string
}

/** The root user of an account. */
interface RootCaller {
  readonly kind: 'root'
  readonly account: string
}

interface ServiceCaller {
  readonly kind: 'service'
  /** `ecs-tasks.amazonaws.com`. */
  readonly name: string
}

/** Who made a pre-signed URL for us: a principal of AWS's own. */
interface Nobody {
  readonly kind: 'nobody'
}

export const NOBODY: Nobody = Object.freeze({ kind: 'nobody' })

/**
 * What an entry of a `Principal` names. Of one account, a policy on a resource that names the caller itself grants what
 * it says whatever the caller's own policies leave out; one that names the role does within the limits of the role; one
 * that names the account leaves it to the caller's own policies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Naming = 'caller' | 'role' | 'account'

interface Named {
  readonly naming: Naming
  readonly truth: Truth
}

const NOT_NAMED: Named = Object.freeze({ naming: 'caller', truth: false })
const OPEN: Named = Object.freeze({ naming: 'caller', truth: undefined })
const EVERYONE: Named = Object.freeze({ naming: 'caller', truth: true })

/**
 * An account, by its id or its root, stands for all its principals; no wildcard stands for a part of a name. The
 * unique ids of roles and users are not known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function nameOf(type: string, text: string, caller: Caller): Named {
  if (type === 'AWS' && text === '*') return EVERYONE
  if (type === 'CanonicalUser') return caller.kind === 'service' || caller.kind === 'nobody' ? NOT_NAMED : OPEN
  if (type === 'Service') {
    return caller.kind === 'service' ? { naming: 'caller', truth: namesService(text, caller.name) } : NOT_NAMED
  }
  if (type !== 'AWS' || caller.kind === 'service' || caller.kind === 'nobody') return NOT_NAMED
  return nameOfPrincipal(text, caller)
}

function nameOfPrincipal(text: string, caller: RoleCaller | UserCaller | RootCaller): Named {
  const { account } = caller
  if (text === account) return { naming: 'account', truth: true }
  if (caller.kind === 'role' && text === caller.arn) return { naming: 'role', truth: true }
  if (text.includes('*') || text.includes('?') || isUniqueId(text)) return OPEN
  const named = parseArn(text)
  if (named === null) {
    if (hasPlaceholder(text)) return OPEN
    return { naming: 'account', truth: sameText(text, account) }
  }
  if (named.resource === 'root') return { naming: 'account', truth: sameText(named.account, account) }
  if (caller.kind === 'root') return hasPlaceholder(text) ? OPEN : NOT_NAMED
  if (caller.kind === 'user') return { naming: 'caller', truth: sameText(text, caller.arn) }
  if (named.service !== 'sts') return { naming: 'role', truth: sameText(text, caller.arn) }
  return { naming: 'caller', truth: namesSession(named, caller) }
}

function namesSession(named: Arn, { arn, session }: RoleCaller): Truth {
  const role = parseArn(arn)
  if (!named.resource.startsWith('assumed-role/')) return hasPlaceholder(named.resource) ? undefined : false
  if (role === null) return undefined
  const [, name = '', wanted = ''] = named.resource.split('/')
  const ofRole = both(sameText(name, roleNameOf(role)), sameText(named.account, role.account))
  return both(ofRole, session === null ? undefined : sameText(wanted, session))
}

/** Regional names (`ecs-tasks.eu-south-1.amazonaws.com`) are for other calls; whether one serves is not documented. */
function namesService(text: string, name: string): Truth {
  const [service = ''] = name.split('.')
  const isRegional = text !== name && text.toLowerCase().startsWith(`${service}.`)
  return isRegional ? undefined : sameText(text, name)
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function isUniqueId(text: string): boolean {
  return text.startsWith('AROA') || text.startsWith('AIDA')
}
