import { describe, expect, test } from 'vitest'
import { type Judgement, type OpenFact, WORKS } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index, type Placed } from '../model/world.ts'
import { ACCOUNT, type Case, ROLE, SECRET } from './authorize.cases/case.ts'
import { CASES } from './authorize.cases.ts'
import { authorize } from './authorize.ts'
import type { PolicyBlocker } from './blocker.ts'

const PLACE = { account: ACCOUNT, region: 'ap-northeast-1' }

function judge(each: Case, ...others: readonly Placed<VpcEndpoint>[]): Judgement<PolicyBlocker> {
  const role = {
    assumeRolePolicyDocument: { Statement: [] },
    attachedPolicyArns: [],
    inlinePolicies: each.own === undefined ? {} : { own: { Version: '2012-10-17', Statement: each.own } },
    ...each.role,
  }
  const account = { organization: null, roles: { web: role, '*': null }, regions: {}, ...each.account }
  const accounts: { [id: string]: object } = { [ACCOUNT]: account }
  for (const [id, other] of Object.entries(each.others ?? {})) accounts[id] = { regions: {}, ...other }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  return authorize(world, {
    principal: each.principal === undefined ? ROLE : each.principal,
    action: each.action ?? 'secretsmanager:GetSecretValue',
    resource: each.resource ?? SECRET,
    endpoints: [...endpointsOf(each), ...others],
  })
}

function endpointsOf({ endpoint, gateway, interface: attached }: Case): readonly Placed<VpcEndpoint>[] {
  const statements = gateway ?? attached
  if (endpoint === undefined && statements === undefined) return []
  const value = {
    vpcEndpointType: gateway === undefined ? 'Interface' : 'Gateway',
    serviceName: 'com.amazonaws.ap-northeast-1.secretsmanager',
    ...(statements === undefined ? {} : { policyDocument: { Version: '2012-10-17', Statement: statements } }),
    ...endpoint,
  } as unknown as VpcEndpoint
  return [{ id: 'vpce-1', value, at: '/vpc/endpoints/vpce-1', place: PLACE }]
}

function told({ verdict, blockers, gaps, assumptions }: Judgement<PolicyBlocker>): string {
  const parts = [...blockers.map(blockerText), ...gaps.map(gapText), ...(verdict === 'works' ? assumptions : [])]
  return parts.length === 0 ? verdict : `${verdict}: ${parts.join(', ')}`
}

function blockerText(blocker: PolicyBlocker): string {
  if (blocker.blocker === 'policy-denies') return `policy-denies ${blocker.policy} ${blocker.statement}`
  return blocker.blocker === 'endpoint-policy-silent' ? `endpoint-policy-silent ${blocker.endpointId}` : blocker.blocker
}

function gapText({ gap, what }: OpenFact): string {
  const detail =
    'permission' in gap
      ? ` ${gap.permission}`
      : gap.gap === 'not-modeled'
        ? ` ${gap.what}${gap.of === undefined ? '' : ` ${gap.of}`}`
        : ''
  return `${what.kind} ${gap.gap}${detail}`
}

describe.each(CASES)('$name', (each) => {
  test(each.expected, () => {
    const judgement = judge(each)
    // What a gap says further is for people; the cases say the beginning.
    expect(told(judgement).slice(0, each.expected.length)).toBe(each.expected)
    if (judgement.verdict === 'fails') expect(judgement.assumptions).toEqual([])
    expect(judgement.gaps).toHaveLength(each.expected.startsWith('undecided') ? each.expected.split(', ').length : 0)
    expect(judgement.blockers).toHaveLength(each.expected.startsWith('fails') ? each.expected.split(', ').length : 0)
  })
})

test('names of cases are unique', () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
})

test('what works is the shared judgement', () => {
  const own = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
  expect(judge({ name: '', own, expected: '' })).toBe(WORKS)
  const assumed = { name: '', own, account: { organization: undefined }, expected: '' }
  expect(judge(assumed)).toBe(judge(assumed))
})

