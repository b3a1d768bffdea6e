import { expect, test } from 'vitest'
import { parseArn, roleNameOf } from './arn.ts'

test.each([
  ['arn:aws:iam::111122223333:role/team/web', 'aws', 'iam', '', '111122223333', 'role/team/web'],
  [
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::',
    'aws',
    'secretsmanager',
    'us-east-1',
    '111122223333',
    'secret:db-AbCdEf:password::',
  ],
  ['arn:aws:s3:::bucket/key', 'aws', 's3', '', '', 'bucket/key'],
  ['arn:aws:iam::«AWS::AccountId»:role/«Web»', 'aws', 'iam', '', '«AWS::AccountId»', 'role/«Web»'],
])('%s', (text, partition, service, region, account, resource) => {
  expect(parseArn(text)).toEqual({ partition, service, region, account, resource })
})

test.each([
  '',
  'web',
  'arn:',
  'arn:aws',
  'arn:aws:iam',
  'arn:aws:iam:',
  'arn:aws:iam::',
  'arn:aws:iam::1',
  'ARN:aws:iam::1:x',
])('%j is none', (text) => {
  expect(parseArn(text)).toBeNull()
})

test('the name of a role is what follows its path', () => {
  const arn = parseArn('arn:aws:iam::111122223333:role/team/web')
  expect(arn === null ? null : roleNameOf(arn)).toBe('web')
})
