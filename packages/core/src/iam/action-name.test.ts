import { describe, expect, test } from 'vitest'
import { ANY, actionName, maskOf } from './action-name.ts'

describe('the mask of an action', () => {
  test('is one bit, whatever the case of its letters', () => {
    for (const text of ['s3:GetObject', 'kms:Decrypt', 'a:B', 'Z', '@[`{']) {
      const { mask } = actionName(text)
      expect(mask).not.toBe(0)
      expect(mask & (mask - 1)).toBe(0)
    }
    expect(maskOf('s3:GETOBJECT')).toBe(maskOf('s3:getobject'))
    expect(maskOf('AZ')).toBe(maskOf('az'))
  })

  test.each(['*', 's3:*', 's3:Get?bject', 's3:«Action»', 's3:\u212aey', 's3:\u0080'])('of %s is every bit', (text) => {
    expect(maskOf(text)).toBe(ANY)
    expect(actionName(text).mask).toBe(ANY)
  })

  test.each(['s3:)', 's3:+', 's3:>', 's3:@', 's3:\u007f'])('of %s, which is no pattern, is not every bit', (text) => {
    expect(maskOf(text)).not.toBe(ANY)
  })

  test('differs for the actions of a launch, so that most policies need not be read', () => {
    expect(new Set(ACTIONS.map(maskOf)).size).toBeGreaterThan(12)
  })
})

const ACTIONS = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
  'ecs:RunTask',
  'elasticfilesystem:ClientMount',
  'elasticfilesystem:ClientRootAccess',
  'elasticfilesystem:ClientWrite',
  'iam:PassRole',
  'kms:Decrypt',
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  's3:GetBucketLocation',
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameters',
  'sts:AssumeRole',
]

describe('the name of an action', () => {
  test('is found once', () => {
    expect(actionName('s3:GetObject')).toBe(actionName('s3:GetObject'))
    expect(actionName('s3:GetObject').folded).toBe('s3:getobject')
  })

  test('is kept among hundreds of others, and not for ever', () => {
    const first = actionName('test:First')
    let others = 0
    while (actionName('test:First') === first && others < 5000) actionName(`test:Other${others++}`)
    expect(others).toBeLessThan(5000)
    const anew = actionName('test:First')
    expect(anew).toEqual(first)
    for (let i = 0; i < 500; i++) actionName(`test:More${i}`)
    expect(actionName('test:First')).toBe(anew)
  })
})
