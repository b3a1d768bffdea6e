import { ALL, allow, type Case, deny, REPOSITORY } from './case.ts'

export const CONDITIONS: readonly Case[] = [
  {
    name: 'a conditional allow is open',
    own: [allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })],
    expected: 'undecided: condition not-modeled condition-keys aws:SourceVpc',
  },
  {
    name: 'a conditional allow does not matter beside an unconditional one',
    own: [allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }), ALL],
    expected: 'works',
  },
  {
    name: 'a deny on a condition that does not hold is none',
    own: [ALL, deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    expected: 'works',
  },
  {
    name: 'a conditional deny does not matter beside an unconditional one',
    own: [ALL, deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), deny({})],
    expected: 'fails: policy-denies own 3',
  },
  {
    name: 'a conditional deny does not matter where nothing allows',
    own: [deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a conditional statement on another resource says nothing',
    own: [ALL, deny({ Resource: REPOSITORY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    expected: 'works',
  },
  { name: 'an empty condition is none', own: [allow({ Condition: {} })], expected: 'works' },
  {
    name: 'a condition that is not known is open',
    own: [allow({ Condition: { gap: 'parameter', name: 'C' } })],
    expected: 'undecided: policy parameter',
  },
]
