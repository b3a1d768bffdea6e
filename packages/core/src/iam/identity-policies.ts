import type { Gap } from '../model/gap.ts'
import type { OpenFact, Subject } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { Role } from '../model/role.ts'
import type { Placed, World } from '../model/world.ts'
import { awsManagedPolicy } from './managed-policies.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { policyOf } from './policy.ts'

/** The policies of a role, and what of them is not known. */
export interface IdentityPolicies {
  readonly policies: readonly PlacedPolicy[]
  readonly unknown: readonly OpenFact[]
}

/** A managed policy, found once for all roles that have it. */
export type ManagedFound = PlacedPolicy | Gap

/** @param managed those that were found before */
export function identityPoliciesOf(
  world: World,
  role: Placed<Role>,
  roleArn: string,
  managed: Map<string, ManagedFound>,
): IdentityPolicies {
  const policies: PlacedPolicy[] = []
  const unknown: OpenFact[] = []
  for (const found of attachedPolicies(world, role, roleArn, managed)) add(found, policies, unknown)
  for (const found of inlinePolicies(role, roleArn)) add(found, policies, unknown)
  return { policies, unknown: unknown.length === 0 ? NOTHING : unknown }
}

const NOTHING: readonly OpenFact[] = Object.freeze([])

function add(found: PlacedPolicy | OpenFact, policies: PlacedPolicy[], unknown: OpenFact[]): void {
  if ('gap' in found) unknown.push(found)
  else policies.push(found)
}

function attachedPolicies(
  world: World,
  role: Placed<Role>,
  roleArn: string,
  managed: Map<string, ManagedFound>,
): readonly (PlacedPolicy | OpenFact)[] {
  const attached = role.value.attachedPolicyArns
  const at = (...keys: number[]) => pointerTo(role.at, 'attachedPolicyArns', ...keys)
  const what: Subject = { kind: 'role', id: roleArn }
  if (attached === undefined || isGap(attached)) {
    return [{ gap: settledBy(attached, 'iam:ListAttachedRolePolicies'), what, at: at() }]
  }
  return attached.map((arn, i): PlacedPolicy | OpenFact => {
    if (isGap(arn)) return { gap: arn, what, at: at(i) }
    const found = findManaged(world, arn, managed)
    return isGap(found) ? { gap: found, what: { kind: 'policy', id: arn }, at: at(i) } : found
  })
}

function inlinePolicies(role: Placed<Role>, roleArn: string): readonly (PlacedPolicy | OpenFact)[] {
  const inline = role.value.inlinePolicies
  const at = (...keys: string[]) => pointerTo(role.at, 'inlinePolicies', ...keys)
  if (inline === undefined || isGap(inline)) {
    return [{ gap: settledBy(inline, 'iam:ListRolePolicies'), what: { kind: 'role', id: roleArn }, at: at() }]
  }
  return Object.entries(inline).map(([name, document]): PlacedPolicy | OpenFact =>
    isGap(document)
      ? { gap: settledBy(document, 'iam:GetRolePolicy'), what: { kind: 'policy', id: name }, at: at(name) }
      : { policy: policyOf(document, 'identity'), name, kind: 'policy', at: 'inline' },
  )
}

function findManaged(world: World, arn: string, managed: Map<string, ManagedFound>): ManagedFound {
  const before = managed.get(arn)
  if (before !== undefined) return before
  const found = lookUpManaged(world, arn)
  managed.set(arn, found)
  return found
}

/** The snapshot's own, else the one that AWS manages. */
function lookUpManaged(world: World, arn: string): ManagedFound {
  const found = world.managedPolicy(arn)
  if (found !== null && !isGap(found)) {
    const { document } = found.value
    if (isGap(document)) return settledBy(document, 'iam:GetPolicyVersion')
    return { policy: policyOf(document, 'identity'), name: arn, kind: 'policy', at: pointerTo(found.at, 'document') }
  }
  const known = awsManagedPolicy(arn)
  if (known !== null) return { policy: policyOf(known, 'identity'), name: arn, kind: 'policy', at: 'attached' }
  // A role cannot have a policy that is not there: the snapshot contradicts itself.
  if (found === null || hasPlaceholder(arn)) return { gap: 'unresolved', expression: arn }
  return settledBy(found, 'iam:GetPolicyVersion')
}

/** A gap that only says "not read" also says what reads it. */
function settledBy(gap: Gap | undefined, permission: string): Gap {
  return gap === undefined || (gap.gap === 'not-read' && gap.permission === undefined)
    ? { gap: 'not-read', permission }
    : gap
}
