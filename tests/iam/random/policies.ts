import fc from 'fast-check'
import type { Policies, Request } from '../policy-case.ts'
import { condition, context } from './conditions.ts'
import {
  ACTION_PATTERNS,
  ACTIONS,
  CALLERS,
  GRANTEES,
  OWNER,
  PRINCIPALS,
  RESOURCE_PATTERNS,
  RESOURCES,
  SPARED,
} from './names.ts'

export type Statement = Readonly<Record<string, unknown>>

export interface Document {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

interface Shape {
  /** How many of ten statements deny. */
  readonly denies: number
  readonly principal: boolean
}

export function statementOf({ denies, principal }: Shape): fc.Arbitrary<Statement> {
  return fc
    .record({
      kind: fc.nat(9),
      action: fc.oneof(
        fc.constant('*'),
        fc.uniqueArray(fc.constantFrom(...ACTION_PATTERNS), { minLength: 1, maxLength: 2 }),
      ),
      notAction: fc.nat(9),
      resource: fc.oneof(
        fc.constant('*'),
        fc.uniqueArray(fc.constantFrom(...RESOURCE_PATTERNS), { minLength: 1, maxLength: 2 }),
      ),
      notResource: fc.nat(9),
      named: fc.constantFrom(...PRINCIPALS),
      spared: fc.constantFrom(...SPARED),
      sparing: fc.nat(3),
      condition,
    })
    .map(({ kind, action, notAction, resource, notResource, named, spared, sparing, condition }) => {
      const isDeny = kind < denies
      return {
        Effect: isDeny ? 'Deny' : 'Allow',
        ...(principal ? (isDeny && sparing === 0 ? { NotPrincipal: spared } : { Principal: named }) : {}),
        [notAction === 0 ? 'NotAction' : 'Action']: action,
        [notResource === 0 ? 'NotResource' : 'Resource']: resource,
        ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
      }
    })
}

function documentOf(shape: Shape): fc.Arbitrary<Document> {
  return fc.record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: fc.array(statementOf(shape), { minLength: 1, maxLength: 3 }),
  })
}

const own = documentOf({ denies: 1, principal: false })
const limit = documentOf({ denies: 1, principal: false })
const onResource = documentOf({ denies: 1, principal: true })

const FULL: Document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const PASSES: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
}

const oftenFull = fc.oneof({ weight: 2, arbitrary: fc.constant(FULL) }, { weight: 1, arbitrary: limit })
const resourceControl = fc
  .record({
    action: fc.constantFrom('s3:*', 'kms:*', 'ssm:*'),
    resource: fc.constantFrom(...RESOURCE_PATTERNS),
    condition,
  })
  .map(({ action, resource, condition }) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: action, Resource: resource, Condition: condition }],
  }))

/** Present once in `n + 1` times. */
function seldom<T>(arbitrary: fc.Arbitrary<T>, n: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: n, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

export const policies: fc.Arbitrary<Policies> = fc
  .record({
    identity: fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant(FULL) }, { weight: 3, arbitrary: own }), {
      minLength: 1,
      maxLength: 2,
    }),
    permissionsBoundary: seldom(oftenFull, 3),
    sessionPolicies: seldom(fc.array(oftenFull, { minLength: 1, maxLength: 2 }), 4),
    serviceControlPolicies: seldom(
      fc.array(fc.array(oftenFull, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      4,
    ),
    resourceControlPolicies: seldom(
      fc.array(
        resourceControl.map((denies) => [PASSES, denies]),
        { minLength: 1, maxLength: 2 },
      ),
      5,
    ),
    resourcePolicy: seldom(onResource, 1),
    grants: seldom(
      fc
        .record({
          granteePrincipal: fc.constantFrom(...GRANTEES),
          operations: fc.constantFrom(['Decrypt'], ['Encrypt']),
        })
        .map((grant) => [grant]),
      4,
    ),
    endpoints: seldom(
      fc
        .record({
          type: fc.constantFrom('Interface' as const, 'Gateway' as const),
          policy: fc.oneof(fc.constant(PASSES), onResource),
        })
        .map((endpoint) => [endpoint]),
      3,
    ),
  })
  // How grants and boundaries go together, AWS does not say
  .map(({ grants, permissionsBoundary, sessionPolicies, ...others }) =>
    grants === undefined ? { ...others, permissionsBoundary, sessionPolicies } : { ...others, grants },
  )
  .map((layers) => Object.fromEntries(Object.entries(layers).filter(([, layer]) => layer !== undefined)) as Policies)

export const request: fc.Arbitrary<Request> = fc
  .constantFrom(...ACTIONS)
  .chain((action) =>
    fc.record({
      action: fc.constant(action),
      resource: fc.constantFrom(...RESOURCES[action]),
      principal: fc.constantFrom(...CALLERS),
      said: context,
    }),
  )
  .map(({ action, resource, principal, said }) => ({ action, resource, principal, resourceAccount: OWNER, ...said }))

const KEY_POLICY: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: OWNER }, Action: 'kms:*', Resource: '*' }],
}

/** Policies and as many requests on which they bear. A key always has a policy. */
export function questionsOf(count: number): fc.Arbitrary<readonly (readonly [Policies, Request])[]> {
  const requests = fc.array(request, { minLength: count, maxLength: count })
  return fc.tuple(policies, requests).map(([set, asked]) => {
    const withKeyPolicy = { ...set, resourcePolicy: set.resourcePolicy ?? KEY_POLICY }
    return asked.map((one) => [one.action.startsWith('kms:') ? withKeyPolicy : set, one] as const)
  })
}
