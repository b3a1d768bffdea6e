import { expect, test } from 'vitest'
import { secretSourceOf } from './reference.ts'

const HERE = { account: '111122223333', region: 'ap-northeast-1' }
const SECRET = 'arn:aws:secretsmanager:us-east-1:444455556666:secret:prod/db-AbCdEf'
const THERE = { account: '444455556666', region: 'us-east-1' }

test.each([
  ['a secret by its ARN', SECRET, { source: 'secret', arn: SECRET, place: THERE, readsPart: false }],
  ['a JSON key', `${SECRET}:password::`, { source: 'secret', arn: SECRET, place: THERE, readsPart: true }],
  [
    'what may become all three parts',
    `${SECRET}:«Key»`,
    { source: 'secret', arn: SECRET, place: THERE, readsPart: true },
  ],
  ['a version stage', `${SECRET}::AWSPREVIOUS:`, { source: 'secret', arn: SECRET, place: THERE, readsPart: true }],
  [
    'a parameter by name is one of the own account and Region',
    'db-url',
    {
      source: 'parameter',
      name: 'db-url',
      arn: 'arn:aws:ssm:ap-northeast-1:111122223333:parameter/db-url',
      place: HERE,
    },
  ],
  [
    'a path has one slash in its ARN',
    '/prod/db',
    {
      source: 'parameter',
      name: '/prod/db',
      arn: 'arn:aws:ssm:ap-northeast-1:111122223333:parameter/prod/db',
      place: HERE,
    },
  ],
  [
    'a parameter by ARN names its own Region',
    'arn:aws:ssm:us-east-1:444455556666:parameter/prod/db',
    {
      source: 'parameter',
      name: '/prod/db',
      arn: 'arn:aws:ssm:us-east-1:444455556666:parameter/prod/db',
      place: THERE,
    },
  ],
])('%s', (_, valueFrom, expected) => {
  expect(secretSourceOf(valueFrom, HERE)).toEqual(expected)
})

test.each([
  '',
  'arn:aws:s3:::bucket/key',
  'arn:broken',
  'arn:aws:secretsmanager:us-east-1:444455556666:secret:',
  `${SECRET}:password`,
  `${SECRET}:password:`,
  `${SECRET}:password:::`,
])('%j points at nothing', (text) => {
  expect(secretSourceOf(text, HERE)).toBeNull()
})
