import { expect, test } from 'vitest'
import { compilePrincipal, type PrincipalElement } from './principal.ts'

const GAP = { gap: 'parameter', name: 'P' } as const
const ROLE = 'arn:aws:iam::111122223333:role/web'
const NONE: PrincipalElement = { negated: false, everyone: false, entries: [], gaps: [] }

test.each<[name: string, element: unknown, expected: Partial<PrincipalElement>]>([
  ['everybody', '*', { everyone: true }],
  ['what is not known', GAP, { gaps: [GAP] }],
  ['a name', { AWS: ROLE }, { entries: [{ type: 'AWS', text: ROLE }] }],
  ['everybody as a name', { AWS: '*' }, { entries: [{ type: 'AWS', text: '*' }] }],
  [
    'names of all types in their order, beside what is not known',
    {
      CanonicalUser: 'abc',
      AWS: [ROLE, GAP, '111122223333'],
      Service: GAP,
      Federated: ['cognito-identity.amazonaws.com'],
    },
    {
      entries: [
        { type: 'CanonicalUser', text: 'abc' },
        { type: 'AWS', text: ROLE },
        { type: 'AWS', text: '111122223333' },
        { type: 'Federated', text: 'cognito-identity.amazonaws.com' },
      ],
      gaps: [GAP, GAP],
    },
  ],
  ['only what is not known', { AWS: [GAP] }, { gaps: [GAP] }],
])('an element names %s', (_, element, expected) => {
  expect(compilePrincipal(element, false)).toEqual({ ...NONE, ...expected })
  expect(compilePrincipal(element, true)).toEqual({ ...NONE, ...expected, negated: true })
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', ROLE],
  ['a number', 5],
  ['a list', [ROLE]],
  ['no type', {}],
  ['no names', { AWS: [] }],
  ['a type that AWS has not', { Aws: ROLE }],
  ['a type that AWS has not, of what is not known', { Aws: GAP }],
  ['what every object inherits', { toString: ROLE }],
  ['a name that is no text', { AWS: [ROLE, 5] }],
  ['null for a name', { AWS: null }],
  ['a part of a name left out', { AWS: `${ROLE}*` }],
  ['all services', { Service: '*' }],
  ['all of another type beside a name', { AWS: ROLE, Federated: '*' }],
])('AWS does not take %s', (_, element) => {
  expect(compilePrincipal(element, false)).toBeNull()
})
