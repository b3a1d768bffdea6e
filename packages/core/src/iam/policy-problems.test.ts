import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { PolicyProblem, PolicySet } from './policy-set.ts'

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }

function problemsOf(policies: PolicySet): readonly PolicyProblem[] {
  const asked = {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::config/x',
    principal: 'arn:aws:iam::111122223333:role/a',
  }
  return evaluate(policies, asked).problems
}

function identity(...statements: readonly unknown[]): PolicySet {
  return { identity: [{ Version: '2012-10-17', Statement: statements }] }
}

const FIRST = '/identity/0/Statement/0'

test.each<[name: string, policies: PolicySet, ...problems: (readonly [at: string, problem: string])[]]>([
  ['none', identity(ALL)],
  ['a document that is a text', { identity: ['Allow'] }, ['/identity/0', '"Allow"']],
  ['a document that is not known', { identity: [{ gap: 'after-deploy' }] }, ['/identity/0', 'after-deploy']],
  ['no statements', { identity: [{}] }, ['/identity/0/Statement', 'Statement']],
  [
    'another version, in the second policy',
    { identity: [{ Statement: ALL }, { Version: 'new', Statement: ALL }] },
    ['/identity/1/Version', 'Version "new"'],
  ],
  ['a statement that is a text', identity('Effect'), [FIRST, '"Effect"']],
  ['an effect', identity({ ...ALL, Effect: 'allow' }), [`${FIRST}/Effect`, 'Effect "allow"']],
  [
    'an effect of the only statement',
    { identity: [{ Statement: { ...ALL, Effect: 'allow' } }] },
    ['/identity/0/Statement/Effect', 'Effect "allow"'],
  ],
  [
    'the elements of several statements',
    identity(ALL, { ...ALL, Action: 'x' }, { ...ALL, Resource: ['*', 'y', 'z'] }),
    ['/identity/0/Statement/1/Action', 'Action "x"'],
    ['/identity/0/Statement/2/Resource', 'Resource "y"'],
    ['/identity/0/Statement/2/Resource', 'Resource "z"'],
  ],
  [
    'elements that exclude each other',
    identity({ ...ALL, NotAction: 's3:*', NotResource: '*' }),
    [`${FIRST}/NotAction`, 'NotAction, Action'],
    [`${FIRST}/NotResource`, 'NotResource, Resource'],
  ],
  [
    'elements that the kind of policy has not',
    identity({ ...ALL, Principal: '*', NotPrincipal: '*' }),
    [`${FIRST}/Principal`, 'Principal'],
    [`${FIRST}/NotPrincipal`, 'NotPrincipal'],
  ],
  [
    'elements that no policy has',
    identity({ ...ALL, Conditions: {}, MyAction: '*' }),
    [FIRST, 'Conditions'],
    [FIRST, 'MyAction'],
  ],
  [
    'a condition',
    identity({ ...ALL, Condition: { Like: { 'aws:SourceIp': '*' } } }),
    [`${FIRST}/Condition`, 'Condition Like'],
  ],
  [
    'a level of an organization',
    { serviceControlPolicies: [[{ Statement: ALL }], [{ Statement: [{ ...ALL, Effect: 1 }] }]] },
    ['/serviceControlPolicies/1/0/Statement/0/Effect', 'Effect 1'],
  ],
])('what AWS would not take is told with its place: %s', (_, policies, ...problems) => {
  expect(problemsOf(policies)).toEqual(problems.map(([at, problem]) => ({ at, problem })))
})
