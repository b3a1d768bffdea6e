import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index } from '../model/world.ts'
import { authorize } from './authorize.ts'

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`

interface Written {
  readonly Effect: unknown
  readonly [element: string]: unknown
}

const action = fc.constantFrom('s3:GetObject', 's3:*', 'S3:get*', 's3:?etObject', 'ecr:*', '*')
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/b',
  'arn:aws:s3:::a/?',
  'arn:aws:s3',
  'arn:aws:s3:::b/*',
)
const oneOrMany = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }))
const actions = fc.oneof(fc.record({ Action: oneOrMany(action) }), fc.record({ NotAction: oneOrMany(action) }))
const resources = fc.oneof(
  fc.record({ Resource: oneOrMany(resource) }),
  fc.record({ NotResource: oneOrMany(resource) }),
)
const condition = fc.constantFrom({}, {}, {}, { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })
const principals = fc.constantFrom('*', { AWS: '*' }, { AWS: ROLE }, { AWS: ACCOUNT }, { AWS: '999988887777' })

const statement: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('Allow', 'Allow', 'Deny'), actions, resources, condition)
  .map(([Effect, ...elements]) => Object.assign({ Effect }, ...elements))
const statements = fc.array(statement, { maxLength: 5 })
const endpoint = fc.option(
  fc.array(
    fc.tuple(statement, principals).map(([written, Principal]): Written => ({ ...written, Principal })),
    { maxLength: 3 },
  ),
)

interface Setting {
  readonly own: readonly unknown[]
  readonly onPath: readonly unknown[] | null
  readonly asked?: string
}

function judge({ own, onPath, asked = 'arn:aws:s3:::a/b' }: Setting) {
  const role = {
    assumeRolePolicyDocument: { Statement: [] },
    attachedPolicyArns: [],
    inlinePolicies: { own: { Version: '2012-10-17', Statement: own } },
  }
  const accounts = { [ACCOUNT]: { organization: null, roles: { web: role }, regions: {} } }
  const value = { vpcEndpointType: 'Interface', policyDocument: { Statement: onPath } } as unknown as VpcEndpoint
  const place = { account: ACCOUNT, region: 'r' }
  return authorize(index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot), {
    principal: ROLE,
    action: 's3:GetObject',
    resource: asked,
    endpoints: onPath === null ? [] : [{ id: 'vpce-1', value, at: '/e', place }],
  })
}

test('a failure has a blocker, what is undecided a gap, and what works neither', () => {
  fc.assert(
    fc.property(statements, endpoint, (own, onPath) => {
      const { verdict, blockers, gaps } = judge({ own, onPath })
      expect(blockers.length > 0).toBe(verdict === 'fails')
      expect(gaps.length > 0).toBe(verdict === 'undecided')
    }),
  )
})

test('one more deny never lets anything through', () => {
  fc.assert(
    fc.property(statements, endpoint, statement, (own, onPath, more) => {
      const before = judge({ own, onPath }).verdict
      const after = judge({ own: [...own, { ...more, Effect: 'Deny' }], onPath }).verdict
      if (after === 'works') expect(before).toBe('works')
      if (before === 'fails') expect(after).toBe('fails')
    }),
  )
})

test('one allow less never lets anything through', () => {
  fc.assert(
    fc.property(statements, endpoint, fc.nat(), (own, onPath, which) => {
      const rest = own.filter((each, i) => each.Effect !== 'Allow' || i !== which % own.length)
      const before = judge({ own, onPath }).verdict
      const after = judge({ own: rest, onPath }).verdict
      if (after === 'works') expect(before).toBe('works')
      if (before === 'fails') expect(after).toBe('fails')
    }),
  )
})

test('the order of statements changes no verdict', () => {
  fc.assert(
    fc.property(statements, endpoint, (own, onPath) => {
      expect(judge({ own: own.toReversed(), onPath }).verdict).toBe(judge({ own, onPath }).verdict)
    }),
  )
})

const GAP = { gap: 'parameter', name: 'P' }

/** The statements with one element, or one text, or all of one statement, put out of sight. */
function obscured(written: readonly Written[], which: number, how: number): readonly unknown[] {
  if (written.length === 0) return written
  const at = which % written.length
  return written.map((each, i) => (i === at ? obscure(each, how) : each))
}

function obscure(written: Written, how: number): unknown {
  const keys = Object.keys(written)
  const key = keys[how % (keys.length + 1)]
  if (key === undefined) return GAP
  const value = written[key]
  if (key === 'Effect' || key === 'Condition' || typeof value === 'object' || how % 2 === 0)
    return { ...written, [key]: GAP }
  return { ...written, [key]: hide(String(value), how) }
}

/** A part of the text becomes a placeholder. */
function hide(text: string, how: number): string {
  const start = how % text.length
  const end = start + 1 + (how % 5)
  return `${text.slice(0, start)}«part»${text.slice(end)}`
}

function neverContradicts(clear: string, dim: string): void {
  if (dim !== 'undecided') expect(dim).toBe(clear)
}

test('what is not known never turns an answer into its opposite', () => {
  fc.assert(
    fc.property(statements, endpoint, fc.nat(), fc.nat(), (own, onPath, which, how) => {
      const clear = judge({ own, onPath }).verdict
      neverContradicts(clear, judge({ own: obscured(own, which, how), onPath }).verdict)
      if (onPath !== null) neverContradicts(clear, judge({ own, onPath: obscured(onPath, which, how) }).verdict)
    }),
    { numRuns: 1000 },
  )
})

test('a part of the resource that is not known never turns an answer into its opposite', () => {
  fc.assert(
    fc.property(statements, endpoint, fc.nat(), (own, onPath, how) => {
      const clear = judge({ own, onPath }).verdict
      // The first three fields say which service it is; no requirement leaves that open.
      const asked = `arn:aws:s3:${hide(':::a/b'.slice(1), how)}`
      neverContradicts(clear, judge({ own, onPath, asked }).verdict)
    }),
    { numRuns: 500 },
  )
})
