import type { Gap } from '../model/gap.ts'
import type { OpenFact, Subject } from '../model/judgement.ts'
import { isGap, isGapOfMany, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { Role } from '../model/role.ts'
import type { Placed, World } from '../model/world.ts'
import { awsManagedPolicy } from './managed-policies.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { managedPolicyOf, policyOf } from './policy.ts'

/** The policies of a role, and what of them is not known. */
export interface IdentityPolicies {
  readonly policies: readonly PlacedPolicy[]
  readonly unknown: readonly OpenFact[]
}

/** A managed policy, found once for all roles that have it. */
export type ManagedFound = PlacedPolicy | Gap

interface Gathered {
  readonly policies: PlacedPolicy[]
  readonly unknown: OpenFact[]
}

/** @param managed those that were found before */
export function identityPoliciesOf(
  world: World,
  role: Placed<Role>,
  roleArn: string,
  managed: Map<string, ManagedFound>,
): IdentityPolicies {
  const gathered: Gathered = { policies: [], unknown: [] }
  addAttached(gathered, world, role, roleArn, managed)
  addInline(gathered, role, roleArn)
  return gathered
}

function addAttached(
  { policies, unknown }: Gathered,
  world: World,
  { value, at }: Placed<Role>,
  roleArn: string,
  managed: Map<string, ManagedFound>,
): void {
  const attached = value.attachedPolicyArns
  const open = (gap: Gap, what: Subject, ...keys: readonly number[]) =>
    unknown.push({ gap, what, at: pointerTo(at, 'attachedPolicyArns', ...keys) })
  if (attached === undefined || isGap(attached)) {
    open(settledBy(attached, 'iam:ListAttachedRolePolicies'), { kind: 'role', id: roleArn })
    return
  }
  for (let i = 0; i < attached.length; i++) {
    const arn = attached[i] as Known<string>
    const found = isGap(arn) ? arn : findManaged(world, arn, managed)
    if (!isGap(found)) policies.push(found)
    else open(found, isGap(arn) ? { kind: 'role', id: roleArn } : { kind: 'policy', id: arn }, i)
  }
}

function addInline({ policies, unknown }: Gathered, { value, at }: Placed<Role>, roleArn: string): void {
  const inline = value.inlinePolicies
  const open = (gap: Gap, what: Subject, ...keys: readonly string[]) =>
    unknown.push({ gap, what, at: pointerTo(at, 'inlinePolicies', ...keys) })
  if (inline === undefined || isGapOfMany(inline)) {
    open(settledBy(inline, 'iam:ListRolePolicies'), { kind: 'role', id: roleArn })
    return
  }
  for (const [name, document] of Object.entries(inline)) {
    if (isGap(document)) open(settledBy(document, 'iam:GetRolePolicy'), { kind: 'policy', id: name }, name)
    else policies.push({ policy: policyOf(document, 'identity'), name, kind: 'policy', at: 'inline' })
  }
}

/** A managed policy of an account or of AWS; a gap says why it is not known. */
export function findManaged(world: World, arn: string, managed: Map<string, ManagedFound>): ManagedFound {
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
    return { policy: managedPolicyOf(document), name: arn, kind: 'policy', at: pointerTo(found.at, 'document') }
  }
  const known = awsManagedPolicy(arn)
  if (known !== null) return { policy: managedPolicyOf(known), name: arn, kind: 'policy', at: 'attached' }
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
