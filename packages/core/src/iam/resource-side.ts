import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import { sameText } from '../model/placeholder.ts'
import type { World } from '../model/world.ts'
import { organizationPoliciesOf } from './organization-policies.ts'
import { ALLOWS, DENIES, evaluate, MAY_ALLOW, MAY_DENY, type Policy, sharedPolicyOf } from './policy.ts'
import { matchPrincipal, namesAccount, namesRole, type RoleCaller } from './principal.ts'
import { type ResourcePolicies, resourceKey } from './resource-policies.ts'
import type { Query } from './statement.ts'
import type { Truth } from './truth.ts'

/**
 * What the side of the resource adds. Its own policy is not modeled yet: where it may change the answer, that is an open
 * fact, and where it cannot, it is none.
 */
interface ResourceSide {
  /** Whether the resource is of another account, whose policy must allow too. */
  readonly foreign: boolean
  /** Whether the policy must allow even in the same account, as that of a key. */
  readonly decides: boolean
  readonly account: string
  readonly resource: string
  /** Null where there is none, or nobody read it. */
  readonly policy: Policy | null
  /** Why the policy that is there is not known. */
  readonly unknown: Gap | null
  readonly organization: readonly OpenFact[]
  readonly at: Pointer
}

/** Null: the resource is of the caller's account and no policy of its own is known of. */
export function resourceSideOf(
  world: World,
  policies: ResourcePolicies,
  resource: string,
  caller: RoleCaller,
): ResourceSide | null {
  const found = policies.size === 0 ? undefined : policies.get(resourceKey(resource))
  const account = found?.account ?? foreignAccountOf(resource, caller.account) ?? caller.account
  const foreign = sameText(account, caller.account) === false
  if (found === undefined && !foreign) return null
  const document = found?.document
  return {
    foreign,
    decides: resourceKey(resource).startsWith('kms:'),
    account,
    resource,
    policy: document === undefined || isGap(document) ? null : sharedPolicyOf(document, 'resource'),
    unknown: isGap(document) ? document : null,
    organization: foreign ? organizationPoliciesOf(world, account, ['resourceControlPolicies']).facts : [],
    at: found?.at ?? '',
  }
}

/** The account of the resource where it is not plainly the caller's; a bucket's name, for one, says none. */
function foreignAccountOf(resource: string, account: string): string | null {
  let start = 3
  for (let field = 1; field < 4 && start >= 0; field++) start = resource.indexOf(':', start + 1)
  const end = start < 0 ? -1 : resource.indexOf(':', start + 1)
  // The names of placeholders may hold colons.
  const open = resource.indexOf('«')
  if (open >= 0 && (end < 0 || open < end)) return parseArn(resource)?.account || null
  if (end <= start + 1) return null
  const same = end === start + 1 + account.length && resource.startsWith(account, start + 1)
  return same ? null : resource.slice(start + 1, end)
}

/** What the side of the resource leaves open, and whether it may allow what the caller's own policies do not. */
interface ResourceOpinion {
  readonly open: readonly OpenFact[]
  readonly mayGrant: boolean
}

export const NOTHING: ResourceOpinion = Object.freeze({ open: Object.freeze([]), mayGrant: false })

/** @param identity what the caller's own policies say */
export function resourceOpinion(
  side: ResourceSide,
  query: Query,
  caller: RoleCaller,
  identity: number,
): ResourceOpinion {
  const { policy, unknown, organization, foreign, decides, at } = side
  const open = (gap: Gap, mayGrant: boolean): ResourceOpinion => ({
    open: [...organization, { gap, what: { kind: 'policy-layer', id: side.resource }, at }],
    mayGrant: mayGrant && !foreign,
  })
  if (unknown !== null) return open(unknown, true)
  if (policy === null) return open({ gap: 'other-owner', account: side.account }, false)
  const bits = evaluate(policy, resourceQuery(query, side, caller))
  const mayGrant = (bits & (ALLOWS | MAY_ALLOW)) !== 0
  const allowed = foreign || decides ? (bits & ALLOWS) !== 0 : (identity & ALLOWS) !== 0 || !mayGrant
  if (allowed && (bits & (DENIES | MAY_DENY)) === 0) return { open: organization, mayGrant: false }
  return open({ gap: 'not-modeled', what: 'resource-policy' }, mayGrant)
}

/** In its own account, an entry for the whole account grants nothing that the role's own policies do not. */
function resourceQuery(query: Query, side: ResourceSide, caller: RoleCaller): Query {
  const match = (type: string, text: string, allow: boolean): Truth => {
    if (type === 'CanonicalUser') return undefined
    if (type !== 'AWS') return false
    if (allow && !side.foreign && !side.decides && namesAccount(text, caller)) return false
    return namesRole(text, caller)
  }
  return {
    ...query,
    matchPrincipal: (element, effect) =>
      matchPrincipal(element, true, (type, text) => match(type, text, effect === 'Allow')),
  }
}
