import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Organization } from '../model/role.ts'
import type { World } from '../model/world.ts'
import { ABSENT, type KeyValue, present } from './context.ts'
import type { Source } from './layer.ts'
import type { PlacedPolicy } from './open-facts.ts'
import type { Patterns } from './patterns.ts'
import { contentOf, type Policy, policyOf } from './policy.ts'
import { actionOf, termsOf } from './statement.ts'

/** What the organization of an account adds to requests of its principals and for its resources. */
export interface OrganizationPolicies {
  /** One for each level, from the root down, without those that let everything through. */
  readonly serviceControl: readonly Source[]
  readonly resourceControl: readonly Source[]
  /** Whether some policies were not read, and are taken as good. */
  readonly isServiceControlAssumed: boolean
  readonly isResourceControlAssumed: boolean
  /** `aws:PrincipalOrgID` of its principals, `aws:ResourceOrgID` of its resources. */
  readonly id: KeyValue
  /** `aws:PrincipalOrgPaths`, `aws:ResourceOrgPaths`. */
  readonly paths: KeyValue
}

const NOT_READ: Gap = Object.freeze({ gap: 'not-read', permission: 'organizations:DescribeOrganization' })

const NONE = { serviceControl: [], resourceControl: [] } as const

/**
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html
 */
export function organizationPoliciesOf(world: World, account: string): OrganizationPolicies {
  const organization = world.account(account)?.organization
  if (organization === null) {
    return { ...NONE, isServiceControlAssumed: false, isResourceControlAssumed: false, id: ABSENT, paths: ABSENT }
  }
  if (organization === undefined || isGap(organization)) {
    const gap = organization ?? NOT_READ
    return { ...NONE, isServiceControlAssumed: true, isResourceControlAssumed: true, id: gap, paths: gap }
  }
  const { id, path } = organization
  const keys = {
    id: isGap(id) ? id : present(id),
    paths: path === undefined ? NOT_READ : isGap(path) ? path : present(path),
  }
  // No policy binds the management account.
  if (organization.managementAccountId === account) {
    return { ...NONE, isServiceControlAssumed: false, isResourceControlAssumed: false, ...keys }
  }
  return {
    serviceControl: sourcesOf(organization, account, 'serviceControlPolicies'),
    resourceControl: sourcesOf(organization, account, 'resourceControlPolicies'),
    isServiceControlAssumed: isUnread(organization.serviceControlPolicies),
    isResourceControlAssumed: isUnread(organization.resourceControlPolicies),
    ...keys,
  }
}

function isUnread(levels: unknown): boolean {
  return levels === undefined || isGap(levels)
}

type Field = 'serviceControlPolicies' | 'resourceControlPolicies'
const LAYER = {
  serviceControlPolicies: { layer: 'service-control-policy', kind: 'service-control', short: 'SCP' },
  resourceControlPolicies: { layer: 'resource-control-policy', kind: 'resource-control', short: 'RCP' },
} as const

function sourcesOf(organization: Organization, account: string, field: Field): readonly Source[] {
  const levels = organization[field]
  if (levels === undefined || isGap(levels)) return []
  const { layer } = LAYER[field]
  const base = pointerTo('/accounts', account, 'organization', field)
  return levels.flatMap((documents, level): Source[] => {
    const at = pointerTo(base, level)
    const { policies, unknown } = policiesIn(documents, field, account, level, at)
    // `FullAWSAccess` and `RCPFullAWSAccess`, which AWS attaches at each level, restrict nothing.
    const isFull =
      policies.length > 0 && unknown.length === 0 && policies.every(({ policy }) => allowsEverything(policy))
    return isFull ? [] : [{ layer, owner: account, level, at, policies, unknown }]
  })
}

function policiesIn(
  documents: readonly Known<PolicyDocument>[],
  field: Field,
  account: string,
  level: number,
  at: Pointer,
): Pick<Source, 'policies' | 'unknown'> {
  const policies: PlacedPolicy[] = []
  const unknown: OpenFact[] = []
  documents.forEach((document, i) => {
    const here = pointerTo(at, i)
    if (isGap(document)) unknown.push({ gap: document, what: { kind: 'policy-layer', id: account }, at: here })
    else {
      const policy = policyOf(document, LAYER[field].kind)
      policies.push({ policy, name: `${LAYER[field].short} ${level + 1}/${i + 1}`, kind: 'policy', at: here })
    }
  })
  return { policies, unknown }
}

function allowsEverything(policy: Policy): boolean {
  const { statements } = contentOf(policy)
  const [statement] = statements
  if (statement === undefined || statements.length > 1) return false
  const { effect, resource, principal, conditions, gaps } = termsOf(statement)
  const isWhole = gaps.length === 0 && conditions.length === 0 && (principal === undefined || principal.everyone)
  return isWhole && effect === 'Allow' && isStar(actionOf(statement)) && isStar(resource)
}

function isStar(patterns: Patterns | undefined): boolean {
  return patterns !== undefined && !patterns.negated && patterns.globs.some(({ pattern }) => pattern === '*')
}
