import { describe, expect, test } from 'vitest'
import type { Gap } from '../model/gap.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index, type World } from '../model/world.ts'
import { ACCOUNT, ALL, document } from './authorize.cases/case.ts'
import { organizationOf, type PrincipalFacts, principalFactsOf, rolePointer, worldFactsOf } from './principal-facts.ts'

const OTHER = '999988887777'
const DENIED: Gap = { gap: 'denied', permission: 'iam:ListRoles' }
const GET_ROLE: Gap = { gap: 'not-read', permission: 'iam:GetRole' }
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`
const AT_POLICY = `/accounts/${ACCOUNT}/policies/arn:aws:iam::${ACCOUNT}:policy~1boundary/document`
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess'

function worldOf(roles: object, account: object = {}, others: object = {}): World {
  const accounts = { [ACCOUNT]: { organization: null, roles, regions: {}, ...account }, ...others }
  return index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
}

function arnOf(name: string, account = ACCOUNT): string {
  return `arn:aws:iam::${account}:role/${name}`
}

function at(name: string, account = ACCOUNT): string {
  return `/accounts/${account}/roles/${name}`
}

const READ = { attachedPolicyArns: [], inlinePolicies: { own: document(ALL) } }

describe('of a role', () => {
  test('that was read', () => {
    const facts = principalFactsOf(worldOf({ web: { ...READ, tags: { a: 'b' } } }), arnOf('team/web'))
    expect(facts).toMatchObject({
      kind: 'role',
      arn: arnOf('team/web'),
      account: ACCOUNT,
      session: null,
      missing: false,
      identity: {
        layer: 'identity-policy',
        owner: arnOf('team/web'),
        policies: [{ name: 'own' }],
        unknown: [],
        at: at('web'),
      },
      boundary: null,
      isServiceLinked: false,
      assumed: false,
      tags: { a: 'b' },
    })
  })

  test('that is not there, nothing is unknown but its tags', () => {
    const facts = principalFactsOf(worldOf({ web: null }), arnOf('web'))
    expect(facts).toMatchObject({ account: ACCOUNT, missing: true, boundary: null, tags: GET_ROLE })
    expect(facts.identity).toMatchObject({ policies: [], unknown: [], at: at('web') })
  })

  test.each<[name: string, roles: object, gap: Gap]>([
    ['nobody read', {}, GET_ROLE],
    [
      'nobody read, and which says what reads it',
      { web: { gap: 'not-read', permission: 'iam:ListRoles' } },
      { gap: 'not-read', permission: 'iam:ListRoles' },
    ],
    ['was denied to us', { '*': DENIED }, DENIED],
    ['a template leaves open', { web: { gap: 'after-deploy' } }, { gap: 'after-deploy' }],
  ])('that %s, all is open', (_, roles, gap) => {
    const facts = principalFactsOf(worldOf(roles), arnOf('web'))
    expect(facts).toMatchObject({ account: ACCOUNT, missing: false, boundary: null })
    expect(facts.identity).toMatchObject({ policies: [], at: at('web') })
    expect(facts.identity.unknown).toEqual([{ gap, what: { kind: 'role', id: arnOf('web') }, at: at('web') }])
  })

  test('of another account, which is the one of its ARN', () => {
    expect(principalFactsOf(worldOf({}), arnOf('web', OTHER))).toMatchObject({ account: OTHER, missing: false })
  })

  test('whose name is not known, there is no account and no place', () => {
    const facts = principalFactsOf(worldOf({}), '«Role»')
    expect(facts).toMatchObject({ account: '', missing: false, identity: { at: '' } })
    expect(facts.identity.unknown).toMatchObject([{ gap: GET_ROLE, what: { id: '«Role»' }, at: '' }])
  })
})

test('a role stands in the table of its account by its name, without the path', () => {
  expect(rolePointer(arnOf('team/a/web', OTHER))).toBe(at('web', OTHER))
  expect(rolePointer('web')).toBe('')
})

describe('the boundary of a role', () => {
  const HERE = `${at('web')}/permissionsBoundaryArn`
  const boundaryOf = (permissionsBoundaryArn: unknown, policies: object = {}) =>
    principalFactsOf(worldOf({ web: { ...READ, permissionsBoundaryArn } }, { policies }), arnOf('web')).boundary

  test.each<[name: string, arn: string, policyAt: string]>([
    ['is a policy of the account', BOUNDARY, AT_POLICY],
    ['or one that AWS manages, which stands where the role names it', ADMINISTRATOR, HERE],
  ])('%s', (_, arn, policyAt) => {
    expect(boundaryOf(arn, { [BOUNDARY]: { document: document(ALL) } })).toMatchObject({
      layer: 'permissions-boundary',
      owner: 'web',
      policies: [{ name: arn, kind: 'policy', at: policyAt }],
      unknown: [],
      at: HERE,
    })
  })

  test.each<[name: string, arn: unknown, policies: object, gap: object, what: object]>([
    ['is open', { gap: 'after-deploy' }, {}, { gap: 'after-deploy' }, { kind: 'role', id: 'web' }],
    [
      'was not read',
      BOUNDARY,
      {},
      { gap: 'not-read', permission: 'iam:GetPolicyVersion' },
      { kind: 'policy', id: BOUNDARY },
    ],
    ['was denied to us', BOUNDARY, { [BOUNDARY]: { document: DENIED } }, DENIED, { kind: 'policy', id: BOUNDARY }],
  ])('that %s is open', (_, arn, policies, gap, what) => {
    expect(boundaryOf(arn, policies)).toMatchObject({ policies: [], unknown: [{ gap, what, at: HERE }], at: HERE })
  })
})

describe('organization policies are taken as good', () => {
  const READ_BOTH = { id: 'o-1', serviceControlPolicies: [], resourceControlPolicies: [] }
  test.each<[name: string, organization: unknown, assumed: boolean]>([
    ['where nobody read them', undefined, true],
    ['where those on resources were not read', { ...READ_BOTH, resourceControlPolicies: undefined }, true],
    ['where those on principals were not read', { ...READ_BOTH, serviceControlPolicies: undefined }, true],
    ['not where both were read', READ_BOTH, false],
    ['not where there are none', null, false],
  ])('%s', (_, organization, assumed) => {
    const facts = principalFactsOf(worldOf({ web: READ }, { organization }), arnOf('web'))
    expect(facts).toMatchObject({ isServiceLinked: false, assumed })
  })

  test('not for a role that a service keeps for itself', () => {
    const arn = arnOf('aws-service-role/ecs.amazonaws.com/web')
    const facts = principalFactsOf(worldOf({ web: READ }, { organization: undefined }), arn)
    expect(facts).toMatchObject({ isServiceLinked: true, assumed: false })
  })
})

describe('a world has policies on resources', () => {
  const CONTROL = { id: 'o-1', resourceControlPolicies: [] }
  test.each<[name: string, organization: unknown, has: boolean]>([
    ['where an organization has some', CONTROL, true],
    ['or has some that were denied to us', { ...CONTROL, resourceControlPolicies: DENIED }, true],
    ['not where it has not', { id: 'o-1' }, false],
    ['not where it was denied to us', DENIED, false],
    ['not where nobody read it', undefined, false],
    ['not where there is none', null, false],
  ])('%s', (_, organization, has) => {
    const world = worldOf({}, {}, { [OTHER]: { organization, regions: {} } })
    expect(worldFactsOf(world).hasResourceControl).toBe(has)
  })
})

describe('what was found is kept', () => {
  test('for a world, and for each account of it', () => {
    const world = worldOf({ web: READ })
    const facts = worldFactsOf(world)
    expect(worldFactsOf(world)).toBe(facts)
    expect(worldFactsOf(worldOf({ web: READ }))).not.toBe(facts)
    expect(principalFactsOf(world, arnOf('web')).world).toBe(facts)
    const organization = organizationOf(facts, ACCOUNT)
    expect(organizationOf(facts, ACCOUNT)).toBe(organization)
    expect(organizationOf(facts, OTHER)).not.toBe(organization)
    expect(principalFactsOf(world, arnOf('web')).organization).toBe(organization)
  })

  test('for the last 500 roles at most', () => {
    const world = worldOf({ '*': null })
    const ask = (name: string): PrincipalFacts => principalFactsOf(world, arnOf(name))
    const first = ask('first')
    for (let i = 1; i < 500; i++) ask(`role-${i}`)
    expect(ask('first')).toBe(first)
    const last = ask('last')
    expect(ask('last')).toBe(last)
    expect(ask('first')).not.toBe(first)
    expect(ask('last')).toBe(last)
  })
})