test('what is undecided says what it assumes, too', () => {
  const own = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { 'x:y': 'z' } } }]
  expect(judge({ name: '', own, expected: '' })).toMatchObject({ verdict: 'undecided', blockers: [], assumptions: [] })
  const unread = { name: '', own, account: { organization: undefined }, expected: '' }
  expect(judge(unread)).toMatchObject({ verdict: 'undecided', blockers: [], assumptions: ['organization-policies'] })
})

test('each endpoint on the way must let a call through', () => {
  const own = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
  const [open] = endpointsOf({ name: '', endpoint: {}, expected: '' })
  const [silent] = endpointsOf({ name: '', interface: [], expected: '' })
  if (open === undefined || silent === undefined) throw new Error('no endpoints')
  expect(judge({ name: '', own, expected: '' }, open, silent).verdict).toBe('fails')
  expect(judge({ name: '', own, expected: '' }, silent, open).verdict).toBe('fails')
  expect(judge({ name: '', principal: null, expected: '' }, open, silent).verdict).toBe('fails')
  expect(judge({ name: '', principal: null, expected: '' }, open, open)).toBe(WORKS)
})

test('what was found of an endpoint holds for the requests that it was found for', () => {
  const anybody = { Effect: 'Allow', Principal: '*', Action: 's3:Get*', Resource: '*' }
  const policies: readonly (readonly object[])[] = [
    [anybody],
    [anybody, { ...anybody, Effect: 'Deny', Action: 's3:GetObjectAcl' }],
    [{ ...anybody, Principal: { AWS: '*' } }],
    [{ ...anybody, Principal: { AWS: ROLE } }],
    [{ ...anybody, Resource: 'arn:aws:s3:::a/*' }],
    [{ ...anybody, Condition: { StringEquals: { 'aws:PrincipalArn': ROLE } } }],
    [{ Effect: 'Allow', Principal: '*', NotAction: 's3:Put*', Resource: '*' }],
  ]
  const requests = ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObject'].flatMap((action) =>
    ['arn:aws:s3:::a/b', 'arn:aws:s3:::b/b'].flatMap((resource) =>
      [ROLE, null].map((principal) => ({ action, resource, principal })),
    ),
  )
  const own = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }]
  for (const statements of policies) {
    const each = { name: '', interface: statements, expected: '' } as unknown as Case
    const [shared] = endpointsOf(each)
    if (shared === undefined) throw new Error('no endpoint')
    for (const request of [...requests, ...requests.toReversed()]) {
      const asked = { name: '', own, ...request, expected: '' } as unknown as Case
      expect(told(judge(asked, shared))).toBe(told(judge(asked, ...endpointsOf(each))))
    }
  }
})

describe('a blocker points at', () => {
  const deny = { Effect: 'Deny', Action: '*', Resource: '*' }
  const at = (each: Partial<Case>) => judge({ name: '', expected: '', ...each }).blockers.map((blocker) => blocker.at)
  const role = `/accounts/${ACCOUNT}/roles/web`

  test('the statement of an inline policy that denies, and the role that is silent', () => {
    expect(at({ own: [deny] })).toEqual([`${role}/inlinePolicies/own/Statement/0`, role])
    expect(at({ role: { inlinePolicies: { own: { Statement: deny } } } })).toEqual([
      `${role}/inlinePolicies/own/Statement`,
      role,
    ])
  })

  test('the statement of a managed policy', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/p`
    const policies = { [arn]: { document: { Statement: [deny] } } }
    const [first] = at({ role: { attachedPolicyArns: [arn] }, account: { policies } })
    expect(first).toBe(`/accounts/${ACCOUNT}/policies/arn:aws:iam::${ACCOUNT}:policy~1p/document/Statement/0`)
  })

  test('the policy of an endpoint', () => {
    const own = [{ ...deny, Effect: 'Allow' }]
    expect(at({ own, interface: [] })).toEqual(['/vpc/endpoints/vpce-1/policyDocument'])
    expect(at({ own, interface: [{ ...deny, Principal: '*' }] })).toEqual([
      '/vpc/endpoints/vpce-1/policyDocument/Statement/0',
      '/vpc/endpoints/vpce-1/policyDocument',
    ])
  })

  test('the role that is not there', () => {
    expect(at({ principal: `arn:aws:iam::${ACCOUNT}:role/path/none` })).toEqual([`/accounts/${ACCOUNT}/roles/none`])
  })
})
