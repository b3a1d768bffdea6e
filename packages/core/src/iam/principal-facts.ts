import { parseArn, roleNameOf } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Role } from '../model/role.ts'
import type { Placed, World } from '../model/world.ts'
import { type IdentityPolicies, identityPoliciesOf, type ManagedFound } from './identity-policies.ts'
import { type OrganizationPolicies, organizationPoliciesOf } from './organization-policies.ts'
import type { RoleCaller } from './principal.ts'
import { type ResourcePolicies, resourcePoliciesOf } from './resource-policies.ts'

/** A role with everything about it that does not depend on the request. */
export interface PrincipalFacts extends RoleCaller, IdentityPolicies {
  /** Whether the role is known not to be there. */
  readonly missing: boolean
  /** Layers over the role that are not modeled yet. */
  readonly layers: readonly OpenFact[]
  /** Whether organization policies are taken as good. */
  readonly assumed: boolean
  readonly at: Pointer
  readonly world: WorldFacts
}

/** What is found once for a world. */
interface WorldFacts {
  readonly principals: Map<string, PrincipalFacts>
  readonly managed: Map<string, ManagedFound>
  /** By account. */
  readonly organizations: Map<string, OrganizationPolicies>
  readonly resourcePolicies: ResourcePolicies
}

const memo = new WeakMap<World, WorldFacts>()

/** INVARIANT: a world does not change, so what was found for a role of it holds for as long as the world is there. */
export function principalFactsOf(world: World, roleArn: string): PrincipalFacts {
  let facts = memo.get(world)
  if (facts === undefined) {
    const resourcePolicies = resourcePoliciesOf(world)
    facts = { principals: new Map(), managed: new Map(), organizations: new Map(), resourcePolicies }
    memo.set(world, facts)
  }
  const known = facts.principals.get(roleArn)
  if (known !== undefined) return known
  const found = gather(world, roleArn, facts)
  facts.principals.set(roleArn, found)
  return found
}

function gather(world: World, arn: string, facts: WorldFacts): PrincipalFacts {
  const role = world.role(arn)
  const { account, policies, unknown, boundary, at } =
    role === null || isGap(role) ? withoutRole(role, arn) : ofRole(world, role, arn, facts)
  const organization = organizationOf(world, account, facts)
  return {
    kind: 'role',
    arn,
    account,
    policies,
    unknown,
    missing: role === null,
    layers: boundary === null ? organization.facts : [boundary, ...organization.facts],
    assumed: organization.assumed,
    at,
    world: facts,
  }
}

interface OfRole extends IdentityPolicies {
  readonly account: string
  readonly boundary: OpenFact | null
  readonly at: Pointer
}

function ofRole(world: World, role: Placed<Role>, arn: string, { managed }: WorldFacts): OfRole {
  const { policies, unknown } = identityPoliciesOf(world, role, arn, managed)
  return { account: role.place.account, policies, unknown, boundary: boundaryOf(role), at: role.at }
}

function withoutRole(role: Gap | null, arn: string): OfRole {
  const unknown = role === null ? [] : [unknownRole(role, arn)]
  return { account: parseArn(arn)?.account ?? '', policies: [], unknown, boundary: null, at: rolePointer(arn) }
}

function organizationOf(world: World, account: string, { organizations }: WorldFacts): OrganizationPolicies {
  const known = organizations.get(account)
  if (known !== undefined) return known
  const found = organizationPoliciesOf(world, account, ['serviceControlPolicies', 'resourceControlPolicies'])
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

function boundaryOf({ id, value, at }: Placed<Role>): OpenFact | null {
  const arn = value.permissionsBoundaryArn
  if (arn === undefined) return null
  const gap: Gap = isGap(arn) ? arn : { gap: 'not-modeled', what: 'permissions-boundary', of: arn }
  return {
    gap,
    what: { kind: 'role', id },
    at: pointerTo(at, 'permissionsBoundaryArn'),
  }
}
