import { fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { sameText } from '../model/placeholder.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { World } from '../model/world.ts'
import { actionName } from './action-name.ts'
import type { RoleMissing, RoleTrustBlocker } from './blocker.ts'
import { openFactsOf, statementPointer, statementsThat } from './open-facts.ts'
import { organizationPoliciesOf } from './organization-policies.ts'
import { ALLOWS, DENIES, evaluate, MAY_ALLOW, MAY_DENY, type Policy, policyOf } from './policy.ts'
import { matchPrincipal } from './principal.ts'
import { rolePointer, unknownRole } from './principal-facts.ts'
import { sameJson } from './same-json.ts'
import type { Query, Terms } from './statement.ts'
import type { Truth } from './truth.ts'

/** The services of AWS that assume roles for a launch. */
export type TrustedService = `${'ecs-tasks' | 'ecs' | 'events' | 'scheduler' | 'states'}.amazonaws.com`

/**
 * Whether the trust policy of a role lets an AWS service assume it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function trusts(
  world: World,
  roleArn: string,
  service: TrustedService,
): Judgement<RoleTrustBlocker | RoleMissing> {
  const role = world.role(roleArn)
  if (role === null) return fails({ blocker: 'role-missing', roleArn, at: rolePointer(roleArn) })
  if (isGap(role)) return undecided(unknownRole(role, roleArn))
  const at = `${role.at}/assumeRolePolicyDocument`
  const document = role.value.assumeRolePolicyDocument
  if (isGap(document)) return undecided({ gap: document, what: { kind: 'trust-policy', id: roleArn }, at })

  const policy = trustPolicyOf(document)
  const query = queryFor(service)
  const bits = evaluate(policy, query)
  // Of the organization's policies, only those on resources hold for service principals.
  const { facts } = organizationPoliciesOf(world, role.place.account, ['resourceControlPolicies'])
  if ((bits & (ALLOWS | DENIES | MAY_DENY)) === ALLOWS && facts.length === 0) return WORKS

  const placed = { policy, name: roleArn, kind: 'trust-policy', at } as const
  const [denying, ...others] = (bits & DENIES) === 0 ? [] : statementsThat(policy, query, DENIES)
  const missing = (where: string): RoleTrustBlocker => ({ blocker: 'role-trust-missing', roleArn, service, at: where })
  if (denying !== undefined) {
    return fails(
      missing(statementPointer(placed, denying, at)),
      ...others.map((each) => missing(statementPointer(placed, each, at))),
    )
  }
  if ((bits & (ALLOWS | MAY_ALLOW)) === 0) return fails(missing(at))
  const wanted = (bits & MAY_DENY) | ((bits & ALLOWS) === 0 ? MAY_ALLOW : 0)
  const [first, ...more] = [...(wanted === 0 ? [] : openFactsOf(placed, query, wanted, at)), ...facts]
  return first === undefined ? WORKS : undecided(first, ...more)
}

// INVARIANT: memos of pure functions, of a few things. Most roles have one of very few trust policies.
const recent: { readonly document: PolicyDocument; readonly policy: Policy }[] = []
const MOST_RECENT = 4
const queries = new Map<string, Query>()

function trustPolicyOf(document: PolicyDocument): Policy {
  for (const known of recent) if (sameJson(known.document, document)) return known.policy
  const policy = policyOf(document, 'trust')
  if (recent.length >= MOST_RECENT) recent.pop()
  recent.unshift({ document, policy })
  return policy
}

function queryFor(service: string): Query {
  const known = queries.get(service) ?? trustQuery(service)
  queries.set(service, known)
  return known
}

/**
 * `"Principal": "*"` takes in service principals where it denies, as AWS shows; whether it lets a service assume a role
 * is not documented, nor what `{"AWS": "*"}` says of one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function trustQuery(service: string): Query {
  return {
    action: actionName('sts:AssumeRole'),
    resource: '*',
    matchPrincipal: (element, effect: Terms['effect']) =>
      matchPrincipal(element, effect === 'Deny' ? true : undefined, (type, text) => namesService(service, type, text)),
  }
}

/** Regional names (`ecs-tasks.eu-south-1.amazonaws.com`) are for other calls; whether one serves here is not documented. */
function namesService(service: string, type: string, text: string): Truth {
  if (type === 'AWS') return sameText(text, '*') === false ? false : undefined
  if (type !== 'Service') return false
  const [name = ''] = service.split('.')
  return text.toLowerCase().startsWith(`${name}.`) && text !== service ? undefined : sameText(text, service)
}
