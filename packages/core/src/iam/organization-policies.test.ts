import { describe, expect, test } from 'vitest'
import type { Gap } from '../model/gap.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { ACCOUNT, ALL, ANYBODY, document } from './authorize.cases/case.ts'
import { ABSENT, present } from './context.ts'
import { organizationPoliciesOf } from './organization-policies.ts'

const NOT_READ: Gap = { gap: 'not-read', permission: 'organizations:DescribeOrganization' }
const DENIED: Gap = { gap: 'denied', permission: 'organizations:ListPolicies' }
const FULL = document(ALL)
const SOME = document({ ...ALL, Action: 's3:*' })
const BASE = `/accounts/${ACCOUNT}/organization`
const NONE = { serviceControl: [], resourceControl: [] }

function of(organization: unknown, account = ACCOUNT) {
  const accounts = { [ACCOUNT]: { organization, regions: {} } }
  return organizationPoliciesOf(index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot), account)
}

const READ = { id: 'o-1', path: 'o-1/r-1/', serviceControlPolicies: [[SOME]], resourceControlPolicies: [[SOME]] }

describe('the organization of an account', () => {
  test('that there is none adds nothing', () => {
    const known = { isServiceControlAssumed: false, isResourceControlAssumed: false }
    expect(of(null)).toEqual({ ...NONE, ...known, id: ABSENT, paths: ABSENT })
  })

  test.each<[name: string, organization: unknown, account: string, gap: Gap]>([
    ['that nobody read', undefined, ACCOUNT, NOT_READ],
    ['of an account that nobody read', null, '999988887777', NOT_READ],
    ['that was denied to us', DENIED, ACCOUNT, DENIED],
  ])('%s is assumed to stop nothing, and its id is open', (_, organization, account, gap) => {
    const assumed = { isServiceControlAssumed: true, isResourceControlAssumed: true }
    expect(of(organization, account)).toEqual({ ...NONE, ...assumed, id: gap, paths: gap })
  })

  test.each<[name: string, organization: object, expected: object]>([
    ['its id and path', {}, { id: present('o-1'), paths: present('o-1/r-1/') }],
    ['an id and a path that are open', { id: DENIED, path: DENIED }, { id: DENIED, paths: DENIED }],
    ['a path that nobody read', { path: undefined }, { id: present('o-1'), paths: NOT_READ }],
    ['policies of both kinds', {}, { isServiceControlAssumed: false, isResourceControlAssumed: false }],
    [
      'policies on principals that nobody read',
      { serviceControlPolicies: undefined },
      { serviceControl: [], isServiceControlAssumed: true, isResourceControlAssumed: false },
    ],
    [
      'policies on resources that were denied to us',
      { resourceControlPolicies: DENIED },
      { resourceControl: [], isServiceControlAssumed: false, isResourceControlAssumed: true },
    ],
    [
      'no policies, where it is the management account',
      { managementAccountId: ACCOUNT, serviceControlPolicies: undefined, resourceControlPolicies: undefined },
      {
        ...NONE,
        isServiceControlAssumed: false,
        isResourceControlAssumed: false,
        id: present('o-1'),
        paths: present('o-1/r-1/'),
      },
    ],
  ])('adds %s', (_, organization, expected) => {
    expect(of({ ...READ, ...organization })).toMatchObject(expected)
  })
})

