import fc from 'fast-check'
import type { Policies } from '../policy-case.ts'
import { type Document, type Statement, statementOf } from './policies.ts'

/** One statement more in one of the policies. */
export interface Addition {
  readonly effect: 'Allow' | 'Deny'
  readonly at: number
  readonly own: Statement
  readonly onResource: Statement
}

export function additionOf(effect: Addition['effect']): fc.Arbitrary<Addition> {
  const denies = effect === 'Deny' ? 10 : 0
  return fc.record({
    effect: fc.constant(effect),
    at: fc.nat(99),
    own: statementOf({ denies, principal: false }),
    onResource: statementOf({ denies, principal: true }),
  })
}

/** The policies with the statement in one of them. */
export function add(policies: Policies, { at, own, onResource }: Addition): Policies {
  let position = at % countOf(policies)
  const changed = (document: unknown, statement: Statement): unknown => {
    const isIt = position-- === 0
    const { Version, Statement } = document as Document
    return isIt ? { Version, Statement: [...Statement, statement] } : document
  }
  const {
    identity = [],
    permissionsBoundary,
    sessionPolicies,
    serviceControlPolicies,
    resourcePolicy,
    endpoints,
  } = policies
  return {
    ...policies,
    identity: identity.map((document) => changed(document, own)),
    ...(permissionsBoundary !== undefined && { permissionsBoundary: changed(permissionsBoundary, own) }),
    ...(sessionPolicies && { sessionPolicies: sessionPolicies.map((document) => changed(document, own)) }),
    ...(serviceControlPolicies && {
      serviceControlPolicies: serviceControlPolicies.map((level) => level.map((document) => changed(document, own))),
    }),
    ...(resourcePolicy !== undefined && { resourcePolicy: changed(resourcePolicy, onResource) }),
    ...(endpoints && {
      endpoints: endpoints.map(({ type, policy }) => ({ type, policy: changed(policy, onResource) })),
    }),
  }
}

function countOf({ identity = [], permissionsBoundary, sessionPolicies = [], ...others }: Policies): number {
  const { serviceControlPolicies = [], resourcePolicy, endpoints = [] } = others
  const single = [permissionsBoundary, resourcePolicy].filter((document) => document !== undefined)
  return [...identity, ...single, ...sessionPolicies, ...serviceControlPolicies.flat(), ...endpoints].length
}
