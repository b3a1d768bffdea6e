import { describe, expect, test } from 'vitest'
import data from './managed-policies.json' with { type: 'json' }
import { awsManagedPolicy } from './managed-policies.ts'
import { contentOf, policyOf } from './policy.ts'
import { termsOf } from './statement.ts'

describe.each(data.policies)('$resource', ({ resource, document, version, updatedAt }) => {
  test('is one that AWS would take', () => {
    const { statements, fault } = contentOf(policyOf(document, 'identity'))
    expect(fault).toBeUndefined()
    expect(statements.flatMap((statement) => termsOf(statement).gaps)).toEqual([])
  })

  test('is found by its ARN', () => {
    expect(awsManagedPolicy(`arn:aws:iam::aws:${resource}`)).toBe(document)
  })

  test('says of when it is', () => {
    expect(version).toMatch(/^v\d+$/)
    expect(updatedAt <= data.readAt).toBe(true)
  })
})

test('a policy of an account is not one of AWS', () => {
  expect(awsManagedPolicy('arn:aws:iam::111122223333:policy/AdministratorAccess')).toBeNull()
  expect(awsManagedPolicy('arn:aws:iam::aws:policy/NotThere')).toBeNull()
  expect(awsManagedPolicy('AdministratorAccess')).toBeNull()
  expect(awsManagedPolicy('arn:aws:organizations::aws:policy/AdministratorAccess')).toBeNull()
})

test.each(data.policies)('in another partition $resource differs in nothing else', ({ resource, document }) => {
  const text = JSON.stringify(awsManagedPolicy(`arn:aws-us-gov:iam::aws:${resource}`))
  expect(text).not.toContain('arn:aws:')
  expect(JSON.parse(text.replaceAll('arn:aws-us-gov:', 'arn:aws:'))).toEqual(document)
})

test('in another partition it names things of that partition', () => {
  const document = awsManagedPolicy('arn:aws-cn:iam::aws:policy/CloudWatchAgentServerPolicy')
  expect(document?.Statement).toMatchObject([{}, { Resource: 'arn:aws-cn:ssm:*:*:parameter/AmazonCloudWatch-*' }])
})
