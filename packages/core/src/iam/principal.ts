import { type Arn, parseArn, roleNameOf } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import type { Truth } from './truth.ts'

/** Who asks through an endpoint. */
export type Caller = RoleCaller | Nobody

/** A session of a role. */
export interface RoleCaller {
  readonly kind: 'role'
  readonly arn: string
  readonly account: string
}

/** Who made a pre-signed URL for us: a principal of AWS's own. */
interface Nobody {
  readonly kind: 'nobody'
}

export const NOBODY: Nobody = Object.freeze({ kind: 'nobody' })

/** A compiled `Principal`. `entries` is in the order of the policy. */
export interface PrincipalElement {
  readonly everyone: boolean
  readonly entries: readonly { readonly type: string; readonly text: string }[]
  readonly gaps: readonly Gap[]
}

const TYPES = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser'])

/** Null where the element is not one that AWS takes. */
export function compilePrincipal(element: unknown): PrincipalElement | null {
  if (element === '*') return { everyone: true, entries: [], gaps: [] }
  if (isGap(element)) return { everyone: false, entries: [], gaps: [element] }
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return null
  const entries: { type: string; text: string }[] = []
  const gaps: Gap[] = []
  for (const [type, listed] of Object.entries(element)) {
    if (!TYPES.has(type)) return null
    for (const text of Array.isArray(listed) ? listed : [listed]) {
      if (isGap(text)) gaps.push(text)
      else if (typeof text === 'string') entries.push({ type, text })
      else return null
    }
  }
  return entries.length + gaps.length === 0 ? null : { everyone: false, entries, gaps }
}

/** How one entry of a `Principal` speaks of a caller. */
type EntryMatch = (type: string, text: string) => Truth

/** @param everyone what `"Principal": "*"` says of the caller */
export function matchPrincipal(element: PrincipalElement, everyone: Truth, match: EntryMatch): Truth {
  if (element.everyone) return everyone
  let truth: Truth = element.gaps.length > 0 ? undefined : false
  for (const { type, text } of element.entries) {
    const matched = match(type, text)
    if (matched === true) return true
    if (matched === undefined) truth = undefined
  }
  return truth
}

/**
 * An account, by its id or its root, stands for all its principals; no wildcard stands for a part of a name. The role's
 * own id and the names of its sessions are not known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function namesRole(text: string, { arn, account }: RoleCaller): Truth {
  if (text === '*' || text === arn || text === account) return true
  if (text.includes('*') || text.includes('?') || isUniqueId(text)) return undefined
  const named = parseArn(text)
  if (named === null) return hasPlaceholder(text) ? undefined : sameText(text, account)
  if (named.resource === 'root') return sameText(named.account, account)
  if (named.service === 'sts' && named.resource.startsWith('assumed-role/')) return namesSession(named, arn)
  return sameText(text, arn)
}

function namesSession(session: Arn, roleArn: string): Truth {
  const role = parseArn(roleArn)
  if (role === null) return undefined
  const [, name = ''] = session.resource.split('/')
  const other = sameText(name, roleNameOf(role)) === false || sameText(session.account, role.account) === false
  return other ? false : undefined
}

/** Whether an entry stands for a whole account. */
export function namesAccount(text: string, { account }: RoleCaller): boolean {
  return text === account || /^\d{12}$/.test(text) || parseArn(text)?.resource === 'root'
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function isUniqueId(text: string): boolean {
  return text.startsWith('AROA') || text.startsWith('AIDA')
}
