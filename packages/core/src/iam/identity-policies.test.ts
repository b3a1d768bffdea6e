import { describe, expect, test } from 'vitest'
import type { Role } from '../model/role.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index, type Placed } from '../model/world.ts'
import { identityPoliciesOf, type ManagedFound } from './identity-policies.ts'

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const AT = `/accounts/${ACCOUNT}/roles/web`
const OURS = `arn:aws:iam::${ACCOUNT}:policy/ours`
const DENIED = { gap: 'denied', permission: 'iam:GetRole' }
const PARAMETER = { gap: 'parameter', name: 'P' }
const DOCUMENT = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

interface Setting {
  readonly role: object
  /** Of the account. */
  readonly policies?: object
}

function placed(role: object): Placed<Role> {
  const value = { attachedPolicyArns: [], inlinePolicies: {}, ...role } as unknown as Role
  return { id: ROLE, value, at: AT, place: { account: ACCOUNT, region: 'aws-global' } }
}

function gather({ role, policies }: Setting, managed = new Map<string, ManagedFound>()) {
  const accounts = { [ACCOUNT]: { policies, regions: {} } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  return identityPoliciesOf(world, placed(role), ROLE, managed)
}

const OF_ROLE = { kind: 'role', id: ROLE }
const AWS_UNKNOWN = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
const OPEN = `arn:aws:iam::${ACCOUNT}:policy/«Name»`

describe('what of the policies of a role is not known, and what reads it', () => {
  test.each<[name: string, setting: Setting, gap: object, what: object, at: string]>([
    [
      'no list of attached policies',
      { role: { attachedPolicyArns: undefined } },
      { gap: 'not-read', permission: 'iam:ListAttachedRolePolicies' },
      OF_ROLE,
      'attachedPolicyArns',
    ],
    [
      'a list of attached policies that nobody read',
      { role: { attachedPolicyArns: { gap: 'not-read' } } },
      { gap: 'not-read', permission: 'iam:ListAttachedRolePolicies' },
      OF_ROLE,
      'attachedPolicyArns',
    ],
    [
      'a list of attached policies that was not read for a reason of its own',
      { role: { attachedPolicyArns: { gap: 'not-read', permission: 'iam:GetRole' } } },
      { gap: 'not-read', permission: 'iam:GetRole' },
      OF_ROLE,
      'attachedPolicyArns',
    ],
    [
      'a list of attached policies that was denied to us',
      { role: { attachedPolicyArns: DENIED } },
      DENIED,
      OF_ROLE,
      'attachedPolicyArns',
    ],
    [
      'a list of attached policies that a parameter says',
      { role: { attachedPolicyArns: PARAMETER } },
      PARAMETER,
      OF_ROLE,
      'attachedPolicyArns',
    ],
    [
      'one of several attached policies',
      { role: { attachedPolicyArns: [OURS, PARAMETER] }, policies: { [OURS]: { document: DOCUMENT } } },
      PARAMETER,
      OF_ROLE,
      'attachedPolicyArns/1',
    ],
    [
      'an attached policy that is not there',
      { role: { attachedPolicyArns: [OURS] }, policies: { '*': null } },
      { gap: 'unresolved', expression: OURS },
      { kind: 'policy', id: OURS },
      'attachedPolicyArns/0',
    ],
    [
      'an attached policy that nobody read',
      { role: { attachedPolicyArns: [OURS] } },
      { gap: 'not-read', permission: 'iam:GetPolicyVersion' },
      { kind: 'policy', id: OURS },
      'attachedPolicyArns/0',
    ],
    [
      'an attached policy that was denied to us',
      { role: { attachedPolicyArns: [OURS] }, policies: { [OURS]: DENIED } },
      DENIED,
      { kind: 'policy', id: OURS },
      'attachedPolicyArns/0',
    ],
    [
      'the document of an attached policy',
      { role: { attachedPolicyArns: [OURS] }, policies: { [OURS]: { document: { gap: 'not-read' } } } },
      { gap: 'not-read', permission: 'iam:GetPolicyVersion' },
      { kind: 'policy', id: OURS },
      'attachedPolicyArns/0',
    ],
    [
      'a policy of AWS that Farsight does not have',
      { role: { attachedPolicyArns: [AWS_UNKNOWN] } },
      { gap: 'not-read', permission: 'iam:GetPolicyVersion' },
      { kind: 'policy', id: AWS_UNKNOWN },
      'attachedPolicyArns/0',
    ],
    [
      'an attached policy whose name is open',
      { role: { attachedPolicyArns: [OPEN] } },
      { gap: 'unresolved', expression: OPEN },
      { kind: 'policy', id: OPEN },
      'attachedPolicyArns/0',
    ],
    [
      'no inline policies',
      { role: { inlinePolicies: undefined } },
      { gap: 'not-read', permission: 'iam:ListRolePolicies' },
      OF_ROLE,
      'inlinePolicies',
    ],
    ['inline policies that were denied to us', { role: { inlinePolicies: DENIED } }, DENIED, OF_ROLE, 'inlinePolicies'],
    [
      'one of several inline policies',
      { role: { inlinePolicies: { a: DOCUMENT, b: { gap: 'not-read' } } } },
      { gap: 'not-read', permission: 'iam:GetRolePolicy' },
      { kind: 'policy', id: 'b' },
      'inlinePolicies/b',
    ],
  ])('%s', (_, setting, gap, what, at) => {
    expect(gather(setting).unknown).toEqual([{ gap, what, at: `${AT}/${at}` }])
  })
})

test('what is known of the policies of a role stands beside what is not', () => {
  const policies = { [OURS]: { document: DOCUMENT } }
  const role = {
    attachedPolicyArns: [PARAMETER, OURS, 'arn:aws:iam::aws:policy/AdministratorAccess'],
    inlinePolicies: { a: DENIED, b: DOCUMENT },
  }
  const found = gather({ role, policies })
  expect(found.policies.map(({ name, kind, at }) => [name, kind, at])).toEqual([
    [OURS, 'policy', `/accounts/${ACCOUNT}/policies/arn:aws:iam::${ACCOUNT}:policy~1ours/document`],
    ['arn:aws:iam::aws:policy/AdministratorAccess', 'policy', 'attached'],
    ['b', 'policy', 'inline'],
  ])
  expect(found.unknown).toHaveLength(2)
})

test('roles that have a managed policy share what it says, and what is not known of it', () => {
  const managed = new Map<string, ManagedFound>()
  const setting = { role: { attachedPolicyArns: [OURS, OPEN] }, policies: { [OURS]: { document: DOCUMENT } } }
  const first = gather(setting, managed)
  const second = gather(setting, managed)
  expect(second.policies[0]).toBe(first.policies[0])
  expect(second.unknown[0]?.gap).toBe(first.unknown[0]?.gap)
})