describe('the policies of an organization', () => {
  test('stand level by level, with names that count from the root', () => {
    const AT = `${BASE}/serviceControlPolicies/1`
    const { serviceControl } = of({ ...READ, serviceControlPolicies: [[FULL], [FULL, SOME]] })
    expect(serviceControl).toMatchObject([
      {
        layer: 'service-control-policy',
        owner: ACCOUNT,
        level: 1,
        policies: [
          { name: 'SCP 2/1', kind: 'policy', at: `${AT}/0`, policy: { kind: 'service-control', document: FULL } },
          { name: 'SCP 2/2', kind: 'policy', at: `${AT}/1`, policy: { kind: 'service-control', document: SOME } },
        ],
        unknown: [],
        at: AT,
      },
    ])
  })

  test('on resources, too', () => {
    const AT = `${BASE}/resourceControlPolicies/0`
    expect(of({ ...READ, resourceControlPolicies: [[SOME], [document(ANYBODY)]] }).resourceControl).toMatchObject([
      {
        layer: 'resource-control-policy',
        owner: ACCOUNT,
        level: 0,
        policies: [{ name: 'RCP 1/1', at: `${AT}/0`, policy: { kind: 'resource-control' } }],
        at: AT,
      },
    ])
  })

  test('of which one is not known leave that one open', () => {
    const at = `${BASE}/serviceControlPolicies/0`
    const { serviceControl } = of({ ...READ, serviceControlPolicies: [[FULL, DENIED, SOME]] })
    expect(serviceControl).toHaveLength(1)
    expect(serviceControl[0]?.policies.map(({ name }) => name)).toEqual(['SCP 1/1', 'SCP 1/3'])
    expect(serviceControl[0]?.unknown).toEqual([
      { gap: DENIED, what: { kind: 'policy-layer', id: ACCOUNT }, at: `${at}/1` },
    ])
  })
})

/** They are in each organization: a level that has nothing else is not asked. */
describe('a level whose policies let everything through restricts nothing', () => {
  test.each<[name: string, ...level: unknown[]]>([
    ['by a statement', FULL],
    ['by lists of one', document({ ...ALL, Action: ['*'], Resource: ['*'] })],
    ['by a statement that is no list', { Version: '2012-10-17', Statement: ALL }],
    ['by one of several actions', document({ ...ALL, Action: ['s3:*', '*'] })],
    ['twice', FULL, document({ ...ALL, Sid: 'Full' })],
  ])('%s', (_, ...level) => {
    expect(of({ ...READ, serviceControlPolicies: [level] }).serviceControl).toEqual([])
  })

  test('for everybody, where it is on resources', () => {
    expect(of({ ...READ, resourceControlPolicies: [[document(ANYBODY)]] }).resourceControl).toEqual([])
    expect(of({ ...READ, resourceControlPolicies: [[FULL]] }).resourceControl).toHaveLength(1)
  })

  test.each<[name: string, ...level: unknown[]]>([
    ['no policy'],
    ['a policy beside one that does', FULL, SOME],
    ['a policy that is not known', DENIED],
    ['statements that are not known', { Version: '2012-10-17', Statement: DENIED }],
    ['no statement', document()],
    ['a second statement', document(ALL, { ...ALL, Effect: 'Deny', Action: 's3:*' })],
    ['a deny', document({ ...ALL, Effect: 'Deny' })],
    ['an effect that is not known', document({ ...ALL, Effect: DENIED })],
    ['some actions', SOME],
    ['a list without actions', document({ ...ALL, Action: [] })],
    ['a list with another action', document({ ...ALL, Action: ['s3:*'] })],
    ['a pattern of all actions', document({ ...ALL, Action: '*:*' })],
    ['some resources', document({ ...ALL, Resource: 'arn:aws:s3:::*' })],
    ['all but some actions', document({ ...ALL, Action: undefined, NotAction: '*' })],
    ['a Principal, which it cannot have', document(ANYBODY)],
    ['an element that AWS has not', document({ ...ALL, NotAction: 's3:*' })],
    ['another version', { Version: '2012-10-18', Statement: ALL }],
    ['a policy that is none', null],
    ['a policy that is a text', 'Allow'],
    ['a policy without statements', {}],
    ['a statement that is none', document(null)],
    ['a condition', document({ ...ALL, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  ])('not one with %s', (_, ...level) => {
    expect(of({ ...READ, serviceControlPolicies: [level] }).serviceControl).toHaveLength(1)
  })
})
