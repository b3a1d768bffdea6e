import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { PolicyRequest, PolicySet } from './policy-set.ts'

const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
const ENCRYPTED = {
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const REQUEST: PolicyRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::config/prod.env',
  principal: 'arn:aws:sts::111122223333:assumed-role/web/1',
}

function policy(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements }
}

function reasonsOf(policies: PolicySet, request: PolicyRequest = REQUEST) {
  const { decision, by, statements } = evaluate(policies, request)
  return { decision, by, statements }
}

test('what is allowed names the statements that grant it, and no others', () => {
  expect(reasonsOf({ identity: [policy(), policy(ENCRYPTED, READ)], permissionsBoundary: policy(ALL) })).toEqual({
    decision: 'allowed',
    by: ['identity-policy'],
    statements: [{ layer: 'identity-policy', level: 0, document: 1, statement: 'Read' }],
  })
})

test('a deny names its statement and the level of the organization', () => {
  const policies = {
    identity: [policy(READ)],
    serviceControlPolicies: [[policy(ALL)], [policy(ALL), policy(ENCRYPTED)]],
  }
  expect(reasonsOf(policies, { ...REQUEST, context: { 'aws:SecureTransport': 'false' } })).toEqual({
    decision: 'denied',
    by: ['service-control-policy'],
    statements: [{ layer: 'service-control-policy', level: 1, document: 1, statement: '1' }],
  })
})

test('silence names its layer and no statement', () => {
  expect(reasonsOf({ identity: [policy(READ)], permissionsBoundary: policy(ENCRYPTED) })).toEqual({
    decision: 'denied',
    by: ['permissions-boundary'],
    statements: [],
  })
})

test('what is open names the statements on which it depends', () => {
  expect(
    reasonsOf({ identity: [policy(READ, ENCRYPTED)] }, { ...REQUEST, unknownKeys: ['aws:SecureTransport'] }),
  ).toEqual({
    decision: 'undecided',
    by: ['identity-policy'],
    statements: [{ layer: 'identity-policy', level: 0, document: 0, statement: '2' }],
  })
})
