import { REST } from '../../model/placeholder.ts'
import { ACCOUNT, ALL, allow, type Case, deny, SECRET } from './case.ts'

export const UNKNOWN: readonly Case[] = [
  {
    name: 'an Effect that is not known may be either',
    own: [ALL, { ...ALL, Effect: { gap: 'parameter', name: 'E' } }],
    expected: 'undecided: policy parameter',
  },
  {
    name: 'an Action that is not known may match',
    own: [allow({ Action: { gap: 'parameter', name: 'A' } })],
    expected: 'undecided: policy parameter',
  },
  {
    name: 'a Resource that is not known does not matter for another action',
    own: [allow({ Action: 's3:*', Resource: { gap: 'parameter', name: 'R' } })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a Resource that is not known does not matter where another one of the list matches',
    own: [allow({ Resource: [{ gap: 'parameter', name: 'R' }, '*'] })],
    expected: 'works',
  },
  {
    name: 'a deny that is not known leaves it open',
    own: [ALL, deny({ Resource: { gap: 'parameter', name: 'R' } })],
    expected: 'undecided: policy parameter',
  },
  {
    name: 'NotResource with a text that is not known is open',
    own: [allow({ Resource: undefined, NotResource: [{ gap: 'parameter', name: 'R' }] })],
    expected: 'undecided: policy parameter',
  },
  {
    name: 'NotResource that names it does not matter further',
    own: [allow({ Resource: undefined, NotResource: ['*', { gap: 'parameter', name: 'R' }] })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'statements that are not known may say anything',
    role: { inlinePolicies: { own: { Statement: { gap: 'unresolved', expression: 'x' } } } },
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'a statement that is not known may say anything',
    own: [ALL, { gap: 'unresolved', expression: 'x' }],
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'what a plan refers to is assumed to be all that is written',
    own: [allow({ Resource: `${SECRET}${REST}` })],
    account: { organization: null },
    expected: 'works: policy-references-alone',
  },
  {
    name: 'whether a plan that refers to the beginning means it, nobody knows',
    own: [allow({ Resource: `${SECRET.slice(0, -2)}${REST}` })],
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'what a plan refers to is nothing else',
    own: [allow({ Resource: `${SECRET.replace('db', 'other')}${REST}` })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a deny of what a plan refers to may be of more than that',
    own: [ALL, deny({ Resource: `${SECRET}${REST}` })],
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'equal placeholders are equal text',
    own: [allow({ Resource: '«Secret»' })],
    resource: '«Secret»',
    expected: 'works',
  },
  {
    name: 'different placeholders may be equal text',
    own: [allow({ Resource: '«Secret»' })],
    resource: '«Other»',
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'a placeholder may hold what the request has',
    own: [allow({ Resource: 'arn:aws:secretsmanager:«AWS::Region»:*:secret:db-??????' })],
    expected: 'undecided: policy unresolved',
  },
  {
    name: 'a placeholder does not help where the rest differs',
    own: [allow({ Resource: 'arn:aws:ecr:«AWS::Region»:*' })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: '* matches whatever a placeholder holds',
    own: [allow({ Resource: 'arn:aws:secretsmanager:*:*:secret:db-*' })],
    resource: SECRET.replace('ap-northeast-1', '«AWS::Region»').replace(ACCOUNT, '«AWS::AccountId»'),
    expected: 'works',
  },
  {
    name: 'the same text with the same placeholders matches',
    own: [allow({ Resource: 'arn:«AWS::Partition»:ecr:«AWS::Region»:«AWS::AccountId»:repository/«Web»' })],
    resource: 'arn:«AWS::Partition»:ecr:«AWS::Region»:«AWS::AccountId»:repository/«Web»',
    expected: 'works',
  },
  {
    name: 'the placeholder of an ARN goes on with its own text',
    own: [allow({ Resource: '«Bucket.Arn»/env/*' })],
    resource: '«Bucket.Arn»/env/web.env',
    expected: 'works',
  },
]
