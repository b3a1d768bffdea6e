import { ALL, allow, type Case, GRAMMAR } from './case.ts'

export const MALFORMED: readonly Case[] = [
  ...[
    ['a statement that is no object', 'Allow'],
    ['an Effect in lower case', { ...ALL, Effect: 'allow' }],
    ['Action and NotAction', { ...ALL, NotAction: 'iam:*' }],
    ['Resource and NotResource', { ...ALL, NotResource: '*' }],
    ['no Resource', allow({ Resource: undefined })],
    ['no Action', { Effect: 'Allow', Resource: '*' }],
    ['an empty list of actions', { ...ALL, Action: [] }],
    ['an action that is no text', { ...ALL, Action: ['*', 5] }],
    ['an action without its service', { ...ALL, Action: ['*', 'GetSecretValue'] }],
    ['a resource that is no ARN', { ...ALL, Resource: ['*', 'secret'] }],
    ['an element that AWS does not have', { ...ALL, Conditions: {} }],
    ['a Principal in a policy of a role', { ...ALL, Principal: '*' }],
    ['a condition that is a list', { ...ALL, Condition: [] }],
    ['an operator without keys', { ...ALL, Condition: { Bool: {} } }],
  ].map(([what, statement]) => ({
    name: `${what} never allows`,
    page: GRAMMAR,
    own: [statement],
    expected: 'undecided: policy refused',
  })),
  {
    name: 'a version that AWS does not have never allows',
    page: GRAMMAR,
    role: { inlinePolicies: { own: { Version: '2012-10-18', Statement: [ALL] } } },
    expected: 'undecided: policy refused',
  },
  {
    name: 'a document that is no object never allows',
    page: GRAMMAR,
    role: { inlinePolicies: { own: 'Allow' } },
    expected: 'undecided: policy refused',
  },
  {
    name: 'a document without statements never allows',
    page: GRAMMAR,
    role: { inlinePolicies: { own: {} } },
    expected: 'undecided: policy refused',
  },
]
