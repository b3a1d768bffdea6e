import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import { defaultPolicyOf, policyOfAws, unreadPolicyOf } from './default-policy.ts'
import { grantedBy } from './key-grants.ts'
import { bitsOfSource, type Source } from './layer.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { sharedPolicyOf } from './policy.ts'
import type { PrincipalFacts } from './principal-facts.ts'
import { type Asked, resourceQuery } from './readings.ts'
import type { ResourcePolicy } from './resource-policies.ts'
import type { ResourceLayer } from './stack.ts'
import type { Truth } from './truth.ts'

/** The account that the resource is of; null: nobody knows, as of a bucket that was not read. */
export function ownerOf({ account, world }: PrincipalFacts, resource: string): string | null {
  if (resource === '*') return null
  const found = world.resourcePolicies.of(resource)
  return found?.account ?? foreignAccountOf(resource, account) ?? (isWithoutAccount(resource) ? null : account)
}

/** Null: no policy on the resource bears on the caller. @param asked as the caller's own policies are */
export function resourceLayerOf(facts: PrincipalFacts, asked: Asked): ResourceLayer | null {
  const { resource } = asked
  if (resource === '*') return null
  const found = facts.world.resourcePolicies.of(resource)
  const account = found?.account ?? foreignAccountOf(resource, facts.account) ?? facts.account
  const isForeign = account === facts.account ? false : foreign(account, facts.account)
  const mustAllow = asked.action.folded.startsWith('kms:')
  const registry = resource.includes(':repository/') ? registryOf(facts, resource) : undefined
  // Whether an account that is not known is the caller's, the step that names the thing asks.
  const isUnread = found === undefined && registry === undefined
  if (isUnread && isForeign !== true && !mustAllow && unreadPolicyOf(resource) === null) return null
  const source = sourceOf(found, registry, { resource, account, isForeign, mustAllow })
  if (source === null) return null
  const bounded = facts.boundary !== null
  const query = resourceQuery(asked, facts, bounded)
  return {
    source,
    query,
    bits: bitsOfSource(source, query),
    isForeign,
    mustAllow,
    queryFor: (naming) => resourceQuery(asked, facts, bounded, naming),
    granted: mustAllow ? grantedBy(found?.grants ?? null, facts, asked) : false,
  }
}

/** False: no policy on the resource bears on the caller, and nothing is allowed by one. */
export function mayHavePolicy({ world, account }: PrincipalFacts, resource: string): boolean {
  if (resource === '*') return false
  const { resourcePolicies, withoutPolicies } = world
  for (const known of withoutPolicies) {
    if (known.account === account && resource.startsWith(known.beginning)) return false
  }
  const service = serviceIn(resource)
  if (service === 'kms' || service === null || foreignAccountOf(resource, account) !== null) return true
  // The policy of a registry speaks of its repositories, too.
  if (service === 'ecr' && resourcePolicies.hasRegistries) return true
  if (resourcePolicies.services.has(service)) return resourcePolicies.of(resource) !== undefined
  const beginning = beginningOf(resource)
  if (beginning !== null && withoutPolicies.length < MOST_BEGINNINGS) withoutPolicies.push({ account, beginning })
  return false
}

/** Of the services that launches call, in a few Regions. */
const MOST_BEGINNINGS = 16

/** An ARN up to its resource; null where a part of that is open. */
function beginningOf(arn: string): string | null {
  let end = -1
  for (let field = 0; field < 5; field++) {
    end = arn.indexOf(':', end + 1)
    if (end < 0) return null
  }
  const beginning = arn.slice(0, end + 1)
  return hasPlaceholder(beginning) ? null : beginning
}

/** Of an ARN of a partition that is known; null: anything else. */
function serviceIn(resource: string): string | null {
  if (!resource.startsWith('arn:aws')) return null
  const start = resource.indexOf(':', 7) + 1
  const end = resource.indexOf(':', start)
  return start === 0 || end < 0 ? null : resource.slice(start, end)
}

function isWithoutAccount(resource: string): boolean {
  return parseArn(resource)?.account === ''
}

function foreign(account: string, own: string): Truth {
  const same = sameText(account, own)
  return same === undefined ? undefined : !same
}

/** The policy of the registry speaks of its repositories, too. */
function registryOf(facts: PrincipalFacts, resource: string): ResourcePolicy | undefined {
  const arn = parseArn(resource)
  if (arn === null || arn.service !== 'ecr') return undefined
  return facts.world.resourcePolicies.ofRegistry(arn)
}

/** The account of the resource where it is not plainly the caller's; a bucket's name, for one, says none. */
function foreignAccountOf(resource: string, account: string): string | null {
  let start = 3
  for (let field = 1; field < 4 && start >= 0; field++) start = resource.indexOf(':', start + 1)
  const end = start < 0 ? -1 : resource.indexOf(':', start + 1)
  const hidden = resource.indexOf('«')
  if (hidden >= 0 && (end < 0 || hidden < end)) return parseArn(resource)?.account || null
  if (end <= start + 1) return null
  const same = end === start + 1 + account.length && resource.startsWith(account, start + 1)
  return same ? null : resource.slice(start + 1, end)
}

interface Side extends Pick<ResourceLayer, 'isForeign' | 'mustAllow'> {
  readonly resource: string
  readonly account: string
}

function sourceOf(found: ResourcePolicy | undefined, registry: ResourcePolicy | undefined, side: Side): Source | null {
  const { resource, isForeign, mustAllow } = side
  const policies: PlacedPolicy[] = []
  const unknown: OpenFact[] = []
  const what = { kind: 'policy-layer', id: resource } as const
  for (const policy of [found, registry]) {
    const document = policy === undefined ? null : (policy.document ?? defaultPolicyOf(resource))
    if (policy === undefined || document === null) continue
    policies.push({ policy: sharedPolicyOf(document, 'resource'), name: resource, kind: 'policy-layer', at: policy.at })
  }
  const perhaps = found === undefined && isForeign === false ? unreadPolicyOf(resource) : null
  if (perhaps !== null) {
    policies.push({ policy: sharedPolicyOf(perhaps, 'resource'), name: resource, kind: 'policy-layer', at: '' })
  }
  const isNeeded = isForeign !== false || mustAllow
  const ofAws = found === undefined && isForeign !== false ? policyOfAws(resource) : null
  if (ofAws !== null) {
    policies.push({ policy: sharedPolicyOf(ofAws, 'resource'), name: resource, kind: 'policy-layer', at: '' })
  } else if (found === undefined && isNeeded) unknown.push({ gap: unreadOf(side), what, at: '' })
  if (policies.length + unknown.length === 0 && !isNeeded) return null
  return { layer: 'resource-policy', owner: resource, level: 0, policies, unknown, at: found?.at ?? registry?.at ?? '' }
}

function unreadOf({ isForeign, account }: Side): Gap {
  return isForeign === false ? { gap: 'not-read', permission: 'kms:GetKeyPolicy' } : { gap: 'other-owner', account }
}
