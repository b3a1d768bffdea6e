import { ALL, allow, type Case, deny, GRAMMAR, LOGIC } from './case.ts'

export const DECISION: readonly Case[] = [
  { name: 'what nothing allows is denied', page: LOGIC, own: [], expected: 'fails: identity-policies-silent' },
  { name: 'an allow lets through', page: LOGIC, own: [allow({})], expected: 'works' },
  { name: 'a deny wins over an allow', page: LOGIC, own: [ALL, deny({})], expected: 'fails: policy-denies own 2' },
  {
    name: 'a deny alone also leaves the role silent',
    page: LOGIC,
    own: [deny({ Sid: 'No' })],
    expected: 'fails: policy-denies own No, identity-policies-silent',
  },
  {
    name: 'each statement that denies is a blocker',
    page: LOGIC,
    own: [deny({}), ALL, deny({ Sid: 'No' })],
    expected: 'fails: policy-denies own 1, policy-denies own No',
  },
  {
    name: 'a statement on another action says nothing',
    page: LOGIC,
    own: [ALL, deny({ Action: 's3:GetObject' })],
    expected: 'works',
  },
  {
    name: 'a single statement needs no list',
    page: GRAMMAR,
    role: { inlinePolicies: { own: { Statement: ALL } } },
    expected: 'works',
  },
  {
    name: 'an empty Sid is none',
    page: GRAMMAR,
    own: [ALL, deny({ Sid: '' })],
    expected: 'fails: policy-denies own 2',
  },
]
