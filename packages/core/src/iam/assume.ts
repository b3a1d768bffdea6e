import { fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { sameJson } from '../model/same-json.ts'
import type { World } from '../model/world.ts'
import { actionName } from './action-name.ts'
import type { PolicyBlocker, RoleTrustBlocker, RoleTrustMissing } from './blocker.ts'
import { testKey } from './condition/key-test.ts'
import { askSource, type Layer } from './layer.ts'
import { type PlacedPolicy, statementPointer, statementsThat } from './open-facts.ts'
import type { OrganizationPolicies } from './organization-policies.ts'
import { allowsOf, contentOf, DENIES, policyOf } from './policy.ts'
import { organizationOf, rolePointer, type Trusting, unknownRole, worldFactsOf } from './principal-facts.ts'
import { type Asked, resourceQuery, trustQuery } from './readings.ts'
import { contextOfService } from './service-context.ts'
import { isAllowed, type Stack } from './stack.ts'
import { blockersOfStack } from './stack-blockers.ts'
import { openFactsOfStack } from './stack-facts.ts'
import { matchStatement, type Statement, termsOf } from './statement.ts'

/** The services of AWS that assume roles for a launch. */
export type TrustedService = `${'ecs-tasks' | 'ecs' | 'events' | 'pipes' | 'scheduler' | 'states'}.amazonaws.com`

/**
 * Whether the trust policy of a role lets an AWS service assume it.
 *
 * @param from the Region of what the service assumes it for
 * @param source the ARN of that, where it is known
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function trusts(
  world: World,
  roleArn: string,
  service: TrustedService,
  from?: string,
  source?: string,
): Judgement<RoleTrustBlocker | PolicyBlocker> {
  const role = world.role(roleArn)
  if (role === null) return fails({ blocker: 'role-missing', roleArn, at: rolePointer(roleArn) })
  if (isGap(role)) return undecided(unknownRole(role, roleArn))
  const document = role.value.assumeRolePolicyDocument
  const account = role.place.account
  const facts = worldFactsOf(world)
  const organization = organizationOf(facts, account)
  // Nothing but such policies could tell one role from another: equal trust policies say the same of both.
  const isAlike = organization.resourceControl.length === 0
  const trusting: Trusting = { service, account, from, source, document }
  if (isAlike && facts.trusting.some((known) => isSameTrust(known, trusting))) return WORKS
  const at = pointerTo(role.at, 'assumeRolePolicyDocument')
  const context = contextOfService({
    service,
    account,
    region: from ?? null,
    organization,
    source,
  })
  const asked: Asked = { action: actionName('sts:AssumeRole'), resource: roleArn, context }
  const placed: PlacedPolicy = { policy: policyOf(document, 'trust'), name: roleArn, kind: 'trust-policy', at }
  const trust = askSource(
    { layer: 'resource-policy', owner: roleArn, level: 0, policies: [placed], unknown: [], at },
    trustQuery(asked, service),
  )
  const controls = controlsOf(organization, roleArn, asked, service)
  const stack = stackOf([trust, ...controls])
  const allowed = isAllowed(stack)
  if (allowed === true) {
    if (isAlike) facts.trusting = [trusting, ...facts.trusting].slice(0, MOST_TRUSTING)
    return WORKS
  }
  if (allowed === undefined) {
    return { verdict: 'undecided', blockers: [], gaps: openFactsOfStack(stack), assumptions: [] }
  }
  const missing = missingTrust(placed, trust, {
    blocker: 'role-trust-missing',
    roleArn,
    service,
    conditionKey: null,
    at,
  })
  const request = { principal: service, action: 'sts:AssumeRole', resource: roleArn }
  const blockers = [...missing, ...blockersOfStack(stackOf(controls), request)]
  return { verdict: 'fails', blockers, gaps: [], assumptions: [] }
}

/** Most roles of an account trust in one of a few ways. */
const MOST_TRUSTING = 4

function isSameTrust(left: Trusting, right: Trusting): boolean {
  const { service, account, from, source, document } = right
  if (left.service !== service || left.from !== from || left.source !== source || left.account !== account) return false
  return sameJson(left.document, document)
}

/** A service has no policies of its own: each of these must allow. */
function stackOf(gates: readonly Layer[]): Stack {
  return { gates, identity: null, limits: [], resource: null }
}

/** Of the organization's policies, only those on resources hold for services. None binds a service-linked role. */
function controlsOf(
  { resourceControl }: OrganizationPolicies,
  roleArn: string,
  asked: Asked,
  name: string,
): readonly Layer[] {
  if (roleArn.includes(':role/aws-service-role/')) return []
  const query = resourceQuery(asked, { kind: 'service', name }, false)
  return resourceControl.map((source) => askSource(source, query))
}

/** Each statement that denies; where none allows, the policy, with the condition that a statement asks in vain. */
function missingTrust(
  placed: PlacedPolicy,
  { query, bits }: Layer,
  missing: RoleTrustMissing,
): readonly RoleTrustMissing[] {
  const { policy, at } = placed
  if ((bits & DENIES) !== 0) {
    return statementsThat(policy, query, DENIES).map((each) => ({
      ...missing,
      at: statementPointer(placed, each, `${at}`),
    }))
  }
  if (allowsOf(bits) !== false) return []
  const unconditional = contentOf(policy).statements.filter(
    (each) => termsOf(each).effect === 'Allow' && matchStatement(withoutConditions(each), query) === true,
  )
  const failing = unconditional
    .flatMap((each) => termsOf(each).conditions)
    .find((tests) => testKey(tests, query.context) === false)
  return [{ ...missing, conditionKey: failing?.written ?? null }]
}

function withoutConditions(statement: Statement): Statement {
  return { ...statement, terms: { ...termsOf(statement), conditions: [] } }
}
