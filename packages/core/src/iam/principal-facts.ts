import { parseArn, roleNameOf } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Role } from '../model/role.ts'
import type { Account } from '../model/snapshot.ts'
import type { Placed, World } from '../model/world.ts'
import type { RoleCaller } from './caller.ts'
import { findManaged, type IdentityPolicies, identityPoliciesOf, type ManagedFound } from './identity-policies.ts'
import type { Source } from './layer.ts'
import { type OrganizationPolicies, organizationPoliciesOf } from './organization-policies.ts'
import { type ResourcePolicies, resourcePoliciesOf } from './resource-policies.ts'

/** A role with everything about it that does not depend on the request. */
export interface PrincipalFacts extends RoleCaller {
  /** Whether the role is known not to be there. */
  readonly missing: boolean
  readonly identity: Source
  /** The permissions boundary; null: the role has none. */
  readonly boundary: Source | null
  readonly organization: OrganizationPolicies
  /** No organization policy binds a role that AWS services keep for themselves. */
  readonly isServiceLinked: boolean
  /** Whether organization policies are taken as good. */
  readonly assumed: boolean
  readonly tags: Role['tags'] | Gap
  readonly world: WorldFacts
}

/** What is found once for a world. */
export interface WorldFacts {
  readonly world: World
  readonly principals: Map<string, PrincipalFacts>
  /** The one that was asked for last: most calls of a launch come as the same. */
  lastPrincipal: PrincipalFacts | null
  readonly managed: Map<string, ManagedFound>
  /** By account. */
  readonly organizations: Map<string, OrganizationPolicies>
  readonly resourcePolicies: ResourcePolicies
  /** How ARNs begin, up to the resource, of things without policies: for callers of an account. */
  readonly withoutPolicies: { readonly account: string; readonly beginning: string }[]
  /** The last questions that trust policies answered with yes. */
  trusting: readonly Trusting[]
  /** Whether an organization of some account has policies on resources. */
  readonly hasResourceControl: boolean
}

/** A question that the trust policy of some role answered with yes. */
export interface Trusting {
  readonly service: string
  readonly account: string
  readonly from: string | undefined
  readonly source: string | undefined
  readonly document: unknown
}

const memo = new WeakMap<World, WorldFacts>()

/** What was compiled for a role is kept while calls come as it, not for as long as the world is there. */
const MOST_PRINCIPALS = 500

/** INVARIANT: a world does not change, so what was found for a role of it holds for as long as the world is there. */
export function principalFactsOf(world: World, roleArn: string): PrincipalFacts {
  const facts = worldFactsOf(world)
  if (facts.lastPrincipal?.arn === roleArn) return facts.lastPrincipal
  let found = facts.principals.get(roleArn)
  if (found === undefined) {
    found = gather(world, roleArn, facts)
    if (facts.principals.size >= MOST_PRINCIPALS) facts.principals.clear()
    facts.principals.set(roleArn, found)
  }
  facts.lastPrincipal = found
  return found
}

export function worldFactsOf(world: World): WorldFacts {
  let facts = memo.get(world)
  if (facts === undefined) {
    facts = {
      world,
      principals: new Map(),
      lastPrincipal: null,
      withoutPolicies: [],
      managed: new Map(),
      organizations: new Map(),
      resourcePolicies: resourcePoliciesOf(world),
      trusting: [],
      hasResourceControl: Object.values(world.snapshot.accounts).some(hasResourceControl),
    }
    memo.set(world, facts)
  }
  return facts
}

function hasResourceControl({ organization }: Account): boolean {
  return (
    organization !== null &&
    organization !== undefined &&
    !isGap(organization) &&
    organization.resourceControlPolicies !== undefined
  )
}

function gather(world: World, arn: string, facts: WorldFacts): PrincipalFacts {
  const role = world.role(arn)
  const { account, policies, unknown, boundary, tags, at } =
    role === null || isGap(role) ? withoutRole(role, arn) : ofRole(world, role, arn, facts)
  const organization = organizationOf(facts, account)
  const isServiceLinked = arn.includes(':role/aws-service-role/')
  return {
    kind: 'role',
    arn,
    account,
    session: null,
    missing: role === null,
    identity: { layer: 'identity-policy', owner: arn, level: 0, policies, unknown, at },
    boundary,
    organization,
    isServiceLinked,
    assumed: !isServiceLinked && (organization.isServiceControlAssumed || organization.isResourceControlAssumed),
    tags,
    world: facts,
  }
}

interface OfRole extends IdentityPolicies {
  readonly account: string
  readonly boundary: Source | null
  readonly tags: PrincipalFacts['tags']
  readonly at: Pointer
}

function ofRole(world: World, role: Placed<Role>, arn: string, { managed }: WorldFacts): OfRole {
  const { policies, unknown } = identityPoliciesOf(world, role, arn, managed)
  const boundary = boundaryOf(world, role, managed)
  return { account: role.place.account, policies, unknown, boundary, tags: role.value.tags, at: role.at }
}

function withoutRole(role: Gap | null, arn: string): OfRole {
  const unknown = role === null ? [] : [unknownRole(role, arn)]
  const account = parseArn(arn)?.account ?? ''
  const tags: Gap = role ?? { gap: 'not-read', permission: 'iam:GetRole' }
  return { account, policies: [], unknown, boundary: null, tags, at: rolePointer(arn) }
}

export function organizationOf({ world, organizations }: WorldFacts, account: string): OrganizationPolicies {
  const known = organizations.get(account)
  if (known !== undefined) return known
  const found = organizationPoliciesOf(world, account)
  organizations.set(account, found)
  return found
}

export function rolePointer(roleArn: string): Pointer {
  const arn = parseArn(roleArn)
  return arn === null ? '' : pointerTo('/accounts', arn.account, 'roles', roleNameOf(arn))
}

export function unknownRole(gap: Gap, roleArn: string): OpenFact {
  const why: Gap =
    gap.gap === 'not-read' && gap.permission === undefined ? { gap: 'not-read', permission: 'iam:GetRole' } : gap
  return { gap: why, what: { kind: 'role', id: roleArn }, at: rolePointer(roleArn) }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
function boundaryOf(world: World, { id, value, at }: Placed<Role>, managed: Map<string, ManagedFound>): Source | null {
  const arn = value.permissionsBoundaryArn
  if (arn === undefined) return null
  const found = isGap(arn) ? arn : findManaged(world, arn, managed)
  const here = pointerTo(at, 'permissionsBoundaryArn')
  const common = { layer: 'permissions-boundary', owner: id, level: 0, at: here } as const
  if (!isGap(found))
    return { ...common, policies: [found.at === 'attached' ? { ...found, at: here } : found], unknown: [] }
  const what = isGap(arn) ? ({ kind: 'role', id } as const) : ({ kind: 'policy', id: arn } as const)
  return { ...common, policies: [], unknown: [{ gap: found, what, at: here }] }
}
