import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { World } from '../model/world.ts'

/** What the organization of an account says, as far as it is modeled: whether it says anything at all. */
export interface OrganizationPolicies {
  /** Layers that hold more than full access, which are not modeled yet. */
  readonly facts: readonly OpenFact[]
  /** Whether some of it was not read, and is taken as good. */
  readonly assumed: boolean
}

const LAYERS = [
  { field: 'serviceControlPolicies', what: 'service-control-policies' },
  { field: 'resourceControlPolicies', what: 'resource-control-policies' },
] as const

type OrganizationLayer = (typeof LAYERS)[number]['field']

export function organizationPoliciesOf(
  world: World,
  account: string,
  fields: readonly OrganizationLayer[],
): OrganizationPolicies {
  const organization = world.account(account)?.organization
  if (organization === null) return { facts: [], assumed: false }
  if (organization === undefined || isGap(organization)) return { facts: [], assumed: true }
  const facts: OpenFact[] = []
  let assumed = false
  for (const { field, what } of LAYERS) {
    if (!fields.includes(field)) continue
    const levels = organization[field]
    if (levels === undefined || isGap(levels)) assumed = true
    else if (!levels.every(isFullAccess)) {
      const at = pointerTo('/accounts', account, 'organization', field)
      facts.push({ gap: { gap: 'not-modeled', what }, what: { kind: 'policy-layer', id: account }, at })
    }
  }
  return { facts, assumed }
}

/**
 * `FullAWSAccess` and `RCPFullAWSAccess`, which AWS attaches at each level, restrict nothing.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function isFullAccess(level: readonly Known<PolicyDocument>[]): boolean {
  return level.length > 0 && level.every(allowsEverything)
}

function allowsEverything(document: Known<PolicyDocument>): boolean {
  if (isGap(document) || isGap(document.Statement)) return false
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement]
  return (
    statements.length === 1 &&
    statements.every(
      (statement) =>
        statement.Effect === 'Allow' &&
        isStar(statement.Action) &&
        isStar(statement.Resource) &&
        (statement.Principal === undefined || statement.Principal === '*') &&
        statement.Condition === undefined,
    )
  )
}

function isStar(element: unknown): boolean {
  return element === '*' || (Array.isArray(element) && element.length === 1 && element[0] === '*')
}
